"""What the page says of days and times, by the sandbox's clock."""

from playwright.async_api import Locator, expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk

DAY = 86_400


def days(desk: Desk) -> Locator:
    """The dividers between the days of the channel."""
    return desk.channel.locator(".day")


async def test_days_follow_a_moved_clock(ana: Desk, place: Place) -> None:
    parent = await place.say("ben", "The first day")
    await place.say("ben", "A reply", thread_ts=parent["ts"])
    await expect(days(ana)).to_have_text(["Today"])
    summary = ana.message("The first day").locator(".thread-summary")
    await expect(summary).to_contain_text("Last reply today")
    await place.ask("POST", "clock", advance=DAY)
    await expect(days(ana)).to_have_text(["Yesterday"])
    await expect(summary).to_contain_text("Last reply yesterday")
    await place.say("ben", "The next day")
    await expect(days(ana)).to_have_text(["Yesterday", "Today"])


async def test_a_page_that_is_opened_later_goes_by_the_moved_clock(ana: Desk, place: Place) -> None:
    await place.ask("POST", "clock", advance=3 * DAY)
    await place.say("ben", "Three days on")
    await ana.page.reload()
    await expect(days(ana)).to_have_text(["Today"])


async def test_a_date_in_a_text_is_told_from_the_moved_clock(ana: Desk, place: Place) -> None:
    said = await place.say("ben", "Now")
    second = said["ts"].partition(".")[0]
    await place.client.chat_postMessage(
        channel=place.channel("practice"), text=f"Begun <!date^{second}^{{date_pretty}}, {{ago}}|then>"
    )
    await expect(ana.message("Begun today, just now")).to_be_visible()
    await place.ask("POST", "clock", advance=DAY)
    await expect(ana.message("Begun yesterday, 1 day ago")).to_be_visible()


async def test_the_line_of_what_is_new_shares_the_line_of_its_day(ana: Desk, place: Place) -> None:
    await ana.page.locator(".nav-item", has_text="deals").click()
    await place.ask("POST", "clock", advance=DAY)
    await place.say("mei", "Before you went", channel="practice")
    read = await place.say("mei", "Read", channel="practice")
    await place.do("ana", "read", channel="practice", ts=read["ts"])
    await place.ask("POST", "clock", advance=DAY)
    await place.say("mei", "News of another day")
    await ana.page.locator(".nav-item", has_text="practice").click()
    row = ana.channel.locator("li", has_text="News of another day")
    day, new = [await row.locator(each).bounding_box() for each in (".day > span", ".new-line > span")]
    assert day
    assert new
    assert abs((day["y"] + day["height"] / 2) - (new["y"] + new["height"] / 2)) < 3
    assert day["x"] + day["width"] < new["x"]
