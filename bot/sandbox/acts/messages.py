"""Posting, editing and deleting messages, by people and by the app alike."""

from bot.sandbox import events
from bot.sandbox.acts.sessions import note_reply
from bot.sandbox.acts.sharing import unshare
from bot.sandbox.acts.showing import show
from bot.sandbox.acts.telling import tell
from bot.sandbox.channels import Channel
from bot.sandbox.records import Edited, Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json
from bot.sandbox.workspace import MESSAGE_EVENTS, SLACKBOT


def post(sandbox: Sandbox, channel: Channel, message: Message) -> list[str]:
    """The ids of the events that tell the app of `message`, which now stands in the channel."""
    workspace = sandbox.workspace
    channel.history.add(message)
    note_reply(sandbox, channel, message)
    show(sandbox, channel, "message", message, message_json(workspace, channel, message, metadata=True))
    sent = _send(sandbox, channel, events.message_posted(workspace, channel, message))
    return sent + _tell_mention(sandbox, channel, message)


def edit(sandbox: Sandbox, channel: Channel, before: Message, after: Message) -> list[str]:
    """The ids of the events that tell the app of a changed message."""
    previous = message_json(sandbox.workspace, channel, before)
    channel.history.put(after)
    sent = tell_changed(sandbox, channel, previous, after)
    return sent + _tell_mention(sandbox, channel, after) if after.edited != before.edited else sent


def tell_changed(sandbox: Sandbox, channel: Channel, previous: Json, after: Message) -> list[str]:
    """The ids of the events that tell the app of a message that was `previous` and now shows otherwise."""
    workspace = sandbox.workspace
    show(sandbox, channel, "message_changed", after, message_json(workspace, channel, after, metadata=True))
    ts = workspace.next_ts(channel)
    return _send(sandbox, channel, events.message_changed(workspace, channel, previous, after, ts))


def delete(sandbox: Sandbox, channel: Channel, message: Message) -> list[str]:
    """The ids of the events that tell the app of a deleted message; a parent leaves a gravestone."""
    workspace = sandbox.workspace
    previous = message_json(workspace, channel, message)
    left = channel.history.remove(message.ts)
    unshare(sandbox, channel, message)
    ts = workspace.next_ts(channel)
    if left is not None:
        show(sandbox, channel, "message_changed", left, message_json(workspace, channel, left))
        return _send(sandbox, channel, events.message_changed(workspace, channel, previous, left, ts))
    show(sandbox, channel, "message_deleted", message, previous)
    return _send(sandbox, channel, events.message_deleted(channel, previous, ts))


def edited_by(sandbox: Sandbox, channel: Channel, user: str) -> Edited:
    """The mark of an edit made now."""
    return Edited(user, sandbox.workspace.next_ts(channel))


def show_ephemeral(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Shows `message` to the one person it is for; the app is not told of it."""
    if message.ephemeral_for is None:
        raise ValueError("an ephemeral message is for somebody")
    channel.history.ephemerals[message.ts] = message
    channel.history.last_ts = max(channel.history.last_ts, message.ts)
    sandbox.stream.publish(
        "ephemeral",
        to=[message.ephemeral_for],
        channel=channel.id,
        user=message.ephemeral_for,
        thread_ts=message.thread_ts,
        message=message_json(sandbox.workspace, channel, message),
    )


def drop_ephemeral(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Takes an ephemeral message away."""
    channel.history.ephemerals.pop(message.ts, None)
    sandbox.stream.publish(
        "message_deleted",
        to=[message.ephemeral_for or ""],
        channel=channel.id,
        thread_ts=message.thread_ts,
        message=message_json(sandbox.workspace, channel, message),
    )


def slackbot_says(sandbox: Sandbox, channel: Channel, person: Person, text: str) -> Message:
    """The note from Slackbot that only the person sees."""
    note = Message(
        ts=sandbox.workspace.next_ts(channel),
        text=text,
        user=SLACKBOT,
        username="Slackbot",
        ephemeral_for=person.id,
    )
    show_ephemeral(sandbox, channel, note)
    return note


def _send(sandbox: Sandbox, channel: Channel, event: Json) -> list[str]:
    if not sandbox.workspace.app_is_in(channel):
        return []
    if not is_sent(sandbox.manifest, MESSAGE_EVENTS[channel.kind], channel.kind):
        return []
    return [sandbox.send(event)]


def _tell_mention(sandbox: Sandbox, channel: Channel, message: Message) -> list[str]:
    """Tells the app that a person named it, in a new message or an edited one; not in their messages with it."""
    named = f"<@{sandbox.workspace.app.bot_user_id}>" in message.text
    if not named or message.bot_id is not None or channel.kind == "im":
        return []
    return tell(sandbox, events.app_mention(sandbox.workspace, channel, message), channel)
