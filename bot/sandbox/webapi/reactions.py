"""reactions.*: emoji under messages."""

from bot.sandbox.acts.reactions import react, unreact
from bot.sandbox.channels import Channel
from bot.sandbox.clock import is_stamp
from bot.sandbox.emoji import emoji_named
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.found import joined_channel, standing_message
from bot.sandbox.webapi.method import Method, Tier, flags, texts
from bot.sandbox.wire import Json


def _item(sandbox: Sandbox, call: Call) -> tuple[Channel, Message]:
    if not (call.text("channel") and call.text("timestamp")):
        raise SlackError("no_item_specified")
    if not is_stamp(call.text("timestamp")):
        raise SlackError("bad_timestamp")
    channel = joined_channel(sandbox, call)
    return channel, standing_message(channel, call.text("timestamp"))


def _name(call: Call) -> str:
    emoji = emoji_named(call.text("name"))
    if emoji is None:
        raise SlackError("invalid_name")
    return emoji.full_name


def _add(sandbox: Sandbox, call: Call) -> Json:
    channel, message = _item(sandbox, call)
    react(sandbox, channel, message, _name(call), sandbox.workspace.app.bot_user_id)
    return {}


def _remove(sandbox: Sandbox, call: Call) -> Json:
    channel, message = _item(sandbox, call)
    unreact(sandbox, channel, message, _name(call), sandbox.workspace.app.bot_user_id)
    return {}


def _get(sandbox: Sandbox, call: Call) -> Json:
    channel, message = _item(sandbox, call)
    shown = message_json(sandbox.workspace, channel, message)
    return {"type": "message", "channel": channel.id, "message": shown}


_MESSAGE = texts("channel", "timestamp")
_MISSES = ("bad_timestamp", "channel_not_found", "message_not_found", "no_item_specified", "not_in_channel")
_ON_FILES = ("file_comment_not_found", "file_not_found")

METHODS = {
    "reactions.add": Method(
        _add,
        Tier.THREE,
        {**_MESSAGE, **texts("name")},
        required=("name",),
        scopes=("reactions:write",),
        refuses=(*_MISSES, "already_reacted", "invalid_name", "is_archived", "too_many_emoji", "too_many_reactions"),
        omits=("external_channel_migrating", "no_access", "not_reactable", "thread_locked"),
    ),
    "reactions.remove": Method(
        _remove,
        Tier.TWO,
        {**_MESSAGE, **texts("name")},
        idle=texts("file", "file_comment"),
        required=("name",),
        scopes=("reactions:write",),
        refuses=(*_MISSES, "invalid_name", "is_archived", "no_reaction"),
        omits=(*_ON_FILES, "external_channel_migrating", "no_access", "thread_locked"),
    ),
    "reactions.get": Method(
        _get,
        Tier.THREE,
        _MESSAGE,
        idle={**texts("file", "file_comment"), **flags("full")},
        scopes=("reactions:read",),
        refuses=(*_MISSES, "is_archived"),
        omits=_ON_FILES,
    ),
}
