"""pins.*: what is pinned in a channel."""

from dataclasses import replace

from bot.sandbox.acts.pins import pin, unpin
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.found import standing_message, visible_channel
from bot.sandbox.webapi.method import Method, Tier, texts
from bot.sandbox.wire import Json


def _item(sandbox: Sandbox, call: Call) -> tuple[Channel, Message]:
    channel = _channel(sandbox, call)
    ts = call.text("timestamp")
    if not ts:
        raise SlackError("no_item_specified")
    if not ts.replace(".", "", 1).isdigit():
        raise SlackError("bad_timestamp")
    return channel, standing_message(channel, ts)


def _channel(sandbox: Sandbox, call: Call) -> Channel:
    channel = visible_channel(sandbox, call)
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_in_channel")
    return channel


def _add(sandbox: Sandbox, call: Call) -> Json:
    channel, message = _item(sandbox, call)
    if message.subtype and message.subtype.startswith(("channel_", "group_", "pinned_")):
        raise SlackError("not_pinnable")
    pin(sandbox, channel, message, _bot(sandbox))
    return {}


def _remove(sandbox: Sandbox, call: Call) -> Json:
    channel, message = _item(sandbox, call)
    unpin(sandbox, channel, message, _bot(sandbox))
    return {}


def _list(sandbox: Sandbox, call: Call) -> Json:
    channel = _channel(sandbox, call)
    return {"items": [_listed(sandbox, channel, message) for message in channel.history.pinned()]}


def _listed(sandbox: Sandbox, channel: Channel, message: Message) -> Json:
    shown = message_json(sandbox.workspace, channel, replace(message, pinned=None))
    by = message.pinned
    item: Json = {"type": "message", "channel": channel.id, "message": {**shown, "pinned_to": [channel.id]}}
    return {**item, "created": by.at if by else 0, "created_by": by.user if by else ""}


def _bot(sandbox: Sandbox) -> Person:
    return sandbox.workspace.people[sandbox.workspace.app.bot_user_id]


_MESSAGE = texts("channel", "timestamp")
_MISSES = ("bad_timestamp", "channel_not_found", "message_not_found", "no_item_specified", "not_in_channel")

METHODS = {
    "pins.add": Method(
        _add,
        Tier.TWO,
        _MESSAGE,
        required=("channel",),
        scopes=("pins:write",),
        refuses=(*_MISSES, "already_pinned", "not_pinnable", "too_many_pins"),
        omits=("external_channel_migrating", "file_not_found", "file_not_shared", "restricted_action"),
    ),
    "pins.list": Method(
        _list,
        Tier.TWO,
        texts("channel"),
        required=("channel",),
        scopes=("pins:read",),
        refuses=("channel_not_found", "not_in_channel"),
    ),
    "pins.remove": Method(
        _remove,
        Tier.TWO,
        _MESSAGE,
        required=("channel",),
        scopes=("pins:write",),
        refuses=(*_MISSES, "no_pin"),
    ),
}
