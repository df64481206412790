"""Slack's own commands, which no app hears of: /invite, /remove, /leave, /me, /topic, /rename, /archive."""

from collections.abc import Callable

from bot.sandbox.acts import conversations
from bot.sandbox.acts.membership import join, leave
from bot.sandbox.acts.messages import post, slackbot_says
from bot.sandbox.channels import Channel
from bot.sandbox.naming import name_problem
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.typed import written

BuiltIn = Callable[[Sandbox, Person, Channel, str], str | None]


def run(sandbox: Sandbox, person: Person, channel: Channel, name: str, rest: str) -> Message | None:
    """What Slackbot says to the person of the command, if anything."""
    said = BUILT_IN[name](sandbox, person, channel, rest)
    return slackbot_says(sandbox, channel, person, said) if said else None


def _invite(sandbox: Sandbox, person: Person, channel: Channel, who: str) -> str | None:
    invited = sandbox.workspace.person(who.removeprefix("@").lower())
    if channel.kind in ("im", "mpim"):
        return "Nobody can be invited to a direct message."
    if invited is None or (invited.is_bot and not sandbox.workspace.is_installed):
        return f"There is nobody called {who or 'that'} here."
    if invited.id in channel.members:
        return f"{invited.real_name} is in this channel already."
    join(sandbox, channel, invited, inviter=person.id)
    return None


def _remove(sandbox: Sandbox, person: Person, channel: Channel, who: str) -> str | None:
    removed = sandbox.workspace.person(who.removeprefix("@").lower())
    if channel.kind in ("im", "mpim") or channel.is_general:
        return "Nobody can be removed from here."
    if removed is None or removed.id not in channel.members:
        return f"There is nobody called {who or 'that'} in this channel."
    leave(sandbox, channel, removed, remover=person.id)
    return None


def _leave(sandbox: Sandbox, person: Person, channel: Channel, _: str) -> str | None:
    return _remove(sandbox, person, channel, person.handle)


def _me(sandbox: Sandbox, person: Person, channel: Channel, typed: str) -> str | None:
    if not typed:
        return "Say what you do: `/me shakes hands`."
    text = written(sandbox.workspace, typed).text
    ts = sandbox.workspace.next_ts(channel)
    post(sandbox, channel, Message(ts=ts, text=text, user=person.id, subtype="me_message"))
    return None


def _topic(sandbox: Sandbox, person: Person, channel: Channel, topic: str) -> str | None:
    if channel.kind in ("im", "mpim"):
        return "Direct messages have no topic here."
    conversations.set_topic(sandbox, channel, person, topic)
    return None


def _rename(sandbox: Sandbox, person: Person, channel: Channel, name: str) -> str | None:
    if channel.kind in ("im", "mpim"):
        return "Direct messages have no name of their own."
    bare = name.removeprefix("#")
    problem = name_problem(sandbox.workspace, bare)
    if problem:
        return f"The channel cannot be called so ({problem})."
    conversations.rename(sandbox, channel, person, bare)
    return None


def _archive(sandbox: Sandbox, person: Person, channel: Channel, _: str) -> str | None:
    if channel.kind in ("im", "mpim") or channel.is_general:
        return "This cannot be archived."
    conversations.archive(sandbox, channel, person)
    return None


BUILT_IN: dict[str, BuiltIn] = {
    "/invite": _invite,
    "/remove": _remove,
    "/kick": _remove,
    "/leave": _leave,
    "/me": _me,
    "/topic": _topic,
    "/rename": _rename,
    "/archive": _archive,
}
