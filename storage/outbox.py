"""The outbox: what is to be posted, lane by lane, and how far each post has come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Update, and_, bindparam, delete, func, null, select, update

from storage import runs as run_store
from storage.columns import UtcDateTime, word
from storage.connection import Connection
from storage.database import Database
from storage.lanes import Oid, follower_row, oid_for, root_oid, single_row
from storage.posts import VANISHING, Destination, Post, decode
from storage.runs import Run, run_of
from storage.tables import outbox, runs
from storage.transaction import Found, Transaction

LEASE = timedelta(seconds=15)
"""How long a sender may take over one attempt: the time limit of the call and a little."""

_NOWHERE = Destination("")

_NOW = bindparam("now", type_=UtcDateTime())
_POST = (
    outbox.c.id,
    outbox.c.oid,
    outbox.c.team,
    outbox.c.lane,
    outbox.c.seq,
    outbox.c.channel,
    outbox.c.thread_ts,
    outbox.c.payload,
    outbox.c.attempts,
    outbox.c.attempt_at,
    outbox.c.created_at,
    outbox.c.run_id,
)
_UNSENT = outbox.c.status.in_([word("pending"), word("sending")])
_SENDING = outbox.c.status == word("sending")
_THIS = and_(outbox.c.oid == bindparam("this_oid"), _UNSENT)
_LANE = and_(outbox.c.team == bindparam("in_team"), outbox.c.lane == bindparam("in_lane"))

_earlier = outbox.alias("earlier")
_PRECEDED = (
    select(_earlier.c.id)
    .where(
        _earlier.c.team == outbox.c.team,
        _earlier.c.lane == outbox.c.lane,
        _earlier.c.seq < outbox.c.seq,
        _earlier.c.status.in_([word("pending"), word("sending")]),
    )
    .exists()
)
_DUE = and_(outbox.c.status == word("pending"), outbox.c.not_before <= _NOW, ~_PRECEDED)
_LOST = and_(_SENDING, outbox.c.lease_until <= bindparam("before"))
_IS_DUE = select(outbox.c.id).where(_DUE).limit(1)
_IS_LOST = select(outbox.c.id).where(_LOST).limit(1)

_WITH_RUN = (
    select(*_POST, *run_store.COLUMNS)
    .select_from(outbox.outerjoin(runs, and_(runs.c.team == outbox.c.team, runs.c.id == outbox.c.run_id)))
    .limit(bindparam("most", type_=Integer))
    .with_for_update(of=outbox, skip_locked=True)
)
"""Posts with their runs, skipping those that another process is taking just now."""
_TAKE_DUE = _WITH_RUN.where(_DUE).order_by(outbox.c.not_before, outbox.c.id)
_TAKE_NEXT = _WITH_RUN.where(_LANE, _DUE)
_TAKE_LOST = _WITH_RUN.where(_LOST).order_by(outbox.c.lease_until)

_WAITS_IN_LANE = select(outbox.c.id).where(_LANE, outbox.c.status == word("pending")).limit(1)
_LAST_IN_LANE = select(func.max(outbox.c.seq)).where(_LANE)

_THESE = update(outbox).where(outbox.c.id.in_(bindparam("numbers", expanding=True)))
_ATTEMPT = _THESE.values(
    status="sending",
    sender=bindparam("by"),
    attempt_at=_NOW,
    lease_until=bindparam("until"),
    attempts=outbox.c.attempts + 1,
)
_LOOK_FOR = _THESE.values(lease_until=_NOW)
_AGAIN = (
    update(outbox)
    .where(outbox.c.oid == bindparam("this_oid"), _SENDING, outbox.c.attempts == bindparam("so_far"))
    .values(attempt_at=_NOW, attempts=outbox.c.attempts + 1, lease_until=bindparam("until"))
)
_SENT = (
    update(outbox)
    .where(_THIS)
    .values(
        status="sent",
        ts=bindparam("stands_at"),
        channel=func.coalesce(bindparam("stands_in"), outbox.c.channel),
        lease_until=null(),
        reason=null(),
    )
    .returning(outbox.c.team, outbox.c.lane, outbox.c.op)
)
_PUT_BACK = (
    update(outbox)
    .where(_THIS)
    .values(status="pending", not_before=bindparam("later"), reason=bindparam("why"), lease_until=null())
)
_LOSE = update(outbox).where(outbox.c.oid == bindparam("this_oid"), _SENDING).values(lease_until=_NOW)
_DEAD = update(outbox).values(status="dead", reason=bindparam("why"), lease_until=null())
_DEAD_POST = _DEAD.where(_THIS).returning(outbox.c.team, outbox.c.lane, outbox.c.op)
_DEAD_LANE = _DEAD.where(_LANE, _UNSENT)
_PLACE = select(outbox.c.channel, outbox.c.ts).where(
    outbox.c.oid == bindparam("this_oid"), outbox.c.status == word("sent"), outbox.c.ts.is_not(None)
)
_VANISH = delete(outbox).where(outbox.c.oid == bindparam("this_oid"), outbox.c.op.in_(VANISHING))
_STATUS = select(outbox.c.status).where(outbox.c.oid == bindparam("this_oid"))
_NEVER_OPENED = (
    update(runs)
    .where(runs.c.team == bindparam("in_team"), runs.c.id == bindparam("in_lane"), runs.c.status == "opening")
    .values(status="ended", ended_at=_NOW, touched_at=_NOW)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A post in the hands of a sender, with all that sending it needs. `run` is None outside runs."""

    oid: Oid
    team: str
    lane: str
    seq: int
    run: Run | None
    channel: str
    thread_ts: str | None
    """The thread to post in; None for the channel itself, and for a run's root."""
    post: Post
    attempts: int
    attempt_at: datetime | None
    created_at: datetime

    @property
    def root_oid(self) -> Oid | None:
        """The oid of its run's brief, which the brief carries on when it is drawn again."""
        return root_oid(self.team, self.run.id) if self.run else None


