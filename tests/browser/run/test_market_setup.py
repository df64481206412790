"""Setting up a market as it looks: the form empty, filled and wrong, what it will be, and the list with it."""

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.world import World
from tests.browser.desk import SIZES, THEMES, Desk, Theme, open_desk
from tests.browser.run.test_disputes import inside
from tests.browser.run.test_whole_runs import picture


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", THEMES)
async def test_a_manager_sets_up_a_market_at_the_page(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    tall, name = ViewportSize(width=size["width"], height=1_500), f"{size['width']}_{theme}"
    desk = await open_desk(browser, world.sandbox.url, {"as": "mei", "channel": "practice"}, tall, theme)
    await desk.write("/haggle markets make")
    await expect(desk.dialog.get_by_text("Set up a market")).to_be_visible()
    await shown(desk, f"setup_empty_{name}", size)
    await desk.dialog.get_by_label("Start from").select_option("Phone accessories")
    await expect(desk.dialog.get_by_label("Title")).to_have_value("Our phone accessories")
    await desk.dialog.get_by_label("Seed").fill("77")
    await desk.dialog.get_by_label("Seed").press("Enter")
    await shown(desk, f"setup_filled_{name}", size)
    await desk.dialog.get_by_role("button", name="Look it over").click()
    await expect(desk.dialog.get_by_text("What only managers see")).to_be_visible()
    await shown(desk, f"setup_preview_{name}", size)
    await desk.dialog.get_by_role("button", name="Back").last.click()
    seller = desk.dialog.get_by_label("Seller 1")
    kept = await seller.input_value()
    await seller.fill(kept.replace("cost", "cots", 1))
    await desk.dialog.get_by_role("button", name="Save").click()
    await expect(desk.dialog.get_by_text("I cannot read “cots")).to_be_visible()
    await shown(desk, f"setup_wrong_{name}", size)
    await seller.fill(kept)
    await desk.dialog.get_by_role("button", name="Save").click()
    await expect(desk.page.locator("dialog[open]")).to_have_count(0)
    await desk.write("/haggle markets")
    listed = desk.message("Your team's own")
    await expect(listed.get_by_role("button", name="Edit").first).to_be_visible()
    await inside(listed, size)
    await picture(desk, f"setup_listed_{name}")
    await listed.get_by_role("button", name="Remove").first.click()
    await expect(desk.dialog.get_by_text("is not to be bought in any more")).to_be_visible()
    await picture(desk, f"setup_remove_{name}")
    assert desk.problems == []


async def shown(desk: Desk, name: str, size: ViewportSize) -> None:
    """A picture of the form at its beginning and at its end, which stays inside the window."""
    await inside(desk.dialog, size)
    body = desk.dialog.locator(".dialog-body")
    await body.evaluate("body => body.scrollTo(0, 0)")
    await picture(desk, name)
    await body.evaluate("body => body.scrollTo(0, body.scrollHeight)")
    await picture(desk, f"{name}_end")
