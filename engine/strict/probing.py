"""What the counterpart says to terms beside the price that are only asked about: "what if we made it two years?"."""

from collections.abc import Iterator

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality, Reading, ReadOffer
from engine.scenario.scenario import IssueKind, Topic
from engine.strict.attention import (
    how_many_it_needs,
    in_words,
    is_beyond_need,
    is_just_what_is_needed,
    is_short_of_need,
    refusal,
)
from engine.strict.needs_asked import asks_what_speaks_against
from engine.strict.part import Part, Place, Step
from engine.strict.unplaced import has_lines
from engine.terms.money import format_money

_REFUSING = ("RULED_OUT", "DOUBTS_SUM")
"""What comes before what it would like, if not both can be said."""


def weigh_probes(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """What each thing asked about would do for it, those that would do the same together; None where nothing is.

    No number is named, and nothing is said of what the line goes on to put forward otherwise. What comes after the
    first is said where there is room for it.
    """
    by_act: dict[str, list[ReadOffer]] = {}
    for offer in _probed(negotiation, reading):
        by_act.setdefault(_act_for(negotiation, offer), []).append(offer)
    acts = sorted(by_act, key=lambda act: act not in _REFUSING)
    said = [_said_to(negotiation, act, by_act[act]) for act in acts]
    return Step(mood, (*said[:1], *(part._replace(needed=False) for part in said[1:]))) if said else None


def _probed(negotiation: Negotiation, reading: Reading) -> Iterator[ReadOffer]:
    settled = {negotiation.scenario.price_issue.id, *(offer.issue for offer in reading.binding())}
    asked = [read for read in reading.acts if read.act is Act.ASK_OPEN and asks_what_speaks_against(read.span.text)]
    agreed = negotiation.counterpart_terms
    in_it = {issue for issue, amount in agreed.amounts if amount} if agreed is not None else set()
    for offer in reading.offers:
        if offer.issue in in_it and agreed is not None and agreed.amount(offer.issue) == offer.amount:
            continue
        is_asked_why = any(read.topic == Topic(offer.issue) and read.span.holds(offer.span) for read in asked)
        if offer.modality is Modality.PROBE and offer.issue not in settled and offer.amount and not is_asked_why:
            yield offer


def _act_for(negotiation: Negotiation, offer: ReadOffer) -> str:
    """How it would take the thing, against what is on the table of it."""
    scenario, tabled = negotiation.scenario, negotiation.tabled
    stake = scenario.counterpart.interests.stake(offer.issue)
    asked = tabled.put(offer.issue, offer.amount)
    if offer.issue in scenario.ruled_out(asked):
        return refusal(scenario, asked, offer)
    if any(offer.issue in veto.issues for veto in scenario.vetoes):
        return "SUITS"
    kind = scenario.issue(offer.issue).kind
    if kind is IssueKind.MONEY:
        return "TRADE_LOW" if stake.value(offer.amount) < 0 else "TRADE_HEARD"
    gain = stake.value(offer.amount) - stake.value(tabled.amount(offer.issue))
    if is_beyond_need(scenario, offer):
        return "MORE_THAN_NEEDED"
    if not gain and tabled.names(offer.issue):
        gain = stake.value(offer.amount)
    if not gain and is_just_what_is_needed(scenario, offer):
        return "AS_NEEDED"
    if not gain:
        return "WOULD_DO" if kind is IssueKind.COUNT else "NOT_NEEDED"
    if gain < 0 and is_short_of_need(scenario, offer.issue, offer.amount) and has_lines(scenario, "TOO_FEW"):
        return "TOO_FEW"
    return "WOULD_HELP" if gain > 0 else "WOULD_COST"


def _said_to(negotiation: Negotiation, act: str, meant: list[ReadOffer]) -> Part:
    scenario = negotiation.scenario
    if act in ("TRADE_LOW", "TRADE_HEARD"):
        slot = ("trade_in", format_money(meant[-1].amount, scenario.currency))
    else:
        slot = ("offer", in_words(scenario, meant))
    needs = (("need", how_many_it_needs(scenario, meant[-1].issue)),) if act == "TOO_FEW" else ()
    return Part(Place.ANSWER, act, (slot, *needs), needed=True)
