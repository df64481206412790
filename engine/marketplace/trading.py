"""The floor of a market: what a line of the buyer, or an offer that it takes, makes happen. It keeps no state."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from engine.errors import RuleViolation
from engine.marketplace.handles import Addressed
from engine.marketplace.listening import Ask, listen
from engine.marketplace.market import Handle
from engine.marketplace.room import (
    Bought,
    BuyerSaid,
    Ending,
    Offer,
    Room,
    RoomClosed,
    RoomEvent,
    SellerSaid,
    apply,
)
from engine.marketplace.selling import Decision, decide
from engine.marketplace.visibility import SellerView, view_for
from engine.marketplace.wording import SellerPhrases, say, told_by
from engine.seed import shuffle


class House(NamedTuple):
    """What the strict sellers of a market have in common: their phrases, and the key of what is drawn."""

    phrases: SellerPhrases
    key: bytes


class Heard(NamedTuple):
    """A line as one seller hears it, with what it knows at that moment."""

    view: SellerView
    ask: Ask


class Line(NamedTuple):
    """The buyer's line: its text, whom it is for, and where it stands outside (a message ts).

    `means` is what it asks of every seller, if whoever wrote it knows; otherwise each reads it.
    """

    text: str
    to: Addressed
    ref: str = ""
    means: Ask | None = None


def heard_by(room: Room, line: Line) -> tuple[Heard, ...]:
    """What each of the sellers hears in the line, in the order of the market; those who have gone hear nothing."""
    to = frozenset(line.to.to) - room.gone
    return tuple(_heard(view_for(room, seller.handle), line) for seller in room.sellers if seller.handle in to)


def _heard(view: SellerView, line: Line) -> Heard:
    return Heard(view, listen(line.text, view) if line.means is None else line.means)


def advance(room: Room, house: House, line: Line, now: datetime) -> tuple[RoomEvent, ...]:
    """The events of one round among strict sellers. RuleViolation where the talk takes no line.

    A bid that more than one seller hears binds nobody: each may meet it, and the buyer chooses.
    """
    must_be_open(room)
    heard = heard_by(room, line)
    if not heard:
        raise RuleViolation("None of those you wrote to is to be had any more.")
    alone = len(heard) == 1
    answers = [(each, decide(each.view, _unbound(each.ask) if not alone else each.ask)) for each in heard]
    round_number = room.round + 1
    reached = tuple(each.view.seller.handle for each in heard)
    bid, binds = next(((each.ask.bid, each.ask.binds) for each in heard if each.ask.bid), (None, False))
    said = BuyerSaid(now, round_number, line.text, reached, line.to.everybody, bid, binds and alone, line.ref)
    return _settled(room, (said, *_answers(house, answers, round_number, now)), now)


def _unbound(ask: Ask) -> Ask:
    """What several sellers hear at once: nobody's offer is taken by it."""
    return ask._replace(binds=False, takes=False, wants_less=ask.wants_less or ask.takes)


def _answers(
    house: House, answers: list[tuple[Heard, Decision]], round_number: int, now: datetime
) -> Iterator[RoomEvent]:
    """What the sellers say, in an order that is drawn anew each round and tells nothing of who was quick."""
    by_handle = {heard.view.seller.handle: (heard, decision) for heard, decision in answers}
    for name in shuffle(house.key, f"order/{round_number}", list(by_handle)):
        heard, decision = by_handle[Handle(name)]
        yield SellerSaid(
            at=now,
            round=round_number,
            seller=Handle(name),
            text=say(house.phrases, house.key, heard.view, decision, heard.ask.topics),
            offer=decision.offer,
            told=told_by(heard.view, decision),
            left=decision.leaves,
        )
        if decision.sold is not None:
            yield Bought(now, round_number, Handle(name), decision.sold)


def take(room: Room, handle: Handle, quantity: int | None, now: datetime) -> tuple[RoomEvent, ...]:
    """The buyer takes the seller's offer, or so many pieces of it. RuleViolation says why that cannot be."""
    must_be_open(room)
    offer = room.offer_of(handle)
    if offer is None:
        raise RuleViolation(f"@{handle} has no offer that stands. Ask for one first.")
    pieces = offer.quantity if quantity is None else quantity
    if not 1 <= pieces <= min(offer.quantity, room.left_in_stock(handle)):
        raise RuleViolation(f"@{handle} offers {room.item.named(offer.quantity)}; take as many of them, or fewer.")
    return _settled(room, (Bought(now, room.round, handle, Offer(offer.price, pieces)),), now)


def leave(room: Room, now: datetime) -> tuple[RoomEvent, ...]:
    """The buyer leaves. RuleViolation where the talk is over."""
    must_be_open(room)
    return (RoomClosed(now, Ending.DEAL if room.bought else Ending.NO_DEAL),)


def expire(room: Room, now: datetime) -> tuple[RoomEvent, ...]:
    """The time is over. RuleViolation where the talk is over already."""
    must_be_open(room)
    return (RoomClosed(now, Ending.DEAL if room.bought else Ending.TIMEOUT),)


def must_be_open(room: Room) -> None:
    """RuleViolation where the talk is over."""
    if room.ending is not None:
        raise RuleViolation(f"The talk about {room.item.many} is over.")


def _settled(room: Room, events: tuple[RoomEvent, ...], now: datetime) -> tuple[RoomEvent, ...]:
    """The events, and the end of the talk where they bring it about."""
    after = room
    for event in events:
        after = apply(after, event)
    if after.bought and (not after.missing or not room.market.rules.partial):
        return (*events, RoomClosed(now, Ending.DEAL))
    if len(after.gone) == len(after.sellers) and not after.offers:
        return (*events, RoomClosed(now, Ending.DEAL if after.bought else Ending.NO_DEAL))
    if after.round >= room.market.rules.max_rounds and after.round > room.round:
        return (*events, RoomClosed(now, Ending.DEAL if after.bought else Ending.TIMEOUT))
    return events
