"""A manager asks what the language model took and costs, at every width and theme."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, expect

from bot.flows.house import House
from engine.llm.budget import ASSUMED_PRICE, Amount, Payer
from engine.llm.purse import Call, Hold, Took
from engine.llm.usage import Spent, Usage
from engine.negotiation.events import Worded
from storage import runs, spend, worded_lines
from storage.runs import Run
from tests.bot.world import World, ids_of, open_world
from tests.browser.desk import DESKTOP, PHONE, Theme, open_desk
from tests.browser.run.test_disputes import inside
from tests.browser.run.test_whole_runs import picture

MODEL = {
    "HAGGLE_MODEL": "anthropic:claude-haiku-5-5",
    "anthropic_api_key": "sk-ant-KEY",
    "HAGGLE_SPEND_PER_TEAM": "1",
    "HAGGLE_TOKENS_PER_DAY": 50_000_000,
    "HAGGLE_SPEND_PER_DAY": "25.50",
}
MODELS = ("anthropic:claude-haiku-5-5", "openrouter:google/gemini-2.5-pro")


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it, which has a model, budgets and five days of use behind it."""
    async with open_world(tmp_path, model=MODEL) as fresh:
        await fresh.start("18422 freeplay")
        assert fresh.house
        async with fresh.house.database.reading() as connection:
            (run,) = await runs.of_rep(connection, *_team_and(fresh, "ana"), 1)
        for number in range(60):
            await _spend(fresh.house, run, number, ids_of(fresh.sandbox, ("ana", "ben", "olu"))[number % 3])
        yield fresh


def _team_and(world: World, who: str) -> tuple[str, str]:
    return world.sandbox.sandbox.workspace.team_id, ids_of(world.sandbox, (who,))[0]


async def _spend(house: House, run: Run, number: int, person: str) -> None:
    """One call and its line, some hours back."""
    cost = None if number % 20 == 7 else 21_400 + number
    usage = Usage(input=3_100 + number, cached_read=2_400, output=60 + number)
    at = house.now() - timedelta(hours=2 * number)
    call = Call(Payer(run.team, person, run.id), "voice", MODELS[number % 5 == 4], Amount(4_000, 300_000), at)
    hold = Hold(uuid4().hex, call)
    assert not await spend.open_call(house.database, hold.id, call, {}, at + timedelta(minutes=10))
    counted = Amount(usage.total, cost or ASSUMED_PRICE * usage.total)
    took = Took(Spent(usage, cost), counted, attempts=1 + (number % 9 == 8), answered=number % 30 != 29)
    assert await spend.close_call(house.database, hold, took)
    line = Worded(at, number, "Hm.", why="" if number % 14 else "no reply", broken=() if number % 11 else ("figures",))
    await house.database.write(lambda there: worded_lines.count(there, run.team, run.id, [line], at))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_use_of_the_model_is_shown_whole(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    tall = ViewportSize(width=size["width"], height=1_400)
    mei = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "general"}, tall, theme)
    await mei.write("/haggle usage")
    shown = mei.message("Language model · use and cost")
    await expect(shown.get_by_role("table")).to_be_visible()
    await expect(shown.get_by_text("Everybody and day").first).to_be_visible()
    await picture(mei, f"usage_{size['width']}_{theme}")
    await inside(shown, tall)
    await inside(shown.get_by_role("table"), tall)
    await shown.get_by_role("button", name="Close").click()
    await expect(mei.message("Language model · use and cost")).to_have_count(0)
    assert mei.problems == []


async def test_without_a_model_the_way_to_one_is_shown(browser: Browser, tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        mei = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "dm"}, PHONE)
        await mei.write("/haggle usage")
        shown = mei.message("Language model · use and cost")
        await expect(shown.get_by_text("HAGGLE_MODEL")).to_be_visible()
        await inside(shown, PHONE)
        await picture(mei, "usage_nothing_yet")
        assert mei.problems == []
