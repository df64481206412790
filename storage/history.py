"""A person's runs as they look back on them: numbered from the first one on, the latest first."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, case, func, or_, select

from storage import runs as run_store
from storage.columns import word
from storage.connection import Connection
from storage.runs import Run, run_of
from storage.tables import runs, verdicts
from storage.verdicts import Adjusted, adjusted_of


class Past(NamedTuple):
    """A run of the person; `number` is 1 for their first, and stays. `others` of their runs on its buyer have ended.

    `adjusted` is what disputes have changed the verdict to, None where there is no other than the judge's.
    """

    run: Run
    number: int
    others: int
    verdict: dict[str, Any] | None
    adjusted: Adjusted | None = None


_PRACTICE = runs.c.kind == word("practice")
_OPENED = or_(runs.c.status != "ended", runs.c.thread_ts.is_not(None))
_ENDED = case((runs.c.status == "ended", 1), else_=0)
_mine = (
    select(
        *run_store.COLUMNS,
        func.row_number().over(order_by=(runs.c.opened_at, runs.c.id)).label("number"),
        func.sum(_ENDED).over(partition_by=(runs.c.pack, runs.c.draw_epoch, runs.c.seed)).label("met"),
    )
    .where(runs.c.team == bindparam("in_team"), runs.c.rep == bindparam("of_rep"), _PRACTICE, _OPENED)
    .subquery("mine")
)
_PAST = (
    select(
        *(_mine.c[column.name] for column in run_store.COLUMNS),
        _mine.c.number,
        _mine.c.met,
        verdicts.c.payload,
        verdicts.c.adjusted,
        verdicts.c.adjusted_passed,
        verdicts.c.adjusted_complies,
    )
    .select_from(
        _mine.outerjoin(verdicts, and_(verdicts.c.team == _mine.c.team, verdicts.c.run_id == _mine.c.id)),
    )
    .order_by(_mine.c.number.desc())
)
_PAGE = _PAST.limit(bindparam("most", type_=Integer)).offset(bindparam("after", type_=Integer))
_COUNT = select(func.count()).select_from(_mine)
_NUMBERED = _PAST.where(_mine.c.number == bindparam("this_number"))
_THIS = _PAST.where(_mine.c.id == bindparam("this_run"))
_OVER = _mine.c.status == "ended"
_LATEST = _PAST.where(_OVER).limit(1)
_ON_BUYER = _PAST.where(
    _OVER,
    _mine.c.pack == bindparam("of_pack"),
    _mine.c.draw_epoch == bindparam("of_epoch"),
    _mine.c.seed == bindparam("of_seed"),
).limit(bindparam("most", type_=Integer))


async def count(connection: Connection, team: str, rep: str) -> int:
    """How many runs the person has."""
    row = await connection.first(_COUNT, in_team=team, of_rep=rep)
    return int(row[0]) if row else 0


async def page(connection: Connection, team: str, rep: str, limit: int, after: int = 0) -> tuple[Past, ...]:
    """So many runs of the person, the latest first, without the `after` latest."""
    return _all(await connection.all(_PAGE, in_team=team, of_rep=rep, most=limit, after=after))


async def numbered(connection: Connection, team: str, rep: str, number: int) -> Past | None:
    """The person's run of that number."""
    return _one(await connection.all(_NUMBERED, in_team=team, of_rep=rep, this_number=number))


async def of_id(connection: Connection, team: str, rep: str, run_id: str) -> Past | None:
    """The person's run of that id."""
    return _one(await connection.all(_THIS, in_team=team, of_rep=rep, this_run=run_id))


async def latest(connection: Connection, team: str, rep: str) -> Past | None:
    """The latest of the person's runs that have ended."""
    return _one(await connection.all(_LATEST, in_team=team, of_rep=rep))


async def on_buyer(
    connection: Connection, team: str, rep: str, pack: str, draw_epoch: int, seed: int, limit: int
) -> tuple[Past, ...]:
    """The person's runs on this buyer that have ended, the latest first."""
    buyer = {"of_pack": pack, "of_epoch": draw_epoch, "of_seed": seed}
    return _all(await connection.all(_ON_BUYER, in_team=team, of_rep=rep, most=limit, **buyer))


def _all(rows: Sequence[Sequence[Any]]) -> tuple[Past, ...]:
    return tuple(_past(row) for row in rows)


def _one(rows: Sequence[Sequence[Any]]) -> Past | None:
    return next(iter(_all(rows)), None)


def _past(row: Sequence[Any]) -> Past:
    *columns, number, met, payload, score, passed, complies = row
    run = run_of(columns)
    return Past(run, int(number), int(met) - (run.status == "ended"), payload, adjusted_of(score, passed, complies))
