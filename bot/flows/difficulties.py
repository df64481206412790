"""How hard seeds are, measured once each: the reference panel plays them beside the event loop, one at a time."""

import asyncio
from collections import OrderedDict

from engine.panel.difficulty import Difficulty, difficulty
from engine.scenario.pack import Pack

Key = tuple[str, int]


class DifficultyBook:
    """The difficulties measured so far, by pack hash and seed."""

    def __init__(self, size: int = 10_000) -> None:
        self._size = size
        self._measured: OrderedDict[Key, asyncio.Task[Difficulty]] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()

    async def of(self, pack: Pack, pack_hash: str, seed: int) -> Difficulty:
        """The difficulty of the seed; about a tenth of a second the first time."""
        return await asyncio.shield(self._task(pack, pack_hash, seed))

    async def soon(self, pack: Pack, pack_hash: str, seeds: tuple[int, ...], seconds: float) -> dict[int, Difficulty]:
        """Those of the seeds that are known within so many seconds; the rest go on being measured."""
        tasks = {seed: self._task(pack, pack_hash, seed) for seed in seeds}
        if tasks:
            await asyncio.wait(tasks.values(), timeout=seconds)
        return {seed: task.result() for seed, task in tasks.items() if task.done() and not task.exception()}

    def _task(self, pack: Pack, pack_hash: str, seed: int) -> asyncio.Task[Difficulty]:
        key = (pack_hash, seed)
        if key not in self._measured:
            self._measured[key] = asyncio.create_task(self._measure(pack, pack_hash, seed))
        self._measured.move_to_end(key)
        if len(self._measured) > self._size:
            self._measured.popitem(last=False)
        return self._measured[key]

    async def _measure(self, pack: Pack, pack_hash: str, seed: int) -> Difficulty:
        async with self._one_at_a_time:
            return await asyncio.to_thread(difficulty, pack, pack_hash, seed)
