"""What a model comments on verdicts: one row a run, due when the verdict is committed, filled once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, or_, select, update

from storage.columns import UtcDateTime, word
from storage.connection import Connection
from storage.database import Database
from storage.tables import comments, outbox
from storage.transaction import Transaction


class Due(NamedTuple):
    """A run on which the holder of the lease is to comment; `attempts` counts this one."""

    team: str
    run_id: str
    attempts: int


class CommentsRow(NamedTuple):
    """The comments in the engine's own JSON, and the score (0-100) that they come to; the verdict keeps its own."""

    payload: Sequence[Any]
    full_score: int


_NOW = bindparam("now", type_=UtcDateTime())
_CARD_STANDS = (
    select(outbox.c.id)
    .where(
        outbox.c.team == comments.c.team,
        outbox.c.lane == comments.c.run_id,
        outbox.c.op == word("verdict_card"),
        outbox.c.status == word("sent"),
    )
    .exists()
)
_IS_DUE = and_(
    comments.c.at.is_(None), or_(comments.c.lease_until.is_(None), comments.c.lease_until <= _NOW), _CARD_STANDS
)
_DUE = (
    select(comments.c.team, comments.c.run_id, comments.c.attempts)
    .where(_IS_DUE)
    .order_by(comments.c.due_at)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
"""Verdicts whose card stands: before it does, there is nothing to draw again."""
_ANY_DUE = select(comments.c.run_id).where(_IS_DUE).limit(1)
_THIS = and_(comments.c.team == bindparam("in_team"), comments.c.run_id == bindparam("of_run"))
_TAKE = (
    update(comments)
    .where(_THIS)
    .values(attempts=comments.c.attempts + 1, lease_until=bindparam("until", type_=UtcDateTime()))
)
_KEEP = (
    update(comments)
    .where(_THIS, comments.c.at.is_(None))
    .values(payload=bindparam("said"), full_score=bindparam("full"), at=_NOW, lease_until=None)
)
_OF_RUN = select(comments.c.payload, comments.c.full_score).where(_THIS, comments.c.at.is_not(None))

_WAITS = select(comments.c.run_id).where(_THIS, comments.c.at.is_(None))


def insert_due(transaction: Transaction, team: str, run_id: str, now: datetime) -> None:
    """Notes that the run's verdict, which must be there, is to be commented on."""
    transaction.insert(comments, [{"team": team, "run_id": run_id, "due_at": now, "attempts": 0}])


async def are_due(connection: Connection, team: str, run_id: str) -> bool:
    """Whether the run's verdict still waits for its comments."""
    return await connection.first(_WAITS, in_team=team, of_run=run_id) is not None


async def take(database: Database, now: datetime, lease: timedelta, limit: int) -> tuple[Due, ...]:
    """Runs to comment on, the longest due first, held until `now + lease`; no one else gets them before."""

    def is_any_due(transaction: Transaction) -> bool:
        return transaction.first(_ANY_DUE, now=now) is not None

    def hold(transaction: Transaction) -> tuple[Due, ...]:
        found = [Due(*row) for row in transaction.all(_DUE, now=now, most=limit)]
        for each in found:
            transaction.run(_TAKE, in_team=each.team, of_run=each.run_id, until=now + lease)
        return tuple(each._replace(attempts=each.attempts + 1) for each in found)

    return await database.write_if(is_any_due, hold) or ()


async def keep(connection: Connection, team: str, run_id: str, row: CommentsRow, now: datetime) -> bool:
    """Whether these are the run's comments now: not where it has some already."""
    said = {"said": row.payload, "full": row.full_score}
    return bool(await connection.run(_KEEP, in_team=team, of_run=run_id, now=now, **said))


async def of_run(connection: Connection, team: str, run_id: str) -> CommentsRow | None:
    """The comments on the run; None until there are any."""
    row = await connection.first(_OF_RUN, in_team=team, of_run=run_id)
    return None if row is None else CommentsRow(*row)
