"""Pressing a button or choosing in a menu, in a message, a modal or the Home tab."""

from typing import NamedTuple

from bot.sandbox.acts.choosing import Values, choose, fill
from bot.sandbox.acts.interaction import ask, interaction, response_url, warn
from bot.sandbox.acts.surface import SeenMessage, Surface, element_on, keep_state, place_of, state_on
from bot.sandbox.blocks.choices import Placed
from bot.sandbox.delivery.envelope import Acknowledged, Unanswered
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person, State
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json, object_at, text_at, without_nothing

_NO_STATE = frozenset({"button", "overflow", "icon_button", "feedback_buttons"})
_REPEATED = ("placeholder", "confirm", "timezone")


class Press(NamedTuple):
    """What a person does: which element, the plain value chosen (none for a button), and what else is filled in."""

    action_id: str
    block_id: str | None
    plain: object
    values: Values


async def act(sandbox: Sandbox, person: Person, surface: Surface, press: Press) -> bool | None:
    """Whether the app acknowledged; None when it is not told, as of an input that does not dispatch."""
    placed = element_on(surface, press.action_id, press.block_id)
    if text_at(placed.element, "type") == "workflow_button":
        raise Refusal(409, "no_workflows", "The sandbox runs no workflows; Slack would, without telling the app.")
    action = _action(sandbox, person, surface, placed, press)
    keep_state(person, surface, _settled(sandbox, person, surface, placed, press))
    if not placed.dispatches:
        return None
    payload: Json = {
        **interaction(sandbox, person, "block_actions"),
        "trigger_id": _trigger(sandbox, person, surface),
        **place_of(sandbox, surface, placed),
        **_for_messages(sandbox, person, surface),
        "actions": [action],
    }
    _, answer = await ask(sandbox, payload)
    if isinstance(answer, Unanswered):
        about = {"container": payload["container"], "actions": payload["actions"]}
        warn(sandbox, person, answer.told_as, **about)
    return isinstance(answer, Acknowledged)


def _settled(sandbox: Sandbox, person: Person, surface: Surface, placed: Placed, press: Press) -> State:
    state = fill(sandbox, person, surface, press.values)
    if text_at(placed.element, "type") not in _NO_STATE:
        held = choose(sandbox, person, surface, placed, press.plain)
        state.setdefault(placed.block_id, {})[press.action_id] = held
    return state


def _trigger(sandbox: Sandbox, person: Person, surface: Surface) -> str:
    if isinstance(surface, SeenMessage):
        return sandbox.triggers.issue(person.id, channel=surface.channel.id)
    modal = surface.id if surface.kind == "modal" else None
    return sandbox.triggers.issue(person.id, modal, surface.channel)


def _for_messages(sandbox: Sandbox, person: Person, surface: Surface) -> Json:
    """What is said besides of an action in a message; a view holds its state itself and takes no answer."""
    if not isinstance(surface, SeenMessage):
        return {}
    address = response_url(sandbox, surface.channel, person, surface.message.ts)
    return {"state": {"values": state_on(person, surface)}, "response_url": address}


def _action(sandbox: Sandbox, person: Person, surface: Surface, placed: Placed, press: Press) -> Json:
    element = placed.element
    common: Json = {
        "action_id": press.action_id,
        "block_id": placed.block_id,
        "type": element.get("type"),
        "action_ts": sandbox.clock.stamp(),
    }
    match element.get("type"):
        case "button" | "icon_button":
            return {**common, **_own(element, "text", "value", "style", "url", "icon", "confirm")}
        case "feedback_buttons":
            return {**common, **_own(_feedback(element, press.plain), "text", "value")}
        case _:
            held = choose(sandbox, person, surface, placed, press.plain)
            initial = [key for key in element if key.startswith("initial_")]
            return {**common, **_own(element, *_REPEATED, *initial), **held}


def _own(element: Json, *keys: str) -> Json:
    return without_nothing({key: element.get(key) for key in keys})


def _feedback(element: Json, plain: object) -> Json:
    for name in ("positive_button", "negative_button"):
        if object_at(element, name).get("value") == plain:
            return object_at(element, name)
    raise Refusal(400, "unknown_option", f"There is no feedback button with the value {plain!r}.")
