"""What a talk in a market came to, in figures: the ground of a buyer's verdict and of what a simulation counts."""

from collections.abc import Mapping
from typing import NamedTuple

from engine.marketplace.buyer_text import asks_for_everything, spelt_out
from engine.marketplace.handles import sources, told_of
from engine.marketplace.listening import TOPIC_WORDS, names_of
from engine.marketplace.rivals import rival_price
from engine.marketplace.room import Bought, BuyerSaid, Offer, Room, SellerSaid
from engine.marketplace.totals import Lot
from engine.marketplace.zone import zone_of


class Claim(NamedTuple):
    """A price that the buyer said somebody else had given, and the lowest that they had; None before any offer.

    `whose` are the sellers that it was said of by name; where there are none, anybody's price bears it out.
    """

    price: int
    lowest: int | None
    text: str
    ref: str
    whose: tuple[str, ...] = ()

    @property
    def is_true(self) -> bool:
        """Whether they had gone as low by then."""
        return self.lowest is not None and self.price >= self.lowest


class Figures(NamedTuple):
    """What a talk came to; prices are those of one piece, in minor units.

    `list_price` and `floor` are those of the zone: the lowest that what is needed costs at first, and could come to;
    `in_reach` says whether anybody could go as low as the buyer's maximum. `paid` is None without a deal. `saved` is
    the share of the way from the one to the other, in percent, None without a deal or where there was no way. `asked`
    are the sellers to whom the buyer named a price of its own, `topics` what it asked about of what could be known.
    """

    list_price: int
    floor: int
    in_reach: bool
    paid: int | None
    pieces: int
    total: int
    saved: int | None
    asked: int
    sellers: int
    topics: tuple[str, ...]
    knowable: tuple[str, ...]
    claims: tuple[Claim, ...]
    rounds: int
    messages: int


def figures_of(room: Room) -> Figures:
    """The figures of the talk."""
    stocks = [stock for seller in room.sellers if (stock := seller.stock(room.item.id))]
    zone = zone_of(room.market, room.item.id)
    pieces, total = sum(each.offer.quantity for each in room.bought), sum(each.offer.total for each in room.bought)
    paid = -(-total // pieces) if pieces else None
    lines = [event for event in room.events if isinstance(event, BuyerSaid)]
    knowable = tuple(dict.fromkeys(topic for stock in stocks for topic, _ in stock.facts))
    return Figures(
        list_price=zone.list_price,
        floor=zone.floor,
        in_reach=zone.exists,
        paid=paid,
        pieces=pieces,
        total=total,
        saved=_share(zone.list_price, zone.floor, paid),
        asked=len({handle for line in lines if line.bid for handle in line.to}),
        sellers=len(stocks),
        topics=tuple(topic for topic in knowable if any(_asks(line.text, topic) for line in lines)),
        knowable=knowable,
        claims=_claims(room),
        rounds=room.round,
        messages=sum(isinstance(event, BuyerSaid | SellerSaid) for event in room.events),
    )


def _share(list_price: int, floor: int, paid: int | None) -> int | None:
    if paid is None or list_price <= floor:
        return None
    return max(0, min(100, 100 * (list_price - paid) // (list_price - floor)))


def _asks(text: str, topic: str) -> bool:
    lowered = text.casefold()
    return asks_for_everything(text) or any(word in lowered for word in TOPIC_WORDS.get(topic, (topic,)))


def _claims(room: Room) -> tuple[Claim, ...]:
    lowest: dict[str, int] = {}
    asked: dict[str, int] = {}
    found: list[Claim] = []
    handles = [seller.handle for seller in room.sellers]
    for event in room.events:
        if isinstance(event, SellerSaid) and event.offer:
            asked[event.seller] = event.offer.price
            lowest[event.seller] = min(event.offer.price, lowest.get(event.seller, event.offer.price))
        elif isinstance(event, BuyerSaid) and (told := _told(room, event, lowest, asked)):
            whose = sources(event.text, handles)
            named = [lowest[seller] for seller in whose or handles if seller in lowest]
            found.append(Claim(told, min(named, default=None), event.text, event.ref, whose))
    return tuple(found)


def _told(room: Room, line: BuyerSaid, lowest: Mapping[str, int], asked: Mapping[str, int]) -> int:
    """The price that the line says somebody else gave for one piece, as whoever hears it would understand it."""
    usual = min(lowest.values(), default=room.demand.high)
    lot = Lot(names_of(room.item), room.demand.quantity, usual)
    text = told_of(line.text, [seller.handle for seller in room.sellers])
    theirs = min((asked[handle] for handle in line.to if handle in asked), default=0)
    return rival_price(spelt_out(text, room.market.currency, lot), room.market.currency, theirs)


def best_offer(room: Room) -> Offer | None:
    """The cheapest offer that a seller ever made, or took."""
    offers = [event.offer for event in room.events if isinstance(event, SellerSaid | Bought) and event.offer]
    return min(offers, key=lambda offer: offer.price, default=None)
