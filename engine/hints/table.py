"""What lies on the table: whose move it is, prices without a reason, extras, and when to ask for the decision."""

from collections.abc import Iterator
from itertools import pairwise

from engine.hints.found import Found
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scoring.deciding import decision_sought
from engine.scoring.fewer import why_beyond
from engine.scoring.reasons import has_reason
from engine.scoring.record import turns_of
from engine.scoring.zone import zone_of
from engine.strict.speaking import times_used
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money

FEW_ROUNDS = 4
CLOSE = 2
"""Percent of the list price within which two prices are close."""
PATIENT_QUESTIONS = 2
"""How often the counterpart asks for a price before it is overdue."""
LONG_TALK = 8
"""Rounds after which a price is overdue unasked."""


def last_chance(negotiation: Negotiation) -> Iterator[Found]:
    """The end is near, and their offer stands: take it, or know that it is not good enough."""
    live = negotiation.counterpart_terms
    left = negotiation.scenario.rules.max_rounds - negotiation.round
    if live is None or not (negotiation.mood.warned or left <= FEW_ROUNDS):
        return
    if negotiation.scenario.rep.interests.surplus(live) >= 0:
        yield Found("take", "", (("terms", terms_in_words(negotiation.scenario, live)),))
    else:
        yield Found("leave")


def close_to_each_other(negotiation: Negotiation) -> Iterator[Found]:
    """Two prices that hardly differ, theirs within the rep's limit."""
    scenario, live, gap = negotiation.scenario, negotiation.counterpart_terms, _gap(negotiation)
    is_good = live is not None and scenario.rep.interests.surplus(live) >= 0
    if is_good and gap and gap * 100 <= CLOSE * scenario.product.list_price:
        yield Found("close", "", (("gap", format_money(gap, scenario.currency)),))


def _gap(negotiation: Negotiation) -> int | None:
    """Minor units between the two live prices."""
    ours, theirs = negotiation.rep_terms, negotiation.counterpart_terms
    price = negotiation.scenario.price_issue.id
    return abs(ours.amount(price) - theirs.amount(price)) if ours and theirs else None


def their_move(negotiation: Negotiation) -> Iterator[Found]:
    """The rep named the last price."""
    if negotiation.rep_offers and not _they_answered(negotiation):
        yield Found("their_move")


def your_move(negotiation: Negotiation) -> Iterator[Found]:
    """They answered the rep's last price with their own."""
    if negotiation.rep_offers and _they_answered(negotiation) and _gap(negotiation):
        yield Found("your_move" if _has_come_down(negotiation) else "your_first_step")


def _has_come_down(negotiation: Negotiation) -> bool:
    """Whether the rep has given anything yet."""
    worth = [negotiation.scenario.rep.interests.value(offer.terms) for offer in negotiation.rep_offers]
    return any(later < earlier for earlier, later in pairwise(worth))


def _they_answered(negotiation: Negotiation) -> bool:
    """Whether the counterpart's last offer came after the rep's."""
    theirs = negotiation.counterpart_offers
    return bool(theirs) and theirs[-1].round >= negotiation.rep_offers[-1].round


def beyond_limit(negotiation: Negotiation) -> Iterator[Found]:
    """The rep's own offer that stands is worse for it than no deal."""
    terms = negotiation.rep_terms
    if terms is not None and negotiation.scenario.rep.interests.surplus(terms) < 0:
        yield Found("beyond_limit", "", (("fewer", why_beyond(negotiation.scenario, terms)),))


def price_overdue(negotiation: Negotiation) -> Iterator[Found]:
    """They asked for a price more than once, or the talk has been long, and none was named."""
    asked = times_used(negotiation.mood, "ASK_PRICE") >= PATIENT_QUESTIONS
    if not negotiation.rep_offers and (asked or negotiation.round >= LONG_TALK):
        yield Found("price_asked" if asked else "price")


def first_price(negotiation: Negotiation) -> Iterator[Found]:
    """Enough was said, and no price was named."""
    if not negotiation.rep_offers:
        yield Found("price")


def bare_price(negotiation: Negotiation) -> Iterator[Found]:
    """A last price without a reason and without anything in return."""
    offers = [turn for turn in turns_of(negotiation) if turn.offer is not None]
    if offers and not has_reason(negotiation.scenario, offers, offers[-1]):
        yield Found("reason")


def extra_they_value(negotiation: Negotiation) -> Iterator[Found]:
    """Something that they said is worth more to them than it costs, and that no offer of the rep holds."""
    scenario, terms = negotiation.scenario, negotiation.rep_terms
    told = {str(fact.topic) for fact in scenario.facts if fact.id in negotiation.mood.told}
    for extra in zone_of(scenario).extras if terms else ():
        if extra in told and terms and not terms.amount(extra):
            yield Found("extra_told", extra, (("extra", scenario.issue(extra).phrase),))


def price_alone(negotiation: Negotiation) -> Iterator[Found]:
    """Offers about the price alone, though the sheet has extras that nobody asked about."""
    scenario = negotiation.scenario
    if not negotiation.rep_offers or any(len(offer.terms.amounts) > 1 for offer in negotiation.rep_offers):
        return
    asked = {str(topic) for read in negotiation.readings for topic in read.reading.topics(*Act)}
    for add_on in scenario.product.add_ons:
        if not add_on.brings and add_on.issue not in asked:
            yield Found("extra", add_on.issue, (("extra", scenario.issue(add_on.issue).phrase),))


def decide(negotiation: Negotiation) -> Iterator[Found]:
    """Both have named their terms, and nobody asked for the decision."""
    turns = turns_of(negotiation)
    asked = any(decision_sought(negotiation.scenario, turns, turn) for turn in turns)
    if negotiation.rep_offers and negotiation.counterpart_offers and not asked:
        yield Found("decide")
