"""How calls refuse blocks and views, and what they do with those that they take."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.blocks.gallery_data import CHART_BLOCKS, TABLE_BLOCKS
from tests.bot.sandbox.blocks.pieces import Json, actions, button, cell, plain
from tests.bot.sandbox.place import Place, modal, refused, section, text_input

CHART = CHART_BLOCKS["data_visualization, pie"]
TABLE, DATA_TABLE = TABLE_BLOCKS["table"], TABLE_BLOCKS["data_table"]


def post(place: Place, *blocks: Json) -> Any:
    """The call that posts the blocks."""
    return place.client.chat_postMessage(channel=place.channel("practice"), text="x", blocks=list(blocks))


def filled(characters: int) -> Json:
    """A table with so many characters in its cells."""
    return {"type": "table", "rows": [[cell("x" * 5000)], [cell("x" * (characters - 5000))]]}


async def test_a_message_is_refused_with_every_reason(place: Place) -> None:
    answer = await refused(post(place, section("x" * 3001), {"type": "mystery"}))
    reasons = [
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        "unsupported type: mystery [json-pointer:/blocks/1/type]",
    ]
    assert answer["error"] == "invalid_blocks"
    assert answer["errors"] == reasons
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {reason}" for reason in reasons]
    assert await place.seen("ana") == []


async def test_a_view_is_refused_with_every_reason(place: Place) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    view = modal({"type": "data_table"}, text_input("a", element={"type": "dial"}), title=plain("x" * 25))
    answer = await refused(place.client.views_open(trigger_id=trigger, view=view))
    assert answer["error"] == "invalid_arguments"
    assert sorted(answer["response_metadata"]["messages"]) == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
        "[ERROR] unsupported type: data_table [json-pointer:/view/blocks/0/type]",
        "[ERROR] unsupported type: dial [json-pointer:/view/blocks/1/element/type]",
    ]


async def test_a_home_tab_is_refused_with_every_reason(place: Place) -> None:
    view = {"type": "home", "blocks": [CHART]}
    answer = await refused(place.client.views_publish(user_id=place.person("ana"), view=view))
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] unsupported type: data_visualization [json-pointer:/view/blocks/0/type]"
    ]


async def test_a_message_takes_fifty_blocks(place: Place) -> None:
    assert (await post(place, *[{"type": "divider"}] * 50))["ok"]
    answer = await refused(post(place, *[{"type": "divider"}] * 51))
    assert answer["errors"] == ["no more than 50 items allowed [json-pointer:/blocks]"]


async def test_blocks_that_are_no_list_are_refused(place: Place) -> None:
    channel = place.channel("practice")
    for blocks in ("{", '{"type": "divider"}', '["divider"]'):
        call = place.client.api_call("chat.postMessage", data={"channel": channel, "text": "x", "blocks": blocks})
        assert (await refused(call))["error"] == "invalid_blocks_format"


@pytest.mark.parametrize("blocks", [[TABLE, TABLE], [TABLE, DATA_TABLE]], ids=["two tables", "a table of each kind"])
async def test_a_message_takes_one_table(place: Place, blocks: list[Json]) -> None:
    answer = await refused(post(place, *blocks))
    assert (answer["error"], answer["errors"]) == ("invalid_blocks", ["only_one_table_allowed"])


MARKDOWN_TABLE = "| Round | You |\n| :-- | --: |\n| 1 | 36,200 |\n"


async def test_tables_in_markdown_count(place: Place) -> None:
    one = {"type": "markdown", "text": f"# Rounds\n\n{MARKDOWN_TABLE}\n```\n{MARKDOWN_TABLE}```\n---\n"}
    assert (await post(place, one))["ok"]
    for blocks in ([one, TABLE], [{"type": "markdown", "text": f"{MARKDOWN_TABLE}\nand\n\n{MARKDOWN_TABLE}"}]):
        assert (await refused(post(place, *blocks)))["errors"] == ["only_one_table_allowed"]


async def test_blocks_in_attachments_are_checked(place: Place) -> None:
    attachments = [{"fallback": "x"}, {"blocks": [section(), section("x" * 3001)]}]
    call = place.client.chat_postMessage(channel=place.channel("practice"), text="x", attachments=attachments)
    answer = await refused(call)
    assert answer["error"] == "invalid_attachments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/attachments/1/blocks/1/text/text]"
    ]


async def test_a_table_in_a_container_counts(place: Place) -> None:
    container = {"type": "container", "title": plain("Rounds"), "child_blocks": [TABLE]}
    assert (await post(place, container))["ok"]
    assert (await refused(post(place, container, TABLE)))["errors"] == ["only_one_table_allowed"]


async def test_the_cells_of_a_message_hold_ten_thousand_characters(place: Place) -> None:
    assert (await post(place, filled(10_000)))["ok"]
    answer = await refused(post(place, filled(10_001)))
    assert answer["errors"] == ["table cells must hold less than 10001 characters in all [json-pointer:/blocks]"]


async def test_a_message_takes_two_charts(place: Place) -> None:
    assert (await post(place, CHART, CHART))["ok"]
    answer = await refused(post(place, CHART, CHART, CHART))
    assert answer["errors"] == ["no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"]


async def test_markdown_is_limited_over_the_whole_message(place: Place) -> None:
    half = {"type": "markdown", "text": "x" * 6000}
    assert (await post(place, half, half))["ok"]
    answer = await refused(post(place, half, half, {"type": "markdown", "text": "x"}))
    assert answer["errors"] == ["markdown blocks must hold less than 12001 characters in all [json-pointer:/blocks]"]


async def test_a_message_takes_thirteen_thousand_characters(place: Place) -> None:
    full = [section("x" * 2600)] * 5
    assert (await post(place, *full))["ok"]
    assert (await refused(post(place, *full, section("x"))))["error"] == "msg_blocks_too_long"


async def test_a_header_weighs_a_hundred_characters_more(place: Place) -> None:
    header = {"type": "header", "text": plain("x" * 100)}
    almost = [section("x" * 2600)] * 4 + [section("x" * 2400)]
    assert (await post(place, *almost, header))["ok"]
    assert (await refused(post(place, *almost, header, section("x"))))["error"] == "msg_blocks_too_long"


async def test_a_block_id_stands_once_in_a_message(place: Place) -> None:
    inner = {"type": "divider", "block_id": "d"}
    container = {"type": "container", "title": plain("Rounds"), "child_blocks": [inner]}
    answer = await refused(post(place, inner, container))
    assert answer["errors"] == ['`block_id` "d" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]']


async def test_blocks_without_ids_are_given_some(place: Place) -> None:
    nameless = {"type": "button", "text": plain("Go")}
    card = {"type": "card", "title": plain("Priya"), "actions": [nameless]}
    container = {"type": "container", "title": plain("Rounds"), "child_blocks": [actions(nameless)]}
    posted = await post(place, actions(nameless), container, {"type": "carousel", "elements": [card]})
    row, boxed, carousel = posted["message"]["blocks"]
    for block, named in (
        (row, "elements"),
        (boxed["child_blocks"][0], "elements"),
        (carousel["elements"][0], "actions"),
    ):
        assert block["block_id"]
        assert block[named][0]["action_id"]


async def test_a_button_inside_a_container_is_pressed_under_its_own_block(place: Place, app: AsyncApp) -> None:
    pressed: list[Json] = []

    @app.action("begin")
    async def begin(ack: Any, action: Json) -> None:
        pressed.append(action)
        await ack()

    row = actions(button("begin", "Begin", value="run_1")) | {"block_id": "row"}
    container = {"type": "container", "title": plain("Brief"), "child_blocks": [row], "block_id": "outer"}
    ts = (await post(place, container))["ts"]
    await place.do("ana", "actions", container={"channel": "practice", "ts": ts}, action_id="begin", block_id="row")
    assert [(each["block_id"], each["value"]) for each in pressed] == [("row", "run_1")]


@pytest.mark.parametrize(
    ("attachment", "message"),
    [
        ({"text": 5}, "must provide a string [json-pointer:/attachments/0/text]"),
        ({"fields": "x"}, "must provide an array [json-pointer:/attachments/0/fields]"),
        ({"fields": [{"title": 1}]}, "must provide a string [json-pointer:/attachments/0/fields/0/title]"),
        ({"ts": "yesterday"}, "input must match regex pattern"),
        ({"title_link": "javascript:alert(1)"}, "input must match regex pattern"),
        ({"colour": "good"}, "invalid additional property: colour"),
        ({"actions": [{"type": "button", "text": "Old"}]}, "invalid additional property: actions"),
    ],
)
async def test_a_field_of_an_attachment_that_slack_does_not_know_is_refused(
    place: Place, attachment: Json, message: str
) -> None:
    call = place.client.chat_postMessage(channel=place.channel("practice"), text="x", attachments=[attachment])
    answer = await refused(call)
    assert answer["error"] == "invalid_attachments"
    assert message in answer["response_metadata"]["messages"][0]


async def test_an_attachment_of_the_older_kind_is_taken_whole(place: Place) -> None:
    attachment = {
        "fallback": "Terms",
        "color": "good",
        "author_name": "Ana",
        "title": "Terms",
        "title_link": "https://terms.test/1",
        "text": "34,900",
        "fields": [{"title": "Mats", "value": "yes", "short": True}],
        "footer": "Haggle",
        "ts": 1700000000,
        "mrkdwn_in": ["text"],
    }
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="x", attachments=[attachment])
    assert posted["message"]["attachments"] == [{"id": 1, **attachment}]
