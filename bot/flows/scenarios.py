"""Scenarios of runs, drawn again from the pack that was pinned when the run began."""

from collections import OrderedDict

from engine.errors import StaleRun
from engine.persona.draw import draw_scenario
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from packs.loading import parse_pack
from storage import pinned_packs
from storage.database import Database
from storage.runs import Run


class ScenarioBook:
    """Remembers the scenarios of recent runs, so that a turn does not draw its buyer anew."""

    def __init__(self, database: Database, size: int = 512) -> None:
        self._database = database
        self._size = size
        self._drawn: OrderedDict[tuple[str, int], Scenario] = OrderedDict()
        self._packs: dict[str, Pack] = {}

    async def of(self, run: Run) -> Scenario:
        """The scenario that the run was opened on; StaleRun when its pack was never pinned."""
        return await self.drawn(run.pack_hash, run.seed)

    async def drawn(self, pack_hash: str, seed: int) -> Scenario:
        """The scenario of a seed of a pinned pack; StaleRun when the pack was never pinned."""
        key = (pack_hash, seed)
        if key not in self._drawn:
            self._keep(key, draw_scenario(await self.pack(pack_hash), pack_hash, seed))
        self._drawn.move_to_end(key)
        return self._drawn[key]

    async def pack(self, pack_hash: str) -> Pack:
        """The pinned pack; StaleRun when it was never pinned."""
        if pack_hash not in self._packs:
            async with self._database.reading() as connection:
                source = await pinned_packs.get(connection, pack_hash)
            if source is None:
                raise StaleRun(f"The pack {pack_hash[:12]} that this was drawn from is not in the database.")
            self._packs[pack_hash] = parse_pack(source)
        return self._packs[pack_hash]

    def _keep(self, key: tuple[str, int], scenario: Scenario) -> None:
        self._drawn[key] = scenario
        if len(self._drawn) > self._size:
            self._drawn.popitem(last=False)
