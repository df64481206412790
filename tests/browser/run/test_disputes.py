"""A dispute from the rep's form over the manager's messages to both scores in the thread, at every width and theme."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, ViewportSize, expect

from tests.bot.desk_of_disputes import WORDS
from tests.bot.world import World, open_world
from tests.browser.desk import DESKTOP, PHONE, Theme, open_desk
from tests.browser.run.test_whole_runs import PRACTICE, TO_A_DEAL, picture

REASON = "The week, the kids and the deadline were on the table before her first price. There was no more to find."


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it, and a finished run of Ana's."""
    async with open_world(tmp_path) as fresh:
        thread = await fresh.start("18422")
        for line in TO_A_DEAL:
            await fresh.turn(thread, line)
        await fresh.verdict(thread)
        yield fresh


async def thread_of(world: World) -> str:
    """The thread of the one run."""
    return next(str(one["ts"]) for one in await world.messages() if one["text"].startswith("Practice run"))


async def inside(shown: Locator, size: ViewportSize) -> None:
    """Nothing of it stands out of the window at either side."""
    box = await shown.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_a_dispute_is_filed_decided_and_shown(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    name = f"{size['width']}_{theme}"
    ana = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": await thread_of(world)}, size, theme)
    await ana.thread.get_by_role("button", name="Dispute").click()
    await ana.dialog.get_by_role("combobox").select_option("discovery")
    await expect(ana.dialog.get_by_role("link", name="↗")).to_be_visible()
    await ana.dialog.get_by_label("Why its points are wrong").fill(WORDS)
    await picture(ana, f"dispute_form_{name}")
    await inside(ana.dialog, size)
    await ana.dialog.get_by_role("button", name="Dispute").click()
    await expect(ana.thread.get_by_text("Noted: you dispute")).to_be_visible()
    await picture(ana, f"dispute_noted_{name}")

    mei = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "dm"}, size, theme)
    card = mei.message("Dispute ·")
    await expect(card.get_by_role("button", name="Change the points")).to_be_visible()
    await picture(mei, f"dispute_card_{name}")
    await inside(card, size)
    await card.get_by_role("button", name="Change the points").click()
    await mei.dialog.get_by_label("Points").last.fill("9")
    await mei.dialog.get_by_label("Reason").fill(REASON)
    await picture(mei, f"dispute_change_{name}")
    await inside(mei.dialog, size)
    await mei.dialog.get_by_role("button", name="Change").last.click()
    await expect(mei.message("Dispute decided ·").get_by_text("Changed from")).to_be_visible()
    await picture(mei, f"dispute_decided_{name}")

    both = ana.thread.get_by_text("after dispute").first
    await expect(both).to_be_visible()
    await ana.thread.get_by_role("heading", name="Deal · $").scroll_into_view_if_needed()
    await picture(ana, f"dispute_verdict_{name}")
    await ana.thread.get_by_text("by the judge — ").evaluate("shown => shown.scrollIntoView({block: 'start'})")
    await picture(ana, f"dispute_reason_{name}")
    await inside(ana.thread.locator("article.message").last, size)
    await ana.go(**{"as": "ana", "channel": "dm"})
    await expect(ana.message("were changed")).to_be_visible()
    await picture(ana, f"dispute_outcome_{name}")
    assert ana.problems == []
    assert mei.problems == []
