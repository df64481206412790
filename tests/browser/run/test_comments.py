"""A verdict with a model's comments, as its rep reads it, at every width and theme."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.commenting import REP, WITH, card_with, model_at, speaks, told_in
from tests.bot.world import World, open_world
from tests.browser.desk import DESKTOP, PHONE, Theme, open_desk
from tests.browser.run.test_disputes import inside, thread_of
from tests.browser.run.test_whole_runs import PRACTICE, TO_A_DEAL, picture
from tests.engine.llm.dialects import message
from tests.engine.llm.server import Server


async def of_two_minds(request: web.Request) -> web.StreamResponse:
    """A model that likes the questions, doubts the rest, and makes the words about the tone up."""
    told = await request.json()
    asked, lines = json.dumps(told), REP.findall(told_in(told))
    if "respectful" in asked:
        given = {"quote": "You have been so kind to me", "answer": "yes"}
    elif "a reason for its prices" in asked:
        given = {"quote": lines[-1], "answer": "yes"}
    else:
        given = {"quote": max(lines, key=len), "answer": "4" if "rep's questions" in asked else "2"}
    return await message(json.dumps(given))(request)


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it, and a run of Ana's that a model has commented on."""
    server = Server()
    server.answers = [speaks(message, of_two_minds)]
    async with server.listening(), open_world(tmp_path, model=model_at(server)) as fresh:
        thread = await fresh.start("18422 freeplay")
        for line in TO_A_DEAL:
            await fresh.turn(thread, line)
        await card_with(fresh, thread, WITH)
        yield fresh


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_both_scores_and_every_comment_are_read(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    name = f"{size['width']}_{theme}"
    ana = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": await thread_of(world)}, size, theme)
    verdict = ana.thread.locator("article.message", has_text=WITH).last
    await expect(verdict.get_by_text(WITH)).to_be_visible()
    await verdict.get_by_role("heading").first.scroll_into_view_if_needed()
    await verdict.get_by_text(WITH).evaluate("shown => shown.scrollIntoView({block: 'center'})")
    await picture(ana, f"comments_scores_{name}")
    await verdict.get_by_text("The model's comments", exact=True).evaluate(
        "shown => shown.scrollIntoView({block: 'start'})"
    )
    await picture(ana, f"comments_{name}")
    await expect(verdict.get_by_text("Your questions went to what matters to them, and built on")).to_be_visible()
    await expect(verdict.get_by_text("unscored")).to_be_visible()
    comment = verdict.get_by_text("What your questions were after")
    await inside(comment, size)
    await inside(verdict, size)
    assert await ana.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert ana.problems == []
