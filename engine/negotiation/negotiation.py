"""The state of a run: the fold of its events. Nothing is kept that the events do not say."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, assert_never

from engine.negotiation.assent import as_put_up
from engine.negotiation.events import (
    Ended,
    Evaluated,
    Event,
    Flavored,
    HintGiven,
    Labelled,
    Mood,
    Moved,
    Offered,
    Opened,
    Outcome,
    Paused,
    Read,
    Reason,
    Resumed,
    Said,
    Side,
    Worded,
)
from engine.negotiation.laying import laid_on
from engine.negotiation.misheard import misheard
from engine.negotiation.unasked import as_mentioned, counts_in, percents_in, without_measures, without_theirs
from engine.reading.context import ReadingContext, context_of
from engine.reading.labels import Labels, with_labels
from engine.reading.read import read_message
from engine.reading.reading import Doubt, Modality, Reading, ReadOffer
from engine.scenario.scenario import IssueKind, Scenario, Topic
from engine.terms.money import format_money
from engine.terms.terms import IssueId, Terms
from engine.values import quickly_replaced

Status = Literal["open", "paused", "ended"]

NOTHING = Terms()
_POINTED = re.compile(r"\b(?:the|those|these|your|that) (\d{1,3})\b(?![.,]?\d)")
"""A number that is spoken of as one that was named before."""
_SUM, _NO_DIGIT = re.compile(r"\d{1,3}(?:[.,]\d{3})+"), re.compile(r"\D")
_NOT_OWN = frozenset({Modality.ECHO, Modality.REJECTED})
_LINES_IN_MIND = 3
"""Lines of the counterpart within which a number that the rep names is taken for its own, said back."""


@quickly_replaced
class Negotiation(NamedTuple):
    """A run as it stands after some of its events.

    `round` counts the completed rounds. `tabled` is what the rep has bindingly said issue by issue, whether or not it
    names a price yet; `rep_offers` and `counterpart_offers` hold the complete offers, oldest first, the last one live.
    `lines` are what was said; `heard` are the counterpart's last lines as the rules word them, whatever words a model
    found for them: what follows from them is then the same with any model and with none.
    `brought_up` is everything besides the price that an offer of the rep has ever held, as it was offered last.
    """

    scenario: Scenario
    opened: Opened
    events: tuple[Event, ...]
    mood: Mood
    status: Status = "open"
    round: int = 0
    tabled: Terms = NOTHING
    rep_offers: tuple[Offered, ...] = ()
    misheard: tuple[Offered, ...] = ()
    """Offers that the rep never made and has put right."""
    counterpart_offers: tuple[Offered, ...] = ()
    brought_up: Terms = NOTHING
    lines: tuple[Said, ...] = ()
    heard: tuple[str, ...] = ()
    readings: tuple[Read, ...] = ()
    evaluations: tuple[Evaluated, ...] = ()
    hints: tuple[HintGiven, ...] = ()
    excerpts: tuple[str, ...] = ()
    """Ids of the excerpts of earlier runs that give the counterpart its tone."""
    labels: Labels | None = None
    """How a model has labelled the line that the rep says next."""
    last_issue: IssueId | None = None
    last_topic: Topic | None = None
    outcome: Outcome | None = None
    reason: Reason | None = None
    agreed: Terms | None = None

    @property
    def last_heard(self) -> str:
        """The counterpart's last line as the rules word it; empty before its first."""
        return self.heard[-1] if self.heard else ""

    @property
    def rep_terms(self) -> Terms | None:
        """The rep's live offer, if it has made one."""
        return self.rep_offers[-1].terms if self.rep_offers else None

    @property
    def counterpart_terms(self) -> Terms | None:
        """The counterpart's live offer, if it has made one."""
        return self.counterpart_offers[-1].terms if self.counterpart_offers else None

    def offers(self, side: Side) -> tuple[Offered, ...]:
        """Every offer of one side, oldest first."""
        return self.rep_offers if side == "rep" else self.counterpart_offers

    @property
    def standing_hint(self) -> HintGiven | None:
        """The hint that was given since anything was last said."""
        for event in reversed(self.events):
            match event:
                case HintGiven():
                    return event
                case Said():
                    return None
        return None

    @property
    def earlier_readings(self) -> tuple[Reading, ...]:
        """Readings of the rep's earlier lines, without the one being answered."""
        return tuple([read.reading for read in self.readings[:-1]])


