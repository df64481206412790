"""reactions.*: emoji under messages."""

from bot.sandbox.acts.reactions import react, unreact
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call, Method
from bot.sandbox.webapi.found import joined_channel, standing_message
from bot.sandbox.wire import Json


def _item(sandbox: Sandbox, call: Call) -> tuple[Channel, Message]:
    if not (call.text("channel") and call.text("timestamp")):
        raise SlackError("no_item_specified")
    channel = joined_channel(sandbox, call)
    return channel, standing_message(channel, call.text("timestamp"))


def _name(call: Call) -> str:
    name = call.text("name").strip(":")
    if not name or not all(each.isalnum() or each in "-_+:" for each in name):
        raise SlackError("invalid_name")
    return name


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


METHODS = {
    "reactions.add": Method(_add, ("reactions:write",), ("name", "channel", "timestamp")),
    "reactions.remove": Method(_remove, ("reactions:write",), ("name",)),
    "reactions.get": Method(_get, ("reactions:read",)),
}
