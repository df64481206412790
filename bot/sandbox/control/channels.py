"""Making channels, and bringing people and the app into them."""

from aiohttp import web

from bot.sandbox.acts.membership import create, join, leave
from bot.sandbox.channels import Channel
from bot.sandbox.control.request import SANDBOX, Order, PersonalOrder, done, person_of, read
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json
from bot.sandbox.webapi.conversations import check_name
from bot.sandbox.wire import Json


class NewChannel(PersonalOrder):
    """A channel to make."""

    name: str
    private: bool = False


class Member(Order):
    """Somebody to bring in: a user id or handle; the app's too."""

    user: str


async def make_channel(request: web.Request) -> web.Response:
    """Makes a channel with the person in it."""
    sandbox, order = request.app[SANDBOX], await read(request, NewChannel)
    person = person_of(sandbox, order.as_)
    check_name(sandbox, order.name)
    channel = create(sandbox, order.name, person, private=order.private)
    return done(channel=_shown(sandbox, channel))


async def add_member(request: web.Request) -> web.Response:
    """Brings somebody into the channel."""
    sandbox, order = request.app[SANDBOX], await read(request, Member)
    channel, person = _channel(sandbox, request), _anyone(sandbox, order.user)
    if person.id in channel.members:
        raise Refusal(409, "already_in_channel", f"{person.real_name} is in #{channel.name} already.")
    return done(delivered=join(sandbox, channel, person), channel=_shown(sandbox, channel))


async def remove_member(request: web.Request) -> web.Response:
    """Takes somebody out of the channel."""
    sandbox = request.app[SANDBOX]
    await read(request, Order)
    channel, person = _channel(sandbox, request), _anyone(sandbox, request.match_info["user"])
    if person.id not in channel.members:
        raise Refusal(409, "not_in_channel", f"{person.real_name} is not in #{channel.name}.")
    return done(delivered=leave(sandbox, channel, person), channel=_shown(sandbox, channel))


async def set_archived(request: web.Request) -> web.Response:
    """Archives a channel, or (with DELETE) brings it back."""
    sandbox = request.app[SANDBOX]
    await read(request, Order)
    channel = _channel(sandbox, request)
    channel.is_archived = request.method == "POST"
    return done(channel=_shown(sandbox, channel))


def _channel(sandbox: Sandbox, request: web.Request) -> Channel:
    ref = request.match_info["channel"]
    channel = sandbox.workspace.channels.get(ref) or sandbox.workspace.channel_named(ref)
    if channel is None or channel.kind == "im":
        raise Refusal(404, "channel_not_found", f"There is no channel {ref!r}.")
    return channel


def _anyone(sandbox: Sandbox, ref: str) -> Person:
    person = sandbox.workspace.person(ref.removeprefix("@").lower()) or sandbox.workspace.person(ref)
    if person is None:
        raise Refusal(404, "person_not_found", f"There is nobody called {ref!r}.")
    return person


def _shown(sandbox: Sandbox, channel: Channel) -> Json:
    return {**channel_json(sandbox.workspace, channel), "members": channel.members}


ROUTES = [
    web.post("/sandbox/channels", make_channel),
    web.post("/sandbox/channels/{channel}/members", add_member),
    web.delete("/sandbox/channels/{channel}/members/{user}", remove_member),
    web.post("/sandbox/channels/{channel}/archive", set_archived),
    web.delete("/sandbox/channels/{channel}/archive", set_archived),
]
