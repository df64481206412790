"""Who saw or changed what of other people's, without a word that anybody wrote."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Integer, bindparam, select

from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.team_tables import audit
from storage.transaction import Transaction

Detail = str | int | bool | None


class Act(NamedTuple):
    """Something that somebody did. `about` is the id of a person, a run, an assignment …; `details` hold no texts."""

    at: datetime
    who: str
    act: str
    about: str
    details: Mapping[str, Detail]


_LATEST = (
    select(audit.c.at, audit.c.who, audit.c.act, audit.c.about, audit.c.details)
    .where(audit.c.team == bindparam("in_team"))
    .order_by(audit.c.id.desc())
    .limit(bindparam("most", type_=Integer))
)


_ABOUT = (
    select(audit.c.at, audit.c.who, audit.c.act, audit.c.about, audit.c.details)
    .where(
        audit.c.team == bindparam("in_team"),
        audit.c.about == bindparam("this"),
        audit.c.at > bindparam("since", type_=UtcDateTime()),
    )
    .order_by(audit.c.id)
)


async def note(connection: Connection, team: str, act: Act) -> None:
    """Writes the act down, in the transaction that does it."""
    await connection.do(lambda transaction: note_in(transaction, team, act))


def note_in(transaction: Transaction, team: str, act: Act) -> None:
    """The same, inside a transaction."""
    transaction.insert(audit, [{"team": team, **act._asdict(), "details": dict(act.details)}])


async def latest(connection: Connection, team: str, limit: int) -> tuple[Act, ...]:
    """So many acts, the latest first."""
    return tuple(Act(*row) for row in await connection.all(_LATEST, in_team=team, most=limit))
