"""The inbox: what came in for runs, stored before it is acknowledged."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import RowMapping, delete, select, update

from storage.columns import storable, word
from storage.connection import Connection
from storage.tables import inbox, once_keys, runs

EntryKind = Literal["message", "pause", "resume", "end", "expire"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened in a thread. `message_ts` is None for what is no message.

    `position` orders the entries of a thread: a Slack ts, by default that of the message, else the time of arrival.
    """

    team: str
    event_id: str
    channel: str
    thread_ts: str
    user: str
    kind: EntryKind
    received_at: datetime
    text: str = ""
    message_ts: str | None = None
    position: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", storable(self.text))
        object.__setattr__(self, "position", self.position or self.message_ts or as_ts(self.received_at))


_FIELDS = tuple(each.name for each in fields(Entry))


def as_ts(at: datetime) -> str:
    """The time in the form of a Slack ts: seconds since 1970 and six digits."""
    micros = int((at - _EPOCH).total_seconds() * 1_000_000 + 0.5)
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


def entry_of(row: RowMapping) -> Entry:
    """The entry in a row that holds every column of `inbox`."""
    return Entry(**{name: row[inbox.c[name]] for name in _FIELDS})


async def accept(connection: Connection, entry: Entry) -> bool:
    """Whether the entry is new; a duplicate (same event, or same message) is left out without effect."""
    return await insert_entry(connection, entry) is not None


async def insert_entry(connection: Connection, entry: Entry) -> int | None:
    """The number of the new row, None for a duplicate."""
    row: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    row |= {"status": "open", "attempts": 0, "not_before": entry.received_at}
    number: int | None = await connection.insert_new(inbox, row, inbox.c.id)
    return number


async def once(connection: Connection, team: str, key: str, at: datetime) -> bool:
    """Whether the key is seen for the first time in the team.

    For what acts in its own transaction, such as a slash command (its trigger id): the key is taken together with
    the act, or neither is.
    """
    return await connection.insert_new(once_keys, {"team": team, "key": key, "at": at}, once_keys.c.key) is not None


async def drop_strays(connection: Connection, before: datetime) -> int:
    """The number of entries dropped because no run has claimed their thread since they arrived before `before`."""
    held = select(runs.c.id).where(
        runs.c.team == inbox.c.team, runs.c.channel == inbox.c.channel, runs.c.thread_ts == inbox.c.thread_ts
    )
    stray = (inbox.c.status == word("open"), inbox.c.received_at < before, ~held.exists())
    return await connection.run(update(inbox).where(*stray).values(status="dropped", reason="no run in the thread"))


async def forget_keys(connection: Connection, before: datetime) -> int:
    """The number of keys of `once` forgotten: those taken before `before`, which nobody will send again."""
    return await connection.run(delete(once_keys).where(once_keys.c.at < before))
