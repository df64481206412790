"""Turns: one worker at a time takes up what came in for a run, and commits everything that follows from it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, RowMapping, Select, and_, or_, select, tuple_, update

from engine.errors import StaleRun
from engine.negotiation.events import Event
from storage import run_events, verdicts
from storage.columns import word
from storage.connection import Connection
from storage.database import Database
from storage.inbox import Entry, entry_of, insert_entry
from storage.lanes import Oid, lane_rows
from storage.outbox import LEASE, Outgoing
from storage.posts import Post
from storage.runs import Run, RunStatus, run_of
from storage.tables import inbox, outbox, runs
from storage.verdicts import VerdictRow

_STALE = "Another worker has taken the run up meanwhile; load it again and retry once."


@dataclass(frozen=True, slots=True)
class Claim:
    """A run held by one worker, with the entry to answer. `attempts` counts how often it came from the queue."""

    run: Run
    entry: Entry
    entry_id: int
    epoch: int
    worker: str
    attempts: int = 0


class Acceptance(NamedTuple):
    """Whether an entry was new, and the claim on its run if that was free."""

    is_new: bool
    claim: Claim | None


class Committed(NamedTuple):
    """A committed turn: the oids of its posts in order, the one to send at once, and the run afterwards."""

    oids: tuple[Oid, ...]
    outgoing: Outgoing | None
    run: Run


async def accept_and_claim(
    database: Database, entry: Entry, worker: str, now: datetime, lease: timedelta
) -> Acceptance:
    """Stores the entry and, where its run is free and has nothing else to answer, takes the run in the same commit."""
    async with database.writing() as connection:
        number = await insert_entry(connection, entry)
        if number is None:
            return Acceptance(is_new=False, claim=None)
        here = (runs.c.team == entry.team, runs.c.channel == entry.channel, runs.c.thread_ts == entry.thread_ts)
        row = await _take(connection, worker, now, lease, *here, ~_open_entries(inbox.c.id != number).exists())
        if row is None:
            return Acceptance(is_new=True, claim=None)
        run = run_of(row)
        return Acceptance(is_new=True, claim=Claim(run, entry, number, run.epoch, worker))


async def claim(database: Database, worker: str, now: datetime, lease: timedelta) -> Claim | None:
    """The earliest open entry of a run that nobody holds, with the run, held until `now + lease`; None for none."""
    async with database.writing() as connection:
        found = await connection.first(_waiting(now))
        if found is None:
            return None
        this = (runs.c.team == found[runs.c.team], runs.c.id == found[runs.c.id])
        row = await _take(connection, worker, now, lease, *this)
        if row is None:
            return None
        number = found[inbox.c.id]
        await connection.run(update(inbox).where(inbox.c.id == number).values(attempts=inbox.c.attempts + 1))
        run = run_of(row)
        return Claim(run, entry_of(found), number, run.epoch, worker, found[inbox.c.attempts] + 1)


async def commit_turn(
    database: Database,
    claim: Claim,
    *,
    events: Sequence[Event],
    posts: Sequence[Post],
    status: RunStatus,
    round: int,
    now: datetime,
    verdict: VerdictRow | None = None,
    send_now: bool = False,
) -> Committed:
    """The turn, committed whole: events, run, posts, verdict, and the entry done.

    With `send_now` the first post is handed over at once, provided that nothing earlier in the run waits to be sent.
    Raises StaleRun, without effect, if the run is no longer held under this claim, or a verdict comes for a run that
    has ended.
    """
    async with database.writing() as connection:
        before = claim.run
        counts = {"event_count": before.event_count + len(events), "post_count": before.post_count + len(posts)}
        run = await _advance(connection, claim, now, verdict is not None, status=status, round=round, **counts)
        await run_events.append(connection, run.team, run.id, before.event_count, events)
        rows = lane_rows(run.team, run.id, run.channel, before.post_count, posts, now)
        outgoing = await _queue(connection, run, rows, posts, claim.worker if send_now else None, now)
        if verdict is not None:
            await verdicts.insert(connection, run.team, run.id, verdict, now)
        await _settle(connection, claim, status="done")
        return Committed(tuple(row["oid"] for row in rows), outgoing, run)


async def release(database: Database, claim: Claim, *, not_before: datetime, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry waits until `not_before`."""
    return await _give_back(database, claim, not_before=not_before, reason=reason)


