"""One move of the strict counterpart at the price: its clock, its demand, and what it does with the table."""

from typing import NamedTuple

from engine.concession.demand import gain_over, next_demand
from engine.negotiation.events import Mood, MoveKind
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality, Reading
from engine.strict.acceptance import is_bearable, is_enough, walk_away_shift, would_accept
from engine.strict.gates import obstacle
from engine.strict.offering import counter_offer, meets_ask
from engine.terms.terms import Terms

_AT_THE_TABLE = frozenset({Act.REJECT, Act.ASK_SALE, Act.PRESSURE})
"""Acts that do something to what is on the table."""


class Bargain(NamedTuple):
    """What the counterpart does at the table: its move, its mood, the terms it offers or agrees to."""

    move: MoveKind
    mood: Mood
    offer: Terms | None = None
    agreed: Terms | None = None


def answer_offer(negotiation: Negotiation, terms: Terms, mood: Mood, *, pressed: bool) -> Bargain:
    """The answer to new terms of the rep. Under pressure, and to an offer no better, the demand does not move."""
    scenario = negotiation.scenario
    mood = weigh_offer(negotiation, terms, mood, pressed=pressed)
    worth = mood.utilities[-1]
    bearable = is_bearable(scenario, terms, worth)
    if bearable and is_enough(scenario, mood, worth):
        return sign(negotiation, terms, mood)
    counter = counter_offer(negotiation, mood)
    if bearable and counter is not None and meets_ask(negotiation, counter):
        return sign(negotiation, terms, mood)
    if counter is None or counter == negotiation.counterpart_terms:
        return Bargain(MoveKind.HOLD, mood)
    return Bargain(MoveKind.COUNTER, mood, offer=counter)


def weigh_offer(negotiation: Negotiation, terms: Terms, mood: Mood, *, pressed: bool) -> Mood:
    """The mood after weighing the terms: one tick of the clock, the demand, what was offered so far.

    The first offer meets the demand that the counterpart came with.
    """
    scenario = negotiation.scenario
    interests, shift = scenario.counterpart.interests, walk_away_shift(scenario, mood.trust)
    worth = interests.utility(terms, shift)
    best = mood.best_utility if mood.utilities else None
    gain = gain_over(best, worth, worst=interests.utility_of(scenario.value_at_list, shift))
    clock = mood.clock + 1
    stands_still = bool(mood.utilities) and gain == 0 and negotiation.counterpart_terms is not None
    frozen = pressed or stands_still or not mood.utilities
    return mood._replace(
        clock=clock,
        patience=mood.patience - (2 if stands_still else 1),
        demand=mood.demand if frozen else next_demand(scenario.temper, mood.demand, clock, gain),
        utilities=(*mood.utilities, worth),
        best_utility=worth if best is None else max(best, worth),
        pending=None,
    )


def sign(negotiation: Negotiation, terms: Terms, mood: Mood) -> Bargain:
    """Agreement to the terms, or agreement but for what still stands in the way."""
    if obstacle(negotiation.scenario, mood) is not None:
        return Bargain(MoveKind.ACCEPT_IF, mood._replace(pending=terms), agreed=terms)
    return Bargain(MoveKind.ACCEPT, mood._replace(pending=None) if mood.pending else mood, agreed=terms)


def answer_without_offer(negotiation: Negotiation, reading: Reading, mood: Mood) -> Bargain:
    """What the counterpart does at the table when the line puts no new terms there."""
    if mood.pending is None and not reading.offers and reading.kinds.isdisjoint(_at_the_table(negotiation)):
        return Bargain(MoveKind.TALK, mood)
    mood = mood._replace(pending=None) if reading.has(Act.REJECT) else mood
    if mood.pending is not None and obstacle(negotiation.scenario, mood) is None:
        return sign(negotiation, mood.pending, mood)
    if mood.pending is not None and mood.arranged:
        return Bargain(MoveKind.DEFER, mood)
    if reading.has(Act.ASK_SALE) and negotiation.rep_terms is not None and not _probes(negotiation, reading):
        return _answer_close(negotiation, negotiation.rep_terms, mood)
    if reading.has(Act.REJECT, Act.PRESSURE) or refuses_price(negotiation, reading):
        return Bargain(MoveKind.HOLD, mood._replace(clock=mood.clock + 1, patience=mood.patience - 1))
    if _probes(negotiation, reading):
        return Bargain(MoveKind.HOLD, mood._replace(patience=mood.patience - 1))
    return Bargain(MoveKind.TALK, mood)


def _at_the_table(negotiation: Negotiation) -> frozenset[Act]:
    """Acts that do something there; as long as nobody has offered anything, a "no" refuses nothing."""
    is_empty = negotiation.counterpart_terms is None and not negotiation.rep_offers
    return _AT_THE_TABLE - {Act.REJECT} if is_empty else _AT_THE_TABLE


def _answer_close(negotiation: Negotiation, terms: Terms, mood: Mood) -> Bargain:
    if mood.utilities and would_accept(negotiation.scenario, mood, terms):
        return sign(negotiation, terms, mood)
    return Bargain(MoveKind.HOLD, mood)


def refuses_price(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line names a price only to refuse it."""
    price = negotiation.scenario.price_issue.id
    return any(offer.issue == price and offer.modality is Modality.REJECTED for offer in reading.offers)


def probed_price(negotiation: Negotiation, reading: Reading) -> int | None:
    """The price that the line asks about without binding anybody, if it does."""
    price = negotiation.scenario.price_issue.id
    probes = [offer.amount for offer in reading.offers if offer.issue == price and offer.modality is Modality.PROBE]
    return probes[-1] if probes else None


def _probes(negotiation: Negotiation, reading: Reading) -> bool:
    return probed_price(negotiation, reading) is not None
