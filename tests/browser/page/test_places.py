"""Finding one's way: links, people, keys, themes, a phone, a broken connection."""

import re

from playwright.async_api import Browser, ViewportSize, expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, app_for, listening, open_place
from tests.browser.desk import PHONE, Desk, open_desk

ANA = {"as": "ana", "channel": "practice"}


async def test_a_permalink_opens_the_thread(ana: Desk, place: Place) -> None:
    parent = await place.say("ben", "The run")
    await place.say("ana", "The offer", thread_ts=parent["ts"])
    link = await place.client.chat_getPermalink(channel=place.channel("practice"), message_ts=parent["ts"])
    await ana.page.goto(link["permalink"])
    await expect(ana.message("The offer", ana.thread)).to_be_visible()


async def test_the_address_follows_and_the_back_button_leads_back(ana: Desk) -> None:
    await ana.page.locator(".nav-item", has_text="deals").click()
    await expect(ana.page).to_have_url(re.compile("channel=deals"))
    await ana.page.go_back()
    await expect(ana.channel.get_by_role("heading", name="practice").first).to_be_visible()


async def test_acting_as_somebody_else_shows_what_they_may_see(ana: Desk) -> None:
    await ana.page.get_by_label("Act as Olu Adeyemi").click()
    await expect(ana.page.locator(".act-as-who")).to_contain_text("Olu Adeyemi")
    await expect(ana.page.locator(".sidebar-lists")).not_to_contain_text("practice")
    await ana.write("Hello from finance")
    await expect(ana.message("Hello from finance").locator(".author")).to_have_text("Olu Adeyemi")


async def test_alt_and_arrows_walk_through_the_channels(ana: Desk) -> None:
    await ana.page.keyboard.press("Alt+ArrowDown")
    await expect(ana.page).to_have_url(re.compile("channel=deals"))
    await ana.page.keyboard.press("Alt+ArrowUp")
    await expect(ana.page).to_have_url(re.compile("channel=practice"))


async def test_escape_closes_the_thread(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await ana.go(**ANA, thread=parent["ts"])
    await ana.thread.locator(".composer-box").press("Escape")
    await expect(ana.thread).to_be_hidden()


async def test_messages_can_be_walked_with_the_arrow_keys(ana: Desk, place: Place) -> None:
    await place.say("ben", "first")
    await place.say("ana", "second")
    await expect(ana.message("second")).to_be_visible()
    await ana.channel.locator(".scroller").focus()
    await ana.page.keyboard.press("ArrowUp")
    await expect(ana.message("second")).to_be_focused()
    await ana.page.keyboard.press("ArrowUp")
    await expect(ana.message("first")).to_be_focused()


async def test_the_theme_can_be_switched_and_asked_for(ana: Desk) -> None:
    await ana.page.get_by_label("Switch to the dark theme").click()
    await expect(ana.page.locator("html")).to_have_attribute("data-theme", "dark")
    await ana.page.goto(f"{ana.url}/?theme=light#as=ana")
    await expect(ana.page.locator("html")).to_have_attribute("data-theme", "light")


async def test_a_phone_has_a_drawer_and_a_thread_with_a_way_back(browser: Browser, place: Place, app: AsyncApp) -> None:
    parent = await place.say("ana", "A run")
    await place.say("ben", "A reply", thread_ts=parent["ts"])
    desk = await open_desk(browser, place.running.url, ANA, PHONE)
    await expect(desk.page.locator(".sidebar")).not_to_be_in_viewport()
    await desk.page.get_by_label("Show the sidebar").click()
    await expect(desk.page.locator(".nav-item", has_text="deals")).to_be_in_viewport()
    await desk.page.keyboard.press("Escape")
    await desk.channel.locator(".thread-summary").click()
    await expect(desk.message("A reply", desk.thread)).to_be_in_viewport()
    await desk.page.get_by_label("Back to the channel").click()
    await expect(desk.message("A run")).to_be_in_viewport()
    wider = await desk.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider


async def test_the_app_can_be_brought_into_a_channel(ana: Desk, place: Place) -> None:
    await ana.go(**{"as": "ana", "channel": "general"})
    await ana.page.get_by_role("button", name="Add Haggle").click()
    await expect(ana.page.get_by_role("button", name="Add Haggle")).to_have_count(0)


async def test_the_page_says_when_no_bot_is_listening(browser: Browser, place: Place) -> None:
    desk = await open_desk(browser, place.running.url, ANA)
    await expect(desk.channel.locator(".pane-notice")).to_contain_text("No bot is listening")
    async with listening(place, app_for(place)):
        await expect(desk.channel.locator(".pane-notice")).to_be_hidden()


async def test_the_page_finds_the_sandbox_again_after_a_restart(browser: Browser) -> None:
    async with open_place() as before:
        port = before.running.port
        desk = await open_desk(browser, before.running.url, ANA)
    await expect(desk.channel.locator(".pane-notice")).to_contain_text("connects again by itself")
    async with open_place(port=port) as after:
        await after.say("ben", "Back again")
        await expect(desk.message("Back again")).to_be_visible(timeout=15_000)


async def test_a_channel_stays_at_its_end_when_a_thread_makes_it_narrower(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    for number in range(30):
        await place.say("ben", f"{number}: words enough that they take another line once the column is narrower " * 2)
    await ana.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    await expect(ana.thread.get_by_text("A run")).to_be_visible()
    await expect(ana.message("29: words")).to_be_in_viewport()


async def test_the_head_of_a_narrow_page_cuts_no_control(browser: Browser, place: Place) -> None:
    await place.do("mei", "channels", name="a-rather-long-name-for-a-phone")
    await place.ask("POST", "channels/a-rather-long-name-for-a-phone/members", user="ana")
    await place.client.chat_postMessage(channel=place.channel("dm:ana"), text="Your run has begun")
    size = ViewportSize(width=320, height=600)
    desk = await open_desk(browser, place.running.url, {"as": "ana", "channel": "dm", "view": "home"}, size=size)
    for tab in ("Home", "Messages (1 unread)", "About"):
        await expect(desk.page.get_by_role("tab", name=tab)).to_be_in_viewport(ratio=1)
    await desk.go(**{"as": "ana", "channel": "a-rather-long-name-for-a-phone"})
    for control in ("Add Haggle", "2 members", "Inspector"):
        await expect(desk.channel.get_by_role("button", name=control)).to_be_in_viewport(ratio=1)
