"""The strict seller: what it does about a line, by rules alone, from its own view and nothing else.

It begins at its selling price and comes down as the talk goes on (Faratin, Sierra and Jennings 1998): by the time
that its patience gives it, and for what the buyer gives. Who cares for keeping customers yields early and returns
much; who cares for profit holds, and keeps a share of the room to the end. A rude one yields late, nothing for asking
alone, and leaves when it is bid too little twice; a sweet one yields early and keeps nothing. No seller goes below its
least price, back on its own offer, or sells what it does not have.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from engine.concession.curves import FULL
from engine.concession.demand import next_demand
from engine.marketplace.listening import Ask
from engine.marketplace.market import Seller, Style, on_grid
from engine.marketplace.room import Offer
from engine.marketplace.visibility import SellerView


class SellerMove(StrEnum):
    """What a seller does about a line."""

    QUOTE = "quote"
    """It names its first price."""
    COUNTER = "counter"
    """It comes down."""
    HOLD = "hold"
    """It stays where it is."""
    LAST = "last"
    """It stays, and says that there is no more to be had."""
    MEET = "meet"
    """It offers what was asked for."""
    SELL = "sell"
    """It takes the buyer's offer, or the buyer has taken its own."""
    SHORT = "short"
    """It has fewer pieces than are wanted, and offers those."""
    TELL = "tell"
    """It answers a question, and leaves its offer standing."""
    STOCK = "stock"
    """It says how many pieces it has."""
    CHAT = "chat"
    """Nothing was asked of it."""
    PART = "part"
    """The buyer has had enough; its offer stands."""
    LEAVE = "leave"
    """It wants no more to do with this buyer."""


class Decision(NamedTuple):
    """A move, the offer that stands after it (None: as before), and the topics of the facts that it tells.

    `sold` is what changes hands at once. `counts` where it says besides how many pieces it has.
    """

    move: SellerMove
    offer: Offer | None = None
    told: tuple[str, ...] = ()
    sold: Offer | None = None
    counts: bool = False

    @property
    def leaves(self) -> bool:
        """Whether the seller is not to be had any more."""
        return self.move is SellerMove.LEAVE


class Manner(NamedTuple):
    """How a seller of a manner bargains.

    `patience` are the price moves after which it has given what it gives, `later` how many curve classes it yields
    later than others of its weights (below 0: earlier), `keeps` the percent of the room that it keeps to the end.
    `for_asking` is the percent of a step that it gives to a buyer who asks and names no price, `rival` what it gives up
    of its demand when somebody else is cheaper. Two bids below `lowball` percent of its own price drive it away.
    """

    patience: int
    later: int
    keeps: int
    for_asking: int
    rival: int
    lowball: int


MANNERS: Mapping[Style, Manner] = MappingProxyType(
    {
        "rude": Manner(patience=6, later=1, keeps=24, for_asking=0, rival=500, lowball=70),
        "neutral": Manner(patience=5, later=0, keeps=8, for_asking=60, rival=1_500, lowball=0),
        "sweet": Manner(patience=4, later=-1, keeps=0, for_asking=100, rival=2_500, lowball=0),
    }
)
_CURVES = ("0.2", "0.5", "1", "2", "4")
"""Curve classes from the one that holds longest to the one that gives first."""
_CLASS = 20
"""The weight of keeping customers that makes one curve class."""
KEPT = 20
"""Percent of the room between the two prices that a seller keeps who cares for profit alone, besides its manner."""
CARES_FOR_CUSTOMERS = 50
"""The weight of keeping customers from which a rival's price moves a seller."""
TIME_WEIGHT = 60
"""Percent of its demand that follows the clock; the rest follows what the buyer gives."""


