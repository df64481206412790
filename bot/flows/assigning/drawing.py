"""The buyers of an assignment that names none: drawn by a key, so that everybody meets the same ones."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from itertools import count as counting

from bot.flows.house import House
from engine.errors import RuleViolation
from engine.scenario.pack import Pack
from engine.seed import draw_seed
from packs.choosing import NEW_SEEDS
from storage.assignments import Assignment

MOST_DRAWN = 20
MOST_TRIED = 60
"""So many buyers are tried for each that is wanted; of every pack about one in six is of the rarest difficulty."""


async def draw_seeds(
    house: House, pack_id: str, pack_hash: str, count: int, difficulty: str, key: str
) -> tuple[int, ...]:
    """So many different seeds, of the difficulty unless that is empty; the same for the same key and pack.

    About a tenth of a second for each that is tried the first time. RuleViolation where the pack has too few.
    """
    pack = await _pack(house, pack_id, pack_hash)
    found: list[int] = []
    async for seed in _fitting(house, pack, pack_hash, difficulty, key, MOST_TRIED * count):
        found.append(seed)
        if len(found) == count:
            return tuple(found)
    raise RuleViolation(f"{pack_id} has too few {difficulty} buyers to draw {count}. Draw fewer, or of any difficulty.")


async def drawn_for(house: House, assignment: Assignment, number: int) -> tuple[int, ...]:
    """The buyers that are drawn for the assignment's window of that number."""
    key = f"{assignment.id}:{number}"
    return await draw_seeds(house, assignment.pack, assignment.pack_hash, assignment.drawn, assignment.difficulty, key)


async def drawn_soon(
    house: House, pack_id: str, pack_hash: str, count: int, difficulty: str, key: str, seconds: float
) -> tuple[int, ...]:
    """The same where it takes no longer than that; else RuleViolation, and the draw goes on for the next time."""
    draw = partial(draw_seeds, house, pack_id, pack_hash, count, difficulty, key)
    task = house.draws.begin(f"{pack_hash}:{count}:{difficulty}:{key}", draw)
    done, _ = await asyncio.wait((task,), timeout=seconds)
    if not done:
        raise RuleViolation(
            f"The {count} buyers are still being drawn: each is played to see how hard it is. Press again in a moment."
        )
    return task.result()


async def _pack(house: House, pack_id: str, pack_hash: str) -> Pack:
    installed = house.packs.loaded.get(pack_id)
    return installed.pack if installed and installed.hash == pack_hash else await house.scenarios.pack(pack_hash)


async def _fitting(
    house: House, pack: Pack, pack_hash: str, difficulty: str, key: str, most: int
) -> AsyncIterator[int]:
    """The seeds of the key's row that are of that difficulty, each once, of so many that are tried."""
    tried: set[int] = set()
    for n in counting():
        seed = draw_seed(key, n, NEW_SEEDS)
        if seed in tried:
            continue
        tried.add(seed)
        if len(tried) > most:
            return
        if not difficulty or (await house.difficulties.of(pack, pack_hash, seed)).word == difficulty:
            yield seed
