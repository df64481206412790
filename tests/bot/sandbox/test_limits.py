"""Block Kit limits: refused where Slack would refuse, with the place of the fault."""

from typing import Any

import pytest

from tests.bot.sandbox.place import Place, actions, button, modal, refused, section, text_input

Json = dict[str, Any]


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


BAD_MESSAGES: list[tuple[str, list[Json], str]] = [
    ("51 blocks", [{"type": "divider"}] * 51, "/blocks"),
    ("an unknown block", [{"type": "mystery"}], "/blocks/0/type"),
    ("a long section", [section("x" * 3001)], "/blocks/0/text/text"),
    ("an empty section", [section("")], "/blocks/0/text/text"),
    ("a section of nothing", [{"type": "section"}], "/blocks/0"),
    ("a long field", [{"type": "section", "fields": [plain("x" * 2001)]}], "/blocks/0/fields/0/text"),
    ("11 fields", [{"type": "section", "fields": [plain("x")] * 11}], "/blocks/0/fields"),
    ("a long header", [{"type": "header", "text": plain("x" * 151)}], "/blocks/0/text/text"),
    ("a header in mrkdwn", [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}], "/blocks/0/text/type"),
    ("26 elements", [actions(*[button(f"b{n}") for n in range(26)])], "/blocks/0/elements"),
    ("a long button", [actions(button(text="x" * 76))], "/blocks/0/elements/0/text/text"),
    ("a long value", [actions(button(value="x" * 2001))], "/blocks/0/elements/0/value"),
    ("an odd style", [actions(button(style="loud"))], "/blocks/0/elements/0/style"),
    ("an action id twice", [actions(button("a"), button("a"))], "/blocks/0/elements/1/action_id"),
    ("an input among actions", [actions({"type": "plain_text_input"})], "/blocks/0/elements/0/type"),
    ("11 things in context", [{"type": "context", "elements": [plain("x")] * 11}], "/blocks/0/elements"),
    ("an image without words", [{"type": "image", "image_url": "https://a.test/b.png"}], "/blocks/0"),
    (
        "a block id twice",
        [{"type": "divider", "block_id": "d"}, {"type": "divider", "block_id": "d"}],
        "/blocks/1/block_id",
    ),
    (
        "six options in overflow",
        [actions({"type": "overflow", "options": [{"text": plain("x"), "value": str(n)} for n in range(6)]})],
        "/blocks/0/elements/0/options",
    ),
    (
        "a long option",
        [actions({"type": "static_select", "options": [{"text": plain("x" * 76), "value": "1"}]})],
        "/blocks/0/elements/0/options/0/text/text",
    ),
    (
        "a long confirm",
        [
            actions(
                button(
                    confirm={"title": plain("x" * 101), "text": plain("y"), "confirm": plain("y"), "deny": plain("n")}
                )
            )
        ],
        "/blocks/0/elements/0/confirm/title/text",
    ),
    (
        "a chart of no kind",
        [{"type": "data_visualization", "title": "Offers", "chart": {"type": "sculpture"}}],
        "/blocks/0/chart/type",
    ),
]


@pytest.mark.parametrize(
    ("blocks", "where"), [each[1:] for each in BAD_MESSAGES], ids=[each[0] for each in BAD_MESSAGES]
)
async def test_a_message_is_refused_with_the_place(place: Place, blocks: list[Json], where: str) -> None:
    call = place.client.chat_postMessage(channel=place.channel("practice"), text="x", blocks=blocks)
    answer = await refused(call)
    assert answer["error"] == "invalid_blocks"
    assert any(each.endswith(f"[json-pointer:{where}]") for each in answer["errors"]), answer["errors"]
    assert answer["response_metadata"]["messages"][0].startswith("[ERROR] ")
    assert await place.seen("ana") == []


BAD_VIEWS: list[tuple[str, Json, str]] = [
    ("a long title", modal(section(), title=plain("x" * 25)), "/view/title/text"),
    ("no title", modal(section(), title=None), "/view"),
    ("a long submit", modal(section(), submit=plain("x" * 25)), "/view/submit/text"),
    ("inputs without submit", modal(text_input("a"), submit=None), "/view"),
    ("much private metadata", modal(section(), private_metadata="x" * 3001), "/view/private_metadata"),
    ("101 blocks", modal(*[{"type": "divider"}] * 101), "/view/blocks"),
    ("a block for messages", modal({"type": "data_table"}), "/view/blocks/0/type"),
    ("a block id twice", modal(text_input("a"), text_input("a")), "/view/blocks/1/block_id"),
    ("an unknown element", modal(text_input("a", element={"type": "dial"})), "/view/blocks/0/element/type"),
    ("no label", modal(text_input("a", label=None)), "/view/blocks/0"),
]


@pytest.mark.parametrize(("view", "where"), [each[1:] for each in BAD_VIEWS], ids=[each[0] for each in BAD_VIEWS])
async def test_a_view_is_refused_with_the_place(place: Place, view: Json, where: str) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    answer = await refused(place.client.views_open(trigger_id=trigger, view=view))
    assert answer["error"] == "invalid_arguments"
    messages = answer["response_metadata"]["messages"]
    assert any(each.endswith(f"[json-pointer:{where}]") for each in messages), messages


async def test_blocks_that_are_no_list_are_refused(place: Place) -> None:
    channel = place.channel("practice")
    for blocks in ("{", '{"type": "divider"}', '["divider"]'):
        call = place.client.api_call("chat.postMessage", data={"channel": channel, "text": "x", "blocks": blocks})
        assert (await refused(call))["error"] == "invalid_blocks_format"


async def test_too_much_text_in_all_is_refused(place: Place) -> None:
    call = place.client.chat_postMessage(channel=place.channel("practice"), text="x", blocks=[section("x" * 2900)] * 5)
    assert (await refused(call))["error"] == "msg_blocks_too_long"


async def test_blocks_without_ids_are_given_some(place: Place) -> None:
    nameless = {"type": "button", "text": plain("Go")}
    posted = await place.client.chat_postMessage(
        channel=place.channel("practice"), text="x", blocks=[{"type": "actions", "elements": [nameless]}]
    )
    block = posted["message"]["blocks"][0]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]
