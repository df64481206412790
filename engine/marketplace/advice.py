"""What a buyer should keep and what to try next time, each from a check, with a better line made from the talk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, Protocol

from engine.marketplace.figures import Figures
from engine.marketplace.market import Handle, on_grid
from engine.marketplace.room import Bought, BuyerSaid, Room, SellerSaid, fold
from engine.marketplace.trading import takeable
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


def keep(room: Room, checks: Sequence[Weighed]) -> Advice | None:
    """The most telling of what went well; nothing where nothing did. What only had to be left undone is not praised."""
    seen = [check for check in checks if check.won is not None and check.id in _KEEP]
    good = [check for check in seen if 100 * (check.won or 0) >= KEPT_FROM * check.of]
    best = max(good, key=lambda check: check.of, default=None)
    if best is None:
        return None
    title, why = _KEEP[best.id]
    return Advice(best.id, title, why if best.id != "competition" or _came_down(room) else _NONE_MOVED)


def fixes(room: Room, figures: Figures, checks: Sequence[Weighed]) -> tuple[Advice, ...]:
    """What cost the most points, the dearest first; no two with the same line."""
    seen = [check for check in checks if check.won is not None and 100 * check.won < FIXED_BELOW * check.of]
    dearest = sorted(seen, key=lambda check: (check.won or 0) - check.of)
    found: list[Advice] = []
    for check in dearest[:MOST_FIXES]:
        mended, said = _FIX[check.id](room, figures), {each.better for each in found}
        better = next((line for line in mended.lines if line not in said), "")
        found.append(Advice(check.id, mended.title, mended.why, better))
    return tuple(found)


_KEEP: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "price": ("You bought well", "Most of what there was to be had between list price and floor is yours."),
        "competition": ("You let them compete", "Two sellers with your price in front of them come down; one waits."),
        "terms": ("You asked what comes with it", "A price says little until you know what it is the price of."),
    }
)
_NONE_MOVED = "Nobody moved this time, but what two sellers make of the same price tells more than what one does."


def _came_down(room: Room) -> bool:
    """Whether a seller ever asked, or took, less than it had asked before."""
    asked: dict[Handle, int] = {}
    for event in room.events:
        if not isinstance(event, SellerSaid | Bought) or event.offer is None:
            continue
        if event.offer.price < asked.setdefault(event.seller, event.offer.price):
            return True
    return False


class _Mended(NamedTuple):
    """What to do and why, with the lines that do it, the most fitting first."""

    title: str
    why: str
    lines: tuple[str, ...] = ()


def _price(room: Room, figures: Figures) -> _Mended:
    if figures.paid is None:
        return _unbought(room, figures)
    return _Mended(
        "Begin lower and go up in small steps",
        "Each seller has a floor well below its first price, and comes down only for a price that you name.",
        _bids(room, figures),
    )


def _unbought(room: Room, figures: Figures) -> _Mended:
    """Advice to one who bought nothing: to take what could be paid at the end, or to go on to where something could."""
    before = fold(room.market, room.events[:-1])
    payable = [(offer.price, handle, offer) for handle, offer in takeable(before) if offer.price <= room.demand.high]
    if not payable:
        why = "Somebody could have come down to what you pay at most, and does so only for a price that you name."
        return _Mended("Go on until there is a price that you can pay", why, _bids(room, figures))
    _, handle, offer = min(payable)
    deal = f"@{handle} deal, I'll take {room.item.named(offer.quantity)} at that price."
    return _Mended("Close when there is a price that you can pay", "A good price left lying is worth nothing.", (deal,))


def _limit(room: Room, figures: Figures) -> _Mended:
    high = format_money(room.demand.high, room.market.currency)
    return _Mended(f"Stop at {high}", "Above your own maximum no deal is the better end.",
                   ("That is more than I can pay. What can you do about it?",))  # fmt: skip


def _need(room: Room, figures: Figures) -> _Mended:
    what = room.item.named(room.demand.quantity)
    return _Mended("Buy what you need, all of it and no more", "Pieces too few have to be bought again, dearer.",
                   (f"I need {what}, all of them. What do you ask?",))  # fmt: skip


def _competition(room: Room, figures: Figures) -> _Mended:
    return _Mended(
        "Name your price to a second seller",
        "You cannot see their floors; what each does about the same price tells you who has room.",
        _bids(room, figures, second=True),
    )


def _terms(room: Room, figures: Figures) -> _Mended:
    missed = [topic for topic in figures.knowable if topic not in figures.topics]
    topic = missed[0] if missed else "delivery"
    return _Mended("Ask what comes with the price", "A cheap offer may be cheap because something is missing.",
                   (f"What about the {topic}?",))  # fmt: skip


def _discipline(room: Room, figures: Figures) -> _Mended:
    return _Mended("Never bid above what is on the table", "Somebody asked less: start below that.",
                   _bids(room, figures))  # fmt: skip


def _claims(room: Room, figures: Figures) -> _Mended:
    return _Mended("Tell of others only what they said", "A price that nobody gave is found out, and then "
                   "nothing you say counts.")  # fmt: skip


_FIX: Mapping[str, Callable[[Room, Figures], _Mended]] = MappingProxyType(
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


def _bids(room: Room, figures: Figures, *, second: bool = False) -> tuple[str, ...]:
    """A line for each seller that names it the opening bid."""
    start = _opening_bid(room, figures)
    return tuple(f"@{handle} can you do {start}?" for handle in _whom(room, second=second))


def _opening_bid(room: Room, figures: Figures) -> str:
    """A first price that leaves room, on the grid: a fifth below the best list price, a tenth below the maximum."""
    grid, demand = room.market.currency.grid, room.demand
    start = min(figures.list_price * 4 // 5, demand.high * 9 // 10) // grid * grid
    return format_money(max(on_grid(demand.low, grid), start), room.market.currency)


def _whom(room: Room, *, second: bool) -> Iterator[Handle]:
    """Whom to write to: the cheapest of those that were named a price, or of those that were not; then the others."""
    asked = {handle for event in room.events if isinstance(event, BuyerSaid) and event.bid for handle in event.to}
    stocked = [(seller, stock) for seller in room.sellers if (stock := seller.stock(room.item.id))]
    ranked = sorted(((seller.handle in asked) is second, stock.selling, seller.handle) for seller, stock in stocked)
    return (handle for *_, handle in ranked)
