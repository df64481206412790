"""Pinning messages to their channel."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.membership import note
from bot.sandbox.acts.messages import post
from bot.sandbox.acts.showing import show
from bot.sandbox.acts.telling import tell
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message, Person, Pinned
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.wire import Json

MOST_PINS = 100


def pin(sandbox: Sandbox, channel: Channel, message: Message, person: Person) -> Message:
    """The pinned message; SlackError when it is pinned already, or the channel holds 100 pins."""
    if message.pinned:
        raise SlackError("already_pinned")
    if len(channel.history.pinned()) >= MOST_PINS:
        raise SlackError("too_many_pins")
    after = replace(message, pinned=Pinned(person.id, int(sandbox.clock.now())))
    _settle(sandbox, channel, after)
    tell(sandbox, events.pin_moved(sandbox.workspace, channel, after, "pin_added", person.id), channel)
    said = note(sandbox, channel, person, f"<@{person.id}> pinned a message to this channel.", "pinned_item")
    item: Json = {"type": "message", "channel": channel.id, "ts": message.ts}
    post(sandbox, channel, replace(said, about={"item_type": "C", "item": item}))
    return after


def unpin(sandbox: Sandbox, channel: Channel, message: Message, person: Person) -> Message:
    """The message, which is pinned no more; SlackError `no_pin` when it was not."""
    if not message.pinned:
        raise SlackError("no_pin")
    after = replace(message, pinned=None)
    _settle(sandbox, channel, after)
    tell(sandbox, events.pin_moved(sandbox.workspace, channel, message, "pin_removed", person.id), channel)
    return after


def _settle(sandbox: Sandbox, channel: Channel, after: Message) -> None:
    channel.history.put(after)
    show(sandbox, channel, "message_changed", after, message_json(sandbox.workspace, channel, after, metadata=True))
