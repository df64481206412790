"""A market as its buyer sees it: everybody answers, one answers, offers are compared, taken and judged."""

import re

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.markets.desk import heard, open_market, said
from tests.bot.world import World
from tests.browser.desk import SIZES, THEMES, Theme, open_desk
from tests.browser.run.test_disputes import inside
from tests.browser.run.test_whole_runs import picture

BROADCAST = "I need 3 USB-C cables, preferably under $8 each."
ADDRESSED = "@QuickTech Can you do $6.50 to match @BudgetWires?"
DEAL = "@QuickTech Deal! I'll take 3 at $6.75 each."
SELLERS = ("CableHouse", "QuickTech", "BudgetWires")


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", THEMES)
async def test_three_sellers_answer_one_comes_down_and_three_cables_are_bought_for_20_25(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    thread = await open_market(world, "usb_cables 77", "ben")
    name = f"{size['width']}_{theme}"
    tall = ViewportSize(width=size["width"], height=1_300)
    ben = await open_desk(
        browser, world.sandbox.url, {"as": "ben", "channel": "practice", "thread": thread}, tall, theme
    )
    await ben.write(BROADCAST, ben.thread)
    for handle, price in zip(SELLERS, ("$8.50", "$7.00", "$6.50"), strict=True):
        line = ben.thread.locator("article.message", has_text=handle).filter(has_text=price)
        await expect(line.first).to_be_visible()
    accept = ben.thread.get_by_role("button", name="Accept QuickTech · 3 × $7.00 = $21.00")
    await expect(accept).to_be_visible()
    await picture(ben, f"market_broadcast_{name}")
    await ben.write(ADDRESSED, ben.thread)
    accept = ben.thread.get_by_role("button", name="Accept QuickTech · 3 × $6.75 = $20.25")
    await expect(accept).to_be_visible()
    await expect(ben.thread.get_by_role("button", name=re.compile("Accept QuickTech"))).to_have_count(1)
    await inside(ben.thread, size)
    await picture(ben, f"market_addressed_{name}")
    await ben.thread.get_by_role("button", name="Compare offers").last.click()
    table = ben.thread.locator("table").last
    await expect(table).to_contain_text("came down $0.25")
    await expect(table).to_contain_text("a one-year warranty")
    await picture(ben, f"market_compare_{name}")
    await accept.click()
    await expect(ben.dialog).to_contain_text("3 USB-C cables at $6.75 each, $20.25 in all.")
    await picture(ben, f"market_confirm_{name}")
    await ben.dialog.get_by_role("button", name="Not yet").click()
    await ben.write(DEAL, ben.thread)
    card = ben.message("What the sellers were not saying", ben.thread)
    await expect(card).to_contain_text("Deal · 3 USB-C cables of @QuickTech at $6.75, $20.25 in all · 3 lines")
    await expect(card).to_contain_text("@QuickTech would have gone to $6.50")
    await card.scroll_into_view_if_needed()
    await inside(ben.thread, size)
    await picture(ben, f"market_verdict_{name}")
    assert ben.problems == []


async def test_a_line_for_nobody_is_asked_about_and_sent_with_a_button(browser: Browser, world: World) -> None:
    thread = await open_market(world, "usb_cables 77", "ben")
    ben = await open_desk(browser, world.sandbox.url, {"as": "ben", "channel": "practice", "thread": thread})
    await ben.write("@QuikTech what do you ask for 3 cables?", ben.thread)
    question = ben.thread.get_by_text("There is no seller @QuikTech here.")
    await expect(question).to_be_visible()
    await picture(ben, "market_ask_whom")
    await ben.thread.get_by_role("button", name="Send to @QuickTech").click()
    await expect(question).to_have_count(0)
    await expect(ben.thread.get_by_role("button", name="Accept QuickTech · 3 × $7.00 = $21.00")).to_be_visible()
    await expect(ben.thread.get_by_role("button", name=re.compile("Accept CableHouse"))).to_have_count(0)


async def test_the_form_and_the_list_open_a_market(browser: Browser, world: World) -> None:
    ana = await open_desk(browser, world.sandbox.url, {"as": "ana", "channel": "practice"})
    await ana.write("/haggle markets")
    listing = ana.message("USB-C cables, the example")
    await expect(listing).to_contain_text("Raw materials")
    await picture(ana, "market_list")
    await ana.write("/haggle buy")
    await expect(ana.dialog).to_contain_text("What to buy")
    await picture(ana, "market_form")
    await ana.dialog.get_by_role("button", name="Open the market").click()
    await expect(ana.message("You need 3 USB-C cables.")).to_be_visible()
    await picture(ana, "market_brief")


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
async def test_a_total_is_heard_as_the_price_of_one_and_after_the_last_line_offers_can_be_taken(
    browser: Browser, world: World, size: ViewportSize
) -> None:
    thread = await open_market(world, "usb_cables 77", "ben")
    tall = ViewportSize(width=size["width"], height=1_300)
    ben = await open_desk(browser, world.sandbox.url, {"as": "ben", "channel": "practice", "thread": thread}, tall)
    await heard(world, thread, BROADCAST, "ben")
    answered = await heard(world, thread, "@CableHouse 20 for everything, can you do that?", "ben")
    assert "$20.00 each" not in str(said(answered))
    for number in range(10):
        await heard(world, thread, f"@QuickTech what about the warranty, question {number}?", "ben")
    await expect(ben.thread.get_by_text("and your last: accept an offer or walk away").last).to_be_visible()
    await ben.write("@QuickTech can you do $6.60?", ben.thread)
    await expect(
        ben.thread.get_by_text("Nobody heard that: you have written your last line about USB-C cables.").last
    ).to_be_visible()
    await inside(ben.thread, size)
    await picture(ben, f"market_last_line_{size['width']}")
    await ben.thread.get_by_role("button", name=re.compile("Accept BudgetWires")).last.click()
    await ben.dialog.get_by_role("button", name="Buy").click()
    await expect(ben.message("What the sellers were not saying", ben.thread)).to_contain_text("Deal · 3 USB-C cables")
    assert ben.problems == []


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
async def test_a_price_above_the_maximum_is_warned_of_and_the_talk_stands_in_the_history(
    browser: Browser, world: World, size: ViewportSize
) -> None:
    thread = await open_market(world, "laptops docking_station 4", "ben")
    tall = ViewportSize(width=size["width"], height=1_300)
    ben = await open_desk(browser, world.sandbox.url, {"as": "ben", "channel": "practice", "thread": thread}, tall)
    await heard(world, thread, "I need 7 docking stations. What do you ask?", "ben")
    await ben.thread.get_by_role("button", name="Accept NorthByte · 7 × $155 = $1,085").click()
    await expect(ben.dialog).to_contain_text("That is above your maximum of $151 a piece.")
    await picture(ben, f"market_too_dear_{size['width']}")
    await ben.dialog.get_by_role("button", name="Buy").click()
    await expect(ben.message("What the sellers were not saying", ben.thread)).to_contain_text("Stop at $151")
    await ben.go(**{"as": "ben", "channel": "practice"})
    await ben.write("/haggle history")
    listed = ben.message("Bought in markets · 1")
    await expect(listed).to_contain_text("7 docking stations of @")
    await inside(ben.channel, size)
    await picture(ben, f"market_history_{size['width']}")
    assert ben.problems == []
