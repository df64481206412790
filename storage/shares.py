"""Shared buyers: one row for each card that offers a seed to a channel."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, and_, bindparam, select

from storage.columns import word
from storage.connection import Connection
from storage.lanes import Oid
from storage.tables import outbox, shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A buyer that somebody shared. `id` is the oid of its card; `score` is there only if its owner put it on the card.

    `pack_hash` is the pinned pack that the card is drawn from.
    """

    team: str
    id: Oid
    channel: str
    pack: str
    pack_hash: str
    draw_epoch: int
    seed: int
    sharer: str
    sharer_name: str
    score: int | None
    at: datetime


class Card(NamedTuple):
    """A share's card where it stands in Slack."""

    share: Oid
    channel: str
    ts: str


_FIELDS = tuple(each.name for each in fields(Share))
_THIS = and_(shares.c.team == bindparam("in_team"), shares.c.id == bindparam("this_share"))
_GET = select(*(shares.c[name] for name in _FIELDS)).where(_THIS)
_STANDING = (
    select(shares.c.id, outbox.c.channel, outbox.c.ts)
    .select_from(shares.join(outbox, outbox.c.oid == shares.c.id))
    .where(
        shares.c.team == bindparam("in_team"),
        shares.c.pack == bindparam("of_pack"),
        shares.c.seed == bindparam("of_seed"),
        shares.c.draw_epoch == bindparam("of_epoch"),
        outbox.c.status == word("sent"),
    )
    .order_by(shares.c.at.desc())
    .limit(bindparam("most", type_=Integer))
)


async def add(connection: Connection, share: Share) -> None:
    """Stores the share; a second one of that id is refused by the database."""
    await connection.do(lambda transaction: transaction.insert(shares, [asdict(share)]))


async def get(connection: Connection, team: str, share_id: str) -> Share | None:
    """The share of that id in the team."""
    row = await connection.first(_GET, in_team=team, this_share=share_id)
    return None if row is None else _share_of(row)


async def standing(
    connection: Connection, team: str, pack: str, draw_epoch: int, seed: int, limit: int
) -> tuple[Card, ...]:
    """The cards that stand in the team's channels for this seed, the latest first."""
    rows = await connection.all(_STANDING, in_team=team, of_pack=pack, of_epoch=draw_epoch, of_seed=seed, most=limit)
    return tuple(Card(*row) for row in rows)


def _share_of(row: Sequence[Any]) -> Share:
    return Share(**dict(zip(_FIELDS, row, strict=True)))
