"""Assignments: what a manager has asked whom to play, window by window."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Table, and_, bindparam, select, update

from engine.timing import repeating
from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.team_tables import assignees, assignments, attempts, windows
from storage.transaction import Transaction

Status = Literal["active", "cancelled", "ended"]
Repeats = repeating.Repeats
UNLIMITED = 0
"""As many attempts as they like."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Who an assignment is for, as it was written: user ids, user group ids, and channels with all who are in them."""

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a manager has assigned. Its seeds are those of every window; with `drawn` each window draws so many anew.

    `difficulty` says how hard drawn buyers are, empty for any. `starts_on` and `due_on` are the first window's wall
    times, in each person's own zone; no window starts after `until_on`, where there is one. `attempts` is how many
    runs on a seed count, `UNLIMITED` for all. `channel` gets the summary; empty where there is none. `revision` grows
    with every edit.
    """

    team: str
    id: str
    title: str
    manager: str
    pack: str
    pack_hash: str
    draw_epoch: int
    whom: Whom
    starts_on: datetime
    due_on: datetime
    made_at: datetime
    seeds: tuple[int, ...] = ()
    drawn: int = 0
    difficulty: str = ""
    mode: str = "strict"
    model: str = ""
    pass_mark: int = 70
    attempts: int = 1
    repeats: Repeats = ""
    until_on: datetime | None = None
    channel: str = ""
    status: Status = "active"
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One time that an assignment is held: its buyers, its wall times, and when it opens and closes for the last."""

    team: str
    assignment: str
    number: int
    seeds: tuple[int, ...]
    starts_on: datetime
    due_on: datetime
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignee:
    """Somebody in a window, with the instants at which it starts and is due for them in their own zone."""

    team: str
    assignment: str
    number: int
    person: str
    zone: str
    starts_at: datetime
    due_at: datetime
    excused_at: datetime | None = field(default=None)
    excused_by: str | None = field(default=None)
    muted_at: datetime | None = field(default=None)
    """When they asked not to be reminded of it."""


class Attempt(NamedTuple):
    """A run that counts in a window; `nth` is 1 for the person's first on the seed there."""

    team: str
    run_id: str
    assignment: str
    number: int
    person: str
    seed: int
    nth: int


def _columns(table: Table, kind: Any) -> tuple[Any, ...]:
    return tuple(table.c[each.name] for each in fields(kind))


_TEAM = assignments.c.team == bindparam("in_team")
_THIS = and_(_TEAM, assignments.c.id == bindparam("this"))
_GET = select(*_columns(assignments, Assignment)).where(_THIS)
_OF_TEAM = select(*_columns(assignments, Assignment)).where(_TEAM).order_by(assignments.c.made_at.desc())
_HOLD = _GET.with_for_update()
_WINDOWS = (
    select(*_columns(windows, Window))
    .where(windows.c.team == bindparam("in_team"), windows.c.assignment == bindparam("this"))
    .order_by(windows.c.number)
)
_OPEN_WINDOWS = (
    select(windows.c.assignment, windows.c.number)
    .join(assignments, and_(assignments.c.team == windows.c.team, assignments.c.id == windows.c.assignment))
    .where(
        windows.c.team == bindparam("in_team"),
        windows.c.opens_at <= bindparam("now", type_=UtcDateTime()),
        windows.c.closes_at > bindparam("now", type_=UtcDateTime()),
        assignments.c.status != "cancelled",
    )
    .order_by(windows.c.closes_at, windows.c.assignment, windows.c.number)
)
_WINDOW = and_(
    assignees.c.team == bindparam("in_team"),
    assignees.c.assignment == bindparam("this"),
    assignees.c.number == bindparam("of_number"),
)
_ASSIGNEES = select(*_columns(assignees, Assignee)).where(_WINDOW).order_by(assignees.c.person)
_OF_PERSON = (
    select(*_columns(assignees, Assignee))
    .where(assignees.c.team == bindparam("in_team"), assignees.c.person == bindparam("who"))
    .order_by(assignees.c.due_at.desc())
)
_EXCUSE = (
    update(assignees)
    .where(_WINDOW, assignees.c.person == bindparam("who"), assignees.c.excused_at.is_(None))
    .values(excused_at=bindparam("at", type_=UtcDateTime()), excused_by=bindparam("by"))
)
_ATTEMPTS = (
    select(*(attempts.c[name] for name in Attempt._fields))
    .where(
        attempts.c.team == bindparam("in_team"),
        attempts.c.assignment == bindparam("this"),
        attempts.c.number == bindparam("of_number"),
    )
    .order_by(attempts.c.person, attempts.c.seed, attempts.c.nth)
)


async def add(connection: Connection, assignment: Assignment) -> bool:
    """Whether it was new; no effect where there is one of that id."""
    row = _row(asdict(assignment))
    return await connection.do(lambda there: there.insert_new(assignments, row, assignments.c.id)) is not None


