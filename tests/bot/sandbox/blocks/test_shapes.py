"""Wrong shapes, each with the whole report."""

import pytest

from bot.sandbox.blocks.surface import Surface
from tests.bot.sandbox.blocks.pieces import (
    CAR_IMAGE,
    Json,
    actions,
    ask,
    button,
    cell,
    image,
    line,
    mrkdwn,
    option,
    plain,
    rich,
    words,
)
from tests.bot.sandbox.blocks.report import said_of, said_of_view
from tests.bot.sandbox.blocks.test_limits import card, container, data_table, menu, pie, plotted, section, table, typed
from tests.bot.sandbox.place import modal

YES = option("Yes", "yes")
NO = option("No", "no")
TEXT = {"type": "section", "text": plain("x")}
CONVERSATIONS = {"type": "conversations_select", "response_url_enabled": True}

BLOCKS: list[tuple[str, Json, list[str]]] = [
    ("no type", {"text": plain("x")}, ["missing required field: type [json-pointer:]"]),
    ("an unknown type", {"type": "mystery"}, ["unsupported type: mystery [json-pointer:/type]"]),
    ("a type of another sort", {"type": ["section"]}, ["unsupported type: ['section'] [json-pointer:/type]"]),
    (
        "a file",
        {"type": "file", "external_id": "F1", "source": "remote"},
        ["unsupported type: file [json-pointer:/type]"],
    ),
    ("a call", {"type": "call", "call_id": "R1"}, ["unsupported type: call [json-pointer:/type]"]),
    ("a section of nothing", section(), ["must define either `text` or `fields` [json-pointer:/type]"]),
    (
        "a text of no kind",
        section(text={"type": "html", "text": "x"}),
        ["unsupported type: html [json-pointer:/text/type]"],
    ),
    ("a bare string for a text", section(text="x"), ["must provide an object [json-pointer:/text]"]),
    (
        "a header in mrkdwn",
        {"type": "header", "text": mrkdwn("x")},
        ["must be a valid enum value [json-pointer:/text/type]"],
    ),
    (
        "emoji on mrkdwn",
        section(text={**mrkdwn("x"), "emoji": True}),
        ["invalid additional property: emoji [json-pointer:/text]"],
    ),
    (
        "several faults at once",
        actions({"type": "button", "style": "loud", "url": "nowhere"}, {"type": "dial"}, 5),  # type: ignore[arg-type]
        [
            "must be a valid enum value [json-pointer:/elements/0/style]",
            "input must match regex pattern: (https?|mailto|slack|tel):.+ [json-pointer:/elements/0/url]",
            "missing required field: text [json-pointer:/elements/0]",
            "unsupported type: dial [json-pointer:/elements/1/type]",
            "must provide an object [json-pointer:/elements/2]",
        ],
    ),
    (
        "an action id twice",
        actions(button("a", "Go"), button("a", "Stay")),
        ['`action_id` "a" already exists [json-pointer:/elements/1/action_id]'],
    ),
    (
        "an image from nowhere",
        {"type": "image", "alt_text": "x"},
        ["missing required field: image_url [json-pointer:]"],
    ),
    (
        "an image from two places",
        {"type": "image", "alt_text": "x", "image_url": CAR_IMAGE, "slack_file": {"id": "F1"}},
        ["must define only one of: `image_url`, `slack_file` [json-pointer:]"],
    ),
    (
        "an image without words",
        {"type": "image", "image_url": CAR_IMAGE},
        ["missing required field: alt_text [json-pointer:]"],
    ),
    (
        "an image in the address",
        {"type": "image", "image_url": "data:image/png;base64,AA==", "alt_text": "x"},
        ["input must match regex pattern: https?://.+ [json-pointer:/image_url]"],
    ),
    (
        "a Slack file by two names",
        {"type": "image", "alt_text": "x", "slack_file": {"id": "F1", "url": "https://files.example.com/F1"}},
        ["must define only one of: `id`, `url` [json-pointer:/slack_file]"],
    ),
    (
        "a menu without options",
        menu(),
        ["must define at least one of: `options`, `option_groups` [json-pointer:/elements/0]"],
    ),
    (
        "a menu with options twice over",
        menu(options=[YES], option_groups=[{"label": plain("A"), "options": [YES]}]),
        ["must define only one of: `options`, `option_groups` [json-pointer:/elements/0]"],
    ),
    (
        "an initial option that is not there",
        menu(options=[YES], initial_option=NO),
        ["`initial_option` must match one of the options [json-pointer:/elements/0/initial_option]"],
    ),
    (
        "initial options that are not there",
        menu("checkboxes", options=[YES], initial_options=[YES, NO]),
        ["`initial_options` must match one of the options [json-pointer:/elements/0/initial_options/1]"],
    ),
    (
        "an initial option of no group",
        menu(option_groups=[{"label": plain("A"), "options": [YES]}], initial_option=NO),
        ["`initial_option` must match one of the options [json-pointer:/elements/0/initial_option]"],
    ),
    (
        "more chosen than may be",
        menu("multi_static_select", options=[YES, NO], initial_options=[YES, NO], max_selected_items=1),
        ["must not hold more than `max_selected_items` [json-pointer:/elements/0/initial_options]"],
    ),
    (
        "mrkdwn in a menu",
        menu(options=[{"text": mrkdwn("Yes"), "value": "yes"}]),
        ["must be a valid enum value [json-pointer:/elements/0/options/0/text/type]"],
    ),
    (
        "an address in a menu",
        menu(options=[{**YES, "url": "https://example.com"}]),
        ["invalid additional property: url [json-pointer:/elements/0/options/0]"],
    ),
    (
        "a filter of nothing",
        menu("conversations_select", filter={}),
        [
            "must define at least one of: `include`, `exclude_external_shared_channels`, `exclude_bot_users` "
            "[json-pointer:/elements/0/filter]"
        ],
    ),
    (
        "a response URL outside a form",
        actions(CONVERSATIONS),
        ["`response_url_enabled` needs an `input` block in a modal [json-pointer:/elements/0/response_url_enabled]"],
    ),
    (
        "a day that is none",
        menu("datepicker", initial_date="2026-13-01"),
        [
            r"input must match regex pattern: \d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) "
            "[json-pointer:/elements/0/initial_date]"
        ],
    ),
    (
        "an hour that is none",
        menu("timepicker", initial_time="9:30"),
        [r"input must match regex pattern: ([01]\d|2[0-3]):[0-5]\d [json-pointer:/elements/0/initial_time]"],
    ),
    (
        "a shortest text longer than the longest",
        typed(min_length=9, max_length=3),
        ["`min_length` must not be more than `max_length` [json-pointer:/element/min_length]"],
    ),
    (
        "an initial text too short",
        typed(min_length=3, initial_value="no"),
        ["must lie between `min_length` and `max_length` [json-pointer:/element/initial_value]"],
    ),
    (
        "an unknown key press",
        typed(dispatch_action_config={"trigger_actions_on": ["on_sneeze"]}),
        ["must be a valid enum value [json-pointer:/element/dispatch_action_config/trigger_actions_on/0]"],
    ),
    (
        "a quote in a list",
        rich({"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_quote", "elements": []}]}),
        ["unsupported type: rich_text_quote [json-pointer:/elements/0/elements/0/type]"],
    ),
    (
        "a mention in preformatted text",
        rich({"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U1"}]}),
        ["unsupported type: user [json-pointer:/elements/0/elements/0/type]"],
    ),
    (
        "a style nobody knows",
        rich(line(words("x", blink=True))),
        ["invalid additional property: blink [json-pointer:/elements/0/elements/0/style]"],
    ),
    (
        "a broadcast to nobody",
        rich(line({"type": "broadcast", "range": "town"})),
        ["must be a valid enum value [json-pointer:/elements/0/elements/0/range]"],
    ),
    (
        "a color of no number",
        rich(line({"type": "color", "value": "green"})),
        ["input must match regex pattern: #?[0-9a-fA-F]{6} [json-pointer:/elements/0/elements/0/value]"],
    ),
    (
        "a cell of no kind",
        table([[{"type": "plain_text", "text": "x"}]]),
        ["unsupported type: plain_text [json-pointer:/rows/0/0/type]"],
    ),
    (
        "a number cell without words",
        table([[{"type": "raw_number", "value": 5}]]),
        ["missing required field: text [json-pointer:/rows/0/0]"],
    ),
    (
        "a row that is no list",
        table([cell("x")]),  # type: ignore[list-item]
        ["must provide an array [json-pointer:/rows/0]"],
    ),
    (
        "an alignment of no sort",
        table([[cell("x")]], column_settings=[{"align": "justify"}]),
        ["must be a valid enum value [json-pointer:/column_settings/0/align]"],
    ),
    (
        "column settings on a data table",
        data_table([[cell("x")]] * 2, column_settings=[]),
        ["invalid additional property: column_settings [json-pointer:]"],
    ),
    (
        "uneven rows",
        data_table([[cell("x"), cell("y")], [cell("x")]]),
        ["must have as many cells as the first row [json-pointer:/rows/1]"],
    ),
    (
        "a rich header",
        data_table([[rich(line(words("x")))], [cell("x")]]),
        ["unsupported type: rich_text [json-pointer:/rows/0/0/type]"],
    ),
    (
        "a chart of no kind",
        {"type": "data_visualization", "title": "Offers", "chart": {"type": "sculpture"}},
        ["unsupported type: sculpture [json-pointer:/chart/type]"],
    ),
    (
        "a slice of nothing",
        pie(["Price"]) | {"chart": {"type": "pie", "segments": [{"label": "Price", "value": 0}]}},
        ["must be greater than 0 [json-pointer:/chart/segments/0/value]"],
    ),
    (
        "two series of one name",
        plotted(["A"], series=2, name="You"),
        ["Input contains duplicate items [json-pointer:/chart/series/1/name]"],
    ),
    (
        "a category twice",
        plotted(["A", "A"]),
        ["Input contains duplicate items [json-pointer:/chart/axis_config/categories]"],
    ),
    (
        "an empty card",
        {"type": "card"},
        ["must define at least one of: `hero_image`, `title`, `actions`, `body` [json-pointer:]"],
    ),
    (
        "a card with two icons",
        card(icon=image("x"), slack_icon={"type": "icon", "name": "rocket"}),
        ["must define only one of: `icon`, `slack_icon` [json-pointer:]"],
    ),
    (
        "an icon nobody drew",
        card(slack_icon={"type": "icon", "name": "hourglass"}),
        ["must be a valid enum value [json-pointer:/slack_icon/name]"],
    ),
    (
        "a menu on a card",
        card(actions=[{"type": "overflow", "options": [YES]}]),
        ["unsupported type: overflow [json-pointer:/actions/0/type]"],
    ),
    (
        "a section in a carousel",
        {"type": "carousel", "elements": [TEXT]},
        ["unsupported type: section [json-pointer:/elements/0/type]"],
    ),
    (
        "a container without a title",
        {"type": "container", "child_blocks": [TEXT]},
        ["must define at least one of: `title`, `rich_text_title` [json-pointer:]"],
    ),
    (
        "a container in a container",
        container(child_blocks=[container()]),
        ["unsupported type: container [json-pointer:/child_blocks/0/type]"],
    ),
    (
        "markdown in a container",
        container(child_blocks=[{"type": "markdown", "text": "x"}]),
        ["unsupported type: markdown [json-pointer:/child_blocks/0/type]"],
    ),
    (
        "collapsed, yet not collapsible",
        container(default_collapsed=True),
        ["`default_collapsed` needs `is_collapsible` [json-pointer:/default_collapsed]"],
    ),
    (
        "a divider under a lid",
        container(is_collapsible=True, has_header_divider=True),
        ["`has_header_divider` can not be set with `is_collapsible` [json-pointer:/has_header_divider]"],
    ),
    (
        "a task without an id",
        {"type": "plan", "title": "Plan", "tasks": [{"type": "task_card", "title": "Read"}]},
        ["missing required field: task_id [json-pointer:/tasks/0]"],
    ),
    (
        "a task that is done",
        {"type": "task_card", "task_id": "1", "title": "Read", "status": "done"},
        ["must be a valid enum value [json-pointer:/status]"],
    ),
    (
        "a task with a card's icon",
        {"type": "task_card", "task_id": "1", "title": "Read", "icon": {"type": "icon", "name": "email"}},
        ["must be a valid enum value [json-pointer:/icon/name]"],
    ),
    (
        "a source of no kind",
        {"type": "task_card", "task_id": "1", "title": "Read", "sources": [{"type": "book"}]},
        ["unsupported type: book [json-pointer:/sources/0/type]"],
    ),
    (
        "an icon button with another icon",
        {"type": "context_actions", "elements": [{"type": "icon_button", "icon": "pencil", "text": plain("Edit")}]},
        ["must be a valid enum value [json-pointer:/elements/0/icon]"],
    ),
    (
        "a video over plain HTTP",
        {
            "type": "video",
            "title": plain("x"),
            "alt_text": "x",
            "video_url": "http://v.example/1",
            "thumbnail_url": "https://v.example/1.png",
        },
        ["input must match regex pattern: https://.+ [json-pointer:/video_url]"],
    ),
]
IN_MODALS: list[tuple[str, Json, list[str]]] = [
    (
        "fewest above most",
        typed("number_input", is_decimal_allowed=False, min_value="9", max_value="3"),
        ["`min_value` must not be more than `max_value` [json-pointer:/element/min_value]"],
    ),
    (
        "a number outside its range",
        typed("number_input", is_decimal_allowed=False, min_value="3", initial_value="1"),
        ["must lie between `min_value` and `max_value` [json-pointer:/element/initial_value]"],
    ),
    (
        "a fraction where whole numbers go",
        typed("number_input", is_decimal_allowed=False, initial_value="1.5"),
        ["must be a whole number [json-pointer:/element/initial_value]"],
    ),
    (
        "a number that is none",
        typed("number_input", is_decimal_allowed=True, initial_value="many"),
        [r"input must match regex pattern: -?\d+(\.\d+)? [json-pointer:/element/initial_value]"],
    ),
    (
        "a number input that does not say",
        typed("number_input"),
        ["missing required field: is_decimal_allowed [json-pointer:/element]"],
    ),
    (
        "more lines at least than at most",
        typed("rich_text_input", min_lines=9, max_lines=3),
        ["`min_lines` must not be more than `max_lines` [json-pointer:/element/min_lines]"],
    ),
    (
        "files that dispatch",
        ask("Notes", {"type": "file_input"}, dispatch_action=True),
        ["`file_input` can not dispatch actions [json-pointer:/dispatch_action]"],
    ),
    (
        "an alert of no level",
        {"type": "alert", "text": plain("x"), "level": "doom"},
        ["must be a valid enum value [json-pointer:/level]"],
    ),
]


