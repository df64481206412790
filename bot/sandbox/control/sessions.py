"""What people do with an agent: stop its work, name a session, begin one, look at something beside it."""

from aiohttp import web
from pydantic import Field

from bot.sandbox.acts.assistant import begin_thread, look_at
from bot.sandbox.acts.sessions import rename, session_in
from bot.sandbox.acts.streaming import stop
from bot.sandbox.control.request import (
    SANDBOX,
    PersonalOrder,
    channel_of,
    done,
    message_of,
    own_channel,
    person_of,
    read,
)
from bot.sandbox.errors import Refusal


class Stop(PersonalOrder):
    """The session to stop."""

    channel: str
    thread_ts: str


class Rename(PersonalOrder):
    """A session's new title."""

    channel: str
    thread_ts: str
    title: str = Field(min_length=1, max_length=200)


class Begin(PersonalOrder):
    """A new thread with the assistant, opened while looking at `channel`."""

    channel: str | None = None


class Look(PersonalOrder):
    """What the person now has before them beside the app."""

    channel: str


async def stop_session(request: web.Request) -> web.Response:
    """Presses Stop in a thread in which the app is at work."""
    sandbox, order = request.app[SANDBOX], await read(request, Stop)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel)
    message_of(channel, order.thread_ts)
    return done(delivered=[stop(sandbox, person, channel, order.thread_ts)])


async def rename_session(request: web.Request) -> web.Response:
    """Gives a session a title of the person's own."""
    sandbox, order = request.app[SANDBOX], await read(request, Rename)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel)
    session = session_in(sandbox, channel, order.thread_ts)
    if session is None:
        raise Refusal(404, "session_not_found", "There is no session of the app in this thread.")
    return done(delivered=rename(sandbox, person, session, order.title))


async def begin_session(request: web.Request) -> web.Response:
    """Opens a new thread with the assistant in the person's messages with the app."""
    sandbox, order = request.app[SANDBOX], await read(request, Begin)
    person = person_of(sandbox, order.as_)
    beside = channel_of(sandbox, person, order.channel) if order.channel else None
    root, sent = begin_thread(sandbox, person, beside)
    return done(channel=sandbox.workspace.dm_of(person).id, thread_ts=root.ts, delivered=sent)


async def look(request: web.Request) -> web.Response:
    """Looks at a channel beside the app."""
    sandbox, order = request.app[SANDBOX], await read(request, Look)
    person = person_of(sandbox, order.as_)
    return done(delivered=look_at(sandbox, person, channel_of(sandbox, person, order.channel)))


ROUTES = [
    web.post("/sandbox/sessions", begin_session),
    web.post("/sandbox/sessions/stop", stop_session),
    web.post("/sandbox/sessions/title", rename_session),
    web.post("/sandbox/sessions/context", look),
]
