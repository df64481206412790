"""A team's practice as it looks: Home of each, the card in a rep's messages, who is how far, and the board."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.desk_of_assignments import begin, finish
from tests.bot.world import World, eventually, open_world
from tests.browser.desk import SIZES, THEMES, Theme, open_desk
from tests.browser.run.test_disputes import inside
from tests.browser.run.test_whole_runs import picture

LINE = '/haggle assign @ana @ben car_sales 18422,1024,9001 "Discovery week" start now due in 5 days attempts 3'


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A team with an assignment, in which Ana has played two buyers, and a board that stands in #practice."""
    async with open_world(tmp_path) as fresh:
        await fresh.command("mei", LINE)
        [card] = [each for each in await fresh.messages("mei") if each.get("is_ephemeral")]
        await fresh.press("mei", "assign_order", card["ts"])

        async def posted() -> bool | None:
            return True if "Discovery week" in str(await fresh.messages("ana", "dm")) else None

        await eventually(posted)
        for buyer in (1, 2):
            await finish(fresh, await begin(fresh, "ana", buyer))
            await fresh.later()
        await fresh.command("mei", "/haggle leaderboard here")
        await asyncio.sleep(1)
        yield fresh


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", THEMES)
async def test_every_screen_of_a_team_fits_and_says_what_it_should(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    tall, name = ViewportSize(width=size["width"], height=1_500), f"{size['width']}_{theme}"
    desks = {who: await open_desk(browser, world.sandbox.url, {"as": who, "channel": "dm", "view": "home"}, tall, theme)
             for who in ("ana", "olu", "mei")}  # fmt: skip
    said = {"ana": "Discovery week", "olu": "No runs yet", "mei": "Discovery week"}
    for who, desk in desks.items():
        home = desk.page.locator(".home")
        await expect(home.get_by_text(said[who]).first).to_be_visible()
        await inside(home, size)
        await picture(desk, f"home_{who}_{name}")
    ana, mei = desks["ana"], desks["mei"]
    await ana.go(**{"as": "ana", "channel": "dm"})
    card = ana.channel.locator("article.message", has_text="Everybody meets the same buyers").first
    await card.scroll_into_view_if_needed()
    await expect(card.get_by_text("Discovery week").first).to_be_visible()
    await inside(card, size)
    await picture(ana, f"card_{name}")
    await mei.go(**{"as": "mei", "channel": "practice"})
    await mei.write("/haggle assignments")
    funnel = mei.message("2 people")
    await expect(funnel).to_be_visible()
    await inside(funnel, size)
    await picture(mei, f"funnel_{name}")
    await funnel.get_by_role("button", name="People").click()
    await expect(mei.dialog.get_by_text("Discovery week").first).to_be_visible()
    await inside(mei.dialog, size)
    await picture(mei, f"people_{name}")
    await mei.page.keyboard.press("Escape")
    board = mei.message("This week")
    await expect(board).to_be_visible()
    await inside(board, size)
    await board.scroll_into_view_if_needed()
    await picture(mei, f"board_{name}")
    assert [problem for desk in desks.values() for problem in desk.problems] == []
