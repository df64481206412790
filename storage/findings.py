"""What the verdicts of a window's runs found, check by check, as disputes have left it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, select

from storage.connection import Connection
from storage.tables import disputes, runs, verdicts
from storage.team_tables import assignees, attempts

MOST = 400
"""Runs that are looked at: a verdict is long, and a list of several windows is wanted within three seconds."""


class Found(NamedTuple):
    """One check of a run that counts: points `won` of `of`; None where it could not be observed."""

    run_id: str
    check: str
    title: str
    won: int | None
    of: int


_COUNTED = (
    attempts.join(
        assignees,
        and_(
            assignees.c.team == attempts.c.team,
            assignees.c.assignment == attempts.c.assignment,
            assignees.c.number == attempts.c.number,
            assignees.c.person == attempts.c.person,
        ),
    )
    .join(runs, and_(runs.c.team == attempts.c.team, runs.c.id == attempts.c.run_id))
    .join(verdicts, and_(verdicts.c.team == attempts.c.team, verdicts.c.run_id == attempts.c.run_id))
)
_THERE = and_(
    attempts.c.team == bindparam("in_team"),
    attempts.c.assignment == bindparam("this"),
    attempts.c.number == bindparam("of_number"),
    assignees.c.excused_at.is_(None),
    runs.c.ended_at < assignees.c.due_at,
)
_LATEST = (
    select(attempts.c.run_id, runs.c.ended_at)
    .select_from(_COUNTED)
    .where(_THERE)
    .order_by(runs.c.ended_at.desc(), attempts.c.run_id)
    .limit(bindparam("most", type_=Integer))
    .subquery("latest")
)
_CHECKS = (
    select(_LATEST.c.run_id, verdicts.c.payload["checks"])
    .join(verdicts, and_(verdicts.c.team == bindparam("in_team"), verdicts.c.run_id == _LATEST.c.run_id))
    .order_by(_LATEST.c.ended_at.desc(), _LATEST.c.run_id)
)
_CHANGED = (
    select(disputes.c.run_id, disputes.c.check_id, disputes.c.points)
    .select_from(
        _COUNTED.join(disputes, and_(disputes.c.team == attempts.c.team, disputes.c.run_id == attempts.c.run_id))
    )
    .where(_THERE, disputes.c.points.is_not(None))
)


async def of_window(connection: Connection, team: str, assignment: str, number: int) -> tuple[Found, ...]:
    """Every check of the runs that count in the window and ended before they were due, the latest `MOST` of them; who
    is excused is left out."""
    place = {"in_team": team, "this": assignment, "of_number": number}
    changed = {(row[0], row[1]): int(row[2]) for row in await connection.all(_CHANGED, **place)}
    rows = await connection.all(_CHECKS, **place, most=MOST)
    return tuple(_found(row[0], check, changed) for row in rows for check in row[1] or ())


def _found(run_id: str, check: dict[str, Any], changed: dict[tuple[str, str], int]) -> Found:
    won = changed.get((run_id, check["id"]), check["won"])
    return Found(run_id, check["id"], check["title"], won, check["of"])


def by_check(found: Sequence[Found]) -> dict[str, list[Found]]:
    """What was observed of each check, in the order in which verdicts have them."""
    observed: dict[str, list[Found]] = {}
    for each in found:
        if each.won is not None:
            observed.setdefault(each.check, []).append(each)
    return observed