def decide(view: SellerView, ask: Ask) -> Decision:
    """What the seller does about the line."""
    view = view.about(ask.pieces or _wanted(view))
    if ask.insults and view.seller.style == "rude":
        return Decision(SellerMove.LEAVE)
    if view.left < 1:
        return Decision(SellerMove.LEAVE)
    if ask.takes and view.standing is not None:
        return _sell(view, Offer(view.standing.price, ask.pieces or view.standing.quantity))
    if ask.leaves:
        return Decision(SellerMove.PART if view.standing else SellerMove.CHAT)
    wanted = ask.pieces or _wanted(view)
    told = _facts_asked(view, ask)
    if view.standing is None and ask.bid is None:
        first = Offer(view.stock.first_price(wanted, view.currency.grid), wanted)
        return _counted(ask, _within_stock(view, Decision(SellerMove.QUOTE, first, told)))
    if ask.bid is not None or ask.wants_less:
        return _counted(ask, _within_stock(view, _about_price(view, ask, wanted, told)))
    return _about_else(view, ask, told)


def _for_others(view: SellerView, standing: Offer, pieces: int) -> Decision:
    """Its price for another number of pieces: the one that stands, or what it begins with for so many if less."""
    first = view.stock.first_price(min(pieces, view.left), view.currency.grid)
    move = SellerMove.COUNTER if first < standing.price else SellerMove.HOLD
    return Decision(move, Offer(min(first, standing.price), pieces))


def _counted(ask: Ask, decision: Decision) -> Decision:
    """It says how many pieces it has where that is asked too, unless it says so anyway."""
    return decision._replace(counts=ask.asks_stock and decision.move is not SellerMove.SHORT)


def _about_else(view: SellerView, ask: Ask, told: tuple[str, ...]) -> Decision:
    """It is asked for something that changes no price."""
    if ask.asks_stock and not told:
        return Decision(SellerMove.STOCK)
    if ask.pieces and view.standing is not None and ask.pieces != view.standing.quantity and not told:
        return _within_stock(view, _for_others(view, view.standing, ask.pieces))
    if (ask.asks_price or ask.names_own) and view.standing is not None and not told:
        return Decision(SellerMove.HOLD)
    if told or ask.topics or ask.asks:
        return Decision(SellerMove.TELL, told=told)
    return Decision(SellerMove.CHAT)


def hold(view: SellerView, ask: Ask) -> Decision:
    """What a seller does that gives nothing: it sells what the buyer takes, and else stays at the offer that stands, or
    makes its first one; questions it answers."""
    view = view.about(ask.pieces or _wanted(view))
    if view.left < 1:
        return Decision(SellerMove.LEAVE)
    if ask.takes and view.standing is not None:
        return _sell(view, Offer(view.standing.price, ask.pieces or view.standing.quantity))
    if ask.leaves:
        return Decision(SellerMove.PART)
    told = _facts_asked(view, ask)
    if view.standing is not None:
        return _within_stock(view, Decision(SellerMove.HOLD, view.standing, told))
    wanted = ask.pieces or _wanted(view)
    first = Offer(view.stock.first_price(wanted, view.currency.grid), wanted)
    return _within_stock(view, Decision(SellerMove.QUOTE, first, told))


class Tactics(NamedTuple):
    """How a seller comes down, as `engine.concession.demand` takes it."""

    curve: str
    clock: int
    time_weight: int
    reciprocity: int


