"""Joining and leaving channels, and making them."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.messages import post
from bot.sandbox.acts.telling import tell
from bot.sandbox.channels import Channel
from bot.sandbox.records import ChannelKind, Heading, Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json
from bot.sandbox.wire import Json


def join(sandbox: Sandbox, channel: Channel, person: Person, inviter: str = "") -> list[str]:
    """The ids of the events sent; the person is a member from now on, and the channel says so."""
    channel.members.append(person.id)
    publish(sandbox, channel)
    sent = _tell_moved(sandbox, channel, person, "member_joined_channel", inviter)
    text = f"<@{person.id}> has joined the channel"
    about: Json | None = {"inviter": inviter} if inviter else None
    return sent + post(sandbox, channel, replace(note(sandbox, channel, person, text, "channel_join"), about=about))


def leave(sandbox: Sandbox, channel: Channel, person: Person, remover: str = "") -> list[str]:
    """The ids of the events sent; the person is no member any more, because `remover` or they themselves did it."""
    workspace = sandbox.workspace
    sent = _tell_moved(sandbox, channel, person, "member_left_channel", "")
    if person.id == workspace.app.bot_user_id:
        event = "channel_left" if channel.kind == "channel" else "group_left"
        sent += tell(sandbox, events.channel_gone(workspace, channel, event, remover or person.id), channel)
    channel.members.remove(person.id)
    publish(sandbox, channel)
    text = f"<@{person.id}> has left the channel"
    return sent + post(sandbox, channel, note(sandbox, channel, person, text, "channel_leave"))


def create(sandbox: Sandbox, name: str, creator: Person, *, private: bool) -> Channel:
    """A new channel with its creator in it."""
    channel = _new(sandbox, name, "group" if private else "channel", [creator])
    publish(sandbox, channel)
    if not private:
        tell(sandbox, events.channel_created(sandbox.workspace, channel))
    return channel


def group_of(sandbox: Sandbox, people: list[Person]) -> tuple[Channel, bool]:
    """The group direct message of exactly these people, and whether it was there already."""
    workspace = sandbox.workspace
    everybody = {person.id for person in people}
    for channel in workspace.channels.values():
        if channel.kind == "mpim" and set(channel.members) == everybody:
            return channel, True
    handles = [person.handle for person in people]
    channel = _new(sandbox, f"mpdm-{'--'.join(handles)}-1", "mpim", people)
    said = f"Group messaging with: {' '.join(f'@{handle}' for handle in handles)}"
    channel.purpose = Heading(said, channel.creator, channel.created)
    publish(sandbox, channel)
    return channel, False


def publish(sandbox: Sandbox, channel: Channel) -> None:
    """Tells the page how the channel stands."""
    shown = {**channel_json(sandbox.workspace, channel), "members": channel.members}
    sandbox.stream.publish("channel", channel=shown)


def note(sandbox: Sandbox, channel: Channel, person: Person, text: str, subtype: str) -> Message:
    """A message of Slack's own that says what the person did to the channel."""
    ts = sandbox.workspace.next_ts(channel)
    bot_id = sandbox.workspace.app.bot_id if person.is_bot else None
    return Message(ts=ts, text=text, user=person.id, bot_id=bot_id, subtype=subtype)


def _new(sandbox: Sandbox, name: str, kind: ChannelKind, members: list[Person]) -> Channel:
    workspace = sandbox.workspace
    channel = Channel(
        id=workspace.ids.fresh("C"),
        name=name,
        kind=kind,
        creator=members[0].id,
        created=int(workspace.clock.now()),
        members=[person.id for person in members],
    )
    workspace.channels[channel.id] = channel
    return channel


def _tell_moved(sandbox: Sandbox, channel: Channel, person: Person, event: str, inviter: str) -> list[str]:
    return tell(sandbox, events.member_moved(sandbox.workspace, channel, person, event, inviter), channel)
