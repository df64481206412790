"""Charts and tables: what they show, how they are read, sorted and searched."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.page.test_blocks import DRAW_BLOCKS

Json = dict[str, Any]


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


async def test_a_chart_reads_its_values_out_under_the_pointer_and_by_keys(ana: Desk) -> None:
    await ana.page.evaluate(DRAW_BLOCKS, [chart("line")])
    stage = ana.page.locator("#drawn .chart-stage")
    await stage.scroll_into_view_if_needed()
    place = await stage.bounding_box()
    assert place
    await ana.page.mouse.move(place["x"] + place["width"] / 2, place["y"] + 100)
    await expect(stage.locator(".readout")).to_contain_text("R2")
    await expect(stage.locator(".readout-row")).to_have_text(["Yours33", "Hers31"])
    await ana.page.mouse.move(1, 1)
    await expect(stage.locator(".readout")).to_be_hidden()
    await stage.press("ArrowRight")
    await stage.press("ArrowRight")
    await expect(stage.get_by_role("status")).to_have_text("R2: Yours 33, Hers 31")


def rows(*cells: tuple[str, int]) -> list[list[Json]]:
    return [[{"type": "raw_text", "text": name}, {"type": "raw_number", "value": best}] for name, best in cells]


HEAD = [{"type": "raw_text", "text": "Rep"}, {"type": "raw_text", "text": "Best"}]


async def test_a_column_sorts_up_then_down_then_as_it_came(ana: Desk) -> None:
    table = {"type": "data_table", "caption": "People", "rows": [HEAD, *rows(("Ana", 1200), ("Ben", 9), ("Jo", 100))]}
    await ana.page.evaluate(DRAW_BLOCKS, [table])
    drawn = ana.page.locator("#drawn")
    names = drawn.locator("tbody th")
    head = drawn.locator("thead th").last
    for order, expected in (("ascending", "BenJoAna"), ("descending", "AnaJoBen"), ("none", "AnaBenJo")):
        await drawn.get_by_role("button", name="Best").press("Enter")
        await expect(head).to_have_attribute("aria-sort", order)
        assert "".join(await names.all_text_contents()) == expected
    await expect(drawn.locator("tbody td").first).to_have_text("1,200")


async def test_a_table_that_is_too_wide_says_so_and_is_scrolled_by_keys(ana: Desk) -> None:
    cells = [{"type": "raw_text", "text": f"Column {number}"} for number in range(20)]
    await ana.page.evaluate(DRAW_BLOCKS, [{"type": "table", "rows": [cells, cells]}])
    frame = ana.page.locator("#drawn .wide")
    await expect(frame).to_have_attribute("data-after", "true")
    await expect(frame).to_contain_text("Scroll sideways for more")
    region = frame.get_by_role("region", name="Table: Column 0, Column 1")
    await region.focus()
    await region.press("End")
    await region.press("ArrowRight")
    await expect(frame).to_have_attribute("data-before", "true")


async def test_a_table_that_fits_is_no_stop_for_the_tab_key(ana: Desk) -> None:
    await ana.page.evaluate(DRAW_BLOCKS, [{"type": "table", "rows": [HEAD, *rows(("Ana", 1))]}])
    frame = ana.page.locator("#drawn .wide")
    await expect(frame).to_have_attribute("data-after", "false")
    await expect(frame.locator(".wide-hint")).to_be_hidden()
    await expect(frame.locator("[tabindex]")).to_have_count(0)


async def test_the_rows_of_a_table_are_searched_over_all_pages(ana: Desk) -> None:
    people = rows(*((f"Rep {number}", number) for number in range(1, 13)))
    await ana.page.evaluate(DRAW_BLOCKS, [{"type": "data_table", "caption": "People", "rows": [HEAD, *people]}])
    drawn = ana.page.locator("#drawn")
    await drawn.get_by_label("Search in People").fill("rep 11")
    await expect(drawn.locator("tbody th")).to_have_text(["Rep 11"])
    await drawn.get_by_label("Search in People").fill("nobody")
    await expect(drawn.locator(".pager")).to_contain_text("No row holds these words")
