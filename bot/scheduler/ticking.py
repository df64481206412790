"""The tick, at which what is due by then is done. The rows of the timetable decide what that is, never the tick."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

_LONG = 3_600.0

Work = Callable[[], Awaitable[object]]


@asynccontextmanager
async def ticking(
    seconds: float, works: Sequence[Work], sleep: Callable[[float], Awaitable[None]]
) -> AsyncIterator[None]:
    """Each work is done at once, then every so many seconds, never twice at a time, while the block runs.

    None of them waits for another. `sleep` returns sooner when the time of the house has jumped: then they are done at
    once as well.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    at_work = [asyncio.Lock() for _ in works]
    options = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    for work, lock in zip(works, at_work, strict=True):
        first = datetime.now(UTC)
        scheduler.add_job(_tick, "interval", args=(work, lock), seconds=seconds, next_run_time=first, **options)
    scheduler.start()
    following = asyncio.create_task(_follow_jumps(scheduler, sleep))
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        scheduler.shutdown(wait=False)
        for lock in at_work:
            await lock.acquire()


async def _tick(work: Work, lock: asyncio.Lock) -> None:
    """The scheduler cancels it at the end, and would call that an error: what was not committed is still due."""
    with suppress(asyncio.CancelledError):
        async with lock:
            await _surviving(work)


async def _follow_jumps(scheduler: AsyncIOScheduler, sleep: Callable[[float], Awaitable[None]]) -> None:
    while True:
        await sleep(_LONG)
        for job in scheduler.get_jobs():
            job.modify(next_run_time=datetime.now(UTC))


async def _surviving(work: Work) -> None:
    try:
        await work()
    except Exception:  # the boundary of a tick: the next one tries again
        log.exception("tick failed")
