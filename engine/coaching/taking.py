"""Tips about what was taken: their first number, or less than they had offered by themselves."""

from engine.coaching.look import Found, Look
from engine.negotiation.events import Reason
from engine.reading.reading import Act
from engine.scoring.limit import within_limit
from engine.scoring.record import Turn
from engine.strict.wording import terms_in_words
from engine.terms.money import whole_money
from engine.terms.terms import Terms

_NAMING = (Act.CONCEDE, Act.COUNTER, Act.QUOTE)


def below_theirs(look: Look) -> Found | None:
    """An offer of the rep's that was worse for it than the one that they had on the table."""
    own, price = look.scenario.rep.interests, look.scenario.price_issue.id
    for turn in look.turns:
        theirs = _standing(look, turn)
        if turn.offer is None or theirs is None or own.value(turn.offer) >= own.value(theirs):
            continue
        if own.surplus(theirs) < 0 or look.scenario.direction * (turn.offer.amount(price) - theirs.amount(price)) <= 0:
            continue
        given = whole_money(own.value(theirs) - own.value(turn.offer), look.scenario.currency)
        said = terms_in_words(look.scenario, theirs)
        why = f"They had offered {said} already. What you offered was {given} worse for you than that."
        return Found(_naming_it(look, turn), why, f"Then let us do it at {said}. Deal.", _NAMING)
    return None


def took_the_first(look: Look) -> Found | None:
    """Their number taken as it stood, though the rep had answered none of theirs with one of its own."""
    last = look.turns[-1] if look.turns else None
    agreed = look.negotiation.agreed
    if last is None or agreed is None or look.negotiation.reason is not Reason.REP_ACCEPTED:
        return None
    answered = [turn for turn in look.turns if turn.offer is not None and _standing(look, turn) is not None]
    theirs = _standing(look, last)
    if theirs is None or look.scenario.rep.interests.surplus(theirs) < 0 or any(turn is not last for turn in answered):
        return None
    counter = _half_way(look, last, theirs)
    if counter is None:
        return None
    why = "You took their number as it stood, and had answered none of theirs with one of your own."
    better = f"I can do {terms_in_words(look.scenario, counter)} if we can settle it this week. Can we?"
    return Found(last, why, better, (Act.ACCEPT,), before=True)


def _naming_it(look: Look, turn: Turn) -> Turn:
    """The turn whose line names the price: the one before where they asked whether that was meant."""
    before = look.turns[turn.number - 1]
    amounts = [doubt.amount for doubt in before.reading.doubts if doubt.issue == look.scenario.price_issue.id]
    is_meant = turn.offer is not None and turn.offer.amount(look.scenario.price_issue.id) in amounts
    return before if is_meant else turn


def _standing(look: Look, turn: Turn) -> Terms | None:
    """Their live offer before the turn."""
    return next((each.answer for each in reversed(look.turns[: turn.number]) if each.answer is not None), None)


def _half_way(look: Look, last: Turn, theirs: Terms) -> Terms | None:
    """Their terms at a price half way to the rep's last one, or to the list's; None where there is nothing between."""
    scenario, grid = look.scenario, look.scenario.currency.grid
    price = scenario.price_issue.id
    own = next((turn.offer for turn in reversed(look.offers) if turn.number < last.number), None)
    mine = own.amount(price) if own is not None else scenario.product.list_price
    middle = (mine + theirs.amount(price)) // 2 // grid * grid
    counter = within_limit(scenario, theirs.put(price, middle))
    value = scenario.rep.interests.value
    return counter if value(counter) > value(theirs) else None
