"""One talk as it is counted among many: what was to be had, what came of it, and what each sale left its seller."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.marketplace.figures import figures_of
from engine.marketplace.market import ItemId, Stock, Style
from engine.marketplace.room import Bought, Ending, Room, SellerSaid


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


def record_of(room: Room) -> Record:
    """The talk, counted; ValueError before its end."""
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
