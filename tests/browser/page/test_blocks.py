"""Blocks and text as they are drawn."""

from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, section
from tests.browser.desk import Desk

Json = dict[str, Any]

DRAW_TEXT = """async (text) => {
  const { mrkdwn } = await import("/page/text/mrkdwn.js");
  const frame = document.createElement("div");
  frame.append(...mrkdwn(text));
  return frame.innerHTML;
}"""
DRAW_BLOCKS = """async (blocks) => {
  const { renderBlocks } = await import("/page/blocks/render.js");
  const frame = renderBlocks(blocks, { container: { home: true } });
  frame.id = "drawn";
  document.querySelector(".scroller").append(frame);
}"""


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*bold* and _italic_ and ~gone~", "<strong>bold</strong> and <em>italic</em> and <s>gone</s>"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("*_both_*", "<strong><em>both</em></strong>"),
        ("`*not bold*`", "<code>*not bold*</code>"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("one\ntwo", "one<br>two"),
    ],
)
async def test_mrkdwn_inside_a_line(ana: Desk, text: str, html: str) -> None:
    assert await ana.page.evaluate(DRAW_TEXT, text) == f'<div class="lines">{html}</div>'


async def test_mrkdwn_quotes_code_blocks_and_lists(ana: Desk) -> None:
    drawn = await ana.page.evaluate(DRAW_TEXT, "&gt; said\n```\nseed = 1\n```\n• first\n• second")
    assert "<blockquote>said</blockquote>" in drawn
    assert "<pre>seed = 1</pre>" in drawn
    assert drawn.count('class="list-line"') == 2


async def test_mrkdwn_names_people_channels_and_dates(ana: Desk, place: Place) -> None:
    text = f"<@{place.person('ben')}> in <#{place.channel('practice')}> on <!date^1764000000^{{date_num}}|then>"
    drawn = await ana.page.evaluate(DRAW_TEXT, text)
    assert "@Ben Okafor" in drawn
    assert "#practice" in drawn
    assert "2025-11-24" in drawn


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
async def test_only_web_and_mail_addresses_become_links(ana: Desk, address: str) -> None:
    drawn = await ana.page.evaluate(DRAW_TEXT, f"<{address}|press me>")
    assert "<a" not in drawn
    assert "press me" in drawn


async def test_a_block_that_cannot_be_drawn_says_so_and_the_rest_stands(ana: Desk) -> None:
    good = {"type": "section", "text": {"type": "mrkdwn", "text": "still here"}}
    await ana.page.evaluate(DRAW_BLOCKS, [{"type": "hologram"}, {"type": "section", "fields": 3}, good])
    drawn = ana.page.locator("#drawn")
    await expect(drawn.locator(".unknown").first).to_contain_text("“hologram”")
    await expect(drawn).to_contain_text("still here")


async def test_rich_text_and_markdown_are_drawn(ana: Desk) -> None:
    rich = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "loud", "style": {"bold": True}}]}
        ],
    }
    markdown = {"type": "markdown", "text": "# Board\n\n- **Ana** 84\n\n| Rep | Score |\n|--|--:|\n| Ana | 84 |"}
    await ana.page.evaluate(DRAW_BLOCKS, [rich, markdown])
    drawn = ana.page.locator("#drawn")
    await expect(drawn.locator(".rich-text strong")).to_have_text("loud")
    await expect(drawn.get_by_role("heading", name="Board")).to_be_visible()
    await expect(drawn.locator("td").last).to_have_text("84")


async def test_markdown_lists_nest_and_code_can_be_copied(ana: Desk) -> None:
    text = "- price\n  - mats\n    - which\n- date\n\n1. ask\n   - twice\n2. listen\n\n```python\nseed = 1\n```"
    await ana.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await ana.page.evaluate(DRAW_BLOCKS, [{"type": "markdown", "text": text}])
    drawn = ana.page.locator("#drawn")
    await expect(drawn.locator(".markdown > ul > li > ul > li > ul > li")).to_have_text("which")
    await expect(drawn.locator(".markdown > ol > li")).to_have_count(2)
    await expect(drawn.locator(".code-language")).to_have_text("python")
    await drawn.get_by_label("Copy the code").click()
    assert await ana.page.evaluate("navigator.clipboard.readText()") == "seed = 1"


async def post(place: Place, *blocks: Json) -> None:
    await place.client.chat_postMessage(channel=place.channel("practice"), text="blocks", blocks=list(blocks))


