"""Scenarios of runs, drawn again from the pack that was pinned when the run began."""

from functools import lru_cache

from engine.errors import StaleRun
from engine.persona.remembered import scenario_at
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from packs.loading import parse_pack
from storage import pinned_packs
from storage.database import Database
from storage.runs import Run


class ScenarioBook:
    """Remembers the packs of runs; a turn does not draw its buyer anew."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._packs: dict[str, Pack] = {}

    async def of(self, run: Run) -> Scenario:
        """The scenario that the run was opened on; StaleRun when its pack was never pinned."""
        return await self.drawn(run.pack_hash, run.seed)

    async def drawn(self, pack_hash: str, seed: int) -> Scenario:
        """The scenario of a seed of a pinned pack; StaleRun when the pack was never pinned."""
        return scenario_at(await self.pack(pack_hash), pack_hash, seed)

    async def pack(self, pack_hash: str) -> Pack:
        """The pinned pack; StaleRun when it was never pinned."""
        if pack_hash not in self._packs:
            async with self._database.reading() as connection:
                source = await pinned_packs.get(connection, pack_hash)
            if source is None:
                raise StaleRun(f"The pack {pack_hash[:12]} that this was drawn from is not in the database.")
            self._packs[pack_hash] = _parsed(source)
        return self._packs[pack_hash]


_parsed = lru_cache(16)(parse_pack)
"""Each process reads a pack once, however many databases it is pinned in."""
