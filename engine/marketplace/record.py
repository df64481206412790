"""One talk as it is counted among many: what was to be had, what came of it, and what each sale left its seller."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.marketplace.figures import figures_of
from engine.marketplace.market import ItemId, Stock, Style
from engine.marketplace.quality import NOT_COUNTED, Flaw, Quality, broke_limits
from engine.marketplace.room import Bought, BuyerSaid, Ending, Room, RoomClosed, RoomOpened, SellerSaid

Thinking = BuyerSaid | SellerSaid | Bought | RoomClosed
"""What parties do, with how they came to it."""


class Sale(NamedTuple):
    """A purchase, seen from its seller; `kept` is the percent of the room between its two prices that it kept.

    None where the two are one. `breaks` says whether a limit was broken: the least price, the stock or the maximum.
    """

    style: Style
    retention: int
    kept: int | None
    breaks: bool


class Present(NamedTuple):
    """A seller that had the item, and whether it had enough of the buyer before the end."""

    style: Style
    left: bool


class Spending(NamedTuple):
    """What models took in a talk: requests, tokens, and the cost in micro-dollars, None where it is not known."""

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: int | None = 0


class Lines(NamedTuple):
    """How sellers' lines hold together, counted; `by_model` are moves that a model made, of the buyer as well.

    `held` are those of its wishes that broke a limit twice, `unanswered` those moves that it did not make at all.
    """

    said: int = 0
    coherent: int = 0
    invented_prices: int = 0
    invented_features: int = 0
    by_model: int = 0
    held: int = 0
    unanswered: int = 0


class Record(NamedTuple):
    """What a talk came to.

    `saved` is the share of the way from the best list price to the lowest floor, `share` the buyer's share of what
    both sides gained together, in percent; None without a deal, or where there was nothing to share. `wanted` and
    `pieces` say how many were needed and bought.
    """

    item: ItemId
    in_reach: bool
    ending: Ending
    wanted: int
    pieces: int
    saved: int | None
    share: int | None
    rounds: int
    messages: int
    sales: tuple[Sale, ...]
    present: tuple[Present, ...]
    lines: Lines = Lines()
    spending: Spending = Spending()


def record_of(room: Room, quality: Quality = NOT_COUNTED) -> Record:
    """The talk, counted, with the quality of what sellers said where that is known; ValueError before its end."""
    if room.ending is None:
        raise ValueError("a talk is counted when it is over")
    figures = figures_of(room)
    return Record(
        item=room.item.id,
        in_reach=figures.in_reach,
        ending=room.ending,
        wanted=room.demand.quantity,
        pieces=figures.pieces,
        saved=figures.saved,
        share=_buyers_share(room),
        rounds=figures.rounds,
        messages=figures.messages,
        sales=tuple(_sales(room)),
        present=tuple(Present(seller.style, _has_left(room, seller.handle)) for seller in room.sellers),
        lines=_lines(room, quality),
        spending=_spending(room),
    )


def _thoughts(room: Room) -> Iterator[Thinking]:
    return (event for event in room.events if not isinstance(event, RoomOpened))


def _lines(room: Room, quality: Quality) -> Lines:
    held = [event.held for event in _thoughts(room) if event.held]
    return Lines(
        said=quality.lines,
        coherent=quality.coherent,
        invented_prices=quality.count(Flaw.PRICE),
        invented_features=quality.count(Flaw.FEATURE),
        by_model=sum(bool(event.by) for event in _thoughts(room)),
        held=sum(broke_limits(why) for why in held),
        unanswered=sum(not broke_limits(why) for why in held),
    )


def _spending(room: Room) -> Spending:
    traces = [event.traces for event in _thoughts(room) if event.traces.tries]
    costs = [each.cost for each in traces]
    return Spending(
        requests=sum(each.tries for each in traces),
        tokens_in=sum(each.input_tokens for each in traces),
        tokens_out=sum(each.output_tokens for each in traces),
        cost=None if None in costs else sum(cost or 0 for cost in costs),
    )


def _buyers_share(room: Room) -> int | None:
    high = room.demand.high
    ours = sum((high - each.offer.price) * each.offer.quantity for each in room.bought)
    both = sum((high - _stock(room, each).least) * each.offer.quantity for each in room.bought)
    return max(0, min(100, 100 * ours // both)) if both > 0 else None


def _sales(room: Room) -> Iterator[Sale]:
    for each in room.bought:
        seller, stock = room.market.seller(each.seller), _stock(room, each)
        is_within = stock.least <= each.offer.price <= room.demand.high
        breaks = not is_within or room.left_in_stock(each.seller) < 0 or each.offer.quantity < 1
        yield Sale(seller.style, seller.retention, _kept(stock, each.offer.price), breaks)


def _kept(stock: Stock, price: int) -> int | None:
    between = stock.selling - stock.least
    return max(0, min(100, 100 * (price - stock.least) // between)) if between else None


def _has_left(room: Room, handle: str) -> bool:
    return any(isinstance(event, SellerSaid) and event.left and event.seller == handle for event in room.events)


def _stock(room: Room, bought: Bought) -> Stock:
    """What the seller had of the item; ValueError where it sold what it has not."""
    stock = room.market.seller(bought.seller).stock(room.item.id)
    if stock is None:
        raise ValueError(f"@{bought.seller} sold what it does not have")
    return stock
