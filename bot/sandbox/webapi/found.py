"""Finds what a call names, or refuses as Slack does."""

import re
from typing import TypeVar

from bot.sandbox.channels import Channel
from bot.sandbox.clock import micros_of
from bot.sandbox.errors import SlackError
from bot.sandbox.records import ChannelKind, Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import missing_scope
from bot.sandbox.wire import Json

MOST_ON_PAGE = 1000
Item = TypeVar("Item")
_PREFIX: dict[ChannelKind, str] = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


def visible_channel(sandbox: Sandbox, call: Call, key: str = "channel") -> Channel:
    """The conversation that the call names and the app may see; SlackError `channel_not_found`."""
    return channel_in_sight(sandbox, call.text(key))


def channel_in_sight(sandbox: Sandbox, channel_id: str) -> Channel:
    """The conversation with this id that the app may see; SlackError `channel_not_found`."""
    channel = sandbox.workspace.channels.get(channel_id)
    if channel is None:
        raise SlackError("channel_not_found")
    if channel.kind != "channel" and not sandbox.workspace.app_is_in(channel):
        raise SlackError("channel_not_found")
    return channel


def joined_channel(sandbox: Sandbox, call: Call) -> Channel:
    """The conversation that the app is in; SlackError `not_in_channel`, `is_archived`."""
    channel = visible_channel(sandbox, call)
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    return channel


def need_scope_for(sandbox: Sandbox, channel: Channel, act: str) -> None:
    """SlackError `missing_scope` unless the app may `act` (such as history) in this kind of conversation."""
    needed = f"{_PREFIX[channel.kind]}:{act}"
    if needed not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, needed)


def standing_message(channel: Channel, ts: str) -> Message:
    """The message at `ts`; SlackError `message_not_found`."""
    message = channel.history.find(ts)
    if message is None or message.subtype == "tombstone":
        raise SlackError("message_not_found")
    return message


def known_person(sandbox: Sandbox, person_id: str, code: str = "user_not_found") -> Person:
    """The person with this id; SlackError `code`."""
    person = sandbox.workspace.people.get(person_id)
    if person is None:
        raise SlackError(code)
    return person


def limit_of(call: Call, default: int) -> int:
    """How many items a page holds, 1 to 1,000; SlackError `invalid_limit`."""
    limit = call.number("limit", default) or default
    if not 0 < limit <= MOST_ON_PAGE:
        raise SlackError("invalid_limit")
    return limit


def page_of(call: Call, items: list[Item], default: int) -> tuple[list[Item], Json]:
    """The items of the asked-for page, and the `response_metadata` that leads to the next."""
    limit, start = limit_of(call, default), offset_of(call)
    end = start + limit
    cursor = cursor_to(call, str(end)) if end < len(items) else ""
    return items[start:end], {"next_cursor": cursor}


def cursor_to(call: Call, place: str) -> str:
    """The cursor with which the same method goes on at `place`."""
    return f"{call.method}:{place}"


def offset_of(call: Call) -> int:
    """Where the call's cursor points; SlackError `invalid_cursor`."""
    place = place_of(call, re.compile("[0-9]{1,9}"))
    return int(place) if place else 0


def place_of(call: Call, form: re.Pattern[str]) -> str:
    """The place in the call's cursor, "" without one; SlackError `invalid_cursor` when the method gives none such."""
    cursor = call.text("cursor")
    method, _, place = cursor.rpartition(":")
    if cursor and (method != call.method or not form.fullmatch(place)):
        raise SlackError("invalid_cursor")
    return place


def moment(call: Call, key: str) -> int | None:
    """A timestamp argument in microseconds, None when it was not given; SlackError when it is none."""
    value = call.text(key)
    if value in ("", "now"):
        return None
    try:
        return micros_of(value)
    except ValueError:
        raise SlackError(f"invalid_ts_{key}") from None