async def test_a_long_section_folds_unless_the_app_expands_it(ana: Desk, place: Place) -> None:
    words = "She holds the price. " * 80
    await post(place, section(words), section(words, expand=True))
    await expect(ana.channel.locator(".section")).to_have_count(2)
    more = ana.channel.get_by_role("button", name="See more")
    folded = ana.channel.locator(".foldable .text")
    before = (await folded.bounding_box() or {})["height"]
    await more.click()
    assert (await folded.bounding_box() or {})["height"] > before * 2
    await expect(ana.channel.get_by_role("button", name="See less")).to_have_attribute("aria-expanded", "true")


async def test_a_container_folds_and_its_buttons_reach_the_app(ana: Desk, place: Place, app: AsyncApp) -> None:
    pressed: list[str] = []

    @app.action("accept")
    async def on_accept(ack: Any, action: Json) -> None:
        pressed.append(action["action_id"])
        await ack()

    title = {"type": "plain_text", "text": "Terms"}
    inside = actions(button("accept", "Accept"))
    await post(place, {"type": "container", "title": title, "is_collapsible": True, "child_blocks": [inside]})
    await ana.channel.get_by_role("button", name="Accept").click()
    await place.until(lambda: pressed == ["accept"])
    await ana.channel.locator(".container summary").click()
    await expect(ana.channel.get_by_role("button", name="Accept")).to_be_hidden()


async def test_a_carousel_turns_by_arrows_and_by_keys(ana: Desk, place: Place) -> None:
    cards = [{"type": "card", "title": {"type": "mrkdwn", "text": f"Buyer {number}"}} for number in range(1, 7)]
    await post(place, {"type": "carousel", "elements": cards})
    carousel = ana.channel.locator(".carousel")
    await expect(carousel.get_by_label("Previous card")).to_be_disabled()
    await carousel.get_by_label("Next card").click()
    await expect(carousel.locator(".carousel-place")).to_have_text("2–3 of 6")
    await carousel.locator(".carousel-track").press("ArrowRight")
    await expect(carousel.locator(".carousel-place")).to_have_text("3–4 of 6")
    await carousel.locator(".carousel-track").press("ArrowLeft")
    await expect(carousel.locator(".carousel-place")).to_have_text("2–3 of 6")


async def test_a_task_says_its_status_in_words_and_names_its_sources(ana: Desk, place: Place) -> None:
    source = {"type": "url", "url": "https://example.com/prices", "text": "Price index"}
    task = {
        "type": "task_card",
        "task_id": "1",
        "title": "Compare prices",
        "status": "in_progress",
        "sources": [source],
    }
    await post(
        place, {"type": "plan", "title": "Debrief", "tasks": [task, {**task, "task_id": "2", "status": "error"}]}
    )
    await expect(ana.channel.locator(".plan-tasks .task-status")).to_have_text(["In progress", "Failed"])
    await expect(ana.channel.locator(".plan-head .task-status")).to_have_text("0 of 2 done")
    link = ana.channel.get_by_role("link", name="Price index").first
    await expect(link).to_have_attribute("href", "https://example.com/prices")


async def test_feedback_stays_pressed_and_is_sent_with_its_value(ana: Desk, place: Place, app: AsyncApp) -> None:
    given: list[str] = []

    @app.action("feedback")
    async def on_feedback(ack: Any, action: Json) -> None:
        given.append(action["value"])
        await ack()

    def thumb(words: str, value: str) -> Json:
        return {"text": {"type": "plain_text", "text": words}, "value": value}

    buttons = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": thumb("Good advice", "good"),
        "negative_button": thumb("Bad advice", "bad"),
    }
    await post(place, {"type": "context_actions", "elements": [buttons]})
    bad = ana.channel.get_by_role("button", name="Bad advice")
    await bad.click()
    await expect(bad).to_have_attribute("aria-pressed", "true")
    await expect(ana.channel.get_by_role("button", name="Good advice")).to_have_attribute("aria-pressed", "false")
    assert len(given) == 1


async def test_an_image_that_does_not_come_leaves_its_description(ana: Desk, place: Place) -> None:
    await ana.page.route("https://images.example.com/**", lambda route: route.abort())
    address = "https://images.example.com/lost.png"
    await post(place, {"type": "image", "image_url": address, "alt_text": "The blue sedan"})
    await expect(ana.channel.locator(".image-missing")).to_have_text("The blue sedan")
