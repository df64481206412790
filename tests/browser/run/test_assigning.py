"""A manager assigns: the form, the question on top of it, the card of one line and what is wrong, as they look."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.world import World, open_world
from tests.browser.desk import DESKTOP, PHONE, Theme, open_desk
from tests.browser.run.test_disputes import inside
from tests.browser.run.test_whole_runs import picture

LINE = (
    '/haggle assign @ana @ben @closers car_sales 18422,1024,9001 "Discovery week" start tomorrow 9:00 due in 5 days '
    "repeat weekly pass 70 attempts 3"
)
WRONG = "/haggle assign @ana carsales 18422,abc strat mon due 3/4 pass 200 attemps 3 and buy milk"


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it, and a user group."""
    async with open_world(tmp_path) as fresh:
        await fresh.ask("POST", "usergroups", **{"as": "mei"}, handle="closers", name="Closers", users=["olu"])
        yield fresh


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_a_line_becomes_a_card_and_the_card_an_assignment(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    mei = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "practice"}, size, theme)
    await mei.write(WRONG)
    wrong = mei.message("Nothing was assigned.")
    await expect(wrong).to_be_visible()
    await inside(wrong, size)
    await picture(mei, f"assign_wrong_{size['width']}_{theme}")
    await mei.write(LINE)
    card = mei.message("Assign “Discovery week”?")
    await expect(card.get_by_text("3 people")).to_be_visible()
    await inside(card, size)
    await picture(mei, f"assign_card_{size['width']}_{theme}")
    await card.get_by_role("button", name="Assign").click()
    done = mei.message("is assigned to 3 people")
    await expect(done).to_be_visible()
    await picture(mei, f"assign_done_{size['width']}_{theme}")
    assert mei.problems == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_form_asks_for_confirmation_on_top_of_itself(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    tall = ViewportSize(width=size["width"], height=1_900)
    mei = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "practice"}, tall, theme)
    await mei.write("/haggle assign")
    await expect(mei.dialog.get_by_text("Assign practice")).to_be_visible()
    await mei.dialog.get_by_placeholder("18422, 1024, 9001").fill("18422, abc")
    await mei.dialog.get_by_role("button", name="Look it over").click()
    await expect(mei.dialog.get_by_text("abc is not a seed")).to_be_visible()
    await inside(mei.dialog, tall)
    await picture(mei, f"assign_form_{size['width']}_{theme}")
    [view] = (await world.ask("GET", "modals?as=mei"))["views"]
    await world.ask("POST", "modals/close", **{"as": "mei"}, view_id=view["id"])
    await expect(mei.page.locator("dialog[open]")).to_have_count(0)
    await mei.write(LINE)
    await mei.message("Assign “Discovery week”?").get_by_role("button", name="Change").click()
    await expect(
        mei.dialog.get_by_placeholder("Discovery week").or_(mei.dialog.locator('input[maxlength="60"]'))
    ).to_have_value("Discovery week")
    await mei.dialog.get_by_role("button", name="Look it over").click()
    await expect(mei.dialog.get_by_text("Assign “Discovery week”?")).to_be_visible()
    await inside(mei.dialog, tall)
    await picture(mei, f"assign_confirm_{size['width']}_{theme}")
    await mei.dialog.get_by_role("button", name="Assign").click()
    await expect(mei.message("is assigned to 3 people")).to_be_visible()
    assert mei.problems == []
