"""The tick: at once, again and again, one at a time, and sooner when the time of the house has jumped."""

import asyncio

from bot.scheduler.ticking import ticking
from tests.bot.world import eventually


async def forever(seconds: float) -> None:
    """The time of the house does not jump."""
    await asyncio.Event().wait()


async def test_it_ticks_at_once_and_again_though_the_work_fails() -> None:
    ticks = 0

    async def work() -> None:
        nonlocal ticks
        ticks += 1
        raise RuntimeError

    async with ticking(0.05, [work], forever):

        async def thrice() -> bool | None:
            return ticks >= 3 or None

        await eventually(thrice)
    done = ticks
    await asyncio.sleep(0.2)
    assert ticks == done, "not after the end"


async def test_one_tick_is_over_before_the_next_begins_and_before_the_end() -> None:
    under_way, most, ended = 0, 0, 0

    async def work() -> None:
        nonlocal under_way, most, ended
        under_way += 1
        most = max(most, under_way)
        try:
            await asyncio.sleep(0.15)
            ended += 1
        finally:
            under_way -= 1

    async with ticking(0.02, [work], forever):
        await asyncio.sleep(0.5)
    assert most == 1
    assert ended > 1
    assert under_way == 0


async def test_no_work_waits_for_another() -> None:
    ticks = 0

    async def work() -> None:
        nonlocal ticks
        ticks += 1

    async with ticking(0.05, [asyncio.Event().wait, work], forever):

        async def thrice() -> bool | None:
            return ticks >= 3 or None

        await eventually(thrice, seconds=5)


async def test_a_jump_of_time_makes_it_tick_at_once() -> None:
    jumped, ticks = asyncio.Event(), 0

    async def until_it_jumps(seconds: float) -> None:
        await jumped.wait()
        jumped.clear()

    async def work() -> None:
        nonlocal ticks
        ticks += 1

    async with ticking(3_600, [work], until_it_jumps):

        async def begun() -> bool | None:
            return ticks == 1 or None

        await eventually(begun)
        jumped.set()

        async def again() -> bool | None:
            return ticks == 2 or None

        await eventually(again, seconds=3)
