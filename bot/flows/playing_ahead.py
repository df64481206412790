"""The reference panel at play beside the event loop while a run goes on, so that its verdict need not wait for it."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterator

from engine.director.director import ENGINE
from engine.panel.judging import field_of
from engine.panel.marks import marks
from engine.scenario.scenario import Scenario
from storage import panel_marks
from storage.database import Database

log = logging.getLogger(__name__)

BREATH = 0.02
"""Seconds between one reference rep and the next: judging them all at once would be felt in other people's runs."""
REMEMBERED = 512

Buyer = tuple[str, int]
Marks = tuple[int, ...]


class PlayingAhead:
    """The seeds on which the panel is at play, one at a time.

    What it earned is remembered by `field_of`; what it scored, its marks, is kept in the database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._under_way: dict[Buyer, asyncio.Task[Marks]] = {}
        self._known: OrderedDict[Buyer, Marks] = OrderedDict()
        self._one_plays = asyncio.Lock()
        self._one_is_judged = asyncio.Lock()

    def soon(self, scenario: Scenario) -> None:
        """Has the panel play the scenario when its turn comes, and be judged after that."""
        self._task(scenario)

    async def marks(self, scenario: Scenario) -> Marks:
        """What each reference rep scores on the scenario; about a second where nobody has asked before."""
        return await self.known(scenario.pack_hash, scenario.seed) or await asyncio.shield(self._task(scenario))

    async def known(self, pack_hash: str, seed: int) -> Marks:
        """The marks on the seed of that pack, empty while they are not known."""
        buyer = pack_hash, seed
        if buyer not in self._known:
            found = await self._database.read(lambda there: panel_marks.find(there, pack_hash, ENGINE, seed))
            if not found:
                return ()
            self._remember(buyer, found)
        return self._known[buyer]

    def _task(self, scenario: Scenario) -> asyncio.Task[Marks]:
        buyer = scenario.pack_hash, scenario.seed
        if buyer not in self._under_way:
            task = asyncio.create_task(self._play(scenario))
            self._under_way[buyer] = task
            task.add_done_callback(lambda done: self._done(buyer, done))
        return self._under_way[buyer]

    def _done(self, buyer: Buyer, task: asyncio.Task[Marks]) -> None:
        del self._under_way[buyer]
        if not task.cancelled() and (error := task.exception()):
            log.error("panel not measured", exc_info=error, extra={"seed": buyer[1]})

    async def _play(self, scenario: Scenario) -> Marks:
        async with self._one_plays:
            await asyncio.to_thread(field_of, scenario)
        async with self._one_is_judged:
            found = await self.known(scenario.pack_hash, scenario.seed) or await _judged(scenario)
        async with self._database.writing() as connection:
            await panel_marks.keep(connection, scenario.pack_hash, ENGINE, scenario.seed, found)
        self._remember((scenario.pack_hash, scenario.seed), found)
        return found

    def _remember(self, buyer: Buyer, found: Marks) -> None:
        self._known[buyer] = found
        self._known.move_to_end(buyer)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


async def _judged(scenario: Scenario) -> Marks:
    """The marks, one rep at a time beside the event loop."""
    every = marks(scenario)
    found: list[int] = []
    while (mark := await asyncio.to_thread(_next, every)) is not None:
        found.append(mark)
        await asyncio.sleep(BREATH)
    return tuple(found)


def _next(every: Iterator[int]) -> int | None:
    return next(every, None)