async def drop(database: Database, claim: Claim, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry is left unanswered on purpose."""
    return await _give_back(database, claim, status="dropped", reason=reason)


async def bury(database: Database, claim: Claim, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry, which cannot be answered, is put aside."""
    return await _give_back(database, claim, status="dead", reason=reason)


async def _take(
    connection: Connection, worker: str, now: datetime, lease: timedelta, *conditions: ColumnElement[bool]
) -> RowMapping | None:
    held = {"epoch": runs.c.epoch + 1, "lease_until": now + lease, "lease_holder": worker}
    return await connection.first(update(runs).where(*conditions, _free(now)).values(held).returning(*runs.c))


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(runs.c.lease_until.is_(None), runs.c.lease_until <= now)


def _in_thread(table: Any) -> ColumnElement[bool]:
    return and_(table.c.team == runs.c.team, table.c.channel == runs.c.channel, table.c.thread_ts == runs.c.thread_ts)


def _open_entries(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(inbox.c.id).where(_in_thread(inbox), inbox.c.status == word("open"), *conditions)


def _waiting(now: datetime) -> Select[Any]:
    """The earliest open entry of each free run, if it is due; locked, since another process may be looking too."""
    earlier = inbox.alias("earlier")
    before = tuple_(earlier.c.position, earlier.c.id) < tuple_(inbox.c.position, inbox.c.id)
    preceded = select(earlier.c.id).where(_in_thread(earlier), earlier.c.status == word("open"), before).exists()
    return (
        select(inbox, runs)
        .select_from(inbox.join(runs, _in_thread(inbox)))
        .where(inbox.c.status == word("open"), inbox.c.not_before <= now, _free(now), ~preceded)
        .order_by(inbox.c.not_before, inbox.c.id)
        .limit(1)
        .with_for_update(of=[runs, inbox], skip_locked=True)
    )


def _held(claim: Claim) -> ColumnElement[bool]:
    run = claim.run
    same_turn = and_(runs.c.epoch == claim.epoch, runs.c.revision == run.revision)
    return and_(runs.c.team == run.team, runs.c.id == run.id, same_turn)


async def _advance(connection: Connection, claim: Claim, now: datetime, is_final: bool, **after: Any) -> Run:
    held = and_(_held(claim), runs.c.status != "ended") if is_final else _held(claim)
    after |= {
        "revision": claim.run.revision + 1,
        "lease_until": None,
        "lease_holder": None,
        "touched_at": now,
        "ended_at": claim.run.ended_at or (now if after["status"] == "ended" else None),
    }
    row = await connection.first(update(runs).where(held).values(after).returning(*runs.c))
    if row is None:
        raise StaleRun(_STALE)
    return run_of(row)


async def _queue(
    connection: Connection,
    run: Run,
    rows: list[dict[str, Any]],
    posts: Sequence[Post],
    sender: str | None,
    now: datetime,
) -> Outgoing | None:
    if not rows or sender is None or await _has_unsent(connection, run):
        await connection.insert(outbox, rows)
        return None
    first = rows[0]
    first |= {"status": "sending", "sender": sender, "attempt_at": now, "attempts": 1, "lease_until": now + LEASE}
    await connection.insert(outbox, rows)
    return Outgoing(
        oid=first["oid"],
        team=run.team,
        lane=run.id,
        seq=first["seq"],
        run=run,
        channel=run.channel,
        thread_ts=run.thread_ts,
        post=posts[0],
        attempts=1,
        attempt_at=now,
        created_at=now,
    )


async def _has_unsent(connection: Connection, run: Run) -> bool:
    unsent = outbox.c.status.in_([word("pending"), word("sending")])
    lane = (outbox.c.team == run.team, outbox.c.lane == run.id)
    return await connection.first(select(outbox.c.id).where(*lane, unsent).limit(1)) is not None


async def _settle(connection: Connection, claim: Claim, **values: Any) -> None:
    this = (inbox.c.id == claim.entry_id, inbox.c.team == claim.run.team)
    await connection.run(update(inbox).where(*this).values(**values))


async def _give_back(database: Database, claim: Claim, **entry: Any) -> bool:
    async with database.writing() as connection:
        if not await connection.run(update(runs).where(_held(claim)).values(lease_until=None, lease_holder=None)):
            return False
        await _settle(connection, claim, **entry)
        return True
