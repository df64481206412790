"""Every limit: accepted at it, refused one past it, with the place."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from bot.sandbox.blocks.surface import Surface
from tests.bot.sandbox.blocks.gallery_data import CHART_BLOCKS, chart
from tests.bot.sandbox.blocks.pieces import (
    CAR_IMAGE,
    Json,
    actions,
    amount,
    ask,
    button,
    cell,
    confirm,
    line,
    mrkdwn,
    option,
    plain,
    rich,
    words,
)
from tests.bot.sandbox.blocks.report import said_of, said_of_view
from tests.bot.sandbox.place import modal


class Limit(NamedTuple):
    """A block of a given size, the largest size that is accepted, and the place of the fault."""

    name: str
    most: int
    build: Callable[[int], Json]
    place: str
    surface: Surface = "message"


def x(size: int) -> str:
    return "x" * size


def address(size: int) -> str:
    return "https://example.com/".ljust(size, "x")


def options(size: int) -> list[Json]:
    return [option(f"Option {n}", str(n)) for n in range(size)]


def section(**fields: Any) -> Json:
    return {"type": "section", **fields}


def menu(kind: str = "static_select", **fields: Any) -> Json:
    return actions({"type": kind, "action_id": "a", **fields})


def video(**fields: Any) -> Json:
    urls = {"video_url": "https://v.example/1", "thumbnail_url": "https://v.example/1.png"}
    return {"type": "video", "title": plain("A talk"), "alt_text": "A talk", **urls, **fields}


def container(**fields: Any) -> Json:
    return {"type": "container", "title": plain("Brief"), "child_blocks": [{"type": "divider"}], **fields}


def typed(kind: str = "plain_text_input", **fields: Any) -> Json:
    return ask("Say", {"type": kind, "action_id": "a", **fields})


def dialog(**texts: str) -> Json:
    words = {"title": "Sure?", "text": "It ends.", "yes": "End", "no": "Stay", **texts}
    return actions(button("a", "End", confirm=confirm(**words)))


def workflow_button(name: str = "run", **fields: Any) -> Json:
    trigger = {"url": "https://example.com/trigger", "customizable_input_parameters": [{"name": name, "value": 1}]}
    return {"type": "workflow_button", "text": plain("Go"), "workflow": {"trigger": trigger}, **fields}


def feedback(**fields: Any) -> Json:
    good = {"text": plain("Good"), "value": "good"}
    element = {"type": "feedback_buttons", "positive_button": {**good, **fields}, "negative_button": good}
    return {"type": "context_actions", "elements": [element]}


def icon(**fields: Any) -> Json:
    return {
        "type": "context_actions",
        "elements": [{"type": "icon_button", "icon": "trash", "text": plain("Remove"), **fields}],
    }


def listed(**fields: Any) -> Json:
    return rich({"type": "rich_text_list", "style": "bullet", "elements": [line(words("x"))], **fields})


def emoji(**fields: Any) -> Json:
    return rich(line({"type": "emoji", "name": "wave", **fields}))


def table(rows: list[list[Json]], **fields: Any) -> Json:
    return {"type": "table", "rows": rows, **fields}


def data_table(rows: list[list[Json]], **fields: Any) -> Json:
    return {"type": "data_table", "caption": "Runs", "rows": rows, **fields}


def pie(labels: list[str]) -> Json:
    segments = [{"label": label, "value": 1} for label in labels]
    return {"type": "data_visualization", "title": "Points", "chart": {"type": "pie", "segments": segments}}


def plotted(categories: list[str], series: int = 1, name: str = "", **axes: str) -> Json:
    data = [{"label": each, "value": 1} for each in categories]
    drawn = [{"name": name or f"Series {n}", "data": data} for n in range(series)]
    block = chart("line", "Offers")
    return block | {
        "chart": {"type": "line", "series": drawn, "axis_config": {"categories": categories, **axes}},
    }


def categories(size: int) -> list[str]:
    return [f"Round {n}" for n in range(size)]


def card(**fields: Any) -> Json:
    return {"type": "card", "title": plain("Priya"), **fields}


BUTTON = "/elements/0"
TEXTS = [
    Limit("block_id", 255, lambda n: {"type": "divider", "block_id": x(n)}, "/block_id"),
    Limit("action_id", 255, lambda n: actions(button(x(n), "Go")), f"{BUTTON}/action_id"),
    Limit("section text", 3000, lambda n: section(text=plain(x(n))), "/text/text"),
    Limit("section field", 2000, lambda n: section(fields=[plain(x(n))]), "/fields/0/text"),
    Limit("header", 150, lambda n: {"type": "header", "text": plain(x(n))}, "/text/text"),
    Limit("context text", 3000, lambda n: {"type": "context", "elements": [plain(x(n))]}, "/elements/0/text"),
    Limit("context mrkdwn", 3000, lambda n: {"type": "context", "elements": [mrkdwn(x(n))]}, "/elements/0/text"),
    Limit("markdown", 12000, lambda n: {"type": "markdown", "text": x(n)}, "/text"),
    Limit("alt text", 2000, lambda n: {"type": "image", "image_url": CAR_IMAGE, "alt_text": x(n)}, "/alt_text"),
    Limit("image address", 3000, lambda n: {"type": "image", "image_url": address(n), "alt_text": ""}, "/image_url"),
    Limit(
        "image title",
        2000,
        lambda n: {"type": "image", "image_url": CAR_IMAGE, "alt_text": "", "title": plain(x(n))},
        "/title/text",
    ),
    Limit("label", 2000, lambda n: ask(x(n), {"type": "plain_text_input"}), "/label/text"),
    Limit("hint", 2000, lambda n: ask("Say", {"type": "plain_text_input"}, hint=plain(x(n))), "/hint/text"),
    Limit("alert", 200, lambda n: {"type": "alert", "text": plain(x(n))}, "/text/text", "modal"),
    Limit("card title", 150, lambda n: card(title=plain(x(n))), "/title/text"),
    Limit("card subtitle", 150, lambda n: card(subtitle=plain(x(n))), "/subtitle/text"),
    Limit("card body", 200, lambda n: card(body=plain(x(n))), "/body/text"),
    Limit("card subtext", 200, lambda n: card(subtext=plain(x(n))), "/subtext/text"),
    Limit("container title", 150, lambda n: container(title=plain(x(n))), "/title/text"),
    Limit("container subtitle", 150, lambda n: container(subtitle=plain(x(n))), "/subtitle/text"),
    Limit("video title", 199, lambda n: video(title=plain(x(n))), "/title/text"),
    Limit("video description", 199, lambda n: video(description=plain(x(n))), "/description/text"),
    Limit("video author", 49, lambda n: video(author_name=x(n)), "/author_name"),
    Limit("video alt text", 2000, lambda n: video(alt_text=x(n)), "/alt_text"),
    Limit("button text", 75, lambda n: actions(button("a", x(n))), f"{BUTTON}/text/text"),
    Limit("button value", 2000, lambda n: actions(button("a", "Go", value=x(n))), f"{BUTTON}/value"),
    Limit("button address", 3000, lambda n: actions(button("a", "Go", url=address(n))), f"{BUTTON}/url"),
    Limit(
        "button label",
        75,
        lambda n: actions(button("a", "Go", accessibility_label=x(n))),
        f"{BUTTON}/accessibility_label",
    ),
    Limit("agent prompt", 4000, lambda n: actions(button("a", "Go", agent_prompt=x(n))), f"{BUTTON}/agent_prompt"),
    Limit("confirm title", 100, lambda n: dialog(title=x(n)), f"{BUTTON}/confirm/title/text"),
    Limit("confirm text", 300, lambda n: dialog(text=x(n)), f"{BUTTON}/confirm/text/text"),
    Limit("confirm button", 30, lambda n: dialog(yes=x(n)), f"{BUTTON}/confirm/confirm/text"),
    Limit("deny button", 30, lambda n: dialog(no=x(n)), f"{BUTTON}/confirm/deny/text"),
    Limit("option text", 75, lambda n: menu(options=[option(x(n), "1")]), f"{BUTTON}/options/0/text/text"),
    Limit("option value", 150, lambda n: menu(options=[option("A", x(n))]), f"{BUTTON}/options/0/value"),
    Limit(
        "option description",
        75,
        lambda n: menu(options=[option("A", "1", description=plain(x(n)))]),
        f"{BUTTON}/options/0/description/text",
    ),
    Limit(
        "option address",
        3000,
        lambda n: menu("overflow", options=[option("A", "1", url=address(n))]),
        f"{BUTTON}/options/0/url",
    ),
    Limit(
        "overflow option",
        75,
        lambda n: menu("overflow", options=[option(x(n), "1")]),
        f"{BUTTON}/options/0/text/text",
    ),
    Limit(
        "overflow description",
        75,
        lambda n: menu("overflow", options=[option("A", "1", description=plain(x(n)))]),
        f"{BUTTON}/options/0/description/text",
    ),
    Limit(
        "checkbox",
        75,
        lambda n: menu("checkboxes", options=[{"text": mrkdwn(x(n)), "value": "1"}]),
        f"{BUTTON}/options/0/text/text",
    ),
    Limit(
        "radio button description",
        75,
        lambda n: menu("radio_buttons", options=[option("A", "1", description=mrkdwn(x(n)))]),
        f"{BUTTON}/options/0/description/text",
    ),
    Limit("workflow button", 75, lambda n: actions(workflow_button(text=plain(x(n)))), f"{BUTTON}/text/text"),
    Limit(
        "option group label",
        75,
        lambda n: menu(option_groups=[{"label": plain(x(n)), "options": options(1)}]),
        f"{BUTTON}/option_groups/0/label/text",
    ),
    Limit(
        "placeholder",
        150,
        lambda n: menu("users_select", placeholder=plain(x(n))),
        f"{BUTTON}/placeholder/text",
    ),
    Limit("initial value", 3000, lambda n: typed(initial_value=x(n)), "/element/initial_value"),
    Limit("feedback text", 75, lambda n: feedback(text=plain(x(n))), f"{BUTTON}/positive_button/text/text"),
    Limit("feedback value", 2000, lambda n: feedback(value=x(n)), f"{BUTTON}/positive_button/value"),
    Limit(
        "feedback label",
        75,
        lambda n: feedback(accessibility_label=x(n)),
        f"{BUTTON}/positive_button/accessibility_label",
    ),
    Limit("icon button text", 75, lambda n: icon(text=plain(x(n))), f"{BUTTON}/text/text"),
    Limit("icon button value", 2000, lambda n: icon(value=x(n)), f"{BUTTON}/value"),
    Limit("icon button label", 75, lambda n: icon(accessibility_label=x(n)), f"{BUTTON}/accessibility_label"),
    Limit("chart title", 50, lambda n: CHART_BLOCKS["data_visualization, pie"] | {"title": x(n)}, "/title"),
    Limit("segment label", 20, lambda n: pie([x(n)]), "/chart/segments/0/label"),
    Limit("series name", 20, lambda n: plotted(["A"], name=x(n)), "/chart/series/0/name"),
    Limit("category", 20, lambda n: plotted([x(n)]), "/chart/axis_config/categories/0"),
    Limit("x label", 50, lambda n: plotted(["A"], x_label=x(n)), "/chart/axis_config/x_label"),
    Limit("y label", 50, lambda n: plotted(["A"], y_label=x(n)), "/chart/axis_config/y_label"),
]
COUNTS = [
    Limit("actions", 25, lambda n: actions(*(button(f"b{i}", "Go") for i in range(n))), "/elements"),
    Limit("context", 10, lambda n: {"type": "context", "elements": [plain("x")] * n}, "/elements"),
    Limit(
        "context actions",
        5,
        lambda n: {"type": "context_actions", "elements": icon()["elements"] * n},
        "/elements",
    ),
    Limit("fields", 10, lambda n: section(fields=[plain("x")] * n), "/fields"),
    Limit("select options", 100, lambda n: menu(options=options(n)), f"{BUTTON}/options"),
    Limit(
        "option groups",
        100,
        lambda n: menu(option_groups=[{"label": plain("A"), "options": options(1)}] * n),
        f"{BUTTON}/option_groups",
    ),
    Limit(
        "options of a group",
        100,
        lambda n: menu(option_groups=[{"label": plain("A"), "options": options(n)}]),
        f"{BUTTON}/option_groups/0/options",
    ),
    Limit(
        "initial options",
        100,
        lambda n: menu("multi_external_select", initial_options=options(n)),
        f"{BUTTON}/initial_options",
    ),
    Limit("checkboxes", 10, lambda n: menu("checkboxes", options=options(n)), f"{BUTTON}/options"),
    Limit("radio buttons", 10, lambda n: menu("radio_buttons", options=options(n)), f"{BUTTON}/options"),
    Limit("overflow", 5, lambda n: menu("overflow", options=options(n)), f"{BUTTON}/options"),
    Limit("card buttons", 3, lambda n: card(actions=[button(f"b{i}", "Go") for i in range(n)]), "/actions"),
    Limit("carousel", 10, lambda n: {"type": "carousel", "elements": [card()] * n}, "/elements"),
    Limit("container", 10, lambda n: container(child_blocks=[{"type": "divider"}] * n), "/child_blocks"),
    Limit("table rows", 100, lambda n: table([[cell("x")]] * n), "/rows"),
    Limit("table columns", 20, lambda n: table([[cell("x")] * n]), "/rows/0"),
    Limit("column settings", 20, lambda n: table([[cell("x")]], column_settings=[None] * n), "/column_settings"),
    Limit("data table rows", 101, lambda n: data_table([[cell("x")]] * n), "/rows"),
    Limit("data table columns", 20, lambda n: data_table([[cell("x")] * n] * 2), "/rows/0"),
    Limit("series", 6, lambda n: plotted(["A"], series=n), "/chart/series"),
    Limit("points", 20, lambda n: plotted(categories(n)), "/chart/series/0/data"),
    Limit("categories", 20, lambda n: plotted(categories(n)), "/chart/axis_config/categories"),
    Limit("segments", 6, lambda n: pie([f"Part {i}" for i in range(n)]), "/chart/segments"),
    Limit(
        "dispatch triggers",
        2,
        lambda n: typed(dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"] * n}),
        "/element/dispatch_action_config/trigger_actions_on",
    ),
]
NUMBERS = [
    Limit("page size", 100, lambda n: data_table([[cell("x")]] * 2, page_size=n), "/page_size"),
    Limit("min length", 3000, lambda n: typed(min_length=n), "/element/min_length"),
    Limit("max length", 3000, lambda n: typed(max_length=n), "/element/max_length"),
    Limit("files", 10, lambda n: typed("file_input", max_files=n), "/element/max_files", "modal"),
    Limit("lines", 100, lambda n: typed("rich_text_input", max_lines=n), "/element/max_lines", "modal"),
    Limit("fewest lines", 100, lambda n: typed("rich_text_input", min_lines=n), "/element/min_lines", "modal"),
    Limit(
        "timestamp",
        9_999_999_999,
        lambda n: menu("datetimepicker", initial_date_time=n),
        f"{BUTTON}/initial_date_time",
    ),
    Limit(
        "indent",
        8,
        lambda n: listed(indent=n),
        "/elements/0/indent",
    ),
    Limit(
        "skin tone",
        6,
        lambda n: emoji(skin_tone=n),
        "/elements/0/elements/0/skin_tone",
    ),
    Limit(
        "row header",
        1,
        lambda n: data_table([[cell("x"), amount(1, "1")]] * 2, row_header_column_index=n),
        "/row_header_column_index",
    ),
]


def _name(limit: Limit) -> str:
    return limit.name


def _past(limit: Limit) -> list[str]:
    return said_of(limit.build(limit.most + 1), limit.surface)


@pytest.mark.parametrize("limit", [*TEXTS, *COUNTS, *NUMBERS], ids=_name)
def test_at_the_limit_it_is_accepted(limit: Limit) -> None:
    assert said_of(limit.build(limit.most), limit.surface) == []


@pytest.mark.parametrize("limit", TEXTS, ids=_name)
def test_a_longer_text_is_refused(limit: Limit) -> None:
    assert f"must be less than {limit.most + 1} characters [json-pointer:{limit.place}]" in _past(limit)


@pytest.mark.parametrize("limit", COUNTS, ids=_name)
def test_a_longer_list_is_refused(limit: Limit) -> None:
    assert f"no more than {limit.most} items allowed [json-pointer:{limit.place}]" in _past(limit)


@pytest.mark.parametrize("limit", NUMBERS, ids=_name)
def test_a_larger_number_is_refused(limit: Limit) -> None:
    assert _past(limit) == [f"must be less than {limit.most} [json-pointer:{limit.place}]"]


EMPTY: list[tuple[str, Json, str]] = [
    ("actions", actions(), "/elements"),
    ("context", {"type": "context", "elements": []}, "/elements"),
    ("context_actions", {"type": "context_actions", "elements": []}, "/elements"),
    ("fields", section(fields=[]), "/fields"),
    ("options", menu(options=[]), f"{BUTTON}/options"),
    ("option groups", menu(option_groups=[]), f"{BUTTON}/option_groups"),
    ("initial users", menu("multi_users_select", initial_users=[]), f"{BUTTON}/initial_users"),
    ("filter", menu("conversations_select", filter={"include": []}), f"{BUTTON}/filter/include"),
    ("carousel", {"type": "carousel", "elements": []}, "/elements"),
    ("container", container(child_blocks=[]), "/child_blocks"),
    ("table", table([]), "/rows"),
    ("row", table([[]]), "/rows/0"),
    ("segments", pie([]), "/chart/segments"),
    ("list", rich({"type": "rich_text_list", "style": "bullet", "elements": []}), "/elements/0/elements"),
]


@pytest.mark.parametrize(("block", "place"), [each[1:] for each in EMPTY], ids=[each[0] for each in EMPTY])
def test_an_empty_list_is_refused(block: Json, place: str) -> None:
    assert said_of(block) == [f"must provide at least 1 items [json-pointer:{place}]"]


def test_a_data_table_needs_a_row_under_its_header() -> None:
    assert said_of(data_table([[cell("Rep")]])) == ["must provide at least 2 items [json-pointer:/rows]"]


BLANK = [
    Limit("section text", 1, lambda n: section(text=plain(x(n))), "/text/text"),
    Limit("block id", 1, lambda n: {"type": "divider", "block_id": x(n)}, "/block_id"),
    Limit("action id", 1, lambda n: actions(button(x(n), "Go")), f"{BUTTON}/action_id"),
    Limit("button text", 1, lambda n: actions(button("a", x(n))), f"{BUTTON}/text/text"),
    Limit("option value", 1, lambda n: menu(options=[option("A", x(n))]), f"{BUTTON}/options/0/value"),
    Limit("initial user", 1, lambda n: menu("users_select", initial_user=x(n)), f"{BUTTON}/initial_user"),
    Limit("time zone", 1, lambda n: menu("timepicker", timezone=x(n)), f"{BUTTON}/timezone"),
    Limit(
        "viewer",
        1,
        lambda n: actions(button("a", "Go", visible_to_user_ids=[x(n)])),
        f"{BUTTON}/visible_to_user_ids/0",
    ),
    Limit(
        "workflow parameter",
        1,
        lambda n: actions(workflow_button(x(n))),
        f"{BUTTON}/workflow/trigger/customizable_input_parameters/0/name",
    ),
    Limit(
        "Slack file",
        1,
        lambda n: {"type": "image", "alt_text": "", "slack_file": {"id": x(n)}},
        "/slack_file/id",
    ),
    Limit("file type", 1, lambda n: typed("file_input", filetypes=[x(n)]), "/element/filetypes/0", "modal"),
    Limit("video alt text", 1, lambda n: video(alt_text=x(n)), "/alt_text"),
    Limit("cell", 1, lambda n: table([[cell(x(n))]]), "/rows/0/0/text"),
    Limit("number cell", 1, lambda n: table([[amount(1, x(n))]]), "/rows/0/0/text"),
    Limit("rich text", 1, lambda n: rich(line(words(x(n)))), "/elements/0/elements/0/text"),
    Limit("mention", 1, lambda n: rich(line({"type": "user", "user_id": x(n)})), "/elements/0/elements/0/user_id"),
    Limit(
        "date format",
        1,
        lambda n: rich(line({"type": "date", "timestamp": 0, "format": x(n)})),
        "/elements/0/elements/0/format",
    ),
    Limit("markdown", 1, lambda n: {"type": "markdown", "text": x(n)}, "/text"),
    Limit("caption", 1, lambda n: data_table([[cell("x")]] * 2, caption=x(n)), "/caption"),
    Limit("chart title", 1, lambda n: pie(["Price"]) | {"title": x(n)}, "/title"),
    Limit("segment label", 1, lambda n: pie([x(n)]), "/chart/segments/0/label"),
    Limit("plan title", 1, lambda n: {"type": "plan", "title": x(n)}, "/title"),
    Limit("task id", 1, lambda n: {"type": "task_card", "task_id": x(n), "title": "Read"}, "/task_id"),
    Limit("task title", 1, lambda n: {"type": "task_card", "task_id": "1", "title": x(n)}, "/title"),
    Limit(
        "source",
        1,
        lambda n: {
            "type": "task_card",
            "task_id": "1",
            "title": "Read",
            "sources": [{"type": "url", "url": "https://example.com", "text": x(n)}],
        },
        "/sources/0/text",
    ),
]


@pytest.mark.parametrize("limit", BLANK, ids=_name)
def test_a_blank_text_is_refused(limit: Limit) -> None:
    assert said_of(limit.build(1), limit.surface) == []
    assert said_of(limit.build(0), limit.surface) == [f"must be more than 0 characters [json-pointer:{limit.place}]"]


LEAST = [
    Limit(
        "most selected", 1, lambda n: menu("multi_users_select", max_selected_items=n), "/elements/0/max_selected_items"
    ),
    Limit("query", 0, lambda n: menu("external_select", min_query_length=n), f"{BUTTON}/min_query_length"),
    Limit("timestamp", 10**9, lambda n: menu("datetimepicker", initial_date_time=n), f"{BUTTON}/initial_date_time"),
    Limit("min length", 0, lambda n: typed(min_length=n), "/element/min_length"),
    Limit("max length", 1, lambda n: typed(max_length=n), "/element/max_length"),
    Limit("fewest lines", 1, lambda n: typed("rich_text_input", min_lines=n), "/element/min_lines", "modal"),
    Limit("most lines", 1, lambda n: typed("rich_text_input", max_lines=n), "/element/max_lines", "modal"),
    Limit("files", 1, lambda n: typed("file_input", max_files=n), "/element/max_files", "modal"),
    Limit("page size", 1, lambda n: data_table([[cell("x")]] * 2, page_size=n), "/page_size"),
    Limit(
        "row header", 0, lambda n: data_table([[cell("x")]] * 2, row_header_column_index=n), "/row_header_column_index"
    ),
    Limit("indent", 0, lambda n: listed(indent=n), "/elements/0/indent"),
    Limit("offset", 0, lambda n: listed(offset=n), "/elements/0/offset"),
    Limit("skin tone", 1, lambda n: emoji(skin_tone=n), "/elements/0/elements/0/skin_tone"),
    Limit(
        "date",
        0,
        lambda n: rich(line({"type": "date", "timestamp": n, "format": "{date}"})),
        "/elements/0/elements/0/timestamp",
    ),
]


@pytest.mark.parametrize("limit", LEAST, ids=_name)
def test_a_smaller_number_is_refused(limit: Limit) -> None:
    assert said_of(limit.build(limit.most), limit.surface) == []
    refused = said_of(limit.build(limit.most - 1), limit.surface)
    assert refused == [f"must be greater than {limit.most} [json-pointer:{limit.place}]"]


ZERO: list[tuple[str, Json]] = [
    ("tasks", {"type": "plan", "title": "Plan", "tasks": []}),
    ("column settings", table([[cell("x")]], column_settings=[])),
    ("rich text", rich()),
    ("a line", rich(line())),
    ("a quote", rich({"type": "rich_text_quote", "elements": []})),
    ("a bordered quote", rich({"type": "rich_text_quote", "border": 1, "elements": []})),
    (
        "workflow parameters",
        actions(
            workflow_button(
                workflow={"trigger": {"url": "https://example.com/trigger", "customizable_input_parameters": []}}
            )
        ),
    ),
    ("preformatted text", rich({"type": "rich_text_preformatted", "elements": []})),
    ("sources", {"type": "task_card", "task_id": "1", "title": "Read", "sources": []}),
]


@pytest.mark.parametrize("block", [each[1] for each in ZERO], ids=[each[0] for each in ZERO])
def test_some_lists_may_be_empty_and_borders_drawn(block: Json) -> None:
    assert said_of(block) == []


VIEW_TEXTS: list[tuple[str, int, Callable[[str], Any], str]] = [
    ("title", 24, plain, "/view/title/text"),
    ("submit", 24, plain, "/view/submit/text"),
    ("close", 24, plain, "/view/close/text"),
    ("private_metadata", 3000, str, "/view/private_metadata"),
    ("callback_id", 255, str, "/view/callback_id"),
    ("external_id", 255, str, "/view/external_id"),
]


@pytest.mark.parametrize(("field", "most", "write", "place"), VIEW_TEXTS, ids=[each[0] for each in VIEW_TEXTS])
def test_texts_of_a_view_are_limited(field: str, most: int, write: Callable[[str], Any], place: str) -> None:
    assert said_of_view(modal(section(text=plain("x")), **{field: write(x(most))})) == []
    refused = said_of_view(modal(section(text=plain("x")), **{field: write(x(most + 1))}))
    assert refused == [f"must be less than {most + 1} characters [json-pointer:{place}]"]


def test_a_view_takes_a_hundred_blocks() -> None:
    assert said_of_view(modal(*[{"type": "divider"}] * 100)) == []
    refused = said_of_view(modal(*[{"type": "divider"}] * 101))
    assert refused == ["no more than 100 items allowed [json-pointer:/view/blocks]"]
