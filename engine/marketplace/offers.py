"""What is on the table, side by side: from what the buyer has heard, and nothing else."""

from collections.abc import Mapping
from typing import NamedTuple

from engine.marketplace.market import Handle
from engine.marketplace.room import Offer
from engine.marketplace.visibility import BuyerView
from engine.terms.money import format_money


class Standing(NamedTuple):
    """A seller as the buyer knows it: its offer (None: none that stands), what it has told, and how it last moved."""

    handle: Handle
    offer: Offer | None
    terms: str
    last_move: str


def side_by_side(view: BuyerView, offers: Mapping[Handle, Offer]) -> tuple[Standing, ...]:
    """The sellers that have named a price, the cheapest that can still be had first; `offers` are what can be taken."""
    spoke = [handle for handle in view.handles if _prices(view, handle)]
    rows = (
        Standing(handle, offers.get(handle), ", ".join(dict(view.told).get(handle, ())), _last_move(view, handle))
        for handle in spoke
    )
    return tuple(sorted(rows, key=lambda row: (row.offer is None, row.offer.price if row.offer else 0)))


def _prices(view: BuyerView, handle: Handle) -> list[int]:
    return [line.offer.price for line in view.talk if line.who == handle and line.offer]


def _last_move(view: BuyerView, handle: Handle) -> str:
    if handle in view.gone:
        return "has left"
    if handle not in dict(view.offers):
        return "has sold to you"
    prices = _prices(view, handle)
    if len(prices) < 2:
        return "first price"
    came_down = prices[-2] - prices[-1]
    if came_down <= 0:
        return f"held at {format_money(prices[-1], view.currency)}"
    return f"came down {format_money(came_down, view.currency)}"
