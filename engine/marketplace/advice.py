"""What a buyer should keep and what to try next time, each from a check, with a better line made from the talk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from engine.marketplace.figures import Figures
from engine.marketplace.room import BuyerSaid, Room
from engine.terms.money import format_money

MOST_FIXES = 2
KEPT_FROM = 80
"""Percent of a check's points from which it is worth keeping; below `FIXED_BELOW` it is to be mended."""
FIXED_BELOW = 67


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice: on which check it rests, what to do and why, and a line that does it (empty: none)."""

    check: str
    title: str
    why: str
    better: str = ""


class Weighed(Protocol):
    """What a check came to."""

    @property
    def id(self) -> str:
        """The check's id."""

    @property
    def won(self) -> int | None:
        """The points won, None where it could not be observed."""

    @property
    def of(self) -> int:
        """The points there were."""


def keep(checks: Sequence[Weighed]) -> Advice | None:
    """The most telling of what went well; nothing where nothing did. What only had to be left undone is not praised."""
    seen = [check for check in checks if check.won is not None and check.id in _KEEP]
    good = [check for check in seen if 100 * (check.won or 0) >= KEPT_FROM * check.of]
    best = max(good, key=lambda check: check.of, default=None)
    return Advice(best.id, *_KEEP[best.id]) if best else None


def fixes(room: Room, figures: Figures, checks: Sequence[Weighed]) -> tuple[Advice, ...]:
    """What cost the most points, the dearest first."""
    seen = [check for check in checks if check.won is not None and 100 * check.won < FIXED_BELOW * check.of]
    dearest = sorted(seen, key=lambda check: (check.won or 0) - check.of)
    return tuple(_FIX[check.id](room, figures) for check in dearest[:MOST_FIXES])


_KEEP: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "price": ("You bought well", "Most of what there was to be had between list price and floor is yours."),
        "competition": ("You let them compete", "Two sellers with your price in front of them come down; one waits."),
        "terms": ("You asked what comes with it", "A price says little until you know what it is the price of."),
    }
)


def _price(room: Room, figures: Figures) -> Advice:
    if figures.paid is None:
        return Advice(
            "price",
            "Close when there is a price that you can pay",
            "A good price left lying is worth nothing.",
            _closing(room),
        )
    start = _opening_bid(room, figures)
    return Advice(
        "price",
        "Begin lower and go up in small steps",
        "Each seller has a floor well below its first price, and comes down only for a price that you name.",
        f"{_to(room)}can you do {start}?",
    )


def _closing(room: Room) -> str:
    """A line that takes what could be paid; one that asks for prices where nothing on the table could."""
    what = room.item.named(room.demand.quantity)
    payable = [(offer.price, handle) for handle, offer in room.offers if offer.price <= room.demand.high]
    return (
        f"@{min(payable)[1]} deal, I'll take {what} at that price." if payable else f"I need {what}. What do you ask?"
    )


def _limit(room: Room, figures: Figures) -> Advice:
    high = format_money(room.demand.high, room.market.currency)
    return Advice("limit", f"Stop at {high}", "Above your own maximum no deal is the better end.",
                  "That is more than I can pay. What can you do about it?")  # fmt: skip


def _need(room: Room, figures: Figures) -> Advice:
    what = room.item.named(room.demand.quantity)
    return Advice("need", "Buy what you need, all of it and no more", "Pieces too few have to be bought again, dearer.",
                  f"I need {what}, all of them. What do you ask?")  # fmt: skip


def _competition(room: Room, figures: Figures) -> Advice:
    return Advice(
        "competition",
        "Name your price to a second seller",
        "You cannot see their floors; what each does about the same price tells you who has room.",
        f"{_to(room, second=True)}can you do {_opening_bid(room, figures)}?",
    )


def _terms(room: Room, figures: Figures) -> Advice:
    missed = [topic for topic in figures.knowable if topic not in figures.topics]
    topic = missed[0] if missed else "delivery"
    return Advice("terms", "Ask what comes with the price", "A cheap offer may be cheap because something is missing.",
                  f"What about the {topic}?")  # fmt: skip


def _discipline(room: Room, figures: Figures) -> Advice:
    return Advice("discipline", "Never bid above what is on the table", "Somebody asked less: start below that.",
                  f"{_to(room)}can you do {_opening_bid(room, figures)}?")  # fmt: skip


def _claims(room: Room, figures: Figures) -> Advice:
    return Advice("claims", "Tell of others only what they said", "A price that nobody gave is found out, and then "
                  "nothing you say counts.")  # fmt: skip


_FIX: Mapping[str, Callable[[Room, Figures], Advice]] = MappingProxyType(
    {
        "price": _price,
        "limit": _limit,
        "need": _need,
        "competition": _competition,
        "terms": _terms,
        "discipline": _discipline,
        "claims": _claims,
    }
)


def _opening_bid(room: Room, figures: Figures) -> str:
    """A first price that leaves room, on the grid: a fifth below the best list price, within what the buyer pays."""
    grid = room.market.currency.grid
    price = max(room.demand.low, min(room.demand.high, figures.list_price * 4 // 5) // grid * grid)
    return format_money(price, room.market.currency)


def _to(room: Room, *, second: bool = False) -> str:
    """The handle of the seller to write to: the cheapest that was named a price, or one that was not."""
    asked = {handle for event in room.events if isinstance(event, BuyerSaid) and event.bid for handle in event.to}
    there = [seller for seller in room.sellers if (seller.handle in asked) is not second]
    stocked = [
        (stock.selling, seller.handle) for seller in there or room.sellers if (stock := seller.stock(room.item.id))
    ]
    return f"@{min(stocked)[1]} " if stocked else ""
