"""Tips about the end: asking for the deal, signing it, leaving it."""

from engine.coaching.look import Found, Look
from engine.negotiation.events import Reason
from engine.reading.reading import Act
from engine.scoring.record import Turn
from engine.scoring.zone import zone_of
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money

NEAR = 2
"""Percent of the list price within which their number is as good as a yes."""
_DECIDING = (Act.ASK_SALE, Act.ACCEPT, Act.CONDITIONAL_TODAY)


def buying_signal_passed(look: Look) -> Found | None:
    """Their number as good as met the rep's, and the next line did not ask for the decision."""
    for turn in look.turns:
        following = look.after(turn)
        if following is not None and _is_signal(look, turn) and not following.reading.has(*_DECIDING):
            why = "They had come as close as anybody comes. That was the moment to ask for the decision."
            return Found(following, why, "If that is right for you, shall we write it up now?")
    return None


def _is_signal(look: Look, turn: Turn) -> bool:
    """Whether their answer in the turn is acceptable to the rep, and near its own standing offer."""
    scenario, price = look.scenario, look.scenario.price_issue.id
    asked = next((other.offer for other in reversed(look.turns[: turn.number + 1]) if other.offer), None)
    if turn.answer is None or asked is None or scenario.rep.interests.surplus(turn.answer) < 0:
        return False
    return abs(asked.amount(price) - turn.answer.amount(price)) * 100 <= NEAR * scenario.product.list_price


def never_asked(look: Look) -> Found | None:
    """Terms on the table, and nobody asked for the decision."""
    asked = any(turn.reading.has(*_DECIDING) for turn in look.turns)
    if asked or not look.offers or not zone_of(look.scenario).exists:
        return None
    why = "The terms were there, and you never asked for the decision."
    return Found(look.turns[-1], why, "If that is right for you, shall we write it up now?")


def bad_deal(look: Look) -> Found | None:
    """A deal beyond the rep's own limit."""
    agreed, scenario = look.negotiation.agreed, look.scenario
    if agreed is None or scenario.rep.interests.surplus(agreed) >= 0 or not look.turns:
        return None
    loss = format_money(-scenario.rep.interests.surplus(agreed), scenario.currency)
    why = f"You signed {loss} beyond your own limit. No deal would have been the better one."
    better = "I cannot sell at that price. If it is the most you can do, let us leave it here as friends."
    return Found(look.turns[-1], why, better)


def walked_from_a_good_one(look: Look) -> Found | None:
    """No deal, with an offer of theirs on the table that was better than none."""
    live, scenario = look.negotiation.counterpart_terms, look.scenario
    left = look.negotiation.reason in (Reason.REP_WALKED, Reason.ENDED_BY_REP, Reason.COUNTERPART_WALKED)
    if not left or live is None or not look.turns or scenario.rep.interests.surplus(live) <= 0:
        return None
    gain = format_money(scenario.rep.interests.surplus(live), scenario.currency)
    why = f"Their last offer, {terms_in_words(scenario, live)}, was {gain} better for you than no deal."
    return Found(look.turns[-1], why, f"Then let us do it at {terms_in_words(scenario, live)}. Deal.")


def no_deal_sought(look: Look) -> Found | None:
    """No deal where there was room for one, and their price was never asked for."""
    if look.negotiation.agreed is not None or not look.turns or not zone_of(look.scenario).exists:
        return None
    why = "There was room for a deal. Before you leave, find out what it would take."
    return Found(look.turns[-1], why, "Before we leave it: what would it take for you to sign today?")
