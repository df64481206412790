"""External selects: what the app offers while a person types, and what can be chosen of it."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, modal, text_input

Json = dict[str, Any]
PACKS = [{"text": {"type": "plain_text", "text": each}, "value": each} for each in ("cars", "homes")]
GROUPS = [{"label": {"type": "plain_text", "text": "All"}, "options": PACKS}]
SELECT = {"type": "external_select", "action_id": "pack", "min_query_length": 1}


@pytest.fixture
def offers(app: AsyncApp) -> list[Json]:
    """What the app offers, question by question."""
    answers: list[Json] = []

    @app.options("pack")
    async def on_options(ack: Any) -> None:
        await ack(answers.pop(0))

    @app.action("pack")
    async def on_choice(ack: Any) -> None:
        await ack()

    return answers


async def in_message(place: Place, **more: Any) -> Json:
    """The container of a message with an external select."""
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="row", blocks=[actions({**SELECT, **more})])
    return {"channel": "practice", "ts": posted["ts"]}


async def typed(place: Place, container: Json, value: str = "c", status: int = 200) -> Json:
    """What Ana is offered."""
    return await place.do("ana", "options", status, container=container, action_id="pack", value=value)


async def test_the_app_is_asked_and_its_options_can_be_chosen(place: Place, offers: list[Json]) -> None:
    offers.append({"options": PACKS})
    container = await in_message(place)
    assert (await typed(place, container, "ca"))["options"] == PACKS
    [body] = [each for each in place.heard if each.get("type") == "block_suggestion"]
    assert (body["action_id"], body["block_id"], body["value"]) == ("pack", "row", "ca")
    assert body["container"]["message_ts"] == container["ts"]
    assert body["channel"]["id"] == place.channel("practice")
    assert body["message"]["ts"] == container["ts"]
    assert "trigger_id" not in body
    answer = await place.do("ana", "actions", container=container, action_id="pack", selected_option="cars")
    assert answer["acknowledged"]
    [body] = [each for each in place.heard if each.get("type") == "block_actions"]
    assert body["actions"][0]["selected_option"] == PACKS[0]


async def test_what_was_never_offered_cannot_be_chosen(place: Place, offers: list[Json]) -> None:
    container = await in_message(place)
    refusal = await place.do("ana", "actions", 400, container=container, action_id="pack", selected_option="cars")
    assert refusal["error"] == "unknown_option"
    offers.append({"options": PACKS})
    await typed(place, container)
    refusal = await place.do("ben", "actions", 400, container=container, action_id="pack", selected_option="cars")
    assert refusal["error"] == "unknown_option"


async def test_options_in_groups_fill_a_select_in_a_modal(place: Place, app: AsyncApp, offers: list[Json]) -> None:
    offers.append({"option_groups": GROUPS})
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    several = {**SELECT, "type": "multi_external_select"}
    opened = await place.client.views_open(trigger_id=trigger, view=modal(text_input("packs", element=several)))
    got: list[Json] = []

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        got.append(view)
        await ack()

    view_id = opened["view"]["id"]
    assert (await typed(place, {"view_id": view_id}))["option_groups"] == GROUPS
    [body] = [each for each in place.heard if each.get("type") == "block_suggestion"]
    assert body["container"] == {"type": "view", "view_id": view_id}
    assert body["view"]["id"] == view_id
    await place.do("ana", "modals/submit", view_id=view_id, values={"packs": {"pack": ["homes", "cars"]}})
    assert got[0]["state"]["values"]["packs"]["pack"]["selected_options"] == [PACKS[1], PACKS[0]]


@pytest.mark.parametrize(
    "offered",
    [
        {},
        {"options": PACKS, "option_groups": GROUPS},
        {"options": [{"value": "cars"}]},
        {"options": [{**PACKS[0], "value": f"{number}"} for number in range(101)]},
        {"option_groups": [{"options": PACKS}]},
    ],
    ids=["nothing", "both", "shapeless", "too many", "without a label"],
)
async def test_options_that_slack_refuses_are_named(place: Place, offers: list[Json], offered: Json) -> None:
    offers.append(offered)
    assert (await typed(place, await in_message(place), status=502))["error"] == "invalid_options"


async def test_no_options_are_a_fine_answer(place: Place, offers: list[Json]) -> None:
    offers.append({"options": []})
    assert (await typed(place, await in_message(place)))["options"] == []


async def test_the_app_is_not_asked_before_enough_is_typed(place: Place, offers: list[Json]) -> None:
    container = await in_message(place)
    assert (await typed(place, container, "", 400))["error"] == "query_too_short"
    container = await in_message(place, min_query_length=4)
    assert (await typed(place, container, "abc", 400))["error"] == "query_too_short"


async def test_an_app_that_offers_nothing_in_time_is_told_of(place: Place, app: AsyncApp) -> None:
    @app.options("pack")
    async def on_options() -> None:
        """Never acknowledges."""

    assert (await typed(place, await in_message(place), status=504))["error"] == "operation_timeout"
