"""Telling the app of what happened, where it subscribes and may hear of it."""

from bot.sandbox.channels import Channel
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json, text_at


def tell(sandbox: Sandbox, event: Json, channel: Channel | None = None) -> list[str]:
    """The id of the event on its way to the app, if it goes out: of a channel, only while the app is in it."""
    if not sandbox.workspace.is_installed:
        return []
    if channel is not None and not sandbox.workspace.app_is_in(channel):
        return []
    kind = channel.kind if channel else "channel"
    return [sandbox.send(event)] if is_sent(sandbox.manifest, text_at(event, "type"), kind) else []


def tell_of_public(sandbox: Sandbox, event: Json, channel: Channel) -> list[str]:
    """The same for what concerns a channel as a whole, which of public ones is told wherever the app is."""
    return tell(sandbox, event, None if channel.kind == "channel" else channel)
