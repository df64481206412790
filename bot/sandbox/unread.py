"""What a person has not read yet: in channels, and in the threads they follow."""

from typing import NamedTuple

from bot.sandbox.channels import Channel
from bot.sandbox.records import Message, Person
from bot.sandbox.workspace import Workspace

_TO_ALL = ("<!channel>", "<!here>", "<!everyone>", "<!channel|", "<!here|", "<!everyone|")
_MOVES = tuple(
    f"{kind}_{move}"
    for kind in ("channel", "group")
    for move in ("join", "leave", "topic", "purpose", "name", "archive", "unarchive")
)


class Unread(NamedTuple):
    """Counts for one channel: its own messages, those that call the person, and replies in followed threads."""

    unread: int
    mentions: int
    unread_replies: int


class Following(NamedTuple):
    """How a person stands to a thread."""

    subscribed: bool
    last_read: str
    unread_count: int


def mark_key(channel: Channel, thread_ts: str | None) -> str:
    """The key of a read mark: the channel, or one thread in it."""
    return f"{channel.id}/{thread_ts}" if thread_ts else channel.id


def last_read(workspace: Workspace, person: Person, channel: Channel, thread_ts: str | None = None) -> str:
    """The timestamp up to which the person has read; "0" before they ever did."""
    return workspace.read_marks.get(person.id, {}).get(mark_key(channel, thread_ts), "0")


def unread_in(workspace: Workspace, person: Person, channel: Channel) -> Unread:
    """What the person has not read in `channel`. In direct messages every message calls them."""
    own = channel.history.top_after(last_read(workspace, person, channel))
    fresh = [each for each in own if _is_news(each, person)]
    replies = [each for ts in channel.history.threads() for each in _unread_replies(workspace, person, channel, ts)]
    direct = channel.kind not in ("channel", "group")
    calling = fresh if direct else [each for each in fresh if names(workspace, each, person)]
    named = [each for each in replies if not each.broadcast and names(workspace, each, person)]
    return Unread(len(fresh), len(calling) + len(named), len(replies))


def following(workspace: Workspace, person: Person, channel: Channel, parent_ts: str) -> Following:
    """Whether the person follows the thread, up to where they read it, and how many replies are new to them."""
    subscribed = _follows(workspace, person, channel, parent_ts)
    mark = last_read(workspace, person, channel, parent_ts)
    return Following(subscribed, mark, len(_unread_replies(workspace, person, channel, parent_ts)))


def names(workspace: Workspace, message: Message, person: Person) -> bool:
    """Whether the message calls the person, by name or with everybody."""
    text = message.text
    return f"<@{person.id}>" in text or f"<@{person.id}|" in text or any(each in text for each in _TO_ALL)


def _is_news(message: Message, person: Person) -> bool:
    return message.user != person.id and message.subtype not in (*_MOVES, "tombstone")


def _unread_replies(workspace: Workspace, person: Person, channel: Channel, parent_ts: str) -> list[Message]:
    mark = last_read(workspace, person, channel, parent_ts)
    thread = channel.history.thread(parent_ts)
    if thread is None or thread.replies[-1] <= mark or not _follows(workspace, person, channel, parent_ts):
        return []
    _, *replies = channel.history.conversation(parent_ts)
    return [each for each in replies if each.ts > mark and _is_news(each, person)]


def _follows(workspace: Workspace, person: Person, channel: Channel, parent_ts: str) -> bool:
    parent, *replies = channel.history.conversation(parent_ts)
    if person.id == parent.user or any(each.user == person.id for each in replies):
        return True
    return channel.kind in ("im", "mpim") or any(names(workspace, each, person) for each in (parent, *replies))
