"""What a talk in a market came to, in figures: the ground of a buyer's verdict and of what a simulation counts."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from engine.marketplace.buyer_text import asks_for_everything, spelt_out
from engine.marketplace.handles import sources, told_of
from engine.marketplace.listening import TOPIC_WORDS, names_of
from engine.marketplace.rivals import NOTHING, Told, may_tell, told_in
from engine.marketplace.room import Bought, BuyerSaid, Offer, Room, SellerSaid
from engine.marketplace.totals import Lot
from engine.marketplace.zone import zone_of

_LONG = 6
_LONG_WORD = re.compile(rf"\b[a-z]{{{_LONG},}}\b")
"""Words that are long enough to be known when they are misspelt."""
_CARELESS = re.compile(r"\b(?:don't|do not|doesn't|no need for|without|never mind|forget)\b[^.!?]*$", re.IGNORECASE)


class Claim(NamedTuple):
    """A price that the buyer said somebody else had given, and the lowest that they had; None before any offer.

    `whose` are the sellers that it was said of by name; where there are none, anybody's price bears it out. A price of
    0 is somebody cheaper than `than`, what those who heard it asked.
    """

    price: int
    lowest: int | None
    text: str
    ref: str
    whose: tuple[str, ...] = ()
    than: int = 0

    @property
    def is_true(self) -> bool:
        """Whether they had gone as low by then."""
        if self.lowest is None:
            return False
        return self.price >= self.lowest if self.price else self.lowest < self.than


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
    """Whether the line asks for the topic, by a whole word of it, or by one that is nearly that."""
    if asks_for_everything(text):
        return True
    found = _words_of(topic).search(text)
    if found:
        return not _CARELESS.search(text[: found.start()])
    return any(_is_nearly(word, topic) for word in _LONG_WORD.findall(text.casefold()))


@lru_cache(8_192)
def _is_nearly(word: str, topic: str) -> bool:
    known = [each for each in TOPIC_WORDS.get(topic, (topic,)) if len(each) >= _LONG]
    return bool(get_close_matches(word, known, n=1, cutoff=0.8))


@lru_cache(64)
def _words_of(topic: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in TOPIC_WORDS.get(topic, (topic,)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _claims(room: Room) -> tuple[Claim, ...]:
    lowest: dict[str, int] = {}
    asked: dict[str, int] = {}
    found: list[Claim] = []
    handles = [seller.handle for seller in room.sellers]
    for event in room.events:
        if isinstance(event, SellerSaid) and event.offer:
            asked[event.seller] = event.offer.price
            lowest[event.seller] = min(event.offer.price, lowest.get(event.seller, event.offer.price))
        elif isinstance(event, BuyerSaid):
            theirs = min((asked[handle] for handle in event.to if handle in asked), default=0)
            told = _told(room, event, lowest, theirs)
            whose = sources(event.text, handles) if told != NOTHING else ()
            named = [lowest[seller] for seller in whose or handles if seller in lowest]
            if told != NOTHING:
                found.append(Claim(told.price, min(named, default=None), event.text, event.ref, whose, theirs))
    return tuple(found)


def _told(room: Room, line: BuyerSaid, lowest: Mapping[str, int], theirs: int) -> Told:
    """What the line tells of somebody else, for one piece, as whoever hears it would understand it."""
    text = told_of(line.text, [seller.handle for seller in room.sellers])
    if not may_tell(text):
        return NOTHING
    usual = min(lowest.values(), default=room.demand.high)
    lot = Lot(names_of(room.item), room.demand.quantity, usual)
    return told_in(spelt_out(text, room.market.currency, lot), room.market.currency, theirs)


def best_offer(room: Room) -> Offer | None:
    """The cheapest offer that a seller ever made, or took."""
    offers = [event.offer for event in room.events if isinstance(event, SellerSaid | Bought) and event.offer]
    return min(offers, key=lambda offer: offer.price, default=None)
