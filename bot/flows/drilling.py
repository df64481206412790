"""Whom to meet next: buyers who ask for what has cost a person most, found once each."""

import asyncio
from collections import OrderedDict

from engine.coaching.drill import drill_on
from engine.scenario.pack import Pack
from engine.scoring.verdict import Drill

_Key = tuple[str, int, str]


class DrillBook:
    """Drills found so far: looking for one takes some tenths of a second, and the same run and check give the same."""

    def __init__(self, size: int = 2_000) -> None:
        self._size = size
        self._known: OrderedDict[_Key, Drill | None] = OrderedDict()

    async def on(self, pack: Pack, pack_hash: str, seed: int, check: str) -> Drill | None:
        """A buyer who trains the check, another than this one; None where the pack has none."""
        key = (pack_hash, seed, check)
        if key not in self._known:
            self._known[key] = await asyncio.to_thread(drill_on, pack, *key)
        self._known.move_to_end(key)
        if len(self._known) > self._size:
            self._known.popitem(last=False)
        return self._known[key]
