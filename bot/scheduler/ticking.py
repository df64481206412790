"""The tick, at which what is due by then is done. The rows of the timetable decide what that is, never the tick."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

_LONG = 3_600.0
_TICK = "tick"


@asynccontextmanager
async def ticking(
    seconds: float, work: Callable[[], Awaitable[None]], sleep: Callable[[float], Awaitable[None]]
) -> AsyncIterator[None]:
    """The work is done at once, then every so many seconds, never twice at a time, while the block runs.

    `sleep` returns sooner when the time of the house has jumped: then it is done at once as well.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    options = {"id": _TICK, "misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    at_work = asyncio.Lock()

    async def tick() -> None:
        """The scheduler cancels it at the end, and would call that an error: what was not committed is still due."""
        with suppress(asyncio.CancelledError):
            async with at_work:
                await _surviving(work)

    scheduler.add_job(tick, "interval", seconds=seconds, next_run_time=datetime.now(UTC), **options)
    scheduler.start()
    following = asyncio.create_task(_follow_jumps(scheduler, sleep))
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        scheduler.shutdown(wait=False)
        async with at_work:
            pass


async def _follow_jumps(scheduler: AsyncIOScheduler, sleep: Callable[[float], Awaitable[None]]) -> None:
    while True:
        await sleep(_LONG)
        scheduler.modify_job(_TICK, next_run_time=datetime.now(UTC))


async def _surviving(work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except Exception:  # the boundary of a tick: the next one tries again
        log.exception("tick failed")
