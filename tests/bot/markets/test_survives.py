"""A market survives kill -9 at any moment: each seller answers once, what is bought is bought once, and judged once."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.flows.expiry import expire_idle
from bot.views.market_buttons import TAKE
from storage.market_tables import negotiation_runs, outcomes
from tests.bot.markets.desk import heard, is_over, offers, open_market, said
from tests.bot.process import bot_process, kill
from tests.bot.world import World, eventually, is_line, is_verdict, open_world
from tests.databases import BACKENDS, fresh_url

MOMENTS = pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.15])
FIRST = "I need 3 USB-C cables, what can you offer?"


async def settled(world: World, thread: str, lines: int, verdicts: int) -> None:
    """Minutes pass until so many lines of sellers and verdicts stand, and then no more of them come."""

    async def stands() -> bool | None:
        await world.later()
        replies = await world.replies(thread)
        return (sum(map(is_line, replies)) >= lines and sum(map(is_verdict, replies)) >= verdicts) or None

    await eventually(stands, 40)
    for _ in range(3):
        await world.later()
        await asyncio.sleep(0.2)
    replies = await world.replies(thread)
    assert (sum(map(is_line, replies)), sum(map(is_verdict, replies))) == (lines, verdicts)


@MOMENTS
async def test_a_line_written_just_before_the_crash_is_answered_once_by_each(tmp_path: Path, moment: float) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with world.joined(tmp_path):
            thread = await open_market(world, "usb_cables 77")
        async with bot_process(world, tmp_path) as process:
            await world.say("ana", FIRST, thread)
            await asyncio.sleep(moment)
            await kill(process)
        async with world.joined(tmp_path):
            await settled(world, thread, lines=3, verdicts=0)
            assert set(said(await world.replies(thread))) == {"CableHouse", "QuickTech", "BudgetWires"}


@MOMENTS
async def test_an_offer_taken_just_before_the_crash_is_bought_and_judged_once(tmp_path: Path, moment: float) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with world.joined(tmp_path):
            thread = await open_market(world, "usb_cables 77")
            table = offers(await heard(world, thread, FIRST))
        async with bot_process(world, tmp_path) as process:
            pressing = asyncio.create_task(world.press("ana", f"{TAKE}:QuickTech", table["ts"]))
            await asyncio.sleep(moment)
            await kill(process)
            await asyncio.gather(pressing, return_exceptions=True)
        async with world.joined(tmp_path):
            await take_again(world, thread, table["ts"])
            await settled(world, thread, lines=3, verdicts=1)
            await is_over(world, "Over after 1 line")
            assert world.house
            async with world.house.database.reading() as connection:
                rows = await connection.all(select(outcomes.c.seller, outcomes.c.total))
            assert [tuple(row) for row in rows] == [("QuickTech", 2100)]


async def take_again(world: World, thread: str, ts: str) -> None:
    """Whoever still has the button before them presses it again, as people do."""
    await asyncio.sleep(0.5)
    await world.press("ana", f"{TAKE}:QuickTech", ts)


@pytest.mark.parametrize("kind", BACKENDS)
async def test_a_market_is_held_on_either_database(tmp_path: Path, kind: str) -> None:
    async with open_world(tmp_path, database=fresh_url(kind, tmp_path)) as world:
        thread = await open_market(world, "usb_cables 77")
        await heard(world, thread, FIRST)
        await heard(world, thread, "@QuickTech can you do 6.50?")
        last = await heard(world, thread, "deal, @QuickTech")
        assert any("of @QuickTech" in each["text"] for each in last if is_verdict(each))


async def test_parts_of_several_sellers_fill_a_need(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        thread = await open_market(world, "raw_materials steel_coil 4")
        table = offers(await heard(world, thread, "I need steel coils, what can you offer?"))
        buttons = [
            each
            for block in table["blocks"]
            for each in block.get("elements", ())
            if str(each.get("action_id")).startswith(TAKE)
        ]
        for button in buttons:
            replies = await world.replies(thread)
            if any(map(is_verdict, replies)):
                break
            live = offers(replies)
            await world.press("ana", button["action_id"], live["ts"])

            async def told(before: int = len(replies)) -> bool | None:
                return len(await world.replies(thread)) > before or None

            await eventually(told)
            await asyncio.sleep(0.3)
        texts = [each["text"] for each in await world.replies(thread)]
        assert any(text.startswith("Bought: ") and "still needed" in text for text in texts)
        assert any(re.search(r"from \d sellers, .* in all", text) for text in texts if text.startswith("Deal"))


async def test_a_market_that_is_left_alone_ends_and_frees_its_talk(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        assert world.house
        thread = await open_market(world, "laptops 5")
        await heard(world, thread, "I need these laptops, what can you offer?")
        world.clock.skew += timedelta(days=2)
        assert await expire_idle(world.house) == 1
        await is_over(world, "Over after 1 line")
        async with world.house.database.reading() as connection:
            row = await connection.first(select(func.count()).select_from(negotiation_runs))
        assert row == (1,)
