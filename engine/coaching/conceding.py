"""Tips about giving way at the price."""

from itertools import pairwise

from engine.coaching.look import ASKING, SHOWING, Found, Look, Step
from engine.reading.reading import Act
from engine.scenario.scenario import Issue
from engine.scoring.dealing import HUGE_CUT, bids_against_itself, is_larger
from engine.scoring.extras import is_quantity, turned_down
from engine.scoring.limit import price_within_limit, within_limit
from engine.scoring.picking_up import LISTENING
from engine.scoring.reasons import has_reason, states_a_condition
from engine.scoring.record import Turn, times
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money, whole_money
from engine.terms.terms import Terms

_GIVING = (Act.CONCEDE, Act.COUNTER, Act.QUOTE)
HASTY = 2
"""Prices thrown back at theirs without a word from which it is a habit."""
RISING = 120
"""Percent of the step before it from which a step is larger."""


def bid_against_itself(look: Look) -> Found | None:
    """A lower price while their answer to the last one was still out."""
    steps = [step for step in look.steps if bids_against_itself(look.turns, look.offers, step.turn)]
    if not steps:
        return None
    worst = max(steps, key=lambda step: step.size)
    if any(turn.answer is not None for turn in look.turns[: worst.turn.number]):
        why = f"You came down {_money(look, worst)} though they had not moved since your last price."
        return Found(worst.turn, why, "I came down last. What can you do on your side?", _GIVING)
    why = f"You came down {_money(look, worst)} though they had not answered your last price with one of theirs."
    return Found(worst.turn, why, "That is my price. What is yours?", _GIVING)


def huge_cut(look: Look) -> Found | None:
    """More than half of the room given in one step."""
    first = look.first_price
    if first is None or first.offer is None:
        return None
    room = max(1, look.scenario.rep.interests.surplus(first.offer))
    cuts = [step for step in look.steps if step.size * 100 > room * HUGE_CUT]
    if not cuts:
        return None
    worst = max(cuts, key=lambda step: step.size)
    why = f"One step of {_money(look, worst)} gave more than half of your room away, and told them that there is more."
    return Found(worst.turn, why, _half_of(look, worst), _GIVING)


def rising_concessions(look: Look) -> Found | None:
    """Steps that grow, so that waiting pays."""
    pairs = pairwise(look.steps)
    rising = [after for one, after in pairs if is_larger(look.scenario, look.offers, one.turn, after.turn, RISING)]
    if not rising:
        return None
    worst = max(rising, key=lambda step: step.size)
    why = "This step was larger than the one before it. Growing steps teach them to wait."
    return Found(worst.turn, why, _half_of(look, worst), _GIVING)


def unconditional_concession(look: Look) -> Found | None:
    """A step for nothing in return, and without a reason."""
    bare = [step for step in look.steps if not has_reason(look.scenario, look.turns, step.turn)]
    if not bare:
        return None
    worst = max(bare, key=lambda step: step.size)
    if states_a_condition(worst.turn):
        why = f"You gave {_money(look, worst)} for a condition that you had set before, and that had bought a step."
        return Found(
            worst.turn, why, f"{_price_before(look, worst.turn)} stands. What would you do in return?", _GIVING
        )
    why = f"You gave {_money(look, worst)} for nothing in return, and without a reason."
    return Found(worst.turn, why, _for_a_decision(look, worst.turn), _GIVING)


def instant_counter(look: Look) -> Found | None:
    """Price against price, again and again, without a question or a word between."""
    hasty = [step for step in look.steps if _is_hasty(look, step.turn)]
    if len(hasty) < HASTY:
        return None
    why = f"{times(len(hasty)).capitalize()} you answered their number with a number of your own and nothing else."
    return Found(hasty[1].turn, why, "How did you come to that number?", _GIVING)


def _is_hasty(look: Look, turn: Turn) -> bool:
    before = look.turns[turn.number - 1] if turn.number else None
    answered = before is not None and before.answer is not None
    return answered and not turn.reading.has(*ASKING, *LISTENING, *SHOWING, Act.NEXT_STEP, Act.CONDITIONAL_TODAY)


def _money(look: Look, step: Step) -> str:
    """What the step gave; "in all" where that is more than the price moved."""
    offers, price = look.offers, look.scenario.price_issue.id
    before, after = offers[offers.index(step.turn) - 1].offer, step.turn.offer
    moved = abs(before.amount(price) - after.amount(price)) if before is not None and after is not None else 0
    return f"{whole_money(step.size, look.scenario.currency)}{'' if step.size == moved else ' in all'}"


def _half_of(look: Look, step: Step) -> str:
    """Half the step, for something in return."""
    scenario, grid = look.scenario, look.scenario.currency.grid
    offers = look.offers
    earlier = offers[offers.index(step.turn) - 1]
    before, after = price_within_limit(look.scenario, earlier.offer), price_within_limit(look.scenario, step.turn.offer)
    halved = (before + after) // 2 // grid * grid
    if halved in (before, after):
        return _for_a_decision(look, step.turn)
    terms = step.turn.offer.put(scenario.price_issue.id, halved) if step.turn.offer is not None else None
    return _if_settled(look, step.turn, terms)


def _price_before(look: Look, turn: Turn) -> str:
    """The price of the rep's offer before that turn's."""
    offers = look.offers
    price = price_within_limit(look.scenario, offers[offers.index(turn) - 1].offer)
    return format_money(price, look.scenario.currency)


def _for_a_decision(look: Look, turn: Turn) -> str:
    return _if_settled(look, turn, turn.offer)


def _if_settled(look: Look, turn: Turn, terms: Terms | None) -> str:
    """The terms, within the rep's limit and without what they had turned down by then, for a decision."""
    as_wanted = _as_they_want_it(look, turn, terms) if terms is not None else None
    held = terms_in_words(look.scenario, within_limit(look.scenario, as_wanted)) if as_wanted is not None else ""
    return f"I can do {held} if we can settle it this week. Can we?"


def _as_they_want_it(look: Look, turn: Turn, terms: Terms) -> Terms:
    """The terms with as many pieces as they last named, and without what they had turned down."""
    answers = [each.answer for each in look.turns[: turn.number] if each.answer is not None]
    refused = turned_down(look.scenario, look.turns[: turn.number])
    for issue in look.scenario.issues if answers else ():
        theirs, ours = answers[-1].amount(issue.id), terms.amount(issue.id)
        is_too_many = is_quantity(look.scenario, issue) and theirs and theirs != ours
        if ours and (is_too_many or (issue.id in refused and not theirs and ours == _put_up_before(look, turn, issue))):
            terms = terms.put(issue.id, theirs)
    return terms


def _put_up_before(look: Look, turn: Turn, issue: Issue) -> int:
    """How much of it the rep's offer before that turn had."""
    earlier = [each.offer for each in look.offers if each.offer is not None and each.number < turn.number]
    return earlier[-1].amount(issue.id) if earlier else 0
