"""Reading channels and threads, all of one or a stretch of it, and marking them as read."""

from aiohttp import web
from pydantic import Field

from bot.sandbox.acts.read_marks import mark_read
from bot.sandbox.acts.sessions import session_in, thread_status
from bot.sandbox.channels import Channel
from bot.sandbox.control.request import (
    SANDBOX,
    PersonalOrder,
    channel_of,
    done,
    message_of,
    person_of,
    read,
    read_query,
)
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json, message_json
from bot.sandbox.unread import following, last_read, unread_in
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

_MOMENT = r"^\d+(\.\d+)?$"


class Stretch(PersonalOrder):
    """Which messages: the newest, or those before, after or around a timestamp (both ends out, `around` in)."""

    limit: int | None = Field(default=None, ge=1, le=1000)
    before: str | None = Field(default=None, pattern=_MOMENT)
    after: str | None = Field(default=None, pattern=_MOMENT)
    around: str | None = Field(default=None, pattern=_MOMENT)


class Mark(PersonalOrder):
    """A channel, or one thread, read up to a timestamp."""

    channel: str
    ts: str = Field(pattern=_MOMENT)
    thread_ts: str | None = None


def channel_entry(workspace: Workspace, channel: Channel) -> Json:
    """A channel as the page lists it: Slack's object with its name and members, whatever its kind."""
    shown = {**channel_json(workspace, channel), "name": channel.name, "members": channel.members}
    return {**shown, "is_private": channel.kind != "channel"}


async def show_channel(request: web.Request) -> web.Response:
    """A channel as the person sees it, oldest message first."""
    sandbox, stretch = request.app[SANDBOX], read_query(request, Stretch)
    person = person_of(sandbox, stretch.as_)
    channel = channel_of(sandbox, person, request.match_info["channel"])
    messages = _with_ephemerals(channel, person, channel.history.top_level(), None)
    return done(
        channel=_listed(sandbox, person, channel),
        last_read=last_read(sandbox.workspace, person, channel),
        **_cut(sandbox, person, channel, messages, stretch),
    )


async def show_thread(request: web.Request) -> web.Response:
    """A thread as the person sees it."""
    sandbox, stretch = request.app[SANDBOX], read_query(request, Stretch)
    person = person_of(sandbox, stretch.as_)
    channel = channel_of(sandbox, person, request.match_info["channel"])
    parent = message_of(channel, request.match_info["ts"])
    _, *replies = channel.history.conversation(parent.ts)
    seen = _with_ephemerals(channel, person, replies, parent.ts)
    session = session_in(sandbox, channel, parent.ts)
    return done(
        channel=_listed(sandbox, person, channel),
        parent=_shown(sandbox, person, channel, parent),
        last_read=last_read(sandbox.workspace, person, channel, parent.ts),
        status=thread_status(sandbox, session) if session else None,
        **_cut(sandbox, person, channel, seen, stretch),
    )


async def show_pins(request: web.Request) -> web.Response:
    """What is pinned in a channel, newest first."""
    sandbox, order = request.app[SANDBOX], read_query(request, PersonalOrder)
    person = person_of(sandbox, order.as_)
    channel = channel_of(sandbox, person, request.match_info["channel"])
    shown = [_shown(sandbox, person, channel, each) for each in channel.history.newest_first()]
    return done(messages=[each for each in shown if each.get("pinned_to")])


async def mark(request: web.Request) -> web.Response:
    """Marks a channel or a thread as read up to a timestamp."""
    sandbox, order = request.app[SANDBOX], await read(request, Mark)
    person = person_of(sandbox, order.as_)
    channel = channel_of(sandbox, person, order.channel)
    if order.thread_ts:
        message_of(channel, order.thread_ts)
    return done(**mark_read(sandbox, person, channel, order.ts, order.thread_ts)._asdict())


async def show_unread(request: web.Request) -> web.Response:
    """What the person has not read: counts by channel, and the threads they follow that hold new replies."""
    sandbox, order = request.app[SANDBOX], read_query(request, PersonalOrder)
    person, workspace = person_of(sandbox, order.as_), sandbox.workspace
    own = [each for each in workspace.channels.values() if person.id in each.members]
    threads: dict[str, int] = {}
    for channel in own:
        for ts in channel.history.threads():
            if count := following(workspace, person, channel, ts).unread_count:
                threads[f"{channel.id}/{ts}"] = count
    return done(channels={each.id: unread_in(workspace, person, each)._asdict() for each in own}, threads=threads)


def _listed(sandbox: Sandbox, person: Person, channel: Channel) -> Json:
    entry = channel_entry(sandbox.workspace, channel)
    return {**entry, **unread_in(sandbox.workspace, person, channel)._asdict()}


def _with_ephemerals(channel: Channel, person: Person, messages: list[Message], thread_ts: str | None) -> list[Message]:
    own = [
        each
        for each in channel.history.ephemerals.values()
        if each.ephemeral_for == person.id and each.thread_ts == thread_ts
    ]
    return sorted([*messages, *own], key=lambda each: each.ts) if own else messages


def _cut(sandbox: Sandbox, person: Person, channel: Channel, messages: list[Message], stretch: Stretch) -> Json:
    first, last = _bounds([each.ts for each in messages], stretch)
    return {
        "messages": [_shown(sandbox, person, channel, each) for each in messages[first:last]],
        "has_more": first > 0,
        "has_newer": last < len(messages),
    }


def _bounds(stamps: list[str], stretch: Stretch) -> tuple[int, int]:
    """The first index of the stretch and the one past its last."""
    limit, end = stretch.limit or len(stamps), len(stamps)
    if sum(each is not None for each in (stretch.before, stretch.after, stretch.around)) > 1:
        raise Refusal(400, "invalid_request", "Give one of before, after and around.")
    if stretch.before:
        end = sum(ts < stretch.before for ts in stamps)
        return max(0, end - limit), end
    if stretch.after:
        first = sum(ts <= stretch.after for ts in stamps)
        return first, min(end, first + limit)
    if stretch.around:
        centre = sum(ts < stretch.around for ts in stamps)
        first = max(0, min(centre - limit // 2, end - limit))
        return first, min(end, first + limit)
    return max(0, end - limit), end


def _shown(sandbox: Sandbox, person: Person, channel: Channel, message: Message) -> Json:
    shown = message_json(sandbox.workspace, channel, message, metadata=True)
    if channel.history.thread(message.ts) is None:
        return shown
    return {**shown, **following(sandbox.workspace, person, channel, message.ts)._asdict()}


ROUTES = [
    web.get("/sandbox/channels/{channel}", show_channel),
    web.get("/sandbox/channels/{channel}/threads/{ts}", show_thread),
    web.get("/sandbox/channels/{channel}/pins", show_pins),
    web.post("/sandbox/read", mark),
    web.get("/sandbox/unread", show_unread),
]
