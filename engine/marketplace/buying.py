"""The strict buyer: it plays a rep's part by rules alone, from the buyer's view, so that a market runs unattended.

It asks everybody first, then bargains with the cheapest sellers that it trusts, one at a time, and comes up towards
the most that it pays as its rounds run out; what others offer it tells when it is true. It takes the best offer once
that is no dearer than its own next bid, or at the end if it is within its limits.
"""

from enum import StrEnum
from typing import NamedTuple

from engine.concession.curves import CURVES, FULL, time_used
from engine.marketplace.listening import Ask
from engine.marketplace.market import Handle
from engine.marketplace.room import BY_RULES, Offer, Thought
from engine.marketplace.visibility import BuyerView
from engine.seed import pick
from engine.terms.money import format_money


class BuyerAct(StrEnum):
    """What the buyer does next."""

    SAY = "say"
    TAKE = "take"
    LEAVE = "leave"


NOTHING_ASKED = Ask()


class BuyerMove(NamedTuple):
    """A line to say, to one seller or to all; an offer to take (of so many pieces); or leaving.

    `means` is what the line asks of a seller; None where each reads it, but for the `bid` that it names.
    """

    act: BuyerAct
    text: str = ""
    means: Ask | None = NOTHING_ASKED
    seller: Handle | None = None
    quantity: int = 0
    bid: Offer | None = None
    thought: Thought = BY_RULES


class Habits(NamedTuple):
    """How a buyer bargains: its concession curve, how many sellers it keeps in play, and the share of the best price
    seen, in percent, at which it begins."""

    name: str
    curve: str
    in_play: int
    begins_at: int


HABITS = (
    Habits("patient", "0.5", 2, 78),
    Habits("even", "1", 2, 84),
    Habits("eager", "2", 1, 90),
    Habits("shopper", "1", 3, 80),
)

_OPENINGS = ("I need {item}, what can you offer?", "I need {item}. Your price?", "I'd buy {item}. What do you ask?")
_BIDS = (
    "@{seller} can you do {price}?",
    "@{seller} could you do {item} at {price}?",
    "@{seller} would {price} be possible?",
)
_WITH_RIVAL = (
    "@{seller} another seller offers {rival}. Can you do {price}?",
    "@{seller} somebody else offers {rival}. Could you do {price}?",
)
_BIDS_FOR_FEWER = ("@{seller} could you do {item} at {price}?", "@{seller} would you do {item} at {price}?")
_FEWER_WITH_RIVAL = ("@{seller} another seller offers {rival}. Could you do {item} at {price}?",)


def habits_of(key: bytes, name: str = "") -> Habits:
    """The habits of that name, or those that the seed draws; KeyError for a name that nobody has."""
    by_name = {habits.name: habits for habits in HABITS}
    return by_name[name or pick(key, "buyer/habits", dict.fromkeys(by_name, 1))]


def next_move(view: BuyerView, habits: Habits, key: bytes) -> BuyerMove:
    """What the buyer does next, while the talk is open."""
    if not view.round:
        return _say(view, key, _OPENINGS)
    fair = _fair(view)
    if not fair:
        return BuyerMove(BuyerAct.LEAVE) if view.rounds_left < 2 or not view.offers else _press(view, key)
    handle, best = min(fair, key=lambda pair: (pair[1].price, -pair[1].quantity, pair[0]))
    bid = _bid(view, habits, min(offer.price for _, offer in fair))
    if best.price <= bid or (view.rounds_left < 2 and best.price <= view.demand.high):
        return BuyerMove(BuyerAct.TAKE, seller=handle, quantity=min(best.quantity, view.missing))
    if view.rounds_left < 2:
        return BuyerMove(BuyerAct.LEAVE)
    in_play = sorted(fair, key=lambda pair: (pair[1].price, pair[0]))[: habits.in_play]
    return _bargain(view, key, *in_play[view.round % len(in_play)], bid, best.price)


def _bargain(view: BuyerView, key: bytes, seller: Handle, offer: Offer, bid: int, best: int) -> BuyerMove:
    """It names a price to a seller; where that one is not the cheapest, also what somebody else offers."""
    wanted = Offer(min(bid, offer.price), min(offer.quantity, view.missing))
    is_for_all = wanted.quantity == offer.quantity
    if offer.price > best:
        return _say(view, key, _WITH_RIVAL if is_for_all else _FEWER_WITH_RIVAL, seller, wanted, best)
    return _say(view, key, _BIDS if is_for_all else _BIDS_FOR_FEWER, seller, wanted)


def _fair(view: BuyerView) -> list[tuple[Handle, Offer]]:
    """The offers that the buyer trusts: those for all that it needs before those for a part, unless parts add up."""
    fair = [(handle, offer) for handle, offer in view.offers if view.demand.low <= offer.price]
    whole = [(handle, offer) for handle, offer in fair if offer.quantity >= view.missing]
    return fair if view.partial else whole or fair


def _bid(view: BuyerView, habits: Habits, best: int) -> int:
    """The price that the buyer would pay now: up from its first idea to the most that it pays, and never back."""
    first = max(view.demand.low, min(view.demand.high, _first_price(view) * habits.begins_at // 100))
    tau = time_used(view.round - 1, max(1, view.round + view.rounds_left - 2))
    given_up = CURVES[habits.curve][tau]
    price = first + (max(first, min(view.demand.high, best)) - first) * given_up // FULL
    so_far = max((line.offer.price for line in view.talk if not line.who and line.offer), default=0)
    return max(view.demand.low, so_far, price // view.currency.grid * view.currency.grid)


def _first_price(view: BuyerView) -> int:
    """The cheapest of the first prices that it was given."""
    firsts: dict[str, int] = {}
    for line in view.talk:
        if line.who and line.offer:
            firsts.setdefault(line.who, line.offer.price)
    return min(firsts.values(), default=view.demand.high)


def _press(view: BuyerView, key: bytes) -> BuyerMove:
    """Everybody is below what it trusts: it asks what is wrong."""
    return _say(view, key, ("Why so cheap? Which quality is that?",))


def _say(
    view: BuyerView,
    key: bytes,
    lines: tuple[str, ...],
    seller: Handle | None = None,
    bid: Offer | None = None,
    rival: int = 0,
) -> BuyerMove:
    line = pick(key, f"buyer/say/{view.round}", dict.fromkeys(lines, 1))
    text = (
        line.replace("{item}", view.item.named(bid.quantity if bid else view.missing))
        .replace("{seller}", seller or "")
        .replace("{price}", format_money(bid.price, view.currency) if bid else "")
        .replace("{rival}", format_money(rival, view.currency))
    )
    means = Ask(bid=bid, rival=rival) if bid else Ask(pieces=view.missing if lines is _OPENINGS else None)
    return BuyerMove(BuyerAct.SAY, text, means, seller)