async def get(connection: Connection, team: str, assignment: str) -> Assignment | None:
    """The assignment of that id in the team."""
    row = await connection.first(_GET, in_team=team, this=assignment)
    return None if row is None else read_assignment(row)


async def hold(connection: Connection, team: str, assignment: str) -> Assignment | None:
    """The same; until the transaction ends, nobody else who holds it gets any further."""
    row = await connection.first(_HOLD, in_team=team, this=assignment)
    return None if row is None else read_assignment(row)


async def of_team(connection: Connection, team: str) -> tuple[Assignment, ...]:
    """Every assignment of the team, the latest first."""
    return tuple(read_assignment(row) for row in await connection.all(_OF_TEAM, in_team=team))


async def change(connection: Connection, assignment: Assignment) -> None:
    """Stores it as it is now; the one of its id must be held."""
    values = {key: value for key, value in _row(asdict(assignment)).items() if key not in ("team", "id")}
    statement = update(assignments).where(_THIS).values(**values)
    await connection.run(statement, in_team=assignment.team, this=assignment.id)


async def add_window(connection: Connection, window: Window, people: Sequence[Assignee]) -> bool:
    """Whether the window was new; then it is stored with everybody in it."""

    def put(transaction: Transaction) -> bool:
        if transaction.insert_new(windows, _row(asdict(window)), windows.c.number) is None:
            return False
        transaction.insert(assignees, [asdict(each) for each in people])
        return True

    return await connection.do(put)


async def windows_of(connection: Connection, team: str, assignment: str) -> tuple[Window, ...]:
    """The windows that are known so far, in order."""
    return tuple(read_window(row) for row in await connection.all(_WINDOWS, in_team=team, this=assignment))


async def open_windows(connection: Connection, team: str, now: datetime) -> tuple[tuple[str, int], ...]:
    """The windows that somebody can still play in, as assignment and number, the soonest closing first."""
    return tuple((row[0], row[1]) for row in await connection.all(_OPEN_WINDOWS, in_team=team, now=now))


async def assignees_of(connection: Connection, team: str, assignment: str, number: int) -> tuple[Assignee, ...]:
    """Everybody in the window, also those who are excused."""
    rows = await connection.all(_ASSIGNEES, in_team=team, this=assignment, of_number=number)
    return tuple(read_assignee(row) for row in rows)


async def of_person(connection: Connection, team: str, person: str) -> tuple[Assignee, ...]:
    """Every window that the person is or was in, the last due first."""
    return tuple(read_assignee(row) for row in await connection.all(_OF_PERSON, in_team=team, who=person))


async def excuse(
    connection: Connection, team: str, assignment: str, number: int, person: str, by: str, at: datetime
) -> bool:
    """Whether the person was in the window and not excused so far."""
    place = {"in_team": team, "this": assignment, "of_number": number, "who": person}
    return bool(await connection.run(_EXCUSE, **place, by=by, at=at))


async def attempts_of(connection: Connection, team: str, assignment: str, number: int) -> tuple[Attempt, ...]:
    """The runs that count in the window, by person, seed and order."""
    rows = await connection.all(_ATTEMPTS, in_team=team, this=assignment, of_number=number)
    return tuple(Attempt(*row) for row in rows)


async def add_attempt(connection: Connection, attempt: Attempt) -> None:
    """Notes that the run counts; in the transaction that opens it."""
    await connection.do(lambda there: there.insert(attempts, [attempt._asdict()]))


def _row(values: dict[str, Any]) -> dict[str, Any]:
    """Wall times as text: they belong to no zone."""
    return {key: _wall_text(value) if key.endswith("_on") else value for key, value in values.items()}


def _wall_text(wall: datetime | None) -> str:
    return wall.isoformat() if wall else ""


def _read(kind: Any, row: Sequence[Any]) -> dict[str, Any]:
    values = dict(zip((each.name for each in fields(kind)), row, strict=True))
    return {key: _wall_time(value) if key.endswith("_on") else value for key, value in values.items()}


def _wall_time(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def read_assignment(row: Sequence[Any]) -> Assignment:
    """The assignment in a row of its columns."""
    values = _read(Assignment, row)
    whom = Whom(**{key: tuple(ids) for key, ids in values["whom"].items()})
    return Assignment(**values | {"whom": whom, "seeds": tuple(values["seeds"])})


def read_window(row: Sequence[Any]) -> Window:
    """The window in a row of its columns."""
    values = _read(Window, row)
    return Window(**values | {"seeds": tuple(values["seeds"])})


def read_assignee(row: Sequence[Any]) -> Assignee:
    """The assignee in a row of their columns."""
    return Assignee(**_read(Assignee, row))
