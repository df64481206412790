"""What people do to a channel as a whole: its topic, description and name, putting it away, deleting it."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.membership import note, publish
from bot.sandbox.acts.messages import post
from bot.sandbox.acts.telling import tell_of_public
from bot.sandbox.channels import Channel
from bot.sandbox.records import Heading, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json


def set_topic(sandbox: Sandbox, channel: Channel, person: Person, topic: str) -> list[str]:
    """The ids of the events sent; the channel has this topic from now on, and says so."""
    channel.topic = Heading(topic, person.id, int(sandbox.clock.now()))
    said = f"set the channel topic: {topic}" if topic else "cleared the channel topic"
    return _say(sandbox, channel, person, "topic", said, topic=topic)


def set_purpose(sandbox: Sandbox, channel: Channel, person: Person, purpose: str) -> list[str]:
    """The ids of the events sent; the channel has this description from now on, and says so."""
    channel.purpose = Heading(purpose, person.id, int(sandbox.clock.now()))
    said = f"set the channel description: {purpose}" if purpose else "cleared the channel description"
    return _say(sandbox, channel, person, "purpose", said, purpose=purpose)


def rename(sandbox: Sandbox, channel: Channel, person: Person, name: str) -> list[str]:
    """The ids of the events sent; the channel is called so from now on, and says so."""
    before, channel.name = channel.name, name
    channel.previous_names = [before, *channel.previous_names]
    event = events.channel_renamed(sandbox.workspace, channel, f"{_word(channel)}_rename")
    sent = tell_of_public(sandbox, event, channel)
    said = f'has renamed the channel from "{before}" to "{name}"'
    return sent + _say(sandbox, channel, person, "name", said, name=name, old_name=before)


def archive(sandbox: Sandbox, channel: Channel, person: Person) -> list[str]:
    """The ids of the events sent; nobody writes in the channel until it is brought back."""
    channel.is_archived = True
    return _tell_archived(sandbox, channel, person, "archive", "archived the channel")


def unarchive(sandbox: Sandbox, channel: Channel, person: Person) -> list[str]:
    """The ids of the events sent; the channel can be written in again."""
    channel.is_archived = False
    return _tell_archived(sandbox, channel, person, "unarchive", "un-archived the channel")


def delete(sandbox: Sandbox, channel: Channel, person: Person) -> list[str]:
    """The ids of the events sent; the channel and all that was in it are gone."""
    workspace = sandbox.workspace
    event = events.channel_gone(workspace, channel, f"{_word(channel)}_deleted", person.id)
    sent = tell_of_public(sandbox, event, channel)
    del workspace.channels[channel.id]
    sandbox.stream.publish("channel", reset=True)
    return sent


def _tell_archived(sandbox: Sandbox, channel: Channel, person: Person, move: str, said: str) -> list[str]:
    event = events.channel_archived(sandbox.workspace, channel, f"{_word(channel)}_{move}", person.id)
    sent = tell_of_public(sandbox, event, channel)
    return sent + _say(sandbox, channel, person, move, said)


def _say(sandbox: Sandbox, channel: Channel, person: Person, move: str, said: str, **about: object) -> list[str]:
    publish(sandbox, channel)
    told: Json = dict(about)
    message = note(sandbox, channel, person, f"<@{person.id}> {said}", f"{_word(channel)}_{move}")
    return post(sandbox, channel, replace(message, about=told or None))


def _word(channel: Channel) -> str:
    return "channel" if channel.kind == "channel" else "group"
