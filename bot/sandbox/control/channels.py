"""Making channels and changing them, and bringing people and the app into them."""

from aiohttp import web
from pydantic import Field

from bot.sandbox.acts import conversations
from bot.sandbox.acts.membership import create, group_of, join, leave
from bot.sandbox.channels import Channel
from bot.sandbox.control.request import SANDBOX, Order, PersonalOrder, done, own_channel, person_of, read
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json
from bot.sandbox.webapi.conversations import check_name
from bot.sandbox.wire import Json

_MOST_IN_GROUP = 9


class NewChannel(PersonalOrder):
    """A channel to make."""

    name: str
    private: bool = False


class NewGroup(PersonalOrder):
    """A group direct message to open; `users` are handles or ids, the app's too."""

    users: list[str]


class Change(PersonalOrder):
    """A channel's new topic, description or name."""

    topic: str | None = Field(default=None, max_length=250)
    purpose: str | None = Field(default=None, max_length=250)
    name: str | None = None


class Member(Order):
    """Somebody to bring in: a user id or handle; the app's too. `as` is who does it, if not they themselves."""

    user: str
    as_: str | None = Field(default=None, alias="as")


class Moved(Order):
    """Something done to a channel; by the workspace's manager, unless `as` says by whom."""

    as_: str = Field(default="mei", alias="as")


async def make_channel(request: web.Request) -> web.Response:
    """Makes a channel with the person in it."""
    sandbox, order = request.app[SANDBOX], await read(request, NewChannel)
    person = person_of(sandbox, order.as_)
    check_name(sandbox, order.name)
    channel = create(sandbox, order.name, person, private=order.private)
    return done(channel=_shown(sandbox, channel))


async def open_group(request: web.Request) -> web.Response:
    """Opens the group direct message of the person and others."""
    sandbox, order = request.app[SANDBOX], await read(request, NewGroup)
    people = [person_of(sandbox, order.as_), *(_anyone(sandbox, each) for each in order.users)]
    people = list({person.id: person for person in people}.values())
    if not 3 <= len(people) <= _MOST_IN_GROUP:
        raise Refusal(400, "wrong_number", "A group direct message is for three to nine, whoever opens it included.")
    channel, _ = group_of(sandbox, people)
    return done(channel=_shown(sandbox, channel))


async def change_channel(request: web.Request) -> web.Response:
    """Sets a channel's topic, description or name."""
    sandbox, order = request.app[SANDBOX], await read(request, Change)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, _channel(sandbox, request).id)
    sent: list[str] = []
    if order.topic is not None:
        sent += conversations.set_topic(sandbox, channel, person, order.topic)
    if order.purpose is not None:
        sent += conversations.set_purpose(sandbox, channel, person, order.purpose)
    if order.name is not None:
        check_name(sandbox, order.name)
        sent += conversations.rename(sandbox, channel, person, order.name)
    return done(delivered=sent, channel=_shown(sandbox, channel))


async def delete_channel(request: web.Request) -> web.Response:
    """Deletes a channel."""
    sandbox, order = request.app[SANDBOX], await read(request, Moved)
    channel, person = _channel(sandbox, request), person_of(sandbox, order.as_)
    _check_not_general(channel)
    return done(delivered=conversations.delete(sandbox, channel, person))


async def add_member(request: web.Request) -> web.Response:
    """Brings somebody into the channel."""
    sandbox, order = request.app[SANDBOX], await read(request, Member)
    channel, person = _channel(sandbox, request), _anyone(sandbox, order.user)
    inviter = person_of(sandbox, order.as_).id if order.as_ else ""
    if person.id in channel.members:
        raise Refusal(409, "already_in_channel", f"{person.real_name} is in #{channel.name} already.")
    if person.is_bot and not sandbox.workspace.is_installed:
        raise Refusal(409, "not_installed", "The app is not in the workspace; POST /sandbox/install puts it back.")
    return done(delivered=join(sandbox, channel, person, inviter), channel=_shown(sandbox, channel))


async def remove_member(request: web.Request) -> web.Response:
    """Takes somebody out of the channel."""
    sandbox, order = request.app[SANDBOX], await read(request, Moved)
    channel, person = _channel(sandbox, request), _anyone(sandbox, request.match_info["user"])
    if person.id not in channel.members:
        raise Refusal(409, "not_in_channel", f"{person.real_name} is not in #{channel.name}.")
    sent = leave(sandbox, channel, person, remover=person_of(sandbox, order.as_).id)
    return done(delivered=sent, channel=_shown(sandbox, channel))


async def archive_channel(request: web.Request) -> web.Response:
    """Archives a channel."""
    sandbox, order = request.app[SANDBOX], await read(request, Moved)
    channel, person = _channel(sandbox, request), person_of(sandbox, order.as_)
    _check_not_general(channel)
    if channel.is_archived:
        raise Refusal(409, "already_archived", f"#{channel.name} is archived already.")
    return done(delivered=conversations.archive(sandbox, channel, person), channel=_shown(sandbox, channel))


async def unarchive_channel(request: web.Request) -> web.Response:
    """Brings an archived channel back."""
    sandbox, order = request.app[SANDBOX], await read(request, Moved)
    channel, person = _channel(sandbox, request), person_of(sandbox, order.as_)
    if not channel.is_archived:
        raise Refusal(409, "not_archived", f"#{channel.name} is not archived.")
    return done(delivered=conversations.unarchive(sandbox, channel, person), channel=_shown(sandbox, channel))


def _channel(sandbox: Sandbox, request: web.Request) -> Channel:
    ref = request.match_info["channel"]
    channel = sandbox.workspace.channels.get(ref) or sandbox.workspace.channel_named(ref)
    if channel is None or channel.kind not in ("channel", "group"):
        raise Refusal(404, "channel_not_found", f"There is no channel {ref!r}.")
    return channel


def _check_not_general(channel: Channel) -> None:
    if channel.is_general:
        raise Refusal(409, "cant_archive_general", f"#{channel.name} is everybody's and stays.")


def _anyone(sandbox: Sandbox, ref: str) -> Person:
    person = sandbox.workspace.person(ref.removeprefix("@").lower()) or sandbox.workspace.person(ref)
    if person is None:
        raise Refusal(404, "person_not_found", f"There is nobody called {ref!r}.")
    return person


def _shown(sandbox: Sandbox, channel: Channel) -> Json:
    return {**channel_json(sandbox.workspace, channel), "members": channel.members}


ROUTES = [
    web.post("/sandbox/channels", make_channel),
    web.patch("/sandbox/channels/{channel}", change_channel),
    web.delete("/sandbox/channels/{channel}", delete_channel),
    web.post("/sandbox/channels/{channel}/members", add_member),
    web.delete("/sandbox/channels/{channel}/members/{user}", remove_member),
    web.post("/sandbox/channels/{channel}/archive", archive_channel),
    web.delete("/sandbox/channels/{channel}/archive", unarchive_channel),
    web.post("/sandbox/group_dms", open_group),
]
