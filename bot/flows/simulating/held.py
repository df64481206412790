"""Talks that are to be held, and that were."""

from typing import NamedTuple

from engine.marketplace.market import ItemId
from engine.marketplace.record import Record
from engine.marketplace.room import Room
from engine.marketplace.verdict import BuyerVerdict


class Due(NamedTuple):
    """A talk to be held: the seed of the market, the item, who buys, and the id under which it is stored."""

    seed: int
    item: ItemId
    buyer: str
    id: str


class Held(NamedTuple):
    """A talk from its opening to its end, with what its buyer is told and what it counts for."""

    due: Due
    room: Room
    verdict: BuyerVerdict
    record: Record
