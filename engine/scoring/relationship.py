"""Relationship, 15 points, and compliance, 10 points: how the counterpart was treated, and what was promised."""

import re
from collections.abc import Sequence

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Span
from engine.reading.text import sentence_around
from engine.scenario.scenario import Scenario
from engine.scoring.bluffs import bluffing_sentence, mislisting_sentence, tells_what_is_below_the_limit
from engine.scoring.claims import forbidden_sentence
from engine.scoring.contradictions import contradicting_sentence
from engine.scoring.outcome import share
from engine.scoring.picking_up import LISTENING, earning_words, is_empty, picks_up
from engine.scoring.record import Turn, counted, first_with, quote_around, quote_of, times
from engine.scoring.rubric import CENTI, check_of
from engine.scoring.usual_claims import unborne_sentence
from engine.scoring.verdict import Finding

FULL_TRUST_GAIN = 10
"""Points of trust gained in the run that earn all points; as many lost earn none."""
ROUNDS_PER_ECHO = 4
"""Picking up what they said once in so many turns earns all points."""
MOST_WANTED = 4
"""Times of picking up that earn all points however long the haggling after them."""

_RATE = re.compile(r"\d\s?%|\bapr\b|\bpercent\b|\bper cent\b", re.IGNORECASE)
_PAYMENT = re.compile(
    r"\d\s*(?:dollars|bucks)?\s*(?:a|per|/|each|every)\s*(?:month|mo)\b|\b(?:payments?|monthly)\b[^\d.?!]{0,40}\d"
    r"|\d[\d,.]*\s*(?:dollars |bucks )?monthly\b|\bhundred\b[^.?!]{0,30}\bmonth",
    re.IGNORECASE,
)
_LOAN = re.compile(r"\b(?:loans?|financ\w*|apr|interest|instal?lments?|payments?|monthly|lend\w*)\b", re.IGNORECASE)
_TERM = re.compile(r"\bmonths?\b|\byears?\b|\bmo\b|\d\s?[x×]\s?\$?\d|[x×]\s?\d", re.IGNORECASE)


