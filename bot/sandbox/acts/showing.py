"""Telling the open pages that a message has changed, as far as they may see it."""

from bot.sandbox.channels import Channel
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.wire import Json


def show(sandbox: Sandbox, channel: Channel, kind: str, message: Message, shown: Json) -> None:
    """Shows the change to everyone in a public channel, and to the members of any other."""
    parent = channel.history.find(message.thread_ts) if message.thread_ts else None
    sandbox.stream.publish(
        kind,
        to=None if channel.kind == "channel" else channel.members,
        channel=channel.id,
        thread_ts=message.thread_ts,
        message=shown,
        parent=message_json(sandbox.workspace, channel, parent) if parent else None,
    )
