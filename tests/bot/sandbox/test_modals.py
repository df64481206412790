"""Modals: opened, filled in, answered, stacked, closed."""

from functools import partial
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, refused, text_input

Json = dict[str, Any]


def is_deep(stack: list[Any], depth: int) -> bool:
    """Whether so many modals are open."""
    return len(stack) == depth


@pytest.fixture
def opens(app: AsyncApp) -> list[Json]:
    """What `/haggle` opens: the first modal in the list."""
    views: list[Json] = [modal(text_input("seed"), private_metadata="kept")]

    @app.command("/haggle")
    async def on_command(ack: Any, client: Any, body: Json) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=views[0])

    return views


async def opened(place: Place) -> Json:
    """The modal that Ana has before her after `/haggle`."""
    await place.do("ana", "commands", channel="practice", text="/haggle")
    await place.until(lambda: place.running.sandbox.workspace.modals.get(place.person("ana")))
    return (await place.modals("ana"))[0]


async def submit(place: Place, view: Json, values: Json, status: int = 200) -> Json:
    """What comes of submitting."""
    return await place.do("ana", "modals/submit", status, view_id=view["id"], values=values)


async def test_a_submission_brings_values_and_private_metadata(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    got: list[Json] = []

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        got.append(view)
        await ack()

    answer = await submit(place, await opened(place), {"seed": {"answer": "18422"}})
    assert answer["closed"]
    assert got[0]["state"]["values"]["seed"]["answer"] == {"type": "plain_text_input", "value": "18422"}
    assert got[0]["private_metadata"] == "kept"
    assert await place.modals("ana") == []


async def test_field_errors_stay_in_the_modal(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="errors", errors={"seed": "Seeds are whole numbers."})

    view = await opened(place)
    answer = await submit(place, view, {"seed": {"answer": "abc"}})
    assert answer["errors"] == {"seed": "Seeds are whole numbers."}
    [still_open] = await place.modals("ana")
    assert still_open["errors"] == {"seed": "Seeds are whole numbers."}
    assert still_open["state"]["values"]["seed"]["answer"]["value"] == "abc"


async def test_errors_for_blocks_that_are_no_inputs_are_refused(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="errors", errors={"nowhere": "Wrong."})

    answer = await submit(place, await opened(place), {"seed": {"answer": "1"}}, 502)
    assert answer["error"] == "invalid_errors"


async def test_a_required_field_is_asked_for_before_the_app_hears(
    place: Place, app: AsyncApp, opens: list[Json]
) -> None:
    view = await opened(place)
    place.heard.clear()
    answer = await submit(place, view, {})
    assert answer["errors"] == {"seed": "Please complete this required field."}
    assert place.heard == []


@pytest.mark.parametrize(
    ("element", "value", "said"),
    [
        ({"type": "plain_text_input", "max_length": 3}, "long", "Please write at most 3 characters."),
        ({"type": "plain_text_input", "min_length": 3}, "no", "Please write at least 3 characters."),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "Please enter a whole number."),
        (
            {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"},
            "0",
            "Please enter a number of at least 1.",
        ),
        ({"type": "email_text_input"}, "ana", "Please enter a valid email address."),
        ({"type": "url_text_input"}, "ana", "Please enter a valid URL."),
    ],
)
async def test_the_form_itself_refuses_what_does_not_fit(
    place: Place, opens: list[Json], element: Json, value: str, said: str
) -> None:
    opens[0] = modal(text_input("field", element={"action_id": "answer", **element}))
    answer = await submit(place, await opened(place), {"field": {"answer": value}})
    assert answer["errors"] == {"field": said}


async def test_choices_are_named_by_their_value(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    options = [{"text": {"type": "plain_text", "text": each}, "value": each} for each in ("easy", "hard")]
    select = {"type": "static_select", "action_id": "answer", "options": options, "initial_option": options[0]}
    opens[0] = modal(text_input("level", element=select))
    got: list[Json] = []

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        got.append(view["state"]["values"]["level"]["answer"])
        await ack()

    view = await opened(place)
    assert view["state"]["values"]["level"]["answer"]["selected_option"]["value"] == "easy"
    refusal = await submit(place, view, {"level": {"answer": "absurd"}}, 400)
    assert refusal["error"] == "unknown_option"
    await submit(place, view, {"level": {"answer": "hard"}})
    assert got[0]["selected_option"] == options[1]


async def test_an_answer_may_update_push_or_clear(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    answers: list[Json] = [
        {"response_action": "update", "view": modal(text_input("second"), callback_id="form")},
        {"response_action": "push", "view": modal(text_input("third"), callback_id="form")},
        {"response_action": "clear"},
    ]

    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(**answers.pop(0))

    view = await opened(place)
    answer = await submit(place, view, {"seed": {"answer": "1"}})
    assert answer["updated"]
    assert answer["views"][0]["id"] == view["id"]
    answer = await submit(place, view, {"second": {"answer": "1"}})
    top = answer["views"][1]
    assert top["previous_view_id"] == view["id"]
    assert top["root_view_id"] == view["id"]
    answer = await submit(place, top, {"third": {"answer": "1"}})
    assert answer["views"] == []


async def test_a_pushed_modal_closes_onto_the_one_below(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    opens[0] = modal(actions(button("deeper")))

    @app.action("deeper")
    async def on_deeper(ack: Any, client: Any, body: Json) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=modal(actions(button("deeper"))))

    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack()

    await opened(place)
    stack = place.running.sandbox.workspace.modals[place.person("ana")]
    for depth in (2, 3):
        top = stack[-1].id
        await place.do("ana", "actions", container={"view_id": top}, action_id="deeper")
        await place.until(partial(is_deep, stack, depth))
    answer = await submit(place, (await place.modals("ana"))[-1], {})
    assert len(answer["views"]) == 2


async def test_a_fourth_modal_is_too_deep(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    await opened(place)
    for expected in (None, None, "push_limit_reached"):
        trigger = place.running.sandbox.triggers.issue(place.person("ana"))
        call = place.client.views_push(trigger_id=trigger, view=modal())
        if expected:
            assert (await refused(call))["error"] == expected
        else:
            await call


async def test_a_stale_hash_conflicts_and_an_update_keeps_what_is_filled_in(
    place: Place, app: AsyncApp, opens: list[Json]
) -> None:
    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="errors", errors={"seed": "No."})

    view = await opened(place)
    await submit(place, view, {"seed": {"answer": "typed"}})
    body = modal(text_input("seed"), text_input("pack"))
    updated = await place.client.views_update(view_id=view["id"], hash=view["hash"], view=body)
    assert updated["view"]["state"]["values"]["seed"]["answer"]["value"] == "typed"
    late = place.client.views_update(view_id=view["id"], hash=view["hash"], view=body)
    assert (await refused(late))["error"] == "hash_conflict"
    assert (await refused(place.client.views_update(view_id="V0", view=body)))["error"] == "not_found"


async def test_closing_tells_the_app_when_it_asked(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    opens[0] = modal(text_input("seed"), notify_on_close=True)
    closed: list[Json] = []

    @app.view_closed("form")
    async def on_closed(ack: Any, body: Json) -> None:
        closed.append(body)
        await ack()

    view = await opened(place)
    await place.do("ana", "modals/close", view_id=view["id"])
    assert closed[0]["view"]["id"] == view["id"]
    assert closed[0]["is_cleared"] is False
    assert await place.modals("ana") == []


async def test_a_submission_nobody_answers_says_so(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    @app.view("form")
    async def on_form() -> None:
        """Never acknowledges."""

    view = await opened(place)
    answer = await submit(place, view, {"seed": {"answer": "1"}}, 504)
    assert answer["error"] == "operation_timeout"
    assert len(await place.modals("ana")) == 1


async def test_a_select_begins_with_the_conversation_the_modal_was_opened_in(
    place: Place, app: AsyncApp, opens: list[Json]
) -> None:
    element = {"type": "conversations_select", "action_id": "answer", "default_to_current_conversation": True}
    private = {**element, "filter": {"include": ["private"]}}
    opens[0] = modal(text_input("any", element=element), text_input("private", element=private))
    values = (await opened(place))["state"]["values"]
    assert values["any"]["answer"]["selected_conversation"] == place.channel("practice")
    assert values["private"]["answer"]["selected_conversation"] is None


async def test_a_chosen_conversation_can_be_answered_in(place: Place, app: AsyncApp, opens: list[Json]) -> None:
    element = {"type": "conversations_select", "action_id": "answer", "response_url_enabled": True}
    opens[0] = modal(text_input("where", element=element), text_input("what"))

    @app.view("form")
    async def on_form(ack: Any, body: Json, respond: Any) -> None:
        await ack()
        await respond(text=body["view"]["state"]["values"]["what"]["answer"]["value"], response_type="in_channel")

    general = place.channel("general")
    view = await opened(place)
    await submit(place, view, {"where": {"answer": general}, "what": {"answer": "Seed 18422"}})
    [body] = [each for each in place.heard if each.get("type") == "view_submission"]
    [address] = body["response_urls"]
    assert (address["block_id"], address["action_id"], address["channel_id"]) == ("where", "answer", general)
    history = place.running.sandbox.workspace.channels[general].history
    await place.until(lambda: len(history))
    assert [each["text"] for each in await place.seen("olu", "general")] == ["Seed 18422"]


async def test_an_answer_that_slack_does_not_know_keeps_the_modal(
    place: Place, app: AsyncApp, opens: list[Json]
) -> None:
    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="explode")

    answer = await submit(place, await opened(place), {"seed": {"answer": "1"}}, 502)
    assert answer["error"] == "invalid_response_action"
    assert len(await place.modals("ana")) == 1


async def test_a_stack_that_clears_on_close_tells_the_app_of_every_modal(
    place: Place, app: AsyncApp, opens: list[Json]
) -> None:
    opens[0] = modal(actions(button("deeper")), notify_on_close=True)
    closed: list[Json] = []

    @app.view_closed("form")
    async def on_closed(ack: Any, body: Json) -> None:
        closed.append(body)
        await ack()

    view = await opened(place)
    trigger = place.running.sandbox.triggers.issue(place.person("ana"), view["id"])
    top = modal(notify_on_close=True, clear_on_close=True)
    pushed = await place.client.views_push(trigger_id=trigger, view=top)
    await place.do("ana", "modals/close", view_id=pushed["view"]["id"])
    assert [each["view"]["id"] for each in closed] == [pushed["view"]["id"], view["id"]]
    assert all(each["is_cleared"] for each in closed)
    assert await place.modals("ana") == []
