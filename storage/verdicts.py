"""Verdicts: one row for each run that was scored."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.connection import Connection
from storage.tables import verdicts


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict as stored: the score (0-100), whether it passes, and the whole of it in the engine's own JSON."""

    det_score: int
    passed: bool
    payload: dict[str, Any]
    rubric_hash: str


async def insert(connection: Connection, team: str, run_id: str, verdict: VerdictRow, at: datetime) -> None:
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
    await connection.insert(verdicts, [row])


async def get(connection: Connection, team: str, run_id: str) -> VerdictRow | None:
    """The verdict on the run, None until there is one."""
    row = await connection.first(select(verdicts).where(verdicts.c.team == team, verdicts.c.run_id == run_id))
    if row is None:
        return None
    return VerdictRow(row["det_score"], row["passed"], row["payload"], row["rubric_hash"])
