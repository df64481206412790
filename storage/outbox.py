"""The outbox: what is to be posted, lane by lane, and how far each post has come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, select, update

from storage import runs as run_store
from storage.columns import word
from storage.connection import Connection
from storage.database import Database
from storage.lanes import Oid, oid_for, root_oid, single_row
from storage.posts import Destination, Post, decode
from storage.runs import Run, run_of
from storage.tables import outbox, runs

LEASE = timedelta(seconds=15)
"""How long a sender may take over one attempt: the time limit of the call and a little."""

_NOWHERE = Destination("")
_UNSENT = outbox.c.status.in_([word("pending"), word("sending")])


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
    return oid if await connection.insert_new(outbox, single_row(team, oid, to, post, now), outbox.c.oid) else None


async def take_due(
    database: Database, sender: str, now: datetime, limit: int, lease: timedelta = LEASE
) -> list[Outgoing]:
    """Posts that may go out now, marked as being sent before they are handed over. Each lane gives one at a time."""
    async with database.writing() as connection:
        due = (outbox.c.status == word("pending"), outbox.c.not_before <= now, ~_earlier_unsent())
        longest_due = _selected(*due).order_by(outbox.c.not_before, outbox.c.id).limit(limit)
        return await _take(connection, longest_due, sender, now, lease)


async def mark_sent(
    database: Database, oid: Oid, ts: str, now: datetime, *, next_for: str | None = None, lease: timedelta = LEASE
) -> Outgoing | None:
    """Notes that the post stands at `ts`; the brief's ts becomes its run's thread, and the run is open.

    With `next_for`, a sender's name, the next post of the lane, if due, is handed over in the same transaction.
    A post that was already noted as sent keeps its first ts.
    """
    async with database.writing() as connection:
        sent = (
            update(outbox)
            .where(outbox.c.oid == oid, _UNSENT)
            .values(status="sent", ts=ts, lease_until=None, reason=None)
            .returning(outbox.c.team, outbox.c.lane, outbox.c.op)
        )
        row = await connection.first(sent)
        if row is None:
            return None
        if row["op"] == "brief":
            await run_store.set_thread(connection, row["team"], row["lane"], ts)
        if next_for is None:
            return None
        of_lane = (outbox.c.team == row["team"], outbox.c.lane == row["lane"])
        head = (outbox.c.status == word("pending"), outbox.c.not_before <= now, ~_earlier_unsent())
        taken = await _take(connection, _selected(*of_lane, *head).limit(1), next_for, now, lease)
        return next(iter(taken), None)


async def put_back(database: Database, oid: Oid, not_before: datetime, reason: str) -> None:
    """Lets the post wait until `not_before`, after a refusal that says that it was not posted."""
    async with database.writing() as connection:
        waiting = {"status": "pending", "not_before": not_before, "reason": reason, "lease_until": None}
        await connection.run(update(outbox).where(outbox.c.oid == oid, _UNSENT).values(waiting))


async def mark_lost(database: Database, oid: Oid, now: datetime) -> None:
    """The attempt ended without an answer: nobody is sending any more, and the post is to be looked for."""
    async with database.writing() as connection:
        this = (outbox.c.oid == oid, outbox.c.status == word("sending"))
        await connection.run(update(outbox).where(*this).values(lease_until=now))


async def mark_dead(database: Database, oid: Oid, reason: str, now: datetime) -> None:
    """Gives the post up. A run whose brief cannot be posted has no thread: it ends, and its other posts with it."""
    async with database.writing() as connection:
        dead = update(outbox).values(status="dead", reason=reason, lease_until=None)
        row = await connection.first(
            dead.where(outbox.c.oid == oid, _UNSENT).returning(outbox.c.team, outbox.c.lane, outbox.c.op)
        )
        if row is None or row["op"] != "brief":
            return
        await connection.run(dead.where(outbox.c.team == row["team"], outbox.c.lane == row["lane"], _UNSENT))
        unopened = (runs.c.team == row["team"], runs.c.id == row["lane"], runs.c.status == "opening")
        await connection.run(update(runs).where(*unopened).values(status="ended", ended_at=now, touched_at=now))


async def overdue(database: Database, now: datetime, grace: timedelta, limit: int = 20) -> list[Outgoing]:
    """Posts whose sender has not come back since its lease ran out `grace` ago: nobody knows whether they stand.

    They are handed to one caller, who has another `grace` to settle them before anyone is asked again.
    """
    async with database.writing() as connection:
        lost = (outbox.c.status == word("sending"), outbox.c.lease_until <= now - grace)
        rows = await connection.all(_selected(*lost).order_by(outbox.c.lease_until).limit(limit))
        await _set(connection, rows, {"lease_until": now})
        return [outgoing_of(row) for row in rows]


async def resend(database: Database, outgoing: Outgoing, now: datetime, lease: timedelta = LEASE) -> Outgoing | None:
    """The post for another attempt under the same oid; None if someone else has settled it or tried it again."""
    async with database.writing() as connection:
        same = (outbox.c.oid == outgoing.oid, outbox.c.status == "sending", outbox.c.attempts == outgoing.attempts)
        attempt = {"attempt_at": now, "attempts": outgoing.attempts + 1, "lease_until": now + lease}
        if not await connection.run(update(outbox).where(*same).values(attempt)):
            return None
        return replace(outgoing, attempt_at=now, attempts=outgoing.attempts + 1)


def outgoing_of(row: RowMapping) -> Outgoing:
    """The post in a row that holds every column of `outbox` and, for a run's post, of `runs`."""
    run = None if row[outbox.c.run_id] is None else run_of(row)
    return Outgoing(
        oid=row[outbox.c.oid],
        team=row[outbox.c.team],
        lane=row[outbox.c.lane],
        seq=row[outbox.c.seq],
        run=run,
        channel=row[outbox.c.channel],
        thread_ts=run.thread_ts if run else row[outbox.c.thread_ts],
        post=decode(row[outbox.c.payload]),
        attempts=row[outbox.c.attempts],
        attempt_at=row[outbox.c.attempt_at],
        created_at=row[outbox.c.created_at],
    )


def _selected(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Posts with their runs, skipping those that another process is taking just now."""
    of_run = and_(runs.c.team == outbox.c.team, runs.c.id == outbox.c.run_id)
    return (
        select(outbox, runs)
        .select_from(outbox.outerjoin(runs, of_run))
        .where(*conditions)
        .with_for_update(of=outbox, skip_locked=True)
    )


def _earlier_unsent() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    unsent = earlier.c.status.in_([word("pending"), word("sending")])
    same_lane = (earlier.c.team == outbox.c.team, earlier.c.lane == outbox.c.lane)
    return select(earlier.c.id).where(*same_lane, earlier.c.seq < outbox.c.seq, unsent).exists()


async def _take(
    connection: Connection, chosen: Select[Any], sender: str, now: datetime, lease: timedelta
) -> list[Outgoing]:
    rows = await connection.all(chosen)
    attempt = {"status": "sending", "sender": sender, "attempt_at": now, "lease_until": now + lease}
    await _set(connection, rows, attempt | {"attempts": outbox.c.attempts + 1})
    taken = [outgoing_of(row) for row in rows]
    return [replace(each, attempts=each.attempts + 1, attempt_at=now) for each in taken]


async def _set(connection: Connection, rows: Sequence[RowMapping], values: dict[str, Any]) -> None:
    if rows:
        numbers = [row[outbox.c.id] for row in rows]
        await connection.run(update(outbox).where(outbox.c.id.in_(numbers)).values(values))
