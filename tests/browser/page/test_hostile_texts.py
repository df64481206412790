"""Texts that are made to break the page: they stand in it, and so does what comes after them."""

import pytest
from playwright.async_api import expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk

SECTION = {"type": "rich_text_section", "elements": [{"type": "date", "timestamp": 10**14, "format": "{date}"}]}


@pytest.mark.parametrize(
    "content",
    [
        {"text": "<!date^99999999999999^{date_pretty}|in the end>"},
        {"text": "*" * 12_000},
        {"text": "*_~`" * 3000},
        {"text": "<" * 4000},
        {"text": "x", "blocks": [{"type": "rich_text", "elements": [SECTION]}]},
        {"markdown_text": "**a " * 3000},
        {"markdown_text": "[" * 12_000},
        {"markdown_text": "_" * 12_000},
        {"text": "\u202eright to left\u202c " + "a" + "\u0301" * 2000},
    ],
    ids=lambda content: str(content)[:40].encode("ascii", "replace").decode(),
)
async def test_a_hostile_text_hides_nothing_after_it(ana: Desk, place: Place, content: dict[str, object]) -> None:
    channel = place.channel("practice")
    await place.client.api_call("chat.postMessage", json={"channel": channel, **content})
    await place.say("ben", "Still here")
    await expect(ana.message("Still here")).to_be_visible()
    await ana.page.reload()
    await expect(ana.message("Still here")).to_be_visible()
    await expect(ana.channel.locator("article.message")).to_have_count(2)


async def test_a_date_beyond_the_calendar_is_told_in_its_own_words(ana: Desk, place: Place) -> None:
    await place.client.chat_postMessage(
        channel=place.channel("practice"), text="Due <!date^99999999999999^{date_pretty}|in the end>"
    )
    await expect(ana.message("Due in the end")).to_be_visible()
