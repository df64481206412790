"""The inbox: what came in for runs, stored before it is acknowledged."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import bindparam, delete, select, update

from storage.columns import storable, word
from storage.connection import Connection
from storage.tables import inbox, once_keys, runs
from storage.transaction import Transaction

EntryKind = Literal["message", "hint", "pause", "resume", "end", "expire", "send", "take", "leave"]

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
COLUMNS = tuple(inbox.c[name] for name in _FIELDS)
"""The columns that `entry_of` reads, in its order."""

_HELD = select(runs.c.id).where(
    runs.c.team == inbox.c.team, runs.c.channel == inbox.c.channel, runs.c.thread_ts == inbox.c.thread_ts
)
_DROP_STRAYS = (
    update(inbox)
    .where(inbox.c.status == word("open"), inbox.c.received_at < bindparam("before"), ~_HELD.exists())
    .values(status="dropped", reason="no run in the thread")
)
_TEXT = select(inbox.c.text).where(
    inbox.c.team == bindparam("in_team"),
    inbox.c.channel == bindparam("in_channel"),
    inbox.c.message_ts == bindparam("this_ts"),
)
_FORGET_KEYS = delete(once_keys).where(once_keys.c.at < bindparam("before"))


def as_ts(at: datetime) -> str:
    """The time in the form of a Slack ts: seconds since 1970 and six digits."""
    micros = int((at - _EPOCH).total_seconds() * 1_000_000 + 0.5)
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row of `COLUMNS`."""
    return Entry(**dict(zip(_FIELDS, row, strict=True)))


async def accept(connection: Connection, entry: Entry) -> bool:
    """Whether the entry is new; a duplicate (same event, or same message) is left out without effect."""
    return await connection.do(lambda transaction: insert_entry(transaction, entry)) is not None


def insert_entry(transaction: Transaction, entry: Entry) -> int | None:
    """The number of the new row, None for a duplicate."""
    row: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    row |= {"status": "open", "attempts": 0, "not_before": entry.received_at}
    number: int | None = transaction.insert_new(inbox, row, inbox.c.id)
    return number


async def text_of(connection: Connection, team: str, channel: str, message_ts: str) -> str | None:
    """The text of the message as it came in; None where none of that ts has, or it is not kept any longer."""
    row = await connection.first(_TEXT, in_team=team, in_channel=channel, this_ts=message_ts)
    return None if row is None else str(row.text)


async def once(connection: Connection, team: str, key: str, at: datetime) -> bool:
    """Whether the key is seen for the first time in the team.

    For what acts in its own transaction, such as a slash command (its trigger id): the key is taken together with
    the act, or neither is.
    """
    row = {"team": team, "key": key, "at": at}
    return await connection.do(lambda there: there.insert_new(once_keys, row, once_keys.c.key)) is not None


async def drop_strays(connection: Connection, before: datetime) -> int:
    """The number of entries dropped because no run has claimed their thread since they arrived before `before`."""
    return await connection.run(_DROP_STRAYS, before=before)


async def forget_keys(connection: Connection, before: datetime) -> int:
    """The number of keys of `once` forgotten: those taken before `before`, which nobody will send again."""
    return await connection.run(_FORGET_KEYS, before=before)
