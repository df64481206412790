"""What is to be simulated: which talks, in which market, and under which id each of them is stored."""

import json
from difflib import get_close_matches
from hashlib import sha256
from typing import NamedTuple

from engine.errors import HaggleError
from engine.marketplace.drawing import market_key
from engine.marketplace.market import ENGINE, ItemId
from engine.marketplace.template import MarketPackNote
from packs.markets import hash_of

TEAM = "console"
"""Under which talks are stored that nobody held."""


class UnknownMarket(HaggleError):
    """No market, or no item, has that name; the text names those there are."""


class Simulation(NamedTuple):
    """Seeds of a market, with the items that are bargained for on each. `source` is the pack as JSON, with its hash."""

    pack: MarketPackNote
    market: str
    items: tuple[ItemId, ...]
    seeds: tuple[range, ...]
    source: str
    hash: str

    @property
    def talks(self) -> int:
        """How many talks that makes."""
        return len(self.items) * sum(map(len, self.seeds))

    def key(self, seed: int) -> bytes:
        """The key of all that is drawn on that seed."""
        return market_key(self.pack, self.market, seed)


def simulation_of(pack: MarketPackNote, market: str, item: str, seeds: tuple[range, ...]) -> Simulation:
    """The simulation; without an item it is about all of the market's. UnknownMarket where the pack has it not."""
    note = pack.ready.get(market)
    if note is None:
        raise UnknownMarket(f"There is no market {_among(market, list(pack.ready))}")
    if item and item not in note.items:
        raise UnknownMarket(f"{market} has no item {_among(item, list(note.items))}")
    items = (ItemId(item),) if item else tuple(map(ItemId, note.items))
    return Simulation(pack, market, items, seeds, pack.model_dump_json(), hash_of(pack))


def _among(name: str, there_are: list[str]) -> str:
    near = get_close_matches(name[:40], there_are, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"{name[:40]}.{meant} There are: {', '.join(there_are)}."


def id_of(simulation: Simulation, seed: int, item: ItemId, buyer: str, sellers: str) -> str:
    """The id of that talk: another one for every change of the pack or of the rules, and for whoever plays."""
    named = [ENGINE, simulation.hash, simulation.market, seed, item, buyer, sellers]
    return sha256(json.dumps(named).encode()).hexdigest()[:32]
