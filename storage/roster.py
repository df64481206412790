"""Who is in a window, as that changes: people come, go, move to another time zone, and do not want to be reminded."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Integer, and_, bindparam, delete, func, select, update

from storage.assignments import Assignee, Window
from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.team_tables import assignees, people, windows
from storage.transaction import Transaction


class Moved(NamedTuple):
    """Somebody in a window that is not over for them, and the zone in which they are by now."""

    assignee: Assignee
    zone: str


_FIELDS = tuple(each.name for each in fields(Assignee))
_COLUMNS = tuple(assignees.c[name] for name in _FIELDS)
_WINDOW = and_(
    windows.c.team == bindparam("in_team"),
    windows.c.assignment == bindparam("this"),
    windows.c.number == bindparam("of_number"),
)
_IN_IT = and_(
    assignees.c.team == bindparam("in_team"),
    assignees.c.assignment == bindparam("this"),
    assignees.c.number == bindparam("of_number"),
)
_ONE = and_(_IN_IT, assignees.c.person == bindparam("who"))
_GET = select(*_COLUMNS).where(_ONE)
_HOLD = _GET.with_for_update()
_TIMES = {name: bindparam(f"new_{name}", type_=UtcDateTime()) for name in ("starts_at", "due_at")}
_MOVE = update(assignees).where(_ONE).values(zone=bindparam("new_zone"), **_TIMES)
_GO = delete(assignees).where(_ONE)
_ALL_GO = delete(assignees).where(_IN_IT)
_CLOSE = delete(windows).where(_WINDOW)
_MUTE = (
    update(assignees).where(_ONE, assignees.c.muted_at.is_(None)).values(muted_at=bindparam("at", type_=UtcDateTime()))
)
_CHANGE = (
    update(windows)
    .where(_WINDOW)
    .values(
        seeds=bindparam("new_seeds", type_=windows.c.seeds.type),
        starts_on=bindparam("new_starts_on"),
        due_on=bindparam("new_due_on"),
        opens_at=bindparam("new_opens_at", type_=UtcDateTime()),
        closes_at=bindparam("new_closes_at", type_=UtcDateTime()),
    )
)
_ENDS = select(func.min(assignees.c.starts_at), func.max(assignees.c.due_at)).where(_IN_IT)
_SPAN = (
    update(windows)
    .where(_WINDOW)
    .values(
        opens_at=bindparam("new_opens_at", type_=UtcDateTime()),
        closes_at=bindparam("new_closes_at", type_=UtcDateTime()),
    )
)
_MOVED = (
    select(*_COLUMNS, people.c.zone)
    .join(people, and_(people.c.team == assignees.c.team, people.c.person == assignees.c.person))
    .where(assignees.c.due_at > bindparam("now", type_=UtcDateTime()), assignees.c.zone != people.c.zone)
    .order_by(assignees.c.due_at)
    .limit(bindparam("most", type_=Integer))
)


async def put_window(connection: Connection, window: Window, everybody: Sequence[Assignee]) -> bool:
    """Whether the window is new. From now on it is this, with these in it; who was excused or muted stays so.

    Its assignment is held.
    """

    def put(transaction: Transaction) -> bool:
        is_new = not transaction.run(_CHANGE, **_window_key(window), **_window_values(window))
        if is_new:
            row = asdict(window)
            row |= {"starts_on": window.starts_on.isoformat(), "due_on": window.due_on.isoformat()}
            transaction.insert_new(windows, row, windows.c.number)
        there = {row.person for row in transaction.all(select(assignees.c.person).where(_IN_IT), **_window_key(window))}
        for person in there - {each.person for each in everybody}:
            transaction.run(_GO, **_window_key(window), who=person)
        transaction.insert(assignees, [asdict(each) for each in everybody if each.person not in there])
        for each in everybody:
            if each.person in there:
                _move(transaction, each)
        return is_new

    return await connection.do(put)


async def drop_window(connection: Connection, team: str, assignment: str, number: int) -> None:
    """The window is no more, and nobody is in it. Nobody may have begun it; its assignment is held."""
    key = {"in_team": team, "this": assignment, "of_number": number}

    def drop(transaction: Transaction) -> None:
        transaction.run(_ALL_GO, **key)
        transaction.run(_CLOSE, **key)

    await connection.do(drop)


async def get(connection: Connection, team: str, assignment: str, number: int, person: str) -> Assignee | None:
    """The person in the window, None where they are not in it."""
    row = await connection.first(_GET, in_team=team, this=assignment, of_number=number, who=person)
    return None if row is None else Assignee(**dict(zip(_FIELDS, row, strict=True)))


async def hold(connection: Connection, team: str, assignment: str, number: int, person: str) -> Assignee | None:
    """The same; until the transaction ends, nobody else who holds them gets any further."""
    row = await connection.first(_HOLD, in_team=team, this=assignment, of_number=number, who=person)
    return None if row is None else Assignee(**dict(zip(_FIELDS, row, strict=True)))


async def mute(connection: Connection, team: str, assignment: str, number: int, person: str, at: datetime) -> bool:
    """Whether the person was in the window and was to be reminded of it so far."""
    place = {"in_team": team, "this": assignment, "of_number": number, "who": person}
    return bool(await connection.run(_MUTE, **place, at=at))


async def moved(connection: Connection, now: datetime, limit: int) -> tuple[Moved, ...]:
    """Some of those who are by now in another time zone than their window was planned in."""
    rows = await connection.all(_MOVED, now=now, most=limit)
    return tuple(Moved(Assignee(**dict(zip(_FIELDS, row[:-1], strict=True))), row[-1]) for row in rows)


async def move(connection: Connection, assignee: Assignee) -> tuple[datetime, datetime]:
    """Gives the person these zone and times; when the window opens and closes with that. Its assignment is held."""

    def change(transaction: Transaction) -> tuple[datetime, datetime]:
        _move(transaction, assignee)
        key = {"in_team": assignee.team, "this": assignee.assignment, "of_number": assignee.number}
        opens_at, closes_at = transaction.all(_ENDS, **key)[0]
        transaction.run(_SPAN, **key, new_opens_at=opens_at, new_closes_at=closes_at)
        return opens_at, closes_at

    return await connection.do(change)


def _move(transaction: Transaction, assignee: Assignee) -> None:
    transaction.run(
        _MOVE,
        in_team=assignee.team,
        this=assignee.assignment,
        of_number=assignee.number,
        who=assignee.person,
        new_zone=assignee.zone,
        new_starts_at=assignee.starts_at,
        new_due_at=assignee.due_at,
    )


def _window_key(window: Window) -> dict[str, object]:
    return {"in_team": window.team, "this": window.assignment, "of_number": window.number}


def _window_values(window: Window) -> dict[str, object]:
    return {
        "new_seeds": window.seeds,
        "new_starts_on": window.starts_on.isoformat(),
        "new_due_on": window.due_on.isoformat(),
        "new_opens_at": window.opens_at,
        "new_closes_at": window.closes_at,
    }