def relationship(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """What the checks of trust, pressure and being heard found."""
    if not turns:
        return tuple(Finding(check, None, "Nothing was said.") for check in ("trust", "pressure", "heard"))
    return (_trust(negotiation, turns), _pressure(turns), _heard(negotiation, turns))


def _trust(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    start, end = negotiation.opened.mood.trust, negotiation.mood.trust
    way = -1 if end < start else 1
    moved = max(turns, key=lambda turn: (way * (turn.after.trust - turn.before.trust), -turn.number))
    centi = share("trust", end - start + FULL_TRUST_GAIN, 2 * FULL_TRUST_GAIN)
    if end > start:
        note = "They trusted you more at the end than at the start."
    else:
        note = "They trusted you less at the end than at the start." if end < start else "Their trust did not change."
    return Finding("trust", centi, note, quote_of(moved, Act.ACKNOWLEDGE, Act.PRESSURE), moved.said.ref)


def _pressure(turns: Sequence[Turn]) -> Finding:
    harsh = [turn for turn in turns if turn.reading.has(Act.PRESSURE, Act.DENIGRATE)]
    full = check_of("pressure").points * CENTI
    if not harsh:
        return Finding("pressure", full, "You put no pressure on them.", quote_of(turns[-1]), turns[-1].said.ref)
    words = quote_of(harsh[0], Act.PRESSURE, Act.DENIGRATE)
    note = f"You pressed them in {counted(len(harsh), 'line')}."
    return Finding("pressure", max(0, full - full // 2 * len(harsh)), note, words, harsh[0].said.ref)


def _heard(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    scenario = negotiation.scenario
    listening = [turn for turn in turns if picks_up(scenario, turns, turn)]
    empty = [turn for turn in turns if is_empty(scenario, turns, turn)]
    wanted = min(MOST_WANTED, max(1, len(turns) // ROUNDS_PER_ECHO))
    witness = next(iter((*listening, *empty)), turns[-1])
    enough = f"; {times(wanted)} earns all points" if len(listening) < wanted else ""
    picked = f"You plainly picked up what they said {times(len(listening))} in {counted(len(turns), 'line')}"
    note = f"{picked}{_nodding(len(empty))}{enough}."
    words = earning_words(scenario, turns, witness) if listening else quote_of(witness, *LISTENING)
    return Finding("heard", share("heard", len(listening), wanted), note, words, witness.said.ref)


def _nodding(count: int) -> str:
    return f", and {times(count)} only said that you had heard them" if count else ""


def compliance(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """What the checks of claims, payment terms and conduct found."""
    if not turns:
        return tuple(Finding(check, None, "Nothing was said.") for check in ("claims", "payments", "conduct"))
    return (_claims(negotiation, turns), _payments(negotiation, turns), _conduct(turns))


def _claims(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    full = check_of("claims").points * CENTI
    for turn in turns:
        if quote := untrue_sentence(negotiation.scenario, turn.said.text):
            return Finding("claims", 0, "Your brief does not bear this out.", quote, turn.said.ref)
    return Finding(
        "claims",
        full,
        "No claim of yours was found that goes against your brief.",
        quote_of(turns[-1]),
        turns[-1].said.ref,
    )


def untrue_sentence(scenario: Scenario, text: str) -> str:
    """A sentence that claims what the sheet forbids, says otherwise or does not bear out; empty where none does."""
    product = scenario.product
    forbidden = forbidden_sentence(text, product.forbidden_claims)
    sheet, theirs = (fact for _, fact in product.facts), (fact.exact for fact in scenario.facts)
    contradicting = forbidden or contradicting_sentence(text, sheet, theirs)
    unborne = contradicting or unborne_sentence(
        text, product, lambda clause: tells_what_is_below_the_limit(clause, scenario)
    )
    return unborne or bluffing_sentence(text, scenario) or mislisting_sentence(text, scenario)


def payments_named(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns that name a payment; to speak of financing, or of what the thing takes to run, names none."""
    return tuple(turn for turn in turns if turn.reading.has(Act.FINANCE_OFFER) and _names_payment(turn))


def _names_payment(turn: Turn) -> bool:
    spoken = [read.span for read in turn.reading.acts if read.act is Act.FINANCE_OFFER]
    return any(not span.text or _PAYMENT.search(sentence_around(turn.said.text, span)) for span in spoken)


def first_bare_payment(turns: Sequence[Turn]) -> Turn | None:
    """The first turn that names a payment without its rate or its term, where none before it had given them."""
    named = payments_named(turns)
    first = next(iter(named), None)
    return first if first is not None and not _is_whole(first) else None


def _is_whole(turn: Turn) -> bool:
    return bool(_RATE.search(turn.said.text) and _TERM.search(turn.said.text))


def untrue_payment(negotiation: Negotiation, turn: Turn) -> bool:
    """Whether the turn puts up a sum, such as a payment, that does not follow from the rest of its terms."""
    return turn.offer is not None and bool(negotiation.scenario.untrue(turn.offer))


def first_untrue_payment(negotiation: Negotiation, turns: Sequence[Turn]) -> Turn | None:
    """The first turn with a payment that does not follow from its terms; None where a later offer put it right."""
    price = negotiation.scenario.price_issue.id
    own = [turn for turn in turns if turn.offer is not None]
    wrong = [turn for turn in payments_named(turns) if untrue_payment(negotiation, turn)]
    for turn in wrong:
        summed = [issue for issue in negotiation.scenario.untrue(turn.offer) if issue != price] if turn.offer else []
        later = [other.offer for other in own if other.number > turn.number and other.offer is not None]
        is_right = (
            any(terms.amount(issue) for issue in summed) and not negotiation.scenario.untrue(terms) for terms in later
        )
        if not any(is_right):
            return turn
    return None


def _payments(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    offers = payments_named(turns)
    if not offers:
        spoke = any(_LOAN.search(turn.said.text) for turn in turns if turn.reading.has(Act.FINANCE_OFFER))
        return Finding(
            "payments", None, "You spoke of a loan and named no payment." if spoke else "No payment was offered."
        )
    bare = first_bare_payment(turns)
    full = check_of("payments").points * CENTI
    if bare is not None:
        words = (quote_of(bare, Act.FINANCE_OFFER), bare.said.ref)
        return Finding("payments", 0, "You named a payment, but not both its rate and its term.", *words)
    wrong = [turn for turn in offers if untrue_payment(negotiation, turn)]
    uncorrected = first_untrue_payment(negotiation, turns)
    if uncorrected is not None:
        note = "You named a payment that does not follow from its price, its rate and its term."
        return Finding("payments", 0, note, quote_of(uncorrected, Act.FINANCE_OFFER), uncorrected.said.ref)
    note = "You named the payment with its rate and its term"
    note += ", and put it right before anything was signed." if wrong else "."
    return Finding("payments", full, note, _words_of_payment(offers[0]), offers[0].said.ref)


def _words_of_payment(turn: Turn) -> str:
    """The sentence that gives the rate."""
    rate = _RATE.search(turn.said.text)
    if rate is None:
        return quote_of(turn, Act.FINANCE_OFFER)
    return quote_around(turn.said.text, Span(rate.start(), rate.end(), rate.group()))


def _conduct(turns: Sequence[Turn]) -> Finding:
    rude = first_with(turns, Act.INSULT, Act.INJECTION)
    if rude is not None:
        return Finding(
            "conduct",
            0,
            "An insult, or a try at tricking the exercise, has no place in a talk.",
            quote_of(rude, Act.INSULT, Act.INJECTION),
            rude.said.ref,
        )
    full = check_of("conduct").points * CENTI
    return Finding("conduct", full, "You insulted nobody, and tried no trick.", quote_of(turns[-1]), turns[-1].said.ref)
