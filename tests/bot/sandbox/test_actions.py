"""Buttons and menus in messages."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, refused, section, text_input

Json = dict[str, Any]
OPTIONS = [{"text": {"type": "plain_text", "text": each}, "value": each} for each in ("a", "b", "c")]


@pytest.fixture
def presses(app: AsyncApp) -> list[Json]:
    """The actions that the app has taken."""
    got: list[Json] = []

    @app.action({"block_id": "row"})
    async def on_action(ack: Any, body: Json) -> None:
        got.append(body)
        await ack()

    return got


async def shown(place: Place, *elements: Json) -> Json:
    """A container with the elements in a fresh message."""
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="row", blocks=[actions(*elements)])
    return {"channel": "practice", "ts": posted["ts"]}


async def test_a_button_brings_its_value_and_where_it_was(place: Place, presses: list[Json]) -> None:
    container = await shown(place, button("end", value="run-1", style="danger"))
    answer = await place.do("ana", "actions", container=container, action_id="end")
    assert answer["acknowledged"]
    [body] = presses
    assert body["actions"][0]["value"] == "run-1"
    assert body["actions"][0]["block_id"] == "row"
    assert body["user"]["id"] == place.person("ana")
    assert body["container"]["message_ts"] == container["ts"]
    assert body["message"]["text"] == "row"
    assert body["channel"] == {"id": place.channel("practice"), "name": "practice"}
    assert body["response_url"].startswith(place.running.url)


@pytest.mark.parametrize(
    ("element", "choice", "field", "expected"),
    [
        ({"type": "static_select", "options": OPTIONS}, "b", "selected_option", OPTIONS[1]),
        ({"type": "radio_buttons", "options": OPTIONS}, "c", "selected_option", OPTIONS[2]),
        ({"type": "overflow", "options": OPTIONS}, "a", "selected_option", OPTIONS[0]),
        ({"type": "checkboxes", "options": OPTIONS}, ["a", "c"], "selected_options", [OPTIONS[0], OPTIONS[2]]),
        ({"type": "multi_static_select", "options": OPTIONS}, ["b"], "selected_options", [OPTIONS[1]]),
        ({"type": "datepicker"}, "2026-03-01", "selected_date", "2026-03-01"),
        ({"type": "timepicker"}, "09:30", "selected_time", "09:30"),
    ],
)
async def test_each_kind_of_menu_brings_its_choice(
    place: Place, presses: list[Json], element: Json, choice: object, field: str, expected: object
) -> None:
    container = await shown(place, {"action_id": "choose", **element})
    await place.do("ana", "actions", container=container, action_id="choose", **{field: choice})
    assert presses[0]["actions"][0][field] == expected
    if element["type"] != "overflow":
        assert presses[0]["state"]["values"]["row"]["choose"][field] == expected


async def test_what_stands_nowhere_cannot_be_pressed(place: Place, presses: list[Json]) -> None:
    container = await shown(place, button("end"))
    answer = await place.do("ana", "actions", 404, container=container, action_id="begin")
    assert answer["error"] == "element_not_found"
    gone = {"channel": "practice", "ts": "1.000001"}
    answer = await place.do("ana", "actions", 404, container=gone, action_id="end")
    assert answer["error"] == "message_not_found"
    answer = await place.do("ana", "actions", 400, container={}, action_id="end")
    assert answer["error"] == "invalid_request"
    assert presses == []


async def test_an_action_in_an_ephemeral_message_has_no_message(place: Place, presses: list[Json]) -> None:
    sent = await place.client.chat_postEphemeral(
        channel=place.channel("practice"), user=place.person("ana"), text="x", blocks=[actions(button("go"))]
    )
    container = {"channel": "practice", "ts": sent["message_ts"]}
    await place.do("ana", "actions", container=container, action_id="go")
    assert presses[0]["container"]["is_ephemeral"]
    assert "message" not in presses[0]
    await place.do("ben", "actions", 404, container=container, action_id="go")


async def test_an_action_in_a_thread_names_the_thread(place: Place, presses: list[Json]) -> None:
    parent = await place.say("ana", "A run")
    posted = await place.client.chat_postMessage(
        channel=place.channel("practice"), thread_ts=parent["ts"], text="x", blocks=[actions(button("go"))]
    )
    await place.do("ana", "actions", container={"channel": "practice", "ts": posted["ts"]}, action_id="go")
    assert presses[0]["container"]["thread_ts"] == parent["ts"]


async def test_an_action_nobody_takes_is_not_acknowledged(place: Place) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="x", blocks=[section(accessory=button("go"))])
    container = {"channel": "practice", "ts": posted["ts"]}
    assert not (await place.do("ana", "actions", container=container, action_id="go"))["acknowledged"]


async def test_feedback_brings_the_thumb_that_was_pressed(place: Place, presses: list[Json]) -> None:
    thumbs = {
        f"{kind}_button": {"text": {"type": "plain_text", "text": kind}, "value": kind}
        for kind in ("positive", "negative")
    }
    row = {
        "type": "context_actions",
        "block_id": "row",
        "elements": [{"type": "feedback_buttons", "action_id": "feedback", **thumbs}],
    }
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="advice", blocks=[row])
    press: Json = {"container": {"channel": "practice", "ts": posted["ts"]}, "action_id": "feedback"}
    await place.do("ana", "actions", value="negative", **press)
    assert presses[0]["actions"][0]["value"] == "negative"
    refusal = await place.do("ana", "actions", status=400, value="neutral", **press)
    assert refusal["error"] == "unknown_option"


async def test_people_and_conversations_are_chosen_among_those_that_are_there(
    place: Place, presses: list[Json]
) -> None:
    user, talk = {"type": "users_select", "action_id": "who"}, {"type": "conversations_select", "action_id": "where"}
    container = await shown(place, user, talk)
    ben, deals = place.person("ben"), place.channel("deals")
    await place.do("ana", "actions", container=container, action_id="who", selected_user=ben)
    assert presses[-1]["actions"][0]["selected_user"] == ben
    await place.do("ana", "actions", container=container, action_id="where", selected_conversation=deals)
    assert presses[-1]["actions"][0]["selected_conversation"] == deals
    held = presses[-1]["state"]["values"]["row"]
    assert (held["who"]["selected_user"], held["where"]["selected_conversation"]) == (ben, deals)
    refusal = await place.do("ana", "actions", 400, container=container, action_id="who", selected_user="U1")
    assert refusal["error"] == "unknown_option"
    refusal = await place.do("ben", "actions", 400, container=container, action_id="where", selected_conversation=deals)
    assert refusal["error"] == "unknown_option"


async def test_an_input_tells_the_app_only_when_it_dispatches(place: Place, app: AsyncApp) -> None:
    heard: list[Json] = []

    @app.action("answer")
    async def on_answer(ack: Any, body: Json) -> None:
        heard.append(body)
        await ack()

    view = modal(text_input("quiet"), text_input("loud", dispatch_action=True))
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    opened = await place.client.views_open(trigger_id=trigger, view=view)
    where = {"container": {"view_id": opened["view"]["id"]}, "action_id": "answer"}
    answer = await place.do("ana", "actions", **where, block_id="quiet", value="hush")
    assert answer["acknowledged"] is None
    answer = await place.do("ana", "actions", **where, block_id="loud", value="now")
    assert answer["acknowledged"]
    [body] = heard
    assert body["actions"][0]["value"] == "now"
    values = body["view"]["state"]["values"]
    assert values["quiet"]["answer"]["value"] == "hush"
    assert values["loud"]["answer"]["value"] == "now"


async def test_a_press_brings_what_else_is_filled_in(place: Place, app: AsyncApp) -> None:
    heard: list[Json] = []

    @app.action("check")
    async def on_check(ack: Any, body: Json) -> None:
        heard.append(body)
        await ack()

    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    opened = await place.client.views_open(trigger_id=trigger, view=modal(text_input("seed"), actions(button("check"))))
    container = {"view_id": opened["view"]["id"]}
    values = {"seed": {"answer": "18422"}}
    await place.do("ana", "actions", container=container, action_id="check", values=values)
    assert heard[0]["view"]["state"]["values"]["seed"]["answer"]["value"] == "18422"
    assert (await place.modals("ana"))[0]["state"]["values"]["seed"]["answer"]["value"] == "18422"


async def test_a_button_in_an_attachment_says_which_attachment(place: Place, presses: list[Json]) -> None:
    attachments = [{"text": "plain"}, {"blocks": [actions(button("end", value="run-1"))]}]
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="two", attachments=attachments)
    container = {"channel": "practice", "ts": posted["ts"]}
    await place.do("ana", "actions", container=container, action_id="end")
    [body] = presses
    assert body["container"]["type"] == "message_attachment"
    assert body["container"]["attachment_id"] == 2
    assert body["actions"][0]["value"] == "run-1"
    bad = [{"blocks": [{"type": "section"}]}]
    refusal = await refused(place.client.chat_postMessage(channel=place.channel("practice"), attachments=bad))
    assert refusal["error"] == "invalid_attachments"
    assert "/attachments/0/blocks/0" in refusal["response_metadata"]["messages"][0]
