"""Pressing a button or choosing in a menu, in a message, a modal or the Home tab."""

from typing import NamedTuple

from bot.sandbox.acts.interaction import channel_name, interaction, response_url
from bot.sandbox.blocks.choices import Placed, chosen, find_element, initial_state
from bot.sandbox.channels import Channel
from bot.sandbox.delivery.envelope import Acknowledged, Unanswered
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person, State, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json, view_json
from bot.sandbox.wire import Json, object_at, without_nothing

_NO_STATE = frozenset({"button", "overflow", "workflow_button", "icon_button", "feedback_buttons"})
_TROUBLES = {"operation_timeout": "did not respond in time", "dispatch_failed": "could not be reached"}


class Press(NamedTuple):
    """What a person does: which element, and the plain value chosen (none for a button)."""

    action_id: str
    block_id: str | None
    plain: object


async def act_in_message(sandbox: Sandbox, person: Person, channel: Channel, message: Message, press: Press) -> bool:
    """Whether the app acknowledged an action in a message."""
    placed = _find(message.blocks or [], press)
    key = f"{person.id}/{message.ts}"
    state = channel.history.states.get(key) or initial_state(message.blocks or [])
    channel.history.states[key] = _choose(state, placed, press)
    shown = message_json(sandbox.workspace, channel, message)
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.ephemeral_for is not None,
        "thread_ts": message.thread_ts,
    }
    payload = {
        **interaction(sandbox, person, "block_actions"),
        "trigger_id": sandbox.triggers.issue(person.id),
        "container": without_nothing(container),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "state": {"values": channel.history.states[key]},
        "response_url": response_url(sandbox, channel, person, message.ts),
        "actions": [_action(sandbox, placed, press)],
    }
    if message.ephemeral_for is None:
        payload["message"] = shown
    return await _ask(sandbox, person, payload)


async def act_in_view(sandbox: Sandbox, person: Person, view: View, press: Press) -> bool:
    """Whether the app acknowledged an action in a modal or the Home tab."""
    placed = _find(view.blocks, press)
    view.state = _choose(view.state, placed, press)
    payload = {
        **interaction(sandbox, person, "block_actions"),
        "trigger_id": sandbox.triggers.issue(person.id, view.id if view.kind == "modal" else None),
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(sandbox.workspace, view),
        "actions": [_action(sandbox, placed, press)],
    }
    return await _ask(sandbox, person, payload)


async def _ask(sandbox: Sandbox, person: Person, payload: Json) -> bool:
    if not sandbox.manifest.settings.interactivity.is_enabled:
        raise Refusal(409, "interactivity_disabled", "The manifest does not turn interactivity on.")
    _, answer = await sandbox.dispatcher.ask("interactive", payload)
    if isinstance(answer, Unanswered):
        _warn(sandbox, person, payload, answer.told_as)
    return isinstance(answer, Acknowledged)


def _warn(sandbox: Sandbox, person: Person, payload: Json, code: str) -> None:
    """Shows the person that the app did not take what they did, and where they did it."""
    text = f"{sandbox.workspace.app.name} {_TROUBLES.get(code, 'answered with an error')}. Try again."
    where = {"container": payload["container"], "actions": payload["actions"]}
    sandbox.stream.publish("warning", to=[person.id], user=person.id, text=text, error=code, **where)


def _find(blocks: list[Json], press: Press) -> Placed:
    placed = find_element(blocks, press.action_id, press.block_id)
    if placed is None:
        raise Refusal(404, "element_not_found", f"There is no element {press.action_id} here.")
    return placed


def _choose(state: State, placed: Placed, press: Press) -> State:
    if placed.element.get("type") in _NO_STATE:
        return state
    block = {**state.get(placed.block_id, {}), press.action_id: chosen(placed.element, press.plain)}
    return {**state, placed.block_id: block}


def _action(sandbox: Sandbox, placed: Placed, press: Press) -> Json:
    element = placed.element
    common: Json = {
        "action_id": press.action_id,
        "block_id": placed.block_id,
        "type": element.get("type"),
        "action_ts": sandbox.clock.stamp(),
    }
    if element.get("type") in _NO_STATE - {"overflow"}:
        pressed = _thumb(element, press) if element.get("type") == "feedback_buttons" else element
        own = {key: pressed.get(key) for key in ("text", "value", "style", "url")}
        return {**common, **without_nothing(own)}
    return {**common, **chosen(element, press.plain)}


def _thumb(element: Json, press: Press) -> Json:
    for name in ("positive_button", "negative_button"):
        button = object_at(element, name)
        if button.get("value") == press.plain:
            return button
    raise Refusal(400, "unknown_option", f"{press.action_id} has no button of the value {press.plain!r}.")