def fold(scenario: Scenario, events: Sequence[Event]) -> Negotiation:
    """The state after these events; ValueError unless the first one opened the run."""
    if not events or not isinstance(events[0], Opened):
        raise ValueError("a run's events begin with its opening")
    negotiation = Negotiation(scenario, events[0], (events[0],), events[0].mood)
    for event in events[1:]:
        negotiation = apply(negotiation, event)
    return negotiation


def apply(negotiation: Negotiation, event: Event) -> Negotiation:
    """The state after one more event."""
    events = (*negotiation.events, event)
    match event:
        case Said():
            lines = (*negotiation.lines, event)
            if event.side == "rep":
                return negotiation._replace(events=events, lines=lines, labels=None)
            heard = (*negotiation.heard, event.text)[-_LINES_IN_MIND:]
            return negotiation._replace(events=events, lines=lines, heard=heard, labels=None)
        case Read():
            return _with_reading(negotiation, events, event)
        case Offered():
            return _with_offer(negotiation, events, event)
        case Moved():
            return negotiation._replace(events=events, mood=event.mood)
        case Evaluated():
            evaluations = (*negotiation.evaluations, event)
            return negotiation._replace(events=events, evaluations=evaluations, round=event.round)
        case Paused():
            return negotiation._replace(events=events, status="paused")
        case Resumed():
            return negotiation._replace(events=events, status="open")
        case Worded():
            return negotiation._replace(events=events, lines=_with_words(negotiation.lines, event.text))
        case Labelled():
            return negotiation._replace(events=events, labels=event.labels)
        case Flavored():
            return negotiation._replace(events=events, excerpts=event.excerpts)
        case HintGiven():
            return negotiation._replace(events=events, hints=(*negotiation.hints, event))
        case Ended():
            return negotiation._replace(
                events=events,
                status="ended",
                outcome=event.outcome,
                reason=event.reason,
                agreed=event.terms,
            )
        case Opened():
            raise ValueError("a run is opened once")
    assert_never(event)


def _with_words(lines: tuple[Said, ...], text: str) -> tuple[Said, ...]:
    """The lines, the counterpart's last one in other words."""
    at = next((at for at in reversed(range(len(lines))) if lines[at].side == "counterpart"), None)
    return lines if at is None else (*lines[:at], replace(lines[at], text=text), *lines[at + 1 :])


def _with_reading(negotiation: Negotiation, events: tuple[Event, ...], read: Read) -> Negotiation:
    negotiation = _put_right(negotiation, read.reading)
    offers = () if read.reading.packages else (*_asked_with(negotiation, read.reading), *read.reading.binding())
    tabled = negotiation.tabled if read.reading.packages else _without_refused(negotiation, read.reading)
    tabled = laid_on(negotiation.scenario, tabled, offers)
    issues = [offer.issue for offer in read.reading.offers]
    topics = dict.fromkeys([act.topic for act in read.reading.acts if act.topic is not None])
    return negotiation._replace(
        events=events,
        tabled=tabled,
        readings=(*negotiation.readings, read),
        last_issue=issues[-1] if issues else negotiation.last_issue,
        last_topic=next(reversed(topics), negotiation.last_topic),
    )


