"""The floor of a market: what a line of the buyer, or an offer that it takes, makes happen. It keeps no state.

A round has three steps: who hears the line, what each of them answers, and what comes of it. Only the answers differ
between sellers that go by rules and sellers that a model plays.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from engine.errors import RuleViolation, StaleRun
from engine.marketplace.handles import Addressed, told_of
from engine.marketplace.listening import Ask, listen
from engine.marketplace.market import Handle
from engine.marketplace.parts import parts_of
from engine.marketplace.room import (
    BY_RULES,
    Bought,
    BuyerSaid,
    Ending,
    Offer,
    Room,
    RoomClosed,
    RoomEvent,
    SellerSaid,
    Thought,
    apply,
)
from engine.marketplace.selling import Decision, decide
from engine.marketplace.visibility import SellerView, view_for
from engine.marketplace.wording import SellerPhrases, say, told_by
from engine.seed import shuffle


def takeable(room: Room) -> tuple[tuple[Handle, Offer], ...]:
    """What can be taken as it stands: no more of it than is still needed, unless its price is one for many."""
    return tuple((handle, _needed_of(room, handle, offer)) for handle, offer in room.offers)


def _needed_of(room: Room, handle: Handle, offer: Offer) -> Offer:
    stock, pieces = room.market.seller(handle).stock(room.item.id), min(offer.quantity, room.missing)
    if stock and stock.is_for_many(offer.quantity, pieces, room.demand.quantity):
        pieces = offer.quantity
    return Offer(offer.price, min(pieces, room.left_in_stock(handle)))


class WhoseOffer(RuleViolation):
    """The buyer takes an offer, and several stand that it may be; `to` are the sellers who made them."""

    def __init__(self, to: tuple[Handle, ...]) -> None:
        super().__init__("Whose offer do you take?")
        self.to = to


class TakesIt(RuleViolation):
    """The line may take the seller's offer, and may not: whoever wrote it has to be asked."""

    def __init__(self, seller: Handle, offer: Offer) -> None:
        super().__init__(f"Do you take @{seller}'s offer?")
        self.seller = seller
        self.offer = offer


class House(NamedTuple):
    """What the strict sellers of a market have in common: their phrases, and the key of what is drawn."""

    phrases: SellerPhrases
    key: bytes


class Heard(NamedTuple):
    """A line as one seller hears it, with what it knows at that moment; `is_part` where others hear other words."""

    view: SellerView
    ask: Ask
    text: str = ""
    is_part: bool = False

    @property
    def seller(self) -> Handle:
        """Whose ears these are."""
        return self.view.seller.handle


class Line(NamedTuple):
    """The buyer's line: its text, whom it is for, and where it stands outside (a message ts).

    `means` is what it asks of every seller, if whoever wrote it knows; otherwise each reads it. `as_it_is` where its
    writer was asked, and has it said whatever it may mean.
    """

    text: str
    to: Addressed
    ref: str = ""
    means: Ask | None = None
    thought: Thought = BY_RULES
    as_it_is: bool = False


class Hearing(NamedTuple):
    """Who hears a line, in the order of the market, each with what it knows.

    It holds for the talk as it was after so many events.
    """

    line: Line
    heard: tuple[Heard, ...]
    events: int

    @property
    def bid(self) -> Offer | None:
        """The price that the line names, the first of several."""
        return next((each.ask.bid for each in self.heard if each.ask.bid), None)

    @property
    def binds(self) -> bool:
        """Whether the buyer has to stand by it."""
        return any(each.ask.binds for each in self.heard)


class Answer(NamedTuple):
    """What a seller does about a line: the fields are those of `SellerSaid`, `sold` is what changes hands at once."""

    text: str
    offer: Offer | None = None
    told: tuple[str, ...] = ()
    left: bool = False
    sold: Offer | None = None
    thought: Thought = BY_RULES


def heard_by(room: Room, line: Line) -> tuple[Heard, ...]:
    """What each of the sellers hears in the line, in the order of the market; those who have gone hear nothing."""
    to = frozenset(line.to.to) - room.gone
    parts = {} if line.means or line.to.everybody or line.to.about else parts_of(line.text, line.to.to)
    handles = [seller.handle for seller in room.sellers]
    there = [handle for handle in handles if handle in to]
    return tuple(_heard(view_for(room, each), line, parts.get(each, line.text), handles) for each in there)


