"""Verdicts: one row for each run that was scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, bindparam, select, update

from storage.columns import Json, word
from storage.connection import Connection
from storage.tables import verdicts
from storage.transaction import Transaction


class Counts(NamedTuple):
    """By what a verdict counts on boards: its percentile in basis points, measured against the panel of that engine.

    None and empty until it is measured. `full` are the checks with all their points; without `spoke` the rep had said
    nothing, and it does not count.
    """

    percentile: int | None = None
    engine: str = ""
    full: tuple[str, ...] = ()
    spoke: bool = True


NOT_MEASURED = Counts()


class Adjusted(NamedTuple):
    """The score that managers have changed a verdict to, and whether it passes. `complies` as in `VerdictRow`."""

    total: int
    passed: bool
    complies: bool = True


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict as stored: the score (0-100), whether it passes, and the whole of it in the engine's own JSON.

    `adjusted` is what managers have changed it to, None where they have changed nothing. `det_score` and `passed` are
    the judge's, for good. `complies` says whether compliance is enough to pass, with whatever mark.
    """

    det_score: int
    passed: bool
    payload: dict[str, Any]
    rubric_hash: str
    adjusted: Adjusted | None = None
    complies: bool = True
    counts: Counts = NOT_MEASURED


_THIS = (verdicts.c.team == bindparam("in_team"), verdicts.c.run_id == bindparam("of_run"))
_OF_RUN = select(
    verdicts.c.det_score,
    verdicts.c.passed,
    verdicts.c.payload,
    verdicts.c.rubric_hash,
    verdicts.c.adjusted,
    verdicts.c.adjusted_passed,
    verdicts.c.adjusted_complies,
    verdicts.c.complies,
    verdicts.c.percentile,
    verdicts.c.engine,
    verdicts.c.full_checks,
    verdicts.c.spoke,
).where(*_THIS)
_HOLD = _OF_RUN.with_for_update()
_ADJUST = (
    update(verdicts)
    .where(*_THIS)
    .values(
        adjusted=bindparam("new_score"),
        adjusted_passed=bindparam("new_passed"),
        adjusted_complies=bindparam("new_complies"),
    )
)

_COUNT = (
    update(verdicts)
    .where(*_THIS)
    .values(
        percentile=bindparam("new_percentile"),
        engine=bindparam("by_engine"),
        full_checks=bindparam("all_points", type_=Json),
    )
)
_UNMEASURED = (
    select(verdicts.c.team, verdicts.c.run_id)
    .where(verdicts.c.engine == word(""), verdicts.c.spoke)
    .order_by(verdicts.c.at.desc())
    .limit(bindparam("most", type_=Integer))
)


def insert(transaction: Transaction, team: str, run_id: str, verdict: VerdictRow, at: datetime) -> None:
    """Adds the verdict; a second one for the run is refused by the database."""
    row = {
        "team": team,
        "run_id": run_id,
        "det_score": verdict.det_score,
        "passed": verdict.passed,
        "payload": verdict.payload,
        "rubric_hash": verdict.rubric_hash,
        "at": at,
        "complies": verdict.complies,
        "percentile": verdict.counts.percentile,
        "engine": verdict.counts.engine,
        "full_checks": list(verdict.counts.full),
        "spoke": verdict.counts.spoke,
    }
    transaction.insert(verdicts, [row])


async def get(connection: Connection, team: str, run_id: str) -> VerdictRow | None:
    """The verdict on the run, None until there is one."""
    row = await connection.first(_OF_RUN, in_team=team, of_run=run_id)
    return None if row is None else _row(row)


async def hold(connection: Connection, team: str, run_id: str) -> VerdictRow | None:
    """The verdict on the run; until the transaction ends, nobody else who holds it gets any further."""
    row = await connection.first(_HOLD, in_team=team, of_run=run_id)
    return None if row is None else _row(row)


async def adjust(connection: Connection, team: str, run_id: str, now: Adjusted) -> None:
    """Puts the score that managers have come to beside the judge's."""
    values = {"new_score": now.total, "new_passed": now.passed, "new_complies": now.complies}
    await connection.run(_ADJUST, in_team=team, of_run=run_id, **values)


def count(transaction: Transaction, team: str, run_id: str, counts: Counts) -> None:
    """From now on the verdict counts by this; whether its rep spoke stays."""
    values = {"new_percentile": counts.percentile, "by_engine": counts.engine, "all_points": list(counts.full)}
    transaction.run(_COUNT, in_team=team, of_run=run_id, **values)


async def unmeasured(connection: Connection, limit: int) -> tuple[tuple[str, str], ...]:
    """Team and run of some verdicts that are to count and have not been measured, the latest first."""
    return tuple((row[0], row[1]) for row in await connection.all(_UNMEASURED, most=limit))


def adjusted_of(score: int | None, passed: bool | None, complies: bool | None) -> Adjusted | None:
    """The columns as one; None where managers have changed nothing."""
    return None if score is None else Adjusted(score, bool(passed), bool(complies))


def _row(row: Sequence[Any]) -> VerdictRow:
    det_score, passed, payload, rubric_hash, *changed, complies, percentile, engine, full, spoke = row
    counts = Counts(percentile, engine, tuple(full or ()), bool(spoke))
    return VerdictRow(det_score, passed, payload, rubric_hash, adjusted_of(*changed), bool(complies), counts)
