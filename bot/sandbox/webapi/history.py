"""conversations.history and conversations.replies."""

from bot.sandbox.channels import Channel
from bot.sandbox.clock import micros_of
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call, Method
from bot.sandbox.webapi.found import moment, need_scope_for, page_of, visible_channel
from bot.sandbox.wire import Json

_SCOPES = ("channels:history", "groups:history", "im:history", "mpim:history")


def _history(sandbox: Sandbox, call: Call) -> Json:
    channel = _readable(sandbox, call)
    window = list(reversed(_within(call, channel.history.top_level())))
    return _answer(sandbox, call, channel, window, 100)


def _replies(sandbox: Sandbox, call: Call) -> Json:
    channel = _readable(sandbox, call)
    asked = channel.history.find(call.text("ts"))
    if asked is None:
        raise SlackError("thread_not_found")
    parent, *replies = channel.history.conversation(asked.thread_ts or asked.ts)
    return _answer(sandbox, call, channel, [parent, *_within(call, replies)], 1000)


def _readable(sandbox: Sandbox, call: Call) -> Channel:
    channel = visible_channel(sandbox, call)
    need_scope_for(sandbox, channel, "history")
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_in_channel")
    return channel


def _within(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = moment(call, "oldest"), moment(call, "latest")
    if oldest is None and latest is None:
        return messages
    edge = 0 if call.flag("inclusive") else 1
    return [
        message
        for message in messages
        if (oldest is None or micros_of(message.ts) >= oldest + edge)
        and (latest is None or micros_of(message.ts) <= latest - edge)
    ]


def _answer(sandbox: Sandbox, call: Call, channel: Channel, window: list[Message], default: int) -> Json:
    metadata = call.flag("include_all_metadata")
    by_ts = {message.ts: message for message in window}
    asked, next_page = page_of(call, [{"ts": ts} for ts in by_ts], default)
    messages = [message_json(sandbox.workspace, channel, by_ts[str(each["ts"])], metadata=metadata) for each in asked]
    has_more = bool(next_page["next_cursor"])
    answer: Json = {"messages": messages, "has_more": has_more, "pin_count": 0}
    return {**answer, "response_metadata": next_page} if has_more else answer


METHODS = {
    "conversations.history": Method(_history, _SCOPES, ("channel",)),
    "conversations.replies": Method(_replies, _SCOPES, ("channel", "ts")),
}