def _heard(view: SellerView, line: Line, text: str, handles: Sequence[Handle]) -> Heard:
    ask = listen(told_of(text, handles), view) if line.means is None else line.means
    return Heard(view, ask, text, is_part=text != line.text)


NO_LINE_LEFT = (
    "Nobody heard that: you have written your last line about {item}. Accept an offer that stands, or press Walk away."
)


def has_lines(room: Room) -> bool:
    """Whether the buyer may still write. Once it may not, offers that stand can still be taken."""
    return room.round < room.market.rules.max_rounds


def _can_be_had(room: Room, heard: Heard) -> bool:
    """Whether what the line takes of that seller is there."""
    offer = dict(takeable(room)).get(heard.seller)
    return offer is not None and (heard.ask.pieces or 1) <= offer.quantity


def _within_need(room: Room, heard: Heard) -> Heard:
    """Who takes an offer without saying how much of it takes what its button would."""
    offer = dict(takeable(room)).get(heard.seller)
    if not heard.ask.takes or heard.ask.pieces or offer is None:
        return heard
    return heard._replace(ask=heard.ask._replace(pieces=offer.quantity))


def _ask_whether_taken(room: Room, seller: Handle) -> None:
    if offer := dict(takeable(room)).get(seller):
        raise TakesIt(seller, offer)


def _too_late(room: Room, heard: Sequence[Heard]) -> str:
    """Why nobody hears the line: it is one too many, and takes nothing that is there."""
    offers = dict(takeable(room))
    short = [each.seller for each in heard if each.seller in offers and not _can_be_had(room, each)]
    offered = (f"@{seller} offers {room.item.named(offers[seller].quantity)}, no more." for seller in short)
    return " ".join((*offered, NO_LINE_LEFT.format(item=room.item.many)))


def hearing(room: Room, line: Line) -> Hearing:
    """Who hears the line, and as what. RuleViolation where the talk takes no line, WhoseOffer where it takes one offer
    of several, TakesIt where it may take one or not.

    A bid that more than one seller hears binds nobody: each may meet it, and the buyer chooses. Nor does a line that
    speaks of another seller: it may tell of that one's price.
    """
    must_be_open(room)
    heard = heard_by(room, line)
    if not heard:
        raise RuleViolation("None of those you wrote to is to be had any more.")
    if line.to.about:
        heard = tuple(each._replace(ask=each.ask._replace(takes=False, binds=False)) for each in heard)
    heard = tuple(_within_need(room, each) for each in heard)
    takers = [each for each in heard if each.ask.takes]
    if len(heard) == 1 and heard[0].ask.may_take and not line.as_it_is:
        _ask_whether_taken(room, heard[0].seller)
    if not (has_lines(room) or any(_can_be_had(room, each) for each in takers)):
        raise RuleViolation(_too_late(room, heard))
    if heard[0].is_part:
        _must_buy_of_one(room, takers)
        return Hearing(line, heard, len(room.events))
    if len(takers) > 1:
        raise WhoseOffer(tuple(each.seller for each in takers))
    heard = tuple(takers) or heard
    if len(heard) > 1:
        heard = tuple(each._replace(ask=_unbound(each.ask)) for each in heard)
    return Hearing(line, heard, len(room.events))


def _must_buy_of_one(room: Room, takers: Sequence[Heard]) -> None:
    if len(takers) > 1 and not room.market.rules.partial:
        raise RuleViolation("The first purchase ends it here, so get all pieces from one seller.")


def _unbound(ask: Ask) -> Ask:
    """What several sellers hear at once: it binds the buyer to none of them."""
    return ask._replace(binds=False)


def strict_answers(house: House, hearing: Hearing) -> dict[Handle, Answer]:
    """What each seller answers by the rules."""
    return {heard.seller: worded(house, heard, decide(heard.view, heard.ask)) for heard in hearing.heard}


def worded(house: House, heard: Heard, decision: Decision) -> Answer:
    """The decision in a phrase of the seller's manner."""
    return Answer(
        text=say(house.phrases, house.key, heard.view, decision, heard.ask.topics),
        offer=decision.offer,
        told=told_by(heard.view, decision),
        left=decision.leaves,
        sold=decision.sold,
    )


