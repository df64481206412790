"""What falls due when, for whom; and what has fallen due, which happens once."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Integer, Text, and_, bindparam, delete, func, select, update

from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.team_tables import firings, timetable
from storage.transaction import Transaction


class Due(NamedTuple):
    """Something that falls due for a recipient: a person, a channel, or nobody where it is empty.

    `schedule` says what of, in parts with colons between them, `kind` what happens then.
    """

    team: str
    schedule: str
    recipient: str
    kind: str
    at: datetime


class Outcome(NamedTuple):
    """What became of a due: "posted", or why nothing was; its post; and when the same falls due again."""

    what: str
    oid: str | None = None
    next_at: datetime | None = None


class Firing(NamedTuple):
    """A due that has fallen due."""

    schedule: str
    recipient: str
    due_at: datetime
    outcome: str
    oid: str | None
    fired_at: datetime


_AT = bindparam("due", type_=UtcDateTime())
_COLUMNS = (timetable.c.team, timetable.c.schedule, timetable.c.recipient, timetable.c.kind, timetable.c.next_at)
_THIS = and_(
    timetable.c.team == bindparam("in_team"),
    timetable.c.schedule == bindparam("of"),
    timetable.c.recipient == bindparam("who"),
)
_DUE = (
    select(*_COLUMNS)
    .where(
        timetable.c.next_at <= bindparam("now", type_=UtcDateTime()),
        timetable.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(timetable.c.next_at, timetable.c.schedule, timetable.c.recipient)
    .limit(bindparam("most", type_=Integer))
)
_HOLD = select(timetable.c.kind).where(_THIS, timetable.c.next_at == _AT).with_for_update(skip_locked=True)
_MOVE = update(timetable).where(_THIS).values(kind=bindparam("as_kind"), next_at=_AT)
_DROP = delete(timetable).where(_THIS)
_PREFIX = bindparam("prefix", type_=Text)


def _starts(schedule: ColumnElement[str]) -> ColumnElement[bool]:
    return func.substr(schedule, 1, func.length(_PREFIX)) == _PREFIX


_UNDER = and_(timetable.c.team == bindparam("in_team"), _starts(timetable.c.schedule))
_REMOVE = delete(timetable).where(_UNDER)
_REMOVE_FOR = _REMOVE.where(timetable.c.recipient == bindparam("who"))
_TO_COME = select(*_COLUMNS).where(_UNDER).order_by(timetable.c.next_at, timetable.c.schedule, timetable.c.recipient)
_FIRED = (
    select(*(firings.c[name] for name in Firing._fields))
    .where(firings.c.team == bindparam("in_team"), _starts(firings.c.schedule))
    .order_by(firings.c.due_at, firings.c.schedule, firings.c.recipient)
)
_NOTE = (
    update(firings)
    .where(
        firings.c.team == bindparam("in_team"),
        firings.c.schedule == bindparam("of"),
        firings.c.due_at == _AT,
        firings.c.recipient == bindparam("who"),
    )
    .values(outcome=bindparam("became"), oid=bindparam("as_oid"))
)


async def add(connection: Connection, dues: Sequence[Due]) -> None:
    """From now on these fall due; one of the same schedule and recipient at the new time, whatever it was before."""

    def put(transaction: Transaction) -> None:
        for due in dues:
            if not transaction.run(_MOVE, **_key(due), as_kind=due.kind, due=due.at):
                transaction.insert_new(timetable, _row(due), timetable.c.recipient)

    await connection.do(put)


async def remove(connection: Connection, team: str, schedule_prefix: str, recipient: str | None = None) -> int:
    """How many dues of schedules that begin so there were; none of them is left, or none of that recipient's."""
    if recipient is None:
        return await connection.run(_REMOVE, in_team=team, prefix=schedule_prefix)
    return await connection.run(_REMOVE_FOR, in_team=team, prefix=schedule_prefix, who=recipient)


async def to_come(connection: Connection, team: str, schedule_prefix: str) -> tuple[Due, ...]:
    """The dues of schedules that begin so, the next first."""
    return tuple(Due(*row) for row in await connection.all(_TO_COME, in_team=team, prefix=schedule_prefix))


async def fired(connection: Connection, team: str, schedule_prefix: str) -> tuple[Firing, ...]:
    """What has fallen due of schedules that begin so, the earliest first."""
    return tuple(Firing(*row) for row in await connection.all(_FIRED, in_team=team, prefix=schedule_prefix))


async def due_by(connection: Connection, kinds: Collection[str], now: datetime, limit: int) -> tuple[Due, ...]:
    """Some of what is due by now of these kinds, the longest overdue first; nobody holds any of it."""
    rows = await connection.all(_DUE, kinds=list(kinds), now=now, most=limit)
    return tuple(Due(*row) for row in rows)


async def begin(connection: Connection, due: Due, now: datetime) -> bool:
    """Whether it is for the caller to do what is due, for one caller only, ever.

    Not where another is at it, or has done it, or where it was moved or removed. Held until the transaction ends.
    """

    def take(transaction: Transaction) -> bool:
        if transaction.first(_HOLD, **_key(due), due=due.at) is None:
            return False
        if transaction.insert_new(firings, _begun(due, now), firings.c.recipient) is None:
            transaction.run(_DROP, **_key(due))
            return False
        return True

    return await connection.do(take)


async def end(connection: Connection, due: Due, outcome: Outcome) -> None:
    """Notes what became of a due that was begun, and when the same falls due again."""

    def note(transaction: Transaction) -> None:
        transaction.run(_NOTE, **_key(due), due=due.at, became=outcome.what, as_oid=outcome.oid)
        if outcome.next_at is None:
            transaction.run(_DROP, **_key(due))
        else:
            transaction.run(_MOVE, **_key(due), as_kind=due.kind, due=outcome.next_at)

    await connection.do(note)


def _key(due: Due) -> dict[str, str]:
    return {"in_team": due.team, "of": due.schedule, "who": due.recipient}


def _row(due: Due) -> dict[str, object]:
    return {
        "team": due.team,
        "schedule": due.schedule,
        "recipient": due.recipient,
        "kind": due.kind,
        "next_at": due.at,
    }


def _begun(due: Due, now: datetime) -> dict[str, object]:
    return {
        "team": due.team,
        "schedule": due.schedule,
        "due_at": due.at,
        "recipient": due.recipient,
        "outcome": "",
        "oid": None,
        "fired_at": now,
    }
