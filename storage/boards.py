"""A team's board: by which zone its days go, and the one message in which it stands."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select, update

from engine.timing.local_time import HOME
from storage.board_tables import boards
from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.transaction import Transaction


class Standing(NamedTuple):
    """Where the team's board stands, nowhere with an empty channel. `pack` is empty for all packs.

    `oid` is the message's, `shown` a digest of what it shows. Without a zone of the team's own its days are UTC's.
    """

    team: str
    zone: str = HOME
    channel: str = ""
    pack: str = ""
    oid: str = ""
    shown: str = ""
    shown_at: datetime | None = None
    placed_by: str = ""
    placed_at: datetime | None = None


_THIS = boards.c.team == bindparam("in_team")
_GET = select(*(boards.c[name] for name in Standing._fields)).where(_THIS)
_HOLD = _GET.with_for_update()
_KEEP_ZONE = select(boards.c.zone).where(_THIS).with_for_update(read=True)
_ALL = select(*(boards.c[name] for name in Standing._fields)).where(boards.c.channel != "")
_CHANGE = (
    update(boards)
    .where(_THIS)
    .values(
        zone=bindparam("new_zone"),
        channel=bindparam("new_channel"),
        pack=bindparam("new_pack"),
        oid=bindparam("new_oid"),
        shown=bindparam("new_shown"),
        shown_at=bindparam("new_shown_at", type_=UtcDateTime()),
        placed_by=bindparam("by"),
        placed_at=bindparam("at", type_=UtcDateTime()),
    )
)
_SHOW = (
    update(boards)
    .where(
        _THIS,
        boards.c.oid == bindparam("at_oid"),
        boards.c.shown != bindparam("now_shown"),
        or_(boards.c.shown_at.is_(None), boards.c.shown_at <= bindparam("before", type_=UtcDateTime())),
    )
    .values(shown=bindparam("now_shown"), shown_at=bindparam("at", type_=UtcDateTime()))
)


async def get(connection: Connection, team: str) -> Standing:
    """The team's board as it stands."""
    row = await connection.first(_GET, in_team=team)
    return Standing(*row) if row else Standing(team)


async def standing(connection: Connection) -> tuple[Standing, ...]:
    """Every board that stands in some channel."""
    return tuple(Standing(*row) for row in await connection.all(_ALL))


async def hold(connection: Connection, team: str) -> Standing:
    """The team's board; until the transaction ends, nobody else changes it, and no total of the team's."""
    return await connection.do(lambda transaction: held(transaction, team))


async def change(connection: Connection, board: Standing) -> None:
    """Stores the board as it is now; it must be held."""
    values = {
        "new_zone": board.zone,
        "new_channel": board.channel,
        "new_pack": board.pack,
        "new_oid": board.oid,
        "new_shown": board.shown,
        "new_shown_at": board.shown_at,
        "by": board.placed_by,
        "at": board.placed_at,
    }
    await connection.run(_CHANGE, in_team=board.team, **values)


async def show(connection: Connection, board: Standing, shown: str, now: datetime, at_most_every: timedelta) -> bool:
    """Whether the board's message is to be drawn again, since it is to show something else: for one caller only.

    Not where it was drawn again only just now.
    """
    values = {"now_shown": shown, "at": now, "before": now - at_most_every}
    return bool(await connection.run(_SHOW, in_team=board.team, at_oid=board.oid, **values))


def zone_of(transaction: Transaction, team: str) -> str:
    """The zone of the team's days, which stays as it is until the transaction ends."""
    zone = keep_zone(transaction, team)
    if zone is None:
        _make(transaction, team)
        zone = keep_zone(transaction, team)
    return zone or HOME


def keep_zone(transaction: Transaction, team: str) -> str | None:
    """The same; None where the team has no row yet."""
    row = transaction.first(_KEEP_ZONE, in_team=team)
    return str(row[0]) if row else None


def held(transaction: Transaction, team: str) -> Standing:
    """As `hold`, inside a transaction."""
    _make(transaction, team)
    row = transaction.first(_HOLD, in_team=team)
    return Standing(*row) if row else Standing(team)


def _make(transaction: Transaction, team: str) -> None:
    transaction.insert_new(boards, Standing(team)._asdict(), boards.c.team)