def settled(
    room: Room, hearing: Hearing, answers: Mapping[Handle, Answer], order_key: bytes, now: datetime
) -> tuple[RoomEvent, ...]:
    """The events of the round, given what each of those who heard the line answers; KeyError where one is missing.

    RuleViolation where the talk is over by now, StaleRun where something else has happened in it meanwhile.
    """
    must_be_open(room)
    if len(room.events) != hearing.events:
        raise StaleRun(f"The talk about {room.item.many} has gone on meanwhile.")
    number = min(room.round + 1, room.market.rules.max_rounds)
    reached = tuple(heard.seller for heard in hearing.heard)
    said = tuple(_lines(hearing, number, now))
    return _ended(room, (*said, *_said(reached, answers, order_key, number, now)), now)


def _lines(hearing: Hearing, number: int, now: datetime) -> Iterator[BuyerSaid]:
    """What the buyer says: one line, or to each seller its part of it."""
    line, everybody = hearing.line, hearing.line.to.everybody
    if hearing.heard[0].is_part:
        for each in hearing.heard:
            ask, thought = each.ask, line.thought
            yield BuyerSaid(now, number, each.text, (each.seller,), False, ask.bid, ask.binds, line.ref, *thought)
        return
    reached = tuple(heard.seller for heard in hearing.heard)
    yield BuyerSaid(now, number, line.text, reached, everybody, hearing.bid, hearing.binds, line.ref, *line.thought)


def _said(
    reached: tuple[Handle, ...], answers: Mapping[Handle, Answer], key: bytes, number: int, now: datetime
) -> Iterator[RoomEvent]:
    """What the sellers say, in an order that is drawn anew each round and tells nothing of who was quick."""
    for name in shuffle(key, f"order/{number}", reached):
        seller = Handle(name)
        answer = answers[seller]
        yield SellerSaid(now, number, seller, answer.text, answer.offer, answer.told, answer.left, *answer.thought)
        if answer.sold is not None:
            yield Bought(now, number, seller, answer.sold)


def advance(room: Room, house: House, line: Line, now: datetime) -> tuple[RoomEvent, ...]:
    """The events of one round among strict sellers. RuleViolation where the talk takes no line."""
    heard = hearing(room, line)
    return settled(room, heard, strict_answers(house, heard), house.key, now)


def take(
    room: Room, handle: Handle, quantity: int | None, now: datetime, thought: Thought = BY_RULES
) -> tuple[RoomEvent, ...]:
    """The buyer takes the seller's offer, or so many pieces of it. RuleViolation says why that cannot be."""
    must_be_open(room)
    offer = room.offer_of(handle)
    if offer is None:
        raise RuleViolation(f"@{handle} has no offer that stands. Ask for one first.")
    pieces = offer.quantity if quantity is None else quantity
    if not 1 <= pieces <= min(offer.quantity, room.left_in_stock(handle)):
        raise RuleViolation(f"@{handle} offers {room.item.named(offer.quantity)}; take as many of them, or fewer.")
    stock = room.market.seller(handle).stock(room.item.id)
    if stock and stock.is_for_many(offer.quantity, pieces, room.demand.quantity):
        raise RuleViolation(f"@{handle} gave that price for {room.item.named(offer.quantity)}. Ask for one for fewer.")
    return _ended(room, (Bought(now, room.round, handle, Offer(offer.price, pieces), *thought),), now)


def leave(room: Room, now: datetime, thought: Thought = BY_RULES) -> tuple[RoomEvent, ...]:
    """The buyer leaves. RuleViolation where the talk is over."""
    must_be_open(room)
    return (RoomClosed(now, Ending.DEAL if room.bought else Ending.NO_DEAL, *thought),)


def expire(room: Room, now: datetime) -> tuple[RoomEvent, ...]:
    """The time is over. RuleViolation where the talk is over already."""
    must_be_open(room)
    return (RoomClosed(now, Ending.DEAL if room.bought else Ending.TIMEOUT),)


def must_be_open(room: Room) -> None:
    """RuleViolation where the talk is over."""
    if room.ending is not None:
        raise RuleViolation(f"The talk about {room.item.many} is over.")


def _ended(room: Room, events: tuple[RoomEvent, ...], now: datetime) -> tuple[RoomEvent, ...]:
    """The events, and the end of the talk where they bring it about."""
    after = room
    for event in events:
        after = apply(after, event)
    if after.bought and (not after.missing or not room.market.rules.partial):
        return (*events, RoomClosed(now, Ending.DEAL))
    if len(after.gone) == len(after.sellers) and not after.offers:
        return (*events, RoomClosed(now, Ending.DEAL if after.bought else Ending.NO_DEAL))
    if not has_lines(after) and not after.offers:
        return (*events, RoomClosed(now, Ending.DEAL if after.bought else Ending.TIMEOUT))
    return events
