"""What is new: bold channels, mentions, the line above new messages, and long channels."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Locator, Route, expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk, open_desk

MEI = {"as": "mei", "channel": "practice"}


def nav(desk: Desk, name: str) -> Locator:
    """The line of a channel or of the app in the sidebar."""
    return desk.page.locator(".nav-item", has_text=name)


async def test_a_channel_elsewhere_is_bold_until_it_is_opened(ana: Desk, place: Place) -> None:
    await place.say("mei", "News", channel="deals")
    deals = nav(ana, "deals")
    await expect(deals).to_have_attribute("data-unread", "true")
    await expect(deals).to_contain_text("1 unread")
    await expect(deals.locator(".unread-count")).to_have_count(0)
    await deals.click()
    await expect(deals).to_have_attribute("data-unread", "false")


async def test_a_mention_shows_as_a_number(ana: Desk, place: Place) -> None:
    await place.say("mei", "@ana look", channel="deals")
    await expect(nav(ana, "deals").locator(".unread-count")).to_have_text("1")


async def test_the_apps_first_direct_message_is_marked_unread(ana: Desk, place: Place) -> None:
    opened = await place.client.conversations_open(users=place.person("ana"))
    await place.client.chat_postMessage(channel=opened["channel"]["id"], text="Your result")
    line = nav(ana, "Haggle")
    await expect(line.locator(".unread-count")).to_have_text("1")
    await line.click()
    await expect(ana.message("Your result")).to_be_visible()


async def test_what_is_unread_outlives_a_reload(ana: Desk, place: Place) -> None:
    await place.say("mei", "News", channel="deals")
    await expect(nav(ana, "deals")).to_have_attribute("data-unread", "true")
    await ana.page.reload()
    await expect(nav(ana, "deals")).to_have_attribute("data-unread", "true")
    await expect(nav(ana, "practice")).to_have_attribute("data-unread", "false")


async def test_reading_in_one_window_marks_the_other_as_read(ana: Desk, browser: Browser, place: Place) -> None:
    await place.say("mei", "News", channel="deals")
    await expect(nav(ana, "deals")).to_have_attribute("data-unread", "true")
    await open_desk(browser, place.running.url, {"as": "ana", "channel": "deals"})
    await expect(nav(ana, "deals")).to_have_attribute("data-unread", "false")


async def test_a_line_stands_above_the_first_new_message(ana: Desk, place: Place) -> None:
    await ana.write("before")
    await expect(ana.message("before")).to_be_visible()
    await nav(ana, "deals").click()
    await place.say("ben", "while you were away")
    await nav(ana, "practice").click()
    row = ana.channel.locator("li", has=ana.page.locator(".new-line"))
    await expect(row).to_contain_text("while you were away")
    await ana.write("back again")
    await expect(ana.channel.locator(".new-line")).to_have_count(0)


@asynccontextmanager
async def answered_late(desk: Desk, channel: str) -> AsyncIterator[None]:
    """While it is open, the page has no answer yet to its reading of `channel`, though one has been made."""
    held, made = asyncio.Event(), asyncio.Event()

    async def answer_late(route: Route) -> None:
        answer = await route.fetch()
        made.set()
        await held.wait()
        await route.fulfill(response=answer)

    await desk.page.route(f"**/channels/{channel}?**", answer_late)
    await nav(desk, "deals").click()
    await made.wait()
    yield
    held.set()


async def test_what_comes_while_a_channel_is_being_read_is_drawn_there(ana: Desk, place: Place) -> None:
    async with answered_late(ana, place.channel("deals")):
        await place.say("mei", "in between", channel="deals")
        await asyncio.sleep(0.3)
    await expect(ana.message("in between")).to_be_visible()


async def test_what_comes_while_a_channel_is_being_left_is_new_there(ana: Desk, place: Place) -> None:
    await ana.write("before")
    await expect(ana.message("before")).to_be_visible()
    async with answered_late(ana, place.channel("deals")):
        await place.say("ben", "as you left")
        await asyncio.sleep(0.3)
    await expect(nav(ana, "practice")).to_have_attribute("data-unread", "true")


async def test_no_line_comes_above_what_is_read_as_it_comes(ana: Desk, place: Place) -> None:
    await place.say("ben", "now")
    await expect(ana.message("now")).to_be_visible()
    await expect(ana.channel.locator(".new-line")).to_have_count(0)


async def test_replies_in_a_closed_thread_are_counted_as_new(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "Who is in?")
    await place.say("ben", "I am", thread_ts=parent["ts"])
    summary = ana.message("Who is in?").locator(".thread-summary")
    await expect(summary).to_contain_text("1 new")
    await ana.page.reload()
    await expect(summary).to_contain_text("1 new")
    await summary.click()
    await expect(summary).not_to_contain_text("new")


async def test_the_banner_leads_to_the_first_of_many_new_messages(browser: Browser, place: Place) -> None:
    first = await place.say("ben", "Message 0")
    await place.do("mei", "read", channel="practice", ts=first["ts"])
    for number in range(1, 200):
        await place.say("ana" if number % 2 else "ben", f"Message {number}")
    desk = await open_desk(browser, place.running.url, MEI)
    await expect(desk.message("Message 199")).to_be_in_viewport()
    await desk.channel.get_by_role("button", name="199 new messages").click()
    await expect(desk.message("Message 1")).to_be_visible()
    await expect(desk.channel.locator(".new-line")).to_be_in_viewport()


async def test_reading_further_up_is_not_disturbed_by_a_new_message(browser: Browser, place: Place) -> None:
    for number in range(80):
        await place.say("ana" if number % 2 else "ben", f"Message {number}")
    desk = await open_desk(browser, place.running.url, MEI)
    await desk.message("Message 40").scroll_into_view_if_needed()
    await place.say("ben", "At the end")
    await expect(desk.channel.get_by_role("button", name="New messages", exact=True)).to_be_visible()
    await expect(desk.message("Message 40")).to_be_in_viewport()


async def test_the_messages_tab_counts_what_comes_while_another_tab_is_open(ana: Desk, place: Place) -> None:
    await nav(ana, "Haggle").click()
    await expect(ana.page.get_by_role("tab", name="Home")).to_have_attribute("aria-selected", "true")
    await place.client.chat_postMessage(channel=place.channel("dm:ana"), text="Your run has begun")
    tab = ana.page.get_by_role("tab", name="Messages (1 unread)")
    await tab.click()
    await expect(ana.message("Your run has begun")).to_be_visible()
    await expect(ana.page.get_by_role("tab", name="Messages", exact=True)).to_be_visible()
