"""A channel with 5,000 messages."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest
from playwright.async_api import Browser, expect

from bot.sandbox.records import Message
from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk, open_desk

MOST_ROWS = 330


def fill(place: Place, count: int) -> Callable[[int], str]:
    """Puts `count` messages into #practice without telling anybody; returns the timestamp of each by its number."""
    workspace = place.running.sandbox.workspace
    channel = workspace.channels[place.channel("practice")]
    stamps: list[str] = []
    like = Message(ts="", text="", user=place.person("ana"))
    for number in range(count):
        stamps.append(workspace.next_ts(channel))
        who = place.person("ana" if number // 3 % 2 else "ben")
        channel.history.add(replace(like, ts=stamps[-1], user=who, text=f"Message {number}."))
    return stamps.__getitem__


async def scroll_to(desk: Desk, words: str, edge: Literal["top", "bottom"]) -> None:
    """Scrolls to one end again and again until `words` are drawn."""
    await desk.page.wait_for_function(
        """([words, edge]) => {
          const scroller = document.querySelector(".channel-pane .scroller");
          scroller.scrollTop = edge === "top" ? 0 : scroller.scrollHeight;
          return scroller.textContent.includes(words);
        }""",
        arg=[words, edge],
    )


@pytest.fixture
def stamp(place: Place) -> Callable[[int], str]:
    """The timestamp of each of 5,000 messages."""
    return fill(place, 5000)


async def test_it_opens_at_the_newest_and_draws_few(
    browser: Browser, place: Place, stamp: Callable[[int], str]
) -> None:
    desk = await open_desk(browser, place.running.url, {"as": "mei", "channel": "practice"})
    await expect(desk.message("Message 4999.")).to_be_in_viewport()
    assert await desk.channel.locator("article.message").count() < MOST_ROWS


async def test_scrolling_up_brings_older_ones_and_lets_newer_ones_go(
    browser: Browser, place: Place, stamp: Callable[[int], str]
) -> None:
    desk = await open_desk(browser, place.running.url, {"as": "mei", "channel": "practice"})
    await expect(desk.message("Message 4999.")).to_be_in_viewport()
    await scroll_to(desk, "Message 4300.", "top")
    assert await desk.channel.locator("article.message").count() < MOST_ROWS
    await place.say("ben", "The very newest")
    await desk.channel.get_by_role("button", name="New messages", exact=True).click()
    await expect(desk.message("The very newest")).to_be_in_viewport()


async def test_a_permalink_to_an_old_message_opens_there_and_leads_on_downwards(
    browser: Browser, place: Place, stamp: Callable[[int], str]
) -> None:
    where = {"as": "mei", "channel": "practice", "message": stamp(1200)}
    desk = await open_desk(browser, place.running.url, where)
    await expect(desk.message("Message 1200.")).to_be_in_viewport()
    await scroll_to(desk, "Message 1700.", "bottom")
    assert await desk.channel.locator("article.message").count() < MOST_ROWS
