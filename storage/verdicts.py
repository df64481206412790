"""Verdicts: one row for each run that was scored."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from storage.connection import Connection
from storage.tables import verdicts
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict as stored: the score (0-100), whether it passes, and the whole of it in the engine's own JSON."""

    det_score: int
    passed: bool
    payload: dict[str, Any]
    rubric_hash: str


_OF_RUN = select(verdicts.c.det_score, verdicts.c.passed, verdicts.c.payload, verdicts.c.rubric_hash).where(
    verdicts.c.team == bindparam("team"), verdicts.c.run_id == bindparam("run_id")
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
    }
    transaction.insert(verdicts, [row])


async def get(connection: Connection, team: str, run_id: str) -> VerdictRow | None:
    """The verdict on the run, None until there is one."""
    row = await connection.first(_OF_RUN, team=team, run_id=run_id)
    return None if row is None else VerdictRow(*row)
