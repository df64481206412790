"""Joining and leaving channels, and making them."""

from bot.sandbox import events
from bot.sandbox.acts.messages import post
from bot.sandbox.channels import Channel
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json


def join(sandbox: Sandbox, channel: Channel, person: Person, inviter: str = "") -> list[str]:
    """The ids of the events sent; the person is a member from now on, and the channel says so."""
    channel.members.append(person.id)
    sent = _tell(sandbox, channel, person, "member_joined_channel", inviter)
    text = f"<@{person.id}> has joined the channel"
    return sent + post(sandbox, channel, _note(sandbox, channel, person, text, "channel_join"))


def leave(sandbox: Sandbox, channel: Channel, person: Person) -> list[str]:
    """The ids of the events sent; the person is no member any more."""
    sent = _tell(sandbox, channel, person, "member_left_channel", "")
    channel.members.remove(person.id)
    text = f"<@{person.id}> has left the channel"
    return sent + post(sandbox, channel, _note(sandbox, channel, person, text, "channel_leave"))


def create(sandbox: Sandbox, name: str, creator: Person, *, private: bool) -> Channel:
    """A new channel with its creator in it."""
    workspace = sandbox.workspace
    channel = Channel(
        id=workspace.ids.fresh("C"),
        name=name,
        kind="group" if private else "channel",
        creator=creator.id,
        created=int(workspace.clock.now()),
        members=[creator.id],
    )
    workspace.channels[channel.id] = channel
    publish(sandbox, channel)
    if not private and events.is_sent(sandbox.manifest, "channel_created"):
        sandbox.send(events.channel_created(workspace, channel))
    return channel


def publish(sandbox: Sandbox, channel: Channel) -> None:
    """Tells the page how the channel stands."""
    shown = {**channel_json(sandbox.workspace, channel), "members": channel.members}
    sandbox.stream.publish("channel", channel=shown)


def _tell(sandbox: Sandbox, channel: Channel, person: Person, event: str, inviter: str) -> list[str]:
    publish(sandbox, channel)
    workspace = sandbox.workspace
    if not workspace.app_is_in(channel) or not events.is_sent(sandbox.manifest, event, channel.kind):
        return []
    return [sandbox.send(events.member_moved(workspace, channel, person, event, inviter))]


def _note(sandbox: Sandbox, channel: Channel, person: Person, text: str, subtype: str) -> Message:
    ts = sandbox.workspace.next_ts(channel)
    bot_id = sandbox.workspace.app.bot_id if person.is_bot else None
    return Message(ts=ts, text=text, user=person.id, bot_id=bot_id, subtype=subtype)
