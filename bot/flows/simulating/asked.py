"""What is to be simulated: which talks, in which market, and under which id each of them is stored."""

import json
from collections.abc import Sequence
from difflib import get_close_matches
from hashlib import sha256
from typing import NamedTuple

from engine.errors import HaggleError
from engine.marketplace.drawing import market_key
from engine.marketplace.market import ENGINE, ItemId, Market
from engine.marketplace.template import MarketPackNote
from packs.markets import hash_of
from storage import markets
from storage.database import Database, open_to_read
from storage.markets import session_id
from storage.unavailable import DatabaseUnavailable

TEAM = "console"
"""Under which talks are stored that nobody held."""


class UnknownMarket(HaggleError):
    """No market, or no item, has that name; the text names those there are."""


class Simulation(NamedTuple):
    """Seeds of a market, with the items that are bargained for on each. `source` is the pack as JSON, with its hash.

    `whole` is a market that a team has set up for itself: the same at every seed, which draws who buys and the words.
    """

    pack: MarketPackNote
    market: str
    items: tuple[ItemId, ...]
    seeds: tuple[range, ...]
    source: str
    hash: str
    whole: Market | None = None

    @property
    def talks(self) -> int:
        """How many talks that makes."""
        return len(self.items) * sum(map(len, self.seeds))

    def key(self, seed: int) -> bytes:
        """The key of all that is drawn on that seed."""
        return market_key(self.pack, self.market, seed)


class Wanted(NamedTuple):
    """What somebody wants to be simulated, as they name it; `item` and `team` may be empty."""

    pack: MarketPackNote
    market: str
    item: str
    seeds: tuple[range, ...]
    team: str = ""


async def meant(url: str, wanted: Wanted) -> Simulation:
    """The simulation: of a market of the pack, or else of one that a team has set up for itself in the database at the
    URL, whose sellers speak as those of the pack do. Without an item it is about all of the market's.

    UnknownMarket says what there is. Nothing is written: a name that nobody has makes no database.
    """
    pack, name = wanted.pack, wanted.market
    own = None if name in pack.ready else await _own_at(url, wanted)
    items = _items(wanted, [each.item for each in own.demands] if own else list(pack.ready[name].items))
    hashed = hash_of(pack) + (f":{session_id(own)}" if own else "")
    return Simulation(pack, name, items, wanted.seeds, pack.model_dump_json(), hashed, own)


async def _own_at(url: str, wanted: Wanted) -> Market:
    try:
        database = await open_to_read(url)
    except DatabaseUnavailable as none:
        nobody = f"There is no market {_among(wanted.market, list(wanted.pack.ready))}"
        raise UnknownMarket(f"{nobody} One of a team's own would be in its database. {none}") from none
    try:
        return await _own(database, wanted)
    finally:
        await database.close()


async def _own(database: Database, wanted: Wanted) -> Market:
    async with database.reading() as connection:
        found = await markets.of_any_team(connection, wanted.market)
        names = await markets.names_of_any_team(connection)
    theirs = {team: each.market for team, each in found if wanted.team in ("", team)}
    if len(theirs) > 1:
        raise UnknownMarket(
            f"Several workspaces have a market {wanted.market[:40]}. Say whose: --team {' or '.join(theirs)}"
        )
    if not theirs:
        own = dict.fromkeys(name for team, name in names if wanted.team in ("", team))
        raise UnknownMarket(f"There is no market {_among(wanted.market, [*wanted.pack.ready, *own])}")
    return next(iter(theirs.values()))


def _items(wanted: Wanted, there_are: Sequence[str]) -> tuple[ItemId, ...]:
    if wanted.item and wanted.item not in there_are:
        raise UnknownMarket(f"{wanted.market} has no item {_among(wanted.item, there_are)}")
    return (ItemId(wanted.item),) if wanted.item else tuple(map(ItemId, there_are))


def _among(name: str, there_are: Sequence[str]) -> str:
    near = get_close_matches(name[:40], list(there_are), n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"{name[:40]}.{meant} There are: {', '.join(there_are)}."


def id_of(simulation: Simulation, seed: int, item: ItemId, buyer: str, sellers: str) -> str:
    """The id of that talk: another one for every change of the pack or of the rules, and for whoever plays."""
    named = [ENGINE, simulation.hash, simulation.market, seed, item, buyer, sellers]
    return sha256(json.dumps(named).encode()).hexdigest()[:32]
