"""The bargaining for one item: what was said and offered, as an append-only list, and the state that it folds to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple, assert_never

from pydantic import Field, TypeAdapter

from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, Seller


class Ending(StrEnum):
    """How the bargaining for an item ended."""

    DEAL = "deal"
    """All that was needed was bought, or as much of it as the buyer wanted."""
    NO_DEAL = "no_deal"
    """The buyer left without buying anything."""
    TIMEOUT = "timeout"
    """The rounds, or the time, ran out."""


class Offer(NamedTuple):
    """So many pieces, at so much for one, in minor units."""

    price: int
    quantity: int

    @property
    def total(self) -> int:
        """What they come to."""
        return self.price * self.quantity


class Traces(NamedTuple):
    """What a model was asked for an answer, and what that took: SHA-256 of the prompt and of the last request, tokens.

    A cost, in micro-dollars, that is not known is None. `tries` is how often it was asked.
    """

    prompt: str = ""
    request: str = ""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = 0
    tries: int = 0


UNTRACED = Traces()


class Thought(NamedTuple):
    """How a party came to what it does: by which model (empty for rules alone), and with what reasoning of its own.

    `held` names the limits that the model's own wish broke, or says why it had none: the rules then did it instead.
    """

    by: str = ""
    reasoning: str = ""
    held: str = ""
    traces: Traces = UNTRACED


BY_RULES = Thought()


@dataclass(frozen=True, slots=True)
class RoomOpened:
    """The bargaining for the item begins."""

    at: datetime
    market: str
    item: ItemId
    kind: Literal["room_opened"] = "room_opened"


@dataclass(frozen=True, slots=True)
class BuyerSaid:
    """The buyer's line of a round, and the sellers whom it reached; `bid` is the price that it names to them.

    It `binds` where the buyer has to stand by it. `ref` is where the line stands outside (a message ts). The rest
    is the thought of a buyer that a model plays, for nobody's eyes but its own.
    """

    at: datetime
    round: int
    text: str
    to: tuple[Handle, ...]
    everybody: bool
    bid: Offer | None = None
    binds: bool = False
    ref: str = ""
    by: str = ""
    reasoning: str = ""
    held: str = ""
    traces: Traces = UNTRACED
    kind: Literal["buyer_said"] = "buyer_said"


@dataclass(frozen=True, slots=True)
class SellerSaid:
    """A seller's answer. `offer` stands from then on; without one its last offer goes on standing.

    `told` are the topics of the facts in the line. `left` where the seller is not to be had any more. `reasoning` is a
    model's own, for nobody's eyes before the end; `held` names the limits that its own wish broke.
    """

    at: datetime
    round: int
    seller: Handle
    text: str
    offer: Offer | None = None
    told: tuple[str, ...] = ()
    left: bool = False
    by: str = ""
    reasoning: str = ""
    held: str = ""
    traces: Traces = UNTRACED
    kind: Literal["seller_said"] = "seller_said"


@dataclass(frozen=True, slots=True)
class Bought:
    """The buyer took a seller's offer, or a seller the buyer's; with the thought of a buyer that a model plays."""

    at: datetime
    round: int
    seller: Handle
    offer: Offer
    by: str = ""
    reasoning: str = ""
    held: str = ""
    traces: Traces = UNTRACED
    kind: Literal["bought"] = "bought"


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """The bargaining for the item is over; with the thought of a buyer that a model plays, where it left."""

    at: datetime
    ending: Ending
    by: str = ""
    reasoning: str = ""
    held: str = ""
    traces: Traces = UNTRACED
    kind: Literal["room_closed"] = "room_closed"


RoomEvent = Annotated[RoomOpened | BuyerSaid | SellerSaid | Bought | RoomClosed, Field(discriminator="kind")]
_ADAPTER: TypeAdapter[RoomEvent] = TypeAdapter(RoomEvent)


class Room(NamedTuple):
    """The bargaining for an item as it stands. `offers` are those that stand, by seller in the order of the market."""

    market: Market
    item: Item
    events: tuple[RoomEvent, ...]
    round: int = 0
    offers: tuple[tuple[Handle, Offer], ...] = ()
    gone: frozenset[Handle] = frozenset()
    bought: tuple[Bought, ...] = ()
    ending: Ending | None = None

    @property
    def demand(self) -> Demand:
        """What the buyer needs."""
        return self.market.demand(self.item.id)

    @property
    def sellers(self) -> tuple[Seller, ...]:
        """Those that have the item."""
        return self.market.sellers_of(self.item.id)

    @property
    def missing(self) -> int:
        """How many pieces are still needed."""
        return max(0, self.demand.quantity - sum(each.offer.quantity for each in self.bought))

    def offer_of(self, handle: Handle) -> Offer | None:
        """The seller's offer that stands."""
        return dict(self.offers).get(handle)

    def left_in_stock(self, handle: Handle) -> int:
        """How many pieces the seller still has."""
        stock = self.market.seller(handle).stock(self.item.id)
        sold = sum(each.offer.quantity for each in self.bought if each.seller == handle)
        return stock.pieces - sold if stock else 0


def open_room(market: Market, item: ItemId, now: datetime) -> Room:
    """The bargaining for the item, begun."""
    return fold(market, (RoomOpened(now, market.id, item),))


def fold(market: Market, events: Sequence[RoomEvent]) -> Room:
    """The state after these events; ValueError unless the first one opened it."""
    if not events or not isinstance(events[0], RoomOpened):
        raise ValueError("the bargaining for an item begins with its opening")
    room = Room(market, market.item(events[0].item), (events[0],))
    for event in events[1:]:
        room = apply(room, event)
    return room


def apply(room: Room, event: RoomEvent) -> Room:
    """The state after one more event."""
    room = room._replace(events=(*room.events, event))
    match event:
        case RoomOpened():
            raise ValueError("the bargaining for an item begins once")
        case BuyerSaid(round=number):
            return room._replace(round=number)
        case SellerSaid(seller=seller, offer=offer, left=left):
            if left:
                return _put(room._replace(gone=room.gone | {seller}), seller, None)
            return room if offer is None else _put(room, seller, offer)
        case Bought(seller=seller):
            return _put(room._replace(bought=(*room.bought, event)), seller, None)
        case RoomClosed(ending=ending):
            return room._replace(ending=ending, offers=())
    assert_never(event)


def _put(room: Room, seller: Handle, offer: Offer | None) -> Room:
    standing = {handle: each for handle, each in room.offers if handle != seller}
    if offer is not None:
        standing[seller] = offer
    order = [each.handle for each in room.market.sellers]
    return room._replace(offers=tuple([(handle, standing[handle]) for handle in order if handle in standing]))


def encode(event: RoomEvent) -> dict[str, Any]:
    """The event as JSON values, its `kind` included."""
    encoded: dict[str, Any] = _ADAPTER.dump_python(event, mode="json")
    return encoded


def decode(data: dict[str, Any]) -> RoomEvent:
    """The event that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
