"""A channel and its history."""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field

from bot.sandbox.records import NO_HEADING, ChannelKind, Heading, Message, State, Thread


@dataclass
class History:
    """The messages of one channel, found by timestamp, in order, and by thread.

    `states` is what each person chose in a message, by `<person>/<ts>`; `last_ts` is the latest timestamp given.
    """

    messages: dict[str, Message] = field(default_factory=dict)
    ephemerals: dict[str, Message] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    last_ts: str = ""

    def __post_init__(self) -> None:
        """Orders the messages it begins with, which are given oldest first."""
        self._top: list[str] = []
        self._threads: dict[str, Thread] = {}
        for message in self.messages.values():
            self._place(message)

    def __len__(self) -> int:
        return len(self.messages)

    def find(self, ts: str) -> Message | None:
        """The message at `ts`, if it stands."""
        return self.messages.get(ts)

    def thread(self, ts: str) -> Thread | None:
        """The replies under the message at `ts`, if it has any."""
        return self._threads.get(ts)

    def newest_first(self) -> list[Message]:
        """Every message, replies included, newest first."""
        return sorted(self.messages.values(), key=lambda each: each.ts, reverse=True)

    def top_level(self) -> list[Message]:
        """What the channel shows, broadcast replies included, oldest first."""
        return [self.messages[ts] for ts in self._top]

    def top_after(self, ts: str) -> list[Message]:
        """What the channel shows after the moment `ts`, oldest first."""
        return [self.messages[each] for each in self._top[bisect_right(self._top, ts) :]]

    def pinned(self) -> list[Message]:
        """What is pinned, newest pin first."""
        held = [(each.pinned.at, each.ts, each) for each in self.messages.values() if each.pinned]
        return [each for _, _, each in sorted(held, key=lambda pin: pin[:2], reverse=True)]

    def threads(self) -> list[str]:
        """The timestamps of all messages that have replies."""
        return list(self._threads)

    def conversation(self, parent_ts: str) -> list[Message]:
        """The message at `parent_ts` and its replies, oldest first; empty when it stands no more."""
        parent = self.messages.get(parent_ts)
        if parent is None:
            return []
        thread = self._threads.get(parent_ts)
        return [parent, *(self.messages[ts] for ts in (thread.replies if thread else ()))]

    def add(self, message: Message) -> None:
        """Takes in a new message; its timestamp is later than any before it."""
        self.messages[message.ts] = message
        self.last_ts = message.ts
        self._place(message)

    def _place(self, message: Message) -> None:
        if message.thread_ts is None or message.broadcast:
            self._top.append(message.ts)
        if message.thread_ts is not None:
            thread = self._threads.setdefault(message.thread_ts, Thread())
            thread.replies.append(message.ts)
            author = message.user or message.bot_id
            if author and author not in thread.users:
                thread.users.append(author)

    def put(self, message: Message) -> None:
        """Replaces the message at the same timestamp."""
        before = self.messages[message.ts]
        self.messages[message.ts] = message
        if message.broadcast and not before.broadcast:
            insort(self._top, message.ts)

    def remove(self, ts: str) -> Message | None:
        """Takes away the message at `ts`; what is left in its place when it had replies, else None."""
        message = self.messages[ts]
        if ts in self._threads:
            grave = Message(
                ts=ts,
                text="This message was deleted.",
                user="USLACKBOT",
                subtype="tombstone",
            )
            self.messages[ts] = grave
            return grave
        del self.messages[ts]
        if message.thread_ts is None or message.broadcast:
            del self._top[bisect_left(self._top, ts)]
        if message.thread_ts is not None:
            self._leave_thread(message)
        return None

    def _leave_thread(self, message: Message) -> None:
        thread = self._threads[message.thread_ts or ""]
        thread.replies.remove(message.ts)
        left = [self.messages[ts] for ts in thread.replies]
        thread.users = list(dict.fromkeys(each.user or each.bot_id or "" for each in left))
        if not thread.replies:
            del self._threads[message.thread_ts or ""]


@dataclass(slots=True)
class Channel:
    """A conversation: public channel, private group, or one person's messages with the app, or a group's."""

    id: str
    name: str
    kind: ChannelKind
    creator: str
    created: int
    members: list[str]
    topic: Heading = NO_HEADING
    purpose: Heading = NO_HEADING
    previous_names: list[str] = field(default_factory=list)
    is_general: bool = False
    is_archived: bool = False
    user: str | None = None
    history: History = field(default_factory=History)
