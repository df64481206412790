"""Runs that count whose lines are held against each other: which are still to be, and what was found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, select

from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.tables import run_events, runs, verdicts
from storage.team_tables import alike_runs, attempts, compared_runs, windows
from storage.transaction import Transaction


class Counted(NamedTuple):
    """A run that counts and has ended, with the buyer that it was held with."""

    team: str
    run_id: str
    assignment: str
    number: int
    person: str
    seed: int
    pack_hash: str
    ended_at: datetime


class Lines(NamedTuple):
    """What a run's rep said, and what the rep had before them: the counterpart's lines and hints."""

    said: tuple[str, ...]
    heard: tuple[str, ...]


class Likeness(NamedTuple):
    """`lines` of the `of` lines compared are nearly those of the other run, which ended before."""

    other: str
    lines: int
    of: int


class Flagged(NamedTuple):
    """A likeness with whose runs they are, and on which buyer."""

    run_id: str
    person: str
    other: str
    other_person: str
    seed: int
    lines: int
    of: int


_COLUMNS = (
    attempts.c.team,
    attempts.c.run_id,
    attempts.c.assignment,
    attempts.c.number,
    attempts.c.person,
    attempts.c.seed,
    runs.c.pack_hash,
    runs.c.ended_at,
)
_ENDED = attempts.join(runs, and_(runs.c.team == attempts.c.team, runs.c.id == attempts.c.run_id)).join(
    verdicts, and_(verdicts.c.team == attempts.c.team, verdicts.c.run_id == attempts.c.run_id)
)
_WINDOW = and_(
    windows.c.team == attempts.c.team,
    windows.c.assignment == attempts.c.assignment,
    windows.c.number == attempts.c.number,
)
_COMPARED = and_(compared_runs.c.team == attempts.c.team, compared_runs.c.run_id == attempts.c.run_id)
_TO_COMPARE = (
    select(*_COLUMNS)
    .select_from(_ENDED.join(windows, _WINDOW).outerjoin(compared_runs, _COMPARED))
    .where(windows.c.closes_at > bindparam("since", type_=UtcDateTime()), compared_runs.c.run_id.is_(None))
    .order_by(runs.c.ended_at, attempts.c.run_id)
    .limit(bindparam("most", type_=Integer))
)
_BESIDE = (
    select(*_COLUMNS)
    .select_from(_ENDED)
    .where(
        attempts.c.team == bindparam("in_team"),
        attempts.c.assignment == bindparam("this"),
        attempts.c.number == bindparam("of_number"),
        attempts.c.seed == bindparam("of_seed"),
        attempts.c.person != bindparam("who"),
    )
    .order_by(runs.c.ended_at, attempts.c.run_id)
)
_LINES = (
    select(run_events.c.run_id, run_events.c.payload)
    .where(
        run_events.c.team == bindparam("in_team"),
        run_events.c.run_id.in_(bindparam("these", expanding=True)),
        run_events.c.kind.in_(("said", "worded", "hint_given")),
    )
    .order_by(run_events.c.run_id, run_events.c.seq)
)
_other = attempts.alias("other")
_FLAGGED = (
    select(
        alike_runs.c.run_id,
        attempts.c.person,
        alike_runs.c.other_run,
        _other.c.person,
        attempts.c.seed,
        alike_runs.c.lines,
        alike_runs.c.of,
    )
    .select_from(
        alike_runs.join(
            attempts, and_(attempts.c.team == alike_runs.c.team, attempts.c.run_id == alike_runs.c.run_id)
        ).join(_other, and_(_other.c.team == alike_runs.c.team, _other.c.run_id == alike_runs.c.other_run))
    )
    .where(attempts.c.team == bindparam("in_team"))
    .order_by(alike_runs.c.lines.desc(), alike_runs.c.run_id, alike_runs.c.other_run)
)
_IN_WINDOW = _FLAGGED.where(attempts.c.assignment == bindparam("this"), attempts.c.number == bindparam("of_number"))
_THESE_TWO = _FLAGGED.where(alike_runs.c.run_id == bindparam("of_run"), alike_runs.c.other_run == bindparam("and_run"))


async def to_compare(connection: Connection, since: datetime, limit: int) -> tuple[Counted, ...]:
    """Runs that have ended and were not compared yet, of windows open after `since`; the first ended first."""
    return tuple(Counted(*row) for row in await connection.all(_TO_COMPARE, since=since, most=limit))


async def ended_before(connection: Connection, run: Counted) -> tuple[Counted, ...]:
    """Other people's runs on the same buyer in the window that ended before this one."""
    place = {"in_team": run.team, "this": run.assignment, "of_number": run.number, "of_seed": run.seed}
    rows = await connection.all(_BESIDE, **place, who=run.person)
    found = (Counted(*row) for row in rows)
    return tuple(each for each in found if (each.ended_at, each.run_id) < (run.ended_at, run.run_id))


async def lines_of(connection: Connection, team: str, run_ids: Sequence[str]) -> dict[str, Lines]:
    """What was said in each of the runs."""
    rows = await connection.all(_LINES, in_team=team, these=list(run_ids)) if run_ids else ()
    said: dict[str, list[str]] = {run: [] for run in run_ids}
    heard: dict[str, list[str]] = {run: [] for run in run_ids}
    for run, event in rows:
        (said if event.get("side") == "rep" else heard)[run].append(event["text"])
    return {run: Lines(tuple(said[run]), tuple(heard[run])) for run in run_ids}


async def note(connection: Connection, run: Counted, found: Sequence[Likeness], at: datetime) -> bool:
    """Whether nobody had noted it before: that the run was compared, and what it is like."""
    compared = {"team": run.team, "run_id": run.run_id, "at": at}
    rows: list[dict[str, Any]] = [
        {"team": run.team, "run_id": run.run_id, "other_run": each.other, "lines": each.lines, "of": each.of}
        for each in found
    ]

    def put(transaction: Transaction) -> bool:
        if transaction.insert_new(compared_runs, compared, compared_runs.c.run_id) is None:
            return False
        transaction.insert(alike_runs, rows)
        return True

    return await connection.do(put)


async def in_window(connection: Connection, team: str, assignment: str, number: int) -> tuple[Flagged, ...]:
    """What was found in the window, the most lines first."""
    rows = await connection.all(_IN_WINDOW, in_team=team, this=assignment, of_number=number)
    return tuple(Flagged(*row) for row in rows)


async def of_two(connection: Connection, team: str, run_id: str, other: str) -> Flagged | None:
    """What was found of these two runs."""
    row = await connection.first(_THESE_TWO, in_team=team, of_run=run_id, and_run=other)
    return None if row is None else Flagged(*row)
