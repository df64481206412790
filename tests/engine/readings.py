"""Readings written by hand, so that a test of the counterpart does not hang on how text is read."""

from dataclasses import replace

from engine.director.director import Line, advance, open_run
from engine.negotiation.events import Event
from engine.negotiation.negotiation import Negotiation, fold
from engine.reading.reading import Act, Doubt, Modality, Package, ReadAct, Reading, ReadOffer, Span
from engine.scenario.scenario import Scenario, Topic
from engine.terms.terms import IssueId
from tests.engine.scenarios import NOW, PRICE

NOWHERE = Span(0, 0, "")


def act(kind: Act, topic: str | None = None) -> ReadAct:
    """One act without words."""
    return ReadAct(kind, NOWHERE, Topic(topic) if topic else None)


def acts(*kinds: Act | tuple[Act, str]) -> Reading:
    """A reading of these acts, with topics where given."""
    return Reading(tuple(act(*kind) if isinstance(kind, tuple) else act(kind) for kind in kinds))


def offer(price: int | None = None, modality: Modality = Modality.FIRM, **extras: int) -> Reading:
    """A reading of a price in whole dollars and of other issues in their own units."""
    offers = [ReadOffer(IssueId(name), amount, modality, NOWHERE) for name, amount in extras.items()]
    if price is not None:
        offers.insert(0, ReadOffer(PRICE, price * 100, modality, NOWHERE))
    return Reading((act(Act.QUOTE),), tuple(offers))


def choice(*offered: Reading, names: tuple[str, ...] = ()) -> Reading:
    """A reading that lets the other side choose among these offers, which then bind nobody; A, B, C unless named."""
    packages = tuple(Package(name, one.offers) for name, one in zip(names or "ABCD", offered, strict=False))
    probes = [replace(each, modality=Modality.PROBE) for package in packages for each in package.offers]
    return Reading((act(Act.PACKAGE),), tuple(probes), packages=packages)


def doubtful(amount: int) -> Reading:
    """A reading of an amount (minor units) that could not be placed."""
    return Reading((), (), (Doubt(PRICE, amount, Span(0, 2, "31")),))


def both(first: Reading, second: Reading) -> Reading:
    """Two readings of one line."""
    return Reading(first.acts + second.acts, first.offers + second.offers, first.doubts + second.doubts)


def events_of(scenario: Scenario, *readings: Reading) -> tuple[Event, ...]:
    """Every event of a run with these readings."""
    return run(scenario, *readings).events


def run(scenario: Scenario, *readings: Reading) -> Negotiation:
    """A run in which the rep's lines are read so; lines after the end are not said."""
    return worded_run(scenario, *((f"line {number}", reading) for number, reading in enumerate(readings, 1)))


def worded_run(scenario: Scenario, *said: tuple[str, Reading]) -> Negotiation:
    """A run with these lines of the rep, read so; lines after the end are not said."""
    negotiation = fold(scenario, open_run(scenario, "strict", NOW))
    for number, (text, reading) in enumerate(said, 1):
        if negotiation.status == "ended":
            break
        events = advance(negotiation, Line(text, f"ref-{number}"), reading, NOW)
        negotiation = fold(scenario, (*negotiation.events, *events))
    return negotiation
