"""Tips about trading more than the price."""

from engine.coaching.look import Found, Look
from engine.reading.reading import Act
from engine.scenario.scenario import Issue
from engine.scoring.extras import is_quantity, left_out_in_words, turned_down
from engine.scoring.reasons import gives_options
from engine.scoring.record import names_its_price
from engine.scoring.zone import best_amount, joint_gain, zone_of
from engine.terms.money import format_money, whole_money
from engine.terms.terms import Terms

MANY_OFFERS = 4
"""Offers, each of them the only one, from which a choice would have told the rep more."""
_NAMING = (Act.COUNTER, Act.QUOTE, Act.CONCEDE)


def single_issue(look: Look) -> Found | None:
    """Haggling over the price alone, with something on the sheet that is worth more to them than it costs."""
    extra = _best_extra(look)
    has_more = any(len(turn.offer.amounts) > 1 for turn in look.offers if turn.offer) or _gave_a_choice(look)
    if extra is None or not look.offers or has_more:
        return None
    worth = whole_money(joint_gain(look.scenario, extra), look.scenario.currency)
    why = f"Every offer was a price alone, while {extra.phrase} would have been worth {worth} more to the two of you."
    return Found(look.offers[-1], why, f"The price stays, and I would put in {extra.phrase}. Would that help?", _NAMING)


def left_out(look: Look) -> Found | None:
    """A deal without something that would have been worth more to both than it costs."""
    agreed = look.negotiation.agreed
    missed = [issue for issue in _extras(look) if agreed is not None and not agreed.amount(issue.id)]
    if not missed or not look.offers:
        return None
    best = max(missed, key=lambda issue: joint_gain(look.scenario, issue))
    why = left_out_in_words(look.scenario, best)
    if is_quantity(look.scenario, best):
        return Found(look.offers[-1], why, "How many will you really need? I can build the offer around that.", _NAMING)
    return Found(look.offers[-1], why, f"If I put in {best.phrase}, what is that worth to you?", _NAMING)


def no_options(look: Look) -> Found | None:
    """Offer after offer, never two to choose from, before they had said yes to one of them."""
    price = look.scenario.price_issue.id
    offers = [turn for turn in look.offers if turn.before.pending is None]
    if len(offers) < MANY_OFFERS or _gave_a_choice(look):
        return None
    priced = [turn for turn in offers[1:] if names_its_price(look.scenario, turn)]
    turn = (priced or offers[1:])[0]
    extra = _best_extra(look, turn.offer)
    if extra is None:
        return None
    amount = turn.offer.amount(price) if turn.offer else 0
    plain = format_money(amount, look.scenario.currency)
    more = format_money(amount + _for_the_extra(look, extra), look.scenario.currency)
    why = "You never gave them two offers to choose from; what they choose would have told you what they value."
    better = f"Would you rather have it at {plain} as it stands, or at {more} with {extra.phrase}?"
    return Found(turn, why, better, _NAMING)


def _for_the_extra(look: Look, extra: Issue) -> int:
    """Minor units on top of the price with which the extra leaves the rep no worse off; less where it brings some."""
    grid = look.scenario.currency.grid
    cost = -look.scenario.rep.interests.stake(extra.id).value(best_amount(look.scenario, extra))
    return -(-cost // grid) * grid + 2 * grid if cost > 0 else -2 * grid


def _gave_a_choice(look: Look) -> bool:
    return any(gives_options(look.scenario, turn) for turn in look.turns)


def _extras(look: Look) -> list[Issue]:
    """What would have created value, but for what they had turned down."""
    refused = turned_down(look.scenario, look.turns)
    return [look.scenario.issue(extra) for extra in zone_of(look.scenario).extras if extra not in refused]


def _best_extra(look: Look, offer: Terms | None = None) -> Issue | None:
    """The extra that is worth most of those not in the offer yet; how many pieces there are is none."""
    missing = [issue for issue in _extras(look) if offer is None or not offer.amount(issue.id)]
    extras = [issue for issue in missing if not is_quantity(look.scenario, issue)]
    return max(extras, key=lambda issue: joint_gain(look.scenario, issue), default=None)