def tactics_of(seller: Seller) -> Tactics:
    """How the seller bargains, from its weights and its manner."""
    manner = MANNERS[seller.style]
    place = min(seller.retention // _CLASS, len(_CURVES) - 1) - manner.later
    curve = _CURVES[max(0, min(len(_CURVES) - 1, place))]
    return Tactics(curve, manner.patience, TIME_WEIGHT, seller.retention)


def kept_by(seller: Seller) -> int:
    """Percent of the room between its two prices that the seller keeps to the end."""
    return KEPT * seller.profit // 100 + MANNERS[seller.style].keeps


def _about_price(view: SellerView, ask: Ask, wanted: int, told: tuple[str, ...]) -> Decision:
    """It is asked for a price, or for a better one."""
    before = view.standing.price if view.standing else view.stock.first_price(wanted, view.currency.grid)
    price = min(_next_price(view, ask), view.stock.first_price(wanted, view.currency.grid), before)
    if ask.bid is not None:
        if _drives_away(view, ask.bid, before):
            return Decision(SellerMove.LEAVE)
        if view.standing is None and ask.bid.price >= before and not ask.binds:
            return Decision(SellerMove.QUOTE, Offer(before, wanted), told)
        if ask.bid.price >= price:
            met = Offer(min(ask.bid.price, before), wanted)
            return _sell(view, met) if ask.binds else Decision(SellerMove.MEET, met, told)
    if view.standing is None:
        return Decision(SellerMove.QUOTE, Offer(before, wanted), told)
    if price < before:
        return Decision(SellerMove.COUNTER, Offer(price, wanted), told)
    if view.standing.quantity == wanted and _asks_in_vain(view.seller, ask):
        return Decision(SellerMove.HOLD, told=told)
    is_over = len(view.own) > MANNERS[view.seller.style].patience
    return Decision(SellerMove.LAST if is_over else SellerMove.HOLD, Offer(before, wanted), told)


def _next_price(view: SellerView, ask: Ask) -> int:
    """The least that the seller asks for one piece now, never below its least price."""
    room = view.stock.selling - view.stock.least
    kept = room * kept_by(view.seller) // 100
    if not room - kept:
        return view.stock.least + kept
    manner, before = MANNERS[view.seller.style], _demand(view, room - kept, kept)
    demand = next_demand(tactics_of(view.seller), before, len(view.own), _gain(view, ask.bid, room))
    if ask.bid is None and not ask.rival:
        demand = before - (before - demand) * manner.for_asking // 100
    if ask.rival and view.seller.retention >= CARES_FOR_CUSTOMERS:
        demand = max(0, demand - manner.rival)
    price = view.stock.least + kept + (room - kept) * demand // FULL
    return min(view.stock.selling, max(view.stock.least, on_grid(price, view.currency.grid)))


def _demand(view: SellerView, room: int, kept: int) -> int:
    """How much of the room that it does not keep its last offer still asked for."""
    if view.standing is None:
        return FULL
    return max(0, min(FULL, FULL * (view.standing.price - view.stock.least - kept) // room))


def _gain(view: SellerView, bid: Offer | None, room: int) -> int:
    """How much better the buyer's offer is than its best one before, on the same scale; nothing for a first one."""
    if bid is None or not view.bids:
        return 0
    best = max(earlier.price for earlier in view.bids)
    return max(0, min(FULL, FULL * (bid.price - best) // room))


def _asks_in_vain(seller: Seller, ask: Ask) -> bool:
    """Whether asking alone moves the seller so little that it does not even count as a move."""
    return ask.bid is None and not ask.rival and not MANNERS[seller.style].for_asking


def _drives_away(view: SellerView, bid: Offer, price: int) -> bool:
    """Whether this is the second bid that the seller will not even talk about."""
    limit = price * MANNERS[view.seller.style].lowball // 100
    return bid.price < limit and any(earlier.price < limit for earlier in view.bids)


def _wanted(view: SellerView) -> int:
    """How many pieces were spoken of last."""
    return view.standing.quantity if view.standing else view.bid.quantity if view.bid else view.needed


def _sell(view: SellerView, offer: Offer) -> Decision:
    """It sells, as many as it has; with fewer than were wanted it offers those instead."""
    if offer.quantity <= view.left:
        return Decision(SellerMove.SELL, sold=offer)
    return Decision(SellerMove.SHORT, Offer(offer.price, view.left))


def _within_stock(view: SellerView, decision: Decision) -> Decision:
    if decision.offer is None or decision.offer.quantity <= view.left:
        return decision
    return decision._replace(move=SellerMove.SHORT, offer=Offer(decision.offer.price, view.left))


def _facts_asked(view: SellerView, ask: Ask) -> tuple[str, ...]:
    known = {topic for topic, _ in view.stock.facts}
    return tuple(topic for topic in ask.topics if topic in known)
