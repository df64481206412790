"""Strict parties, played by processes that take the talks among them."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing import get_context

from bot.flows.simulating.asked import Simulation
from bot.flows.simulating.held import Due, Held
from bot.flows.simulating.strict_playing import Place, behave, held
from engine.marketplace.buying import habits_of

STRICT = "strict"


class StrictTroupe:
    """A strict buyer, of the named habits or of those that a seed draws, among strict sellers."""

    sellers = STRICT
    talks_at_once = 24
    is_spent = False

    def __init__(self, pool: ProcessPoolExecutor, jobs: int, habits: str = "") -> None:
        self._pool = pool
        self._habits = habits
        self.parts_at_once = jobs + 1

    def buyer_of(self, key: bytes) -> str:
        """`strict:patient`."""
        return f"{STRICT}:{habits_of(key, self._habits).name}"

    async def hold(self, simulation: Simulation, dues: Sequence[Due]) -> Sequence[Held]:
        """The talks, played in one of the processes."""
        place = Place(simulation.source, simulation.market, simulation.whole)
        work = (place, tuple(dues), datetime.now(UTC))
        return await asyncio.get_running_loop().run_in_executor(self._pool, held, *work)


@contextmanager
def strict_troupe(jobs: int, habits: str = "") -> Iterator[StrictTroupe]:
    """The troupe, with so many processes of its own; what has not begun when the block ends is not played any more.

    They begin anew and are no copies of this one, which has threads, and holds the lock of the database.
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), behave)
    try:
        yield StrictTroupe(pool, jobs, habits)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