def _asked_with(negotiation: Negotiation, reading: Reading) -> tuple[ReadOffer, ...]:
    """What was asked about together with a price that the line makes an offer: "would you sign at 42 with mats? Yes."

    What the line names itself counts as it says.
    """
    if not negotiation.readings or negotiation.readings[-1].reading.packages:
        return ()
    before = negotiation.readings[-1].reading
    price = negotiation.scenario.price_issue.id
    prices = {offer.amount for offer in reading.binding() if offer.issue == price} if before.offers else set()
    if prices.isdisjoint(offer.amount for offer in (_asked_back(negotiation, before) if prices else ())):
        return ()
    named = {offer.issue for offer in reading.offers}
    return tuple(
        offer for offer in before.offers if offer.modality is Modality.PROBE and offer.issue not in (price, *named)
    )


def _without_refused(negotiation: Negotiation, reading: Reading) -> Terms:
    """What is tabled without the counts that the line says no to: "no 24 months then"."""
    tabled = negotiation.tabled
    for offer in reading.offers:
        is_count = negotiation.scenario.issue(offer.issue).kind is IssueKind.COUNT
        if is_count and offer.modality is Modality.REJECTED and tabled.amount(offer.issue) == offer.amount:
            tabled = tabled.without(offer.issue)
    return tabled


def _put_right(negotiation: Negotiation, reading: Reading) -> Negotiation:
    """The run without the offer that the rep's line shows to have been misheard."""
    wrong = misheard(negotiation.scenario, negotiation.rep_offers, negotiation.lines, reading)
    if wrong is None:
        return negotiation
    offers = tuple(offer for offer in negotiation.rep_offers if offer is not wrong)
    price = negotiation.scenario.price_issue.id
    before = offers[-1].terms.amount(price) if offers else 0
    tabled = negotiation.tabled.put(price, before) if before else negotiation.tabled.without(price)
    return negotiation._replace(rep_offers=offers, tabled=tabled, misheard=(*negotiation.misheard, wrong))


def _with_offer(negotiation: Negotiation, events: tuple[Event, ...], offered: Offered) -> Negotiation:
    if offered.side == "rep":
        offers, terms = (*negotiation.rep_offers, offered), offered.terms
        brought_up = negotiation.brought_up.with_extras_of(terms, negotiation.scenario.price_issue.id)
        return negotiation._replace(events=events, rep_offers=offers, tabled=terms, brought_up=brought_up)
    return negotiation._replace(events=events, counterpart_offers=(*negotiation.counterpart_offers, offered))


def reading_context(negotiation: Negotiation) -> ReadingContext:
    """What the reader needs to know to read the rep's next line."""
    return context_of(
        negotiation.scenario,
        own_offer=negotiation.rep_terms,
        other_offer=negotiation.counterpart_terms,
        last_issue=negotiation.last_issue,
        last_topic=negotiation.last_topic,
        doubted=_doubted(negotiation),
        own_words=_own_words(negotiation),
        other_words=_other_words(negotiation),
        gave_choice=any(read.reading.packages for read in negotiation.readings),
    )


def read_line(negotiation: Negotiation, text: str) -> Reading:
    """The rep's next line as it is understood: by the reader, and by the labels that a model has given it."""
    context = reading_context(negotiation)
    reading = read_message(text, context)
    if negotiation.labels is not None:
        reading = with_labels(text, reading, negotiation.labels, [topic for topic, _ in negotiation.scenario.topics])
    scenario, tabled, live = negotiation.scenario, negotiation.tabled, negotiation.rep_terms
    price, unit = scenario.price_issue.id, scenario.currency.unit
    reading = without_measures(reading, negotiation.last_heard, price, unit)
    if _says_back(negotiation, text, reading):
        percents = percents_in(" . ".join(_lines_of_theirs(negotiation)))
        figures = _figures_of_theirs(negotiation)
        counts = _counts_of_theirs(negotiation, text)
        reading = without_theirs(reading, text, price, figures, percents, counts)
    reading = as_put_up(scenario, text, reading, tabled)
    return as_mentioned(scenario, text, reading, tabled, live, context.doubted)


