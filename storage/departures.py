"""Those who have asked for their data to be deleted, and the moment at which it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, or_, select

from storage.audit import Act, note_in
from storage.board_posts import draw_weeks_again
from storage.columns import UtcDateTime, word
from storage.connection import Connection
from storage.database import Database
from storage.forgetting import forget
from storage.lanes import oid_for, single_row
from storage.leaving import THEIR_RUNS, WHO, in_team
from storage.posts import Destination, Farewell
from storage.privacy_tables import departures, homes
from storage.tables import comments, outbox, runs
from storage.transaction import Transaction


class Departure(NamedTuple):
    """Somebody who has asked, and when."""

    team: str
    person: str
    asked_at: datetime


class Gone(NamedTuple):
    """What was deleted: the ids of the runs, and whether the person had opened their Home."""

    runs: tuple[str, ...]
    had_home: bool


_WAITING = select(departures.c.team, departures.c.person, departures.c.asked_at).order_by(departures.c.asked_at)
_IS_ASKED = select(departures.c.person).where(in_team(departures), departures.c.person == WHO)
_HAD_HOME = select(homes.c.person).where(in_team(homes), homes.c.person == WHO)
_NOW = bindparam("now", type_=UtcDateTime())
_HELD_RUN = select(runs.c.id).where(in_team(runs), runs.c.rep == WHO, runs.c.lease_until > _NOW)
_HELD_COMMENTS = select(comments.c.run_id).where(
    in_team(comments), comments.c.run_id.in_(THEIR_RUNS), comments.c.at.is_(None), comments.c.lease_until > _NOW
)
_ON_ITS_WAY = select(outbox.c.id).where(
    in_team(outbox),
    outbox.c.status == word("sending"),
    or_(outbox.c.run_id.in_(THEIR_RUNS), and_(outbox.c.run_id.is_(None), outbox.c.channel.in_((WHO, bindparam("dm"))))),
)


async def ask(connection: Connection, team: str, person: str, now: datetime) -> None:
    """Notes that the person's data is to be deleted; once is enough."""
    row = {"team": team, "person": person, "asked_at": now}
    await connection.do(lambda there: there.insert_new(departures, row, departures.c.person))


async def waiting(connection: Connection) -> Sequence[Departure]:
    """Those of every team whose data is still there, who asked first first."""
    return [Departure(*row) for row in await connection.all(_WAITING)]


async def let_go(database: Database, departure: Departure, dm: str, now: datetime, *, at_any_rate: bool) -> Gone | None:
    """What was deleted, in one transaction; None where somebody is at work on a run or a post of theirs just now.

    `at_any_rate` waits for nobody. `dm` is the channel of their messages with Haggle: they are told there.
    """
    team, person, _ = departure

    def work(transaction: Transaction) -> Gone | None:
        if not transaction.first(_IS_ASKED, in_team=team, who=person):
            return Gone((), had_home=False)
        if not at_any_rate and _is_held(transaction, departure, dm, now):
            return None
        gone = tuple(row[0] for row in transaction.all(THEIR_RUNS, in_team=team, who=person))
        had_home = transaction.first(_HAD_HOME, in_team=team, who=person) is not None
        forget(transaction, team, person, now=now, dm=dm)
        draw_weeks_again(transaction, team, now)
        note_in(transaction, team, Act(now, "", "deleted own data", "", {}))
        if dm:
            _say_farewell(transaction, departure, dm, now)
        return Gone(gone, had_home)

    return await database.write(work)


def _is_held(transaction: Transaction, departure: Departure, dm: str, now: datetime) -> bool:
    whose = {"in_team": departure.team, "who": departure.person}
    held = (transaction.first(each, **whose, now=now) for each in (_HELD_RUN, _HELD_COMMENTS))
    return any(held) or transaction.first(_ON_ITS_WAY, **whose, dm=dm or departure.person) is not None


def _say_farewell(transaction: Transaction, departure: Departure, dm: str, now: datetime) -> None:
    oid = oid_for(departure.team, f"farewell:{departure.person}:{departure.asked_at.isoformat()}")
    transaction.insert(outbox, [single_row(departure.team, oid, Destination(dm), Farewell(), now)])
