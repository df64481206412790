"""Blocks and text as they are drawn."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.bot.sandbox.place import Place
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


def points(*values: int) -> list[Json]:
    return [{"label": f"R{number}", "value": value} for number, value in enumerate(values, 1)]


def chart(kind: str) -> Json:
    axis = {"categories": ["R1", "R2", "R3"]}
    series = [{"name": "Yours", "data": points(34, 33, 32)}, {"name": "Hers", "data": points(30, 31, 32)}]
    return {
        "type": "data_visualization",
        "title": "Offers",
        "chart": {"type": kind, "series": series, "axis_config": axis},
    }


@pytest.mark.parametrize("kind", ["line", "bar", "area"])
async def test_a_chart_has_words_a_legend_and_a_table(ana: Desk, kind: str) -> None:
    await ana.page.evaluate(DRAW_BLOCKS, [chart(kind)])
    drawn = ana.page.locator("#drawn")
    label = await drawn.locator("svg.chart").get_attribute("aria-label")
    assert label == f"Offers. {kind} chart over 3 points: Yours from 34 to 32; Hers from 30 to 32."
    await expect(drawn.locator(".legend li")).to_have_text(["Yours", "Hers"])
    await drawn.get_by_text("Show as a table").click()
    await expect(drawn.locator("tbody tr").first).to_have_text("R13430")


async def test_the_series_of_a_line_chart_differ_without_colour(ana: Desk) -> None:
    await ana.page.evaluate(DRAW_BLOCKS, [chart("line")])
    dashes = await ana.page.locator("#drawn svg.chart path.line").evaluate_all(
        "lines => lines.map((line) => line.getAttribute('stroke-dasharray'))"
    )
    assert len(set(dashes)) == 2


async def test_a_pie_writes_its_shares(ana: Desk) -> None:
    segments = [{"label": "Outcome", "value": 30}, {"label": "Process", "value": 10}]
    await ana.page.evaluate(
        DRAW_BLOCKS, [{"type": "data_visualization", "title": "Points", "chart": {"type": "pie", "segments": segments}}]
    )
    await expect(ana.page.locator("#drawn .point-label")).to_have_text(["75 %", "25 %"])


async def test_a_data_table_sorts_numbers_as_numbers_and_turns_pages(ana: Desk) -> None:
    rows = [
        [{"type": "raw_text", "text": name}, {"type": "raw_number", "value": best, "text": str(best)}]
        for name, best in (("Ana", 81), ("Ben", 9), ("Jo", 100))
    ]
    head = [{"type": "raw_text", "text": "Rep"}, {"type": "raw_text", "text": "Best"}]
    await ana.page.evaluate(
        DRAW_BLOCKS, [{"type": "data_table", "caption": "People", "page_size": 2, "rows": [head, *rows]}]
    )
    drawn = ana.page.locator("#drawn")
    await drawn.get_by_role("button", name="Best").click()
    await expect(drawn.locator("tbody tr")).to_have_text(["Ben9", "Ana81"])
    await drawn.get_by_role("button", name="Next rows").click()
    await expect(drawn.locator("tbody tr")).to_have_text(["Jo100"])


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
