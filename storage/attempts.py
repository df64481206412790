"""What has come of the runs that count for assignments, and what somebody has been assigned."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, func, or_, select

from storage.assignments import Assignee, Assignment, Window, read_assignee, read_assignment, read_window
from storage.connection import Connection
from storage.posts import Destination
from storage.tables import runs, verdicts
from storage.team_tables import assignees, assignments, attempts, windows


class Played(NamedTuple):
    """A run that counts in a window. Without `ended_at` it is under way, and has no score yet.

    `score` and `complies` are as disputes have left them.
    """

    assignment: str
    number: int
    person: str
    seed: int
    nth: int
    run_id: str
    ended_at: datetime | None
    score: int | None
    complies: bool


class Held(NamedTuple):
    """A window that somebody is in, with the assignment that it belongs to."""

    assignment: Assignment
    window: Window
    assignee: Assignee


class Counting(NamedTuple):
    """What a run counts for: the window, and that it is the person's `nth` run on the buyer there."""

    held: Held
    nth: int
    seed: int


_TEAM = attempts.c.team == bindparam("in_team")
_RUN = and_(runs.c.team == attempts.c.team, runs.c.id == attempts.c.run_id)
_VERDICT = and_(verdicts.c.team == attempts.c.team, verdicts.c.run_id == attempts.c.run_id)
_OPENED = or_(runs.c.status != "ended", verdicts.c.run_id.is_not(None))
"""A run whose brief could not be posted ended without ever being one."""
_PLAYED = (
    select(
        attempts.c.assignment,
        attempts.c.number,
        attempts.c.person,
        attempts.c.seed,
        attempts.c.nth,
        attempts.c.run_id,
        runs.c.ended_at,
        func.coalesce(verdicts.c.adjusted, verdicts.c.det_score),
        func.coalesce(verdicts.c.adjusted_complies, verdicts.c.complies),
    )
    .select_from(attempts.join(runs, _RUN).outerjoin(verdicts, _VERDICT))
    .where(_TEAM, _OPENED)
    .order_by(attempts.c.person, attempts.c.seed, attempts.c.nth, attempts.c.run_id)
)
_IN_WINDOW = _PLAYED.where(
    attempts.c.assignment == bindparam("this"),
    attempts.c.number == bindparam("of_number"),
)
_BY_PERSON_IN_WINDOW = _IN_WINDOW.where(attempts.c.person == bindparam("who"))
_BY_PERSON = _PLAYED.where(
    attempts.c.person == bindparam("who"), attempts.c.assignment.in_(bindparam("these", expanding=True))
)
_PARTS = tuple(
    tuple(table.c[each.name] for each in fields(kind))
    for table, kind in ((assignments, Assignment), (windows, Window), (assignees, Assignee))
)
_IN_WINDOWS = assignees.join(
    windows,
    and_(
        windows.c.team == assignees.c.team,
        windows.c.assignment == assignees.c.assignment,
        windows.c.number == assignees.c.number,
    ),
).join(assignments, and_(assignments.c.team == assignees.c.team, assignments.c.id == assignees.c.assignment))
_COUNTS = and_(
    attempts.c.team == assignees.c.team,
    attempts.c.assignment == assignees.c.assignment,
    attempts.c.number == assignees.c.number,
    attempts.c.person == assignees.c.person,
)
_HELD = (
    select(*(column for part in _PARTS for column in part))
    .select_from(_IN_WINDOWS)
    .where(assignees.c.team == bindparam("in_team"), assignees.c.person == bindparam("who"))
)
_THREADS = select(runs.c.id, runs.c.channel, runs.c.thread_ts).where(
    runs.c.team == bindparam("in_team"),
    runs.c.id.in_(bindparam("these", expanding=True)),
    runs.c.thread_ts.is_not(None),
)
_OF_RUN = (
    select(*(column for part in _PARTS for column in part), attempts.c.nth, attempts.c.seed)
    .select_from(_IN_WINDOWS.join(attempts, _COUNTS))
    .where(attempts.c.team == bindparam("in_team"), attempts.c.run_id == bindparam("of_run"))
)
_LATEST_HELD = _HELD.order_by(assignees.c.due_at.desc(), assignees.c.assignment, assignees.c.number).limit(
    bindparam("most", type_=Integer)
)


async def in_window(connection: Connection, team: str, assignment: str, number: int) -> tuple[Played, ...]:
    """The runs that count in the window, by person, seed and order."""
    return _all(await connection.all(_IN_WINDOW, in_team=team, this=assignment, of_number=number))


async def of_person_in_window(
    connection: Connection, team: str, assignment: str, number: int, person: str
) -> tuple[Played, ...]:
    """The person's runs that count in the window, by seed and order."""
    place = {"in_team": team, "this": assignment, "of_number": number, "who": person}
    return _all(await connection.all(_BY_PERSON_IN_WINDOW, **place))


async def of_person(connection: Connection, team: str, person: str, assignments: Sequence[str]) -> tuple[Played, ...]:
    """The person's runs that count in any window of these assignments."""
    return _all(await connection.all(_BY_PERSON, in_team=team, who=person, these=list(assignments)))


async def held_for(connection: Connection, team: str, person: str, limit: int) -> tuple[Held, ...]:
    """The windows that the person is or was in, the last due first."""
    return tuple(map(_held, await connection.all(_LATEST_HELD, in_team=team, who=person, most=limit)))


async def of_run(connection: Connection, team: str, run_id: str) -> Counting | None:
    """What the run counts for; None where it is practice."""
    row = await connection.first(_OF_RUN, in_team=team, of_run=run_id)
    return None if row is None else Counting(_held(row[:-2]), int(row[-2]), int(row[-1]))


async def threads(connection: Connection, team: str, run_ids: Sequence[str]) -> dict[str, Destination]:
    """Where these runs are held; one whose thread is not known yet is left out."""
    rows = await connection.all(_THREADS, in_team=team, these=list(run_ids)) if run_ids else ()
    return {str(row[0]): Destination(row[1], row[2]) for row in rows}


def _all(rows: Sequence[Sequence[Any]]) -> tuple[Played, ...]:
    return tuple(Played._make((*row[:-1], bool(row[-1]))) for row in rows)


def _held(row: Sequence[Any]) -> Held:
    first, second = len(_PARTS[0]), len(_PARTS[0]) + len(_PARTS[1])
    return Held(read_assignment(row[:first]), read_window(row[first:second]), read_assignee(row[second:]))
