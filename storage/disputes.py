"""Disputes: one row for each check that a rep has contested, decided once, and the managers' cards of it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, func, select, update

from engine.scoring.disputing import Disputed, DisputeStatus
from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.lanes import Oid
from storage.tables import dispute_cards, disputes
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A check that the rep of a run contests: `given` of `of` points, and why that is wrong, in `words`.

    `key` and `decided_key` name what Slack sent when it was filed and decided, so that the same can come again.
    `told_at` is when the managers were written to; `points` what they gave instead, None unless it was changed.
    """

    team: str
    id: str
    run_id: str
    check_id: str
    rep: str
    words: str
    given: int
    of: int
    key: str
    filed_at: datetime
    told_at: datetime | None = None
    status: DisputeStatus = "open"
    points: int | None = None
    reason: str | None = None
    decided_by: str | None = None
    decider_name: str | None = None
    decided_key: str | None = None
    decided_at: datetime | None = None

    @property
    def disputed(self) -> Disputed:
        """The dispute as the engine reckons with it: without persons and times."""
        return Disputed(self.check_id, self.given, self.of, self.words, self.status, self.points, self.reason or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a manager decides: `points` instead of the judge's, or None to uphold those."""

    points: int | None
    reason: str
    by: str
    name: str
    key: str

    @property
    def status(self) -> DisputeStatus:
        """What the dispute is afterwards."""
        return "upheld" if self.points is None else "changed"


_FIELDS = tuple(each.name for each in fields(Dispute))
_ROW = select(*(disputes.c[name] for name in _FIELDS))
_TEAM = disputes.c.team == bindparam("in_team")
_THIS = (_TEAM, disputes.c.id == bindparam("this_dispute"))
_GET = _ROW.where(*_THIS)
_OF_CHECK = _ROW.where(_TEAM, disputes.c.run_id == bindparam("of_run"), disputes.c.check_id == bindparam("on_check"))
_OF_RUN = _ROW.where(_TEAM, disputes.c.run_id == bindparam("of_run")).order_by(disputes.c.filed_at, disputes.c.id)
_OPEN = (_TEAM, disputes.c.status == "open")
_STILL_OPEN = _ROW.where(*_OPEN).order_by(disputes.c.filed_at, disputes.c.id).limit(bindparam("most", type_=Integer))
_COUNT_OPEN = select(func.count()).select_from(disputes).where(*_OPEN)
_UNTOLD = _ROW.where(disputes.c.told_at.is_(None)).order_by(disputes.c.filed_at).limit(20)
_TELL = (
    update(disputes).where(*_THIS, disputes.c.told_at.is_(None)).values(told_at=bindparam("now", type_=UtcDateTime()))
)
_DECIDE = (
    update(disputes)
    .where(*_THIS, disputes.c.status == "open")
    .values(
        status=bindparam("becomes"),
        points=bindparam("new_points"),
        reason=bindparam("why"),
        decided_by=bindparam("by"),
        decider_name=bindparam("by_name"),
        decided_key=bindparam("by_key"),
        decided_at=bindparam("now", type_=UtcDateTime()),
    )
)
_CARDS = (
    select(dispute_cards.c.oid)
    .where(dispute_cards.c.team == bindparam("in_team"), dispute_cards.c.dispute_id == bindparam("this_dispute"))
    .order_by(dispute_cards.c.manager)
)

_ASKED = select(dispute_cards.c.manager).where(
    dispute_cards.c.team == bindparam("in_team"), dispute_cards.c.dispute_id == bindparam("this_dispute")
)


async def add(connection: Connection, dispute: Dispute) -> bool:
    """Whether it was stored: not where this check of the run has been disputed before."""
    row = asdict(dispute)
    return await connection.do(lambda there: there.insert_new(disputes, row, disputes.c.id)) is not None


async def get(connection: Connection, team: str, dispute_id: str) -> Dispute | None:
    """The dispute of that id in the team."""
    return _one(await connection.all(_GET, in_team=team, this_dispute=dispute_id))


async def on_check(connection: Connection, team: str, run_id: str, check_id: str) -> Dispute | None:
    """The dispute of this check of the run."""
    return _one(await connection.all(_OF_CHECK, in_team=team, of_run=run_id, on_check=check_id))


async def of_run(connection: Connection, team: str, run_id: str) -> tuple[Dispute, ...]:
    """Every dispute of the run, the earliest first."""
    return tuple(map(_dispute_of, await connection.all(_OF_RUN, in_team=team, of_run=run_id)))


async def still_open(connection: Connection, team: str, limit: int) -> tuple[Dispute, ...]:
    """The team's disputes that nobody has decided, the earliest first."""
    return tuple(map(_dispute_of, await connection.all(_STILL_OPEN, in_team=team, most=limit)))


async def count_open(connection: Connection, team: str) -> int:
    """How many of the team's disputes nobody has decided."""
    row = await connection.first(_COUNT_OPEN, in_team=team)
    return int(row[0]) if row else 0


async def untold(connection: Connection) -> tuple[Dispute, ...]:
    """Some of the disputes of which no manager has been told, the earliest first."""
    return tuple(map(_dispute_of, await connection.all(_UNTOLD)))


async def mark_told(connection: Connection, team: str, dispute_id: str, now: datetime) -> bool:
    """Whether it is for the caller to tell the managers: for one caller only, ever."""
    return bool(await connection.run(_TELL, in_team=team, this_dispute=dispute_id, now=now))


async def add_card(connection: Connection, team: str, dispute_id: str, manager: str, oid: Oid) -> None:
    """Notes which post is the manager's card of the dispute."""
    row = {"team": team, "dispute_id": dispute_id, "manager": manager, "oid": oid}

    def add(transaction: Transaction) -> None:
        transaction.insert(dispute_cards, [row])

    await connection.do(add)


async def cards(connection: Connection, team: str, dispute_id: str) -> tuple[Oid, ...]:
    """The posts that are managers' cards of the dispute."""
    return tuple(Oid(row[0]) for row in await connection.all(_CARDS, in_team=team, this_dispute=dispute_id))


async def asked(connection: Connection, team: str, dispute_id: str) -> tuple[str, ...]:
    """The managers who have a card of the dispute."""
    return tuple(row[0] for row in await connection.all(_ASKED, in_team=team, this_dispute=dispute_id))


async def decide(connection: Connection, team: str, dispute_id: str, ruling: Ruling, now: datetime) -> bool:
    """Whether this ruling decided it: not where another one has."""
    values = {
        "becomes": ruling.status,
        "new_points": ruling.points,
        "why": ruling.reason,
        "by": ruling.by,
        "by_name": ruling.name,
        "by_key": ruling.key,
    }
    return bool(await connection.run(_DECIDE, in_team=team, this_dispute=dispute_id, now=now, **values))


def _one(rows: Sequence[Sequence[Any]]) -> Dispute | None:
    return _dispute_of(rows[0]) if rows else None


def _dispute_of(row: Sequence[Any]) -> Dispute:
    return Dispute(**dict(zip(_FIELDS, row, strict=True)))