def _says_back(negotiation: Negotiation, text: str, reading: Reading) -> bool:
    """Whether the line names a price that stands in a line of the counterpart's, or a figure or percents of its."""
    price, currency = negotiation.scenario.price_issue.id, negotiation.scenario.currency
    named = [(one.amount, one.span.text) for one in reading.offers if one.issue == price]
    named += [(one.amount, one.span.text) for one in reading.doubts if one.issue == price]
    theirs = _lines_of_theirs(negotiation) if named else []
    counts = _counts_of_theirs(negotiation, text) if named else ()
    if any(words in counts or percents_in(words) for _, words in named):
        return True
    if any(format_money(amount, currency) in said for amount, _ in named for said in theirs):
        return True
    return not _sums_in(theirs, currency.unit).isdisjoint(amount for amount, _ in named)


def _counts_of_theirs(negotiation: Negotiation, text: str) -> set[str]:
    """Small numbers that its last line named as no money, and earlier ones that the text points at: "the 120"."""
    counts = counts_in(negotiation.last_heard)
    pointed = set(_POINTED.findall(text.lower())) - counts
    return counts | (pointed & counts_in(" . ".join(_lines_of_theirs(negotiation))) if pointed else set())


def _sums_in(texts: list[str], unit: int) -> set[int]:
    """The numbers from a thousand on that the texts name, as sums in minor units."""
    return {int(_NO_DIGIT.sub("", found[0])) * unit for text in texts for found in _SUM.finditer(text)}


def _lines_of_theirs(negotiation: Negotiation) -> list[str]:
    return [line.text for line in negotiation.lines if line.side == "counterpart"]


def _figures_of_theirs(negotiation: Negotiation) -> set[int]:
    """Sums that the counterpart has named first and that neither side has offered, in minor units."""
    unit, price = negotiation.scenario.currency.unit, negotiation.scenario.price_issue.id
    named = _sums_in(_lines_of_theirs(negotiation), unit)
    offered = {one.terms.amount(price) for one in (*negotiation.rep_offers, *negotiation.counterpart_offers)}
    read = [each.reading for each in negotiation.readings]
    by_rep = {one.amount for each in read for one in each.offers if one.issue == price and one.modality not in _NOT_OWN}
    doubted = {one.amount for each in read for one in each.doubts if one.issue == price}
    return named - offered - by_rep - doubted


def _own_words(negotiation: Negotiation) -> str:
    """The words in which the rep last bindingly said its live price, empty where it has none."""
    terms, price = negotiation.rep_terms, negotiation.scenario.price_issue.id
    if terms is None:
        return ""
    said = (offer for read in reversed(negotiation.readings) for offer in reversed(read.reading.binding()))
    return next((offer.span.text for offer in said if (offer.issue, offer.amount) == (price, terms.amount(price))), "")


def _other_words(negotiation: Negotiation) -> str:
    """The counterpart's last lines, oldest first, without what the rep has named first."""
    words = "\n".join(negotiation.heard)
    for read in negotiation.readings[-_LINES_IN_MIND:]:
        for offer in read.reading.offers:
            words = words.replace(format_money(offer.amount, negotiation.scenario.currency), "")
    return words


def _doubted(negotiation: Negotiation) -> Doubt | None:
    """The amount that the counterpart's last line asked about: one that was in doubt, or a price that was probed."""
    if not negotiation.readings:
        return None
    reading = negotiation.readings[-1].reading
    if negotiation.mood.clarified:
        return reading.doubts[0] if reading.doubts else None
    if reading.packages:
        return None
    return next((Doubt(offer.issue, offer.amount, offer.span) for offer in _asked_back(negotiation, reading)), None)


def _asked_back(negotiation: Negotiation, reading: Reading) -> list[ReadOffer]:
    """The prices that the line only probed, where the counterpart names them in return: to hear if that is an offer."""
    scenario, heard, price = negotiation.scenario, negotiation.last_heard, negotiation.scenario.price_issue.id
    probed = (one for one in reversed(reading.offers) if one.modality is Modality.PROBE and one.issue == price)
    return [one for one in probed if format_money(one.amount, scenario.currency) in heard]
