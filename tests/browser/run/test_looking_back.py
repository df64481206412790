"""A person looks back on their runs: the list, a run step by step, and its file, at every width and theme."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.world import World, open_world
from tests.browser.desk import DESKTOP, PHONE, Desk, Theme, open_desk
from tests.browser.run.test_whole_runs import PRACTICE, TO_A_DEAL, picture

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
ANOTHER = (
    "What got you looking?",
    "It's 24,900 out the door.",
    "I can do 24,000 with the mats.",
    "I'm done here, bye.",
)


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it, and two finished runs of Ana's on one buyer."""
    async with open_world(tmp_path) as fresh:
        for lines in (TO_A_DEAL, ANOTHER):
            await play(fresh, lines)
        yield fresh


async def play(world: World, lines: tuple[str, ...]) -> None:
    """A run to its verdict."""
    thread = await world.start("18422")
    for line in lines:
        await world.turn(thread, line)
    await world.verdict(thread)


async def fits(desk: Desk, size: ViewportSize) -> None:
    """Nothing of the last message stands out of the window."""
    box = await desk.page.locator("article.message").last.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert desk.problems == []


@SIZES
@THEMES
async def test_the_list_and_the_replay_fit(browser: Browser, world: World, theme: Theme, size: ViewportSize) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE, size, theme)
    await desk.write("/haggle history")
    shown = desk.page.locator("article.message").last
    await expect(shown.get_by_text("Your runs · 2")).to_be_visible()
    await picture(desk, f"history_{size['width']}_{theme}")
    await fits(desk, size)
    await shown.get_by_role("button", name="Replay").last.click()
    told = desk.page.locator("article.message").last
    await expect(told.get_by_text("step 1 of")).to_be_visible()
    for step in range(2, 8):
        await told.get_by_role("button", name="Next").click()
        await expect(told.get_by_text(f"step {step} of")).to_be_visible()
    await told.scroll_into_view_if_needed()
    await picture(desk, f"replay_{size['width']}_{theme}")
    await fits(desk, size)


@SIZES
@THEMES
async def test_a_comparison_fits(browser: Browser, world: World, theme: Theme, size: ViewportSize) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE, size, theme)
    await desk.write("/haggle compare 1 2")
    shown = desk.page.locator("article.message").last
    await expect(shown.get_by_text("They part at your line 1")).to_be_visible()
    await picture(desk, f"compare_end_{size['width']}_{theme}")
    await shown.get_by_text("They part at your line 1").scroll_into_view_if_needed()
    await picture(desk, f"compare_{size['width']}_{theme}")
    await fits(desk, size)


@SIZES
async def test_the_file_of_a_run_stands_in_its_thread(browser: Browser, world: World, size: ViewportSize) -> None:
    thread = next(one["ts"] for one in await world.messages() if one["text"].startswith("Practice run"))
    desk = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": thread}, size)
    await desk.thread.get_by_role("button", name="Export").click()
    await expect(desk.thread.get_by_text("plays it again")).to_be_visible()
    await desk.thread.get_by_text("plays it again").scroll_into_view_if_needed()
    await picture(desk, f"export_{size['width']}")
    await fits(desk, size)
