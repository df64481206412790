"""Verdicts: one row for each run that was scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update

from storage.connection import Connection
from storage.tables import verdicts
from storage.transaction import Transaction


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


def adjusted_of(score: int | None, passed: bool | None, complies: bool | None) -> Adjusted | None:
    """The columns as one; None where managers have changed nothing."""
    return None if score is None else Adjusted(score, bool(passed), bool(complies))


def _row(row: Sequence[Any]) -> VerdictRow:
    det_score, passed, payload, rubric_hash, *changed, complies = row
    return VerdictRow(det_score, passed, payload, rubric_hash, adjusted_of(*changed), bool(complies))
