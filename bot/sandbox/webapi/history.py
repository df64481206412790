"""conversations.history and conversations.replies."""

import re

from bot.sandbox.channels import Channel
from bot.sandbox.clock import micros_of
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.found import cursor_to, limit_of, moment, need_scope_for, place_of, visible_channel
from bot.sandbox.webapi.method import Method, Tier, flags, numbers, texts
from bot.sandbox.wire import Json

_WINDOW = {
    **texts("channel", "cursor", "latest", "oldest"),
    **flags("include_all_metadata", "inclusive"),
    **numbers("limit"),
}
_REFUSES = (
    "channel_not_found",
    "invalid_cursor",
    "invalid_limit",
    "invalid_ts_latest",
    "invalid_ts_oldest",
    "not_in_channel",
)
_SCOPES = ("channels:history", "groups:history", "im:history", "mpim:history")


def _history(sandbox: Sandbox, call: Call) -> Json:
    channel = _readable(sandbox, call)
    window = _within(call, channel.history.top_level())
    before = _cursor(call)
    if before:
        window = [message for message in window if message.ts < before]
    limit = limit_of(call, 100)
    page = list(reversed(window[-limit:]))
    return _answer(sandbox, call, channel, page, has_more=len(window) > limit)


def _replies(sandbox: Sandbox, call: Call) -> Json:
    channel = _readable(sandbox, call)
    asked = channel.history.find(call.text("ts"))
    if asked is None:
        raise SlackError("thread_not_found")
    parent, *replies = channel.history.conversation(asked.thread_ts or asked.ts)
    after = _cursor(call)
    window = [message for message in (parent, *_within(call, replies)) if message.ts > after]
    limit = limit_of(call, 1000)
    return _answer(sandbox, call, channel, window[:limit], has_more=len(window) > limit)


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


def _cursor(call: Call) -> str:
    """The timestamp of the last message already read, so that new posts do not shift the pages."""
    return place_of(call, re.compile(r"[0-9]{1,12}\.[0-9]{6}"))


def _answer(sandbox: Sandbox, call: Call, channel: Channel, page: list[Message], *, has_more: bool) -> Json:
    metadata = call.flag("include_all_metadata")
    messages = [message_json(sandbox.workspace, channel, each, metadata=metadata) for each in page]
    answer: Json = {"messages": messages, "has_more": has_more}
    if has_more:
        answer["response_metadata"] = {"next_cursor": cursor_to(call, page[-1].ts)}
    return answer


METHODS = {
    "conversations.history": Method(
        _history,
        Tier.THREE,
        _WINDOW,
        required=("channel",),
        scopes=_SCOPES,
        refuses=_REFUSES,
        omits=("channel_is_limited_access", "invalid_metadata_filter_keys"),
    ),
    "conversations.replies": Method(
        _replies,
        Tier.THREE,
        {**_WINDOW, **texts("ts")},
        required=("channel", "ts"),
        scopes=_SCOPES,
        refuses=(*_REFUSES, "thread_not_found"),
        omits=(
            "invalid_metadata_filter_keys",
            "list_record_comment_fetch_failed",
            "method_not_supported_for_channel_type",
        ),
    ),
}