def _check(block: Json, surface: Surface, expected: list[str]) -> None:
    assert sorted(said_of(block, surface)) == sorted(expected)


@pytest.mark.parametrize(("block", "expected"), [each[1:] for each in BLOCKS], ids=[each[0] for each in BLOCKS])
def test_a_wrong_block_is_reported_in_full(block: Json, expected: list[str]) -> None:
    _check(block, "message", expected)


@pytest.mark.parametrize(("block", "expected"), [each[1:] for each in IN_MODALS], ids=[each[0] for each in IN_MODALS])
def test_a_wrong_block_in_a_modal_is_reported_in_full(block: Json, expected: list[str]) -> None:
    _check(block, "modal", expected)


def test_points_that_miss_a_category_are_reported() -> None:
    block = plotted(["A", "B"])
    block["chart"]["series"][0]["data"].pop()
    expected = "must hold exactly one point for each of the categories [json-pointer:/chart/series/0/data]"
    assert said_of(block) == [expected]


FOCUSED = typed(focus_on_load=True)
VIEWS: list[tuple[str, Json, list[str]]] = [
    ("of no kind", {"type": "window", "blocks": []}, ["unsupported type: window [json-pointer:/view/type]"]),
    (
        "without blocks and title",
        {"type": "modal"},
        ["missing required field: blocks [json-pointer:/view]", "missing required field: title [json-pointer:/view]"],
    ),
    (
        "with what Slack adds",
        modal(TEXT, state={"values": {}}),
        ["invalid additional property: state [json-pointer:/view]"],
    ),
    (
        "Home with a title",
        {"type": "home", "title": plain("Home"), "blocks": []},
        ["invalid additional property: title [json-pointer:/view]"],
    ),
    (
        "a title in mrkdwn",
        modal(TEXT, title=mrkdwn("x")),
        ["must be a valid enum value [json-pointer:/view/title/type]"],
    ),
    (
        "a block id twice",
        modal({"type": "divider", "block_id": "d"}, {"type": "divider", "block_id": "d"}),
        ['`block_id` "d" already exists [json-pointer:/view/blocks/1/block_id]'],
    ),
    (
        "two with the focus",
        modal(FOCUSED, FOCUSED),
        ["only one element can have `focus_on_load` [json-pointer:/view/blocks]"],
    ),
]


@pytest.mark.parametrize(("view", "expected"), [each[1:] for each in VIEWS], ids=[each[0] for each in VIEWS])
def test_a_wrong_view_is_reported_in_full(view: Json, expected: list[str]) -> None:
    assert said_of_view(view) == expected


def test_inputs_in_a_modal_need_a_submit_button() -> None:
    view = modal(TEXT, typed())
    del view["submit"]
    expected = "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]"
    assert said_of_view(view) == [expected]
