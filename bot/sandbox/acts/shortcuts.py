"""Shortcuts: begun anywhere, or from the menu of a message."""

from bot.sandbox.acts.interaction import ask, channel_name, interaction, response_url, warn
from bot.sandbox.acts.surface import SeenMessage
from bot.sandbox.delivery.envelope import Acknowledged, Unanswered
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.wire import Json


async def use(sandbox: Sandbox, person: Person, callback_id: str, on: SeenMessage | None) -> bool:
    """Whether the app acknowledged the shortcut, used `on` a message or, without, from anywhere."""
    shortcut = sandbox.manifest.shortcut(callback_id)
    if shortcut is None:
        raise Refusal(404, "shortcut_not_found", f"The manifest has no shortcut {callback_id!r}.")
    if (shortcut.type == "message") != (on is not None):
        needed = "on a message: give channel and ts" if on is None else "from anywhere: give no channel and ts"
        raise Refusal(400, "wrong_place", f"The shortcut {shortcut.name!r} is used {needed}.")
    payload = _on_message(sandbox, person, on) if on else _anywhere(sandbox, person)
    _, answer = await ask(sandbox, {**payload, "callback_id": callback_id, "action_ts": sandbox.clock.stamp()})
    if isinstance(answer, Unanswered):
        warn(sandbox, person, answer.told_as, callback_id=callback_id)
    return isinstance(answer, Acknowledged)


def _anywhere(sandbox: Sandbox, person: Person) -> Json:
    return {**interaction(sandbox, person, "shortcut"), "trigger_id": sandbox.triggers.issue(person.id)}


def _on_message(sandbox: Sandbox, person: Person, on: SeenMessage) -> Json:
    channel, message = on
    return {
        **interaction(sandbox, person, "message_action"),
        "trigger_id": sandbox.triggers.issue(person.id, channel=channel.id),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "message_ts": message.ts,
        "message": message_json(sandbox.workspace, channel, message),
        "response_url": response_url(sandbox, channel, person),
    }