async def enqueue(
    connection: Connection, team: str, cause: str, post: Post, *, to: Destination = _NOWHERE, now: datetime
) -> Oid | None:
    """The oid of a post outside any run; None, and no effect, if the same cause has enqueued one before.

    A `Direct` needs no destination: it goes to its user.
    """
    oid = oid_for(team, cause)
    row = single_row(team, oid, to, post, now)
    return oid if await connection.do(lambda there: there.insert_new(outbox, row, outbox.c.oid)) else None


async def enqueue_again(
    connection: Connection, team: str, cause: str, post: Post, *, to: Destination, now: datetime
) -> Oid | None:
    """As `enqueue`, but a post of this cause that was given up does not stand in the way of another."""
    lost = 0
    while (await connection.first(_STATUS, this_oid=oid_for(team, _numbered(cause, lost))) or ("",))[0] == "dead":
        lost += 1
    return await enqueue(connection, team, _numbered(cause, lost), post, to=to, now=now)


def _numbered(cause: str, lost: int) -> str:
    return f"{cause}:{lost}" if lost else cause


async def enqueue_update(
    connection: Connection, team: str, first: Oid, post: Post, *, to: Destination, now: datetime
) -> None:
    """Puts a post that draws another one again behind it, in its lane; no effect while one is waiting there.

    To be called after what is to be drawn was committed: the one that is waiting will then show it too.
    """

    def add(transaction: Transaction) -> None:
        if not transaction.first(_WAITS_IN_LANE, in_team=team, in_lane=first):
            follow_in(transaction, team, first, post, now, to)

    await connection.do(add)


async def follow(connection: Connection, team: str, first: Oid, post: Post, *, now: datetime) -> None:
    """Puts a post that draws another one again behind it, in the transaction that changes what is to be drawn.

    Where it stands is asked for when it is sent. To be called with something held that all who follow this one hold:
    of two that come at once, one would be lost.
    """
    await connection.do(lambda transaction: follow_in(transaction, team, first, post, now))


def follow_in(
    transaction: Transaction, team: str, first: Oid, post: Post, now: datetime, to: Destination = _NOWHERE
) -> None:
    """As `follow`, inside a transaction; `to` where it is known by now where the first stands."""
    last = transaction.first(_LAST_IN_LANE, in_team=team, in_lane=first)
    row = follower_row(team, first, 1 + (last[0] if last and last[0] is not None else 0), to, post, now)
    transaction.insert_new(outbox, row, outbox.c.oid)


async def is_known(connection: Connection, oid: str) -> bool:
    """Whether there is a post of that oid, sent or still to be."""
    row = await connection.first(_STATUS, this_oid=oid)
    return row is not None and row[0] != "dead"


async def place_of(connection: Connection, oid: str) -> Destination | None:
    """The channel and the ts where the post of that oid stands; None while it does not."""
    row = await connection.first(_PLACE, this_oid=oid)
    return None if row is None else Destination(*row)


async def take_due(
    database: Database, sender: str, now: datetime, limit: int, lease: timedelta = LEASE
) -> list[Outgoing]:
    """Posts that may go out now, marked as being sent before they are handed over. Each lane gives one at a time."""

    def is_due(transaction: Transaction) -> bool:
        return transaction.first(_IS_DUE, now=now) is not None

    def take(transaction: Transaction) -> list[Outgoing]:
        return _take(transaction, transaction.all(_TAKE_DUE, now=now, most=limit), sender, now, lease)

    return await database.write_if(is_due, take) or []


