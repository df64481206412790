"""Modals: opened, pushed and updated by the app; filled in, submitted and closed by a person."""

from typing import NamedTuple

from bot.sandbox.acts.choosing import Values, fill
from bot.sandbox.acts.home import check_external_id, fresh_hash
from bot.sandbox.acts.interaction import ask, interaction, response_url
from bot.sandbox.blocks.choices import Here, field_errors, find_element, initial_state
from bot.sandbox.blocks.surfaces import accept_view
from bot.sandbox.delivery.envelope import Unanswered
from bot.sandbox.errors import Refusal, SlackError
from bot.sandbox.records import Person, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import modal_json, view_json
from bot.sandbox.triggers import Trigger
from bot.sandbox.wire import Json, as_object, object_at, text_at

MOST_DEEP = 3


class Submitted(NamedTuple):
    """What a submission led to: `closed`, `errors`, `updated`, `pushed` or `cleared`."""

    outcome: str
    errors: dict[str, str]


def open_modal(sandbox: Sandbox, trigger: Trigger, body: Json) -> View:
    """A new modal before the person who gave the trigger, in place of any that were open."""
    view = _new(sandbox, trigger.person, body, trigger.channel)
    sandbox.workspace.modals[trigger.person] = [view]
    publish(sandbox, trigger.person)
    return view


def push_modal(sandbox: Sandbox, person: str, body: Json) -> View:
    """A new modal on top of the person's; SlackError when none is open, or three are."""
    stack = sandbox.workspace.modals.get(person, [])
    if not stack:
        raise SlackError("not_found")
    if len(stack) >= MOST_DEEP:
        raise SlackError("push_limit_reached")
    view = _new(sandbox, person, body, stack[-1].channel)
    view.root_id, view.previous_id = stack[0].root_id, stack[-1].id
    stack.append(view)
    publish(sandbox, person)
    return view


def update_modal(sandbox: Sandbox, view: View, body: Json) -> View:
    """The same modal with a new body; what is filled in stays where block and action ids stay."""
    check_external_id(sandbox, body, view.id)
    view.body = body
    view.state = initial_state(view.blocks, view.state, _here(sandbox, view.channel))
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
    view.state = fill(sandbox, person, view, values)
    wrong = field_errors(view.blocks, view.state)
    if wrong:
        return _show_errors(sandbox, view, wrong)
    payload = {
        **interaction(sandbox, person, "view_submission"),
        "trigger_id": sandbox.triggers.issue(person.id, view.id, view.channel),
        "view": view_json(sandbox.workspace, view),
        "response_urls": _response_urls(sandbox, person, view),
    }
    _, answer = await ask(sandbox, payload)
    if isinstance(answer, Unanswered):
        raise Refusal(504, answer.told_as, "The app did not answer in time; nothing was changed.")
    return _follow(sandbox, view, answer.response)


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


def _new(sandbox: Sandbox, person: str, body: Json, channel: str | None) -> View:
    check_external_id(sandbox, body)
    view_id = sandbox.ids.fresh("V")
    view = View(view_id, "modal", person, body, fresh_hash(sandbox), root_id=view_id)
    view.channel = channel
    view.state = initial_state(view.blocks, here=_here(sandbox, channel))
    return view


def _here(sandbox: Sandbox, channel_id: str | None) -> Here | None:
    channel = sandbox.workspace.channels.get(channel_id or "")
    kinds = {"channel": "public", "group": "private"}
    return Here(channel.id, kinds.get(channel.kind, channel.kind)) if channel else None


def _response_urls(sandbox: Sandbox, person: Person, view: View) -> list[Json]:
    """An address for each conversation chosen in a select that asks for one."""
    found: list[Json] = []
    for block_id, held in view.state.items():
        for action_id, state in held.items():
            placed = find_element(view.blocks, action_id, block_id)
            chosen = text_at(state, "selected_conversation") or text_at(state, "selected_channel")
            if placed is None or not chosen or not placed.element.get("response_url_enabled"):
                continue
            address = response_url(sandbox, sandbox.workspace.channels[chosen], person)
            place: Json = {"block_id": block_id, "action_id": action_id, "channel_id": chosen}
            found.append({**place, "response_url": address})
    return found


def _follow(sandbox: Sandbox, view: View, response: object) -> Submitted:
    said = as_object(response)
    match said.get("response_action", response):
        case "errors":
            return _show_errors(sandbox, view, _known(view, object_at(said, "errors")))
        case "update":
            update_modal(sandbox, view, _body(sandbox, said))
            return Submitted("updated", {})
        case "push":
            push_modal(sandbox, view.person, _body(sandbox, said))
            return Submitted("pushed", {})
        case "clear":
            sandbox.workspace.modals[view.person] = []
            publish(sandbox, view.person)
            return Submitted("cleared", {})
        case None if response is None:
            stack = sandbox.workspace.modals.get(view.person, [])
            sandbox.workspace.modals[view.person] = [each for each in stack if each is not view]
            publish(sandbox, view.person)
            return Submitted("closed", {})
        case unknown:
            raise Refusal(502, "invalid_response_action", _no_action(unknown))


def _no_action(said: object) -> str:
    return f"The app answered with {str(said)[:200]!r}, which is no response_action; an empty answer closes the modal."


def _body(sandbox: Sandbox, response: Json) -> Json:
    try:
        return accept_view(sandbox.ids, as_object(response.get("view")), "modal")
    except SlackError as error:
        messages = as_object(error.answer.get("response_metadata")).get("messages")
        raise Refusal(502, error.code, f"The app answered with a view that Slack refuses: {messages}") from error


def _known(view: View, errors: Json) -> dict[str, str]:
    inputs = {text_at(block, "block_id") for block in view.blocks if block.get("type") == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        raise Refusal(502, "invalid_errors", f"The app named errors for blocks that are no inputs: {strangers}")
    texts = {key: said for key, said in errors.items() if isinstance(said, str) and said}
    if len(texts) < len(errors):
        wrong = sorted(set(errors) - set(texts))
        raise Refusal(502, "invalid_errors", f"The app's errors for these blocks are no texts: {wrong}")
    return texts


def _show_errors(sandbox: Sandbox, view: View, errors: dict[str, str]) -> Submitted:
    view.errors = errors
    publish(sandbox, view.person)
    return Submitted("errors", errors)
