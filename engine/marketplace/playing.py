"""A market that runs by itself: a strict buyer among strict sellers, from the opening to the end of an item."""

from datetime import datetime

from engine.marketplace.buying import BuyerAct, BuyerMove, Habits, next_move
from engine.marketplace.handles import Addressed
from engine.marketplace.listening import Ask, listen
from engine.marketplace.market import Handle, ItemId, Market
from engine.marketplace.room import Room, RoomEvent, apply, open_room
from engine.marketplace.trading import House, Line, advance, leave, take
from engine.marketplace.visibility import view_for, view_for_buyer

MOST_STEPS = 60
"""More than the rounds of any market: a buyer that neither writes nor ends it is at fault."""


def play(market: Market, item: ItemId, house: House, habits: Habits, now: datetime) -> Room:
    """The talk about the item, played to its end."""
    room = open_room(market, item, now)
    for _ in range(MOST_STEPS):
        if room.ending is not None:
            return room
        for event in step(room, house, habits, now):
            room = apply(room, event)
    raise RuntimeError(f"the talk about {item} in {market.id} does not end")


def step(room: Room, house: House, habits: Habits, now: datetime) -> tuple[RoomEvent, ...]:
    """What the buyer does next, and what follows from it."""
    move = next_move(view_for_buyer(room), habits, house.key)
    ended = ended_by(room, move, now)
    return advance(room, house, line_of(room, move), now) if ended is None else ended


def ended_by(room: Room, move: BuyerMove, now: datetime) -> tuple[RoomEvent, ...] | None:
    """What comes of a move that no seller has to answer; None of one that is a line."""
    if move.act is BuyerAct.LEAVE:
        return leave(room, now, move.thought)
    if move.act is BuyerAct.TAKE and move.seller is not None:
        return take(room, move.seller, move.quantity, now, move.thought)
    return None


def line_of(room: Room, move: BuyerMove) -> Line:
    """The line that the move says."""
    to = to_whom(room, move)
    return Line(move.text, to, means=move.means or _read(room, to, move), thought=move.thought)


def to_whom(room: Room, move: BuyerMove) -> Addressed:
    """Whom the line is for: what its handle says, known without reading it."""
    if move.seller is not None:
        return Addressed((move.seller,))
    return Addressed(tuple(seller.handle for seller in room.sellers if seller.handle not in room.gone), everybody=True)


def _read(room: Room, to: Addressed, move: BuyerMove) -> Ask:
    """What the line asks, read as a seller would; the bid is the one that comes with it, and nothing in it binds."""
    ask = listen(move.text, view_for(room, Handle(to.to[0])))
    return ask._replace(bid=move.bid, binds=False, takes=False, leaves=False)