async def mark_sent(
    database: Database,
    oid: Oid,
    ts: str,
    now: datetime,
    *,
    channel: str | None = None,
    next_for: str | None = None,
    lease: timedelta = LEASE,
) -> Outgoing | None:
    """Notes that the post stands at `ts`; the brief's ts becomes its run's thread, and the run is open.

    `channel` is where Slack has put it, if that is known: what is sent to a person stands in their direct messages.

    With `next_for`, a sender's name, the next post of the lane, if due, is handed over in the same transaction.
    A post that was already noted as sent keeps its first ts.
    """

    def note(transaction: Transaction) -> Outgoing | None:
        row = transaction.first(_SENT, this_oid=oid, stands_at=ts, stands_in=channel)
        if row is None:
            return None
        if row.op == "brief":
            run_store.set_thread(transaction, row.team, row.lane, ts)
        transaction.run(_VANISH, this_oid=oid)
        if next_for is None:
            return None
        rows = transaction.all(_TAKE_NEXT, in_team=row.team, in_lane=row.lane, now=now, most=1)
        return next(iter(_take(transaction, rows, next_for, now, lease)), None)

    return await database.write(note)


async def put_back(database: Database, oid: Oid, not_before: datetime, reason: str) -> None:
    """Lets the post wait until `not_before`, after a refusal that says that it was not posted."""
    await _update(database, _PUT_BACK, this_oid=oid, later=not_before, why=reason)


async def mark_lost(database: Database, oid: Oid, now: datetime) -> None:
    """The attempt ended without an answer: nobody is sending any more, and the post is to be looked for."""
    await _update(database, _LOSE, this_oid=oid, now=now)


async def mark_dead(database: Database, oid: Oid, reason: str, now: datetime) -> None:
    """Gives the post up. A run whose brief cannot be posted has no thread: it ends, and its other posts with it."""

    def give_up(transaction: Transaction) -> None:
        row = transaction.first(_DEAD_POST, this_oid=oid, why=reason)
        transaction.run(_VANISH, this_oid=oid)
        if row is None or row.op != "brief":
            return
        lane = {"in_team": row.team, "in_lane": row.lane}
        transaction.run(_DEAD_LANE, **lane, why=reason)
        transaction.run(_NEVER_OPENED, **lane, now=now)

    await database.write(give_up)


async def overdue(database: Database, now: datetime, grace: timedelta, limit: int = 20) -> list[Outgoing]:
    """Posts whose sender has not come back since its lease ran out `grace` ago: nobody knows whether they stand.

    They are handed to one caller, who has another `grace` to settle them before anyone is asked again.
    """
    before = now - grace

    def is_lost(transaction: Transaction) -> bool:
        return transaction.first(_IS_LOST, before=before) is not None

    def take(transaction: Transaction) -> list[Outgoing]:
        rows = transaction.all(_TAKE_LOST, before=before, most=limit)
        _change(transaction, rows, _LOOK_FOR, now=now)
        return [outgoing_of(row) for row in rows]

    return await database.write_if(is_lost, take) or []


async def resend(database: Database, outgoing: Outgoing, now: datetime, lease: timedelta = LEASE) -> Outgoing | None:
    """The post for another attempt under the same oid; None if someone else has settled it or tried it again."""
    so_far = outgoing.attempts
    if not await _update(database, _AGAIN, this_oid=outgoing.oid, so_far=so_far, now=now, until=now + lease):
        return None
    return replace(outgoing, attempt_at=now, attempts=so_far + 1)


def outgoing_of(row: Found) -> Outgoing:
    """The post in a row of its own columns and, for a run's post, of its run's."""
    _, oid, team, lane, seq, channel, thread_ts, payload, attempts, attempt_at, created_at, run_id = row[: len(_POST)]
    run = None if run_id is None else run_of(row[len(_POST) :])
    return Outgoing(
        oid=oid,
        team=team,
        lane=lane,
        seq=seq,
        run=run,
        channel=channel,
        thread_ts=run.thread_ts if run else thread_ts,
        post=decode(payload),
        attempts=attempts,
        attempt_at=attempt_at,
        created_at=created_at,
    )


def _take(
    transaction: Transaction, rows: Sequence[Found], sender: str, now: datetime, lease: timedelta
) -> list[Outgoing]:
    _change(transaction, rows, _ATTEMPT, by=sender, now=now, until=now + lease)
    taken = [outgoing_of(row) for row in rows]
    return [replace(each, attempts=each.attempts + 1, attempt_at=now) for each in taken]


def _change(transaction: Transaction, rows: Sequence[Found], change: Update, **values: Any) -> None:
    if rows:
        transaction.run(change, numbers=[row[0] for row in rows], **values)


async def _update(database: Database, statement: Update, **values: Any) -> int:
    return await database.write(lambda transaction: transaction.run(statement, **values))
