"""Modals: opened, pushed and updated by the app; filled in, submitted and closed by a person."""

from typing import NamedTuple

from bot.sandbox.acts.home import check_external_id, fresh_hash
from bot.sandbox.acts.interaction import interaction
from bot.sandbox.blocks.choices import chosen, field_errors, find_element, initial_state
from bot.sandbox.blocks.surfaces import accept_view
from bot.sandbox.delivery.envelope import Unanswered
from bot.sandbox.errors import Refusal, SlackError
from bot.sandbox.records import Person, State, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import modal_json, view_json
from bot.sandbox.wire import Json, as_object, object_at, text_at

MOST_DEEP = 3
Values = dict[str, dict[str, object]]


class Submitted(NamedTuple):
    """What a submission led to: `closed`, `errors`, `updated`, `pushed` or `cleared`."""

    outcome: str
    errors: dict[str, str]


def open_modal(sandbox: Sandbox, person: str, body: Json) -> View:
    """A new modal before the person, in place of any that were open."""
    view = _new(sandbox, person, body)
    sandbox.workspace.modals[person] = [view]
    publish(sandbox, person)
    return view


def push_modal(sandbox: Sandbox, person: str, body: Json) -> View:
    """A new modal on top of the person's; SlackError when none is open, or three are."""
    stack = sandbox.workspace.modals.get(person, [])
    if not stack:
        raise SlackError("not_found")
    if len(stack) >= MOST_DEEP:
        raise SlackError("push_limit_reached")
    view = _new(sandbox, person, body)
    view.root_id, view.previous_id = stack[0].root_id, stack[-1].id
    stack.append(view)
    publish(sandbox, person)
    return view


def update_modal(sandbox: Sandbox, view: View, body: Json) -> View:
    """The same modal with a new body; what is filled in stays where block and action ids stay."""
    check_external_id(sandbox, body, view.id)
    view.body = body
    view.state = initial_state(view.blocks, view.state)
    view.hash = fresh_hash(sandbox)
    view.errors = None
    publish(sandbox, view.person)
    return view


def publish(sandbox: Sandbox, person: str) -> None:
    """Shows the person's modals as they stand now."""
    views = [modal_json(sandbox.workspace, view) for view in sandbox.workspace.modals.get(person, [])]
    sandbox.stream.publish("modal", to=[person], user=person, views=views)


async def submit(sandbox: Sandbox, person: Person, view: View, values: Values) -> Submitted:
    """What came of submitting the modal; Refusal when a value does not fit or the app does not answer."""
    view.state = _filled(view, values)
    wrong = field_errors(view.blocks, view.state)
    if wrong:
        return _show_errors(sandbox, view, wrong)
    payload = {
        **interaction(sandbox, person, "view_submission"),
        "trigger_id": sandbox.triggers.issue(person.id, view.id),
        "view": view_json(sandbox.workspace, view),
        "response_urls": [],
    }
    _, answer = await sandbox.dispatcher.ask("interactive", payload)
    if isinstance(answer, Unanswered):
        raise Refusal(504, answer.told_as, "The app did not answer in time; nothing was changed.")
    return _follow(sandbox, view, answer.response or {})


async def close(sandbox: Sandbox, person: Person, view: View) -> None:
    """Closes the modal, and all of its stack when it says so; the app hears of it if it asked to."""
    stack = sandbox.workspace.modals.get(person.id, [])
    is_cleared = bool(view.body.get("clear_on_close"))
    closed = list(reversed(stack)) if is_cleared else [view]
    sandbox.workspace.modals[person.id] = [each for each in stack if each not in closed]
    publish(sandbox, person.id)
    for each in closed:
        if each.body.get("notify_on_close"):
            await _tell_closed(sandbox, person, each, is_cleared)


async def _tell_closed(sandbox: Sandbox, person: Person, view: View, is_cleared: bool) -> None:
    payload = {
        **interaction(sandbox, person, "view_closed"),
        "view": view_json(sandbox.workspace, view),
        "is_cleared": is_cleared,
    }
    await sandbox.dispatcher.ask("interactive", payload)


def _new(sandbox: Sandbox, person: str, body: Json) -> View:
    check_external_id(sandbox, body)
    view_id = sandbox.ids.fresh("V")
    view = View(view_id, "modal", person, body, fresh_hash(sandbox), root_id=view_id)
    view.state = initial_state(view.blocks)
    return view


def _filled(view: View, values: Values) -> State:
    state: State = {block_id: dict(held) for block_id, held in view.state.items()}
    for block_id, given in values.items():
        for action_id, plain in given.items():
            placed = find_element(view.blocks, action_id, block_id)
            if placed is None:
                raise Refusal(404, "element_not_found", f"The modal has no {action_id} in block {block_id}.")
            state.setdefault(block_id, {})[action_id] = chosen(placed.element, plain)
    return state


def _follow(sandbox: Sandbox, view: View, response: Json) -> Submitted:
    match text_at(response, "response_action"):
        case "errors":
            errors = {key: str(said) for key, said in object_at(response, "errors").items()}
            return _show_errors(sandbox, view, _known(view, errors))
        case "update":
            update_modal(sandbox, view, _body(sandbox, response))
            return Submitted("updated", {})
        case "push":
            push_modal(sandbox, view.person, _body(sandbox, response))
            return Submitted("pushed", {})
        case "clear":
            sandbox.workspace.modals[view.person] = []
            publish(sandbox, view.person)
            return Submitted("cleared", {})
        case _:
            stack = sandbox.workspace.modals.get(view.person, [])
            sandbox.workspace.modals[view.person] = [each for each in stack if each is not view]
            publish(sandbox, view.person)
            return Submitted("closed", {})


def _body(sandbox: Sandbox, response: Json) -> Json:
    try:
        return accept_view(sandbox.ids, as_object(response.get("view")), "modal")
    except SlackError as error:
        messages = as_object(error.answer.get("response_metadata")).get("messages")
        raise Refusal(502, error.code, f"The app answered with a view that Slack refuses: {messages}") from error


def _known(view: View, errors: dict[str, str]) -> dict[str, str]:
    inputs = {text_at(block, "block_id") for block in view.blocks if block.get("type") == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        raise Refusal(502, "invalid_errors", f"The app named errors for blocks that are no inputs: {strangers}")
    return errors


def _show_errors(sandbox: Sandbox, view: View, errors: dict[str, str]) -> Submitted:
    view.errors = errors
    publish(sandbox, view.person)
    return Submitted("errors", errors)
