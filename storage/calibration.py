"""What `haggle calibrate` counts: how often each check was judged, and every dispute."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, bindparam, select, tuple_

from engine.scoring.disputing import Disputed
from storage.connection import Connection
from storage.tables import disputes, verdicts

_AT_A_TIME = 500
_KEY = (verdicts.c.team, verdicts.c.run_id)
_PAGE = (
    select(*_KEY, verdicts.c.payload)
    .where(tuple_(*_KEY) > tuple_(bindparam("after_team"), bindparam("after_run")))
    .order_by(*_KEY)
    .limit(bindparam("most", type_=Integer))
)
_DISPUTES = select(
    disputes.c.check_id,
    disputes.c.given,
    disputes.c.of,
    disputes.c.words,
    disputes.c.status,
    disputes.c.points,
    disputes.c.reason,
).order_by(disputes.c.team, disputes.c.filed_at, disputes.c.id)


async def judged(connection: Connection) -> Mapping[str, int]:
    """How many verdicts have observed each check; verdicts are read page by page."""
    counted: Counter[str] = Counter()
    team, run_id = "", ""
    while rows := await connection.all(_PAGE, after_team=team, after_run=run_id, most=_AT_A_TIME):
        for row in rows:
            counted.update(_observed(row[2]))
        team, run_id = rows[-1][0], rows[-1][1]
    return counted


async def disputed(connection: Connection) -> tuple[Disputed, ...]:
    """Every dispute, of whichever team."""
    return tuple(_disputed_of(row) for row in await connection.all(_DISPUTES))


def _observed(payload: Mapping[str, Any]) -> list[str]:
    return [str(check["id"]) for check in payload["checks"] if check["won"] is not None]


def _disputed_of(row: Sequence[Any]) -> Disputed:
    check, given, of, words, status, points, reason = row
    return Disputed(check, given, of, words, status, points, reason or "")
