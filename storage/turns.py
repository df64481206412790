"""Turns: one worker at a time takes up what came in for a run, and commits everything that follows from it at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Update, and_, bindparam, null, or_, select, tuple_, update

from engine.errors import StaleRun
from engine.negotiation.events import Event
from engine.prompting.excerpts import Excerpt
from storage import comments, run_events, totals, verdicts, worded_lines
from storage import excerpts as excerpt_store
from storage import inbox as inbox_store
from storage import runs as run_store
from storage.columns import UtcDateTime, word
from storage.database import Database
from storage.inbox import Entry, entry_of, insert_entry
from storage.lanes import Oid, lane_rows, oid_for, single_row
from storage.outbox import LEASE, Outgoing
from storage.posts import Destination, Post
from storage.runs import Run, RunStatus, run_of
from storage.tables import inbox, outbox, runs
from storage.transaction import Found, Transaction
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


class Aside(NamedTuple):
    """A post of a turn that goes elsewhere, in a lane of its own; `cause` is no other post's."""

    cause: str
    to: Destination
    post: Post


class Acceptance(NamedTuple):
    """Whether an entry was new, and the claim on its run if that was free."""

    is_new: bool
    claim: Claim | None


class Committed(NamedTuple):
    """A committed turn: the oids of its posts in order, the one to send at once, and the run afterwards."""

    oids: tuple[Oid, ...]
    outgoing: Outgoing | None
    run: Run


_NOW = bindparam("now", type_=UtcDateTime())
_SAME_THREAD = and_(
    inbox.c.team == runs.c.team, inbox.c.channel == runs.c.channel, inbox.c.thread_ts == runs.c.thread_ts
)
_OPEN = inbox.c.status == word("open")
_FREE = or_(runs.c.lease_until.is_(None), runs.c.lease_until <= _NOW)
_THIS_RUN = and_(runs.c.team == bindparam("in_team"), runs.c.id == bindparam("this_run"))
_THIS_TURN = and_(_THIS_RUN, runs.c.epoch == bindparam("at_epoch"), runs.c.revision == bindparam("at_revision"))
_THIS_ENTRY = and_(inbox.c.id == bindparam("number"), inbox.c.team == bindparam("in_team"))

_earlier = inbox.alias("earlier")
_PRECEDED = (
    select(_earlier.c.id)
    .where(
        _earlier.c.team == runs.c.team,
        _earlier.c.channel == runs.c.channel,
        _earlier.c.thread_ts == runs.c.thread_ts,
        _earlier.c.status == word("open"),
        tuple_(_earlier.c.position, _earlier.c.id) < tuple_(inbox.c.position, inbox.c.id),
    )
    .exists()
)
_TO_ANSWER = and_(_OPEN, inbox.c.not_before <= _NOW, _FREE, ~_PRECEDED)
_WAITING = (
    select(*inbox_store.COLUMNS, inbox.c.id, inbox.c.attempts, runs.c.id)
    .select_from(inbox.join(runs, _SAME_THREAD))
    .where(_TO_ANSWER)
    .order_by(inbox.c.not_before, inbox.c.id)
    .limit(1)
    .with_for_update(of=[runs, inbox], skip_locked=True)
)
"""The earliest open entry of each free run, if it is due; locked, since another process may be looking too."""
_IS_WAITING = select(inbox.c.id).select_from(inbox.join(runs, _SAME_THREAD)).where(_TO_ANSWER).limit(1)

_HOLD = (
    update(runs)
    .where(_FREE)
    .values(epoch=runs.c.epoch + 1, lease_until=bindparam("until"), lease_holder=bindparam("worker"))
    .returning(*run_store.COLUMNS)
)
_HOLD_RUN = _HOLD.where(_THIS_RUN)
_HOLD_THREAD = _HOLD.where(
    runs.c.team == bindparam("in_team"),
    runs.c.channel == bindparam("in_channel"),
    runs.c.thread_ts == bindparam("in_thread"),
    ~select(inbox.c.id).where(_SAME_THREAD, _OPEN, inbox.c.id != bindparam("number")).exists(),
)
_LET_GO = update(runs).where(_THIS_TURN).values(lease_until=null(), lease_holder=null())
_COUNT_ATTEMPT = update(inbox).where(_THIS_ENTRY).values(attempts=inbox.c.attempts + 1)
_SETTLE = update(inbox).where(_THIS_ENTRY).values(status=bindparam("outcome"))
_SETTLE_WITH_REASON = _SETTLE.values(reason=bindparam("why"))
_PUT_BACK = update(inbox).where(_THIS_ENTRY).values(not_before=bindparam("later"), reason=bindparam("why"))

_UNSENT = (
    select(outbox.c.id)
    .where(
        outbox.c.team == bindparam("in_team"),
        outbox.c.lane == bindparam("this_run"),
        outbox.c.status.in_([word("pending"), word("sending")]),
    )
    .exists()
)
_ADVANCE = (
    update(runs)
    .where(_THIS_TURN)
    .values(
        status=bindparam("to_status"),
        round=bindparam("to_round"),
        revision=runs.c.revision + 1,
        event_count=bindparam("events"),
        post_count=bindparam("posts"),
        lease_until=null(),
        lease_holder=null(),
        touched_at=_NOW,
        ended_at=bindparam("over_at"),
    )
    .returning(runs.c.thread_ts, _UNSENT)
)
_CLOSE = _ADVANCE.where(runs.c.status != "ended")


async def accept_and_claim(
    database: Database, entry: Entry, worker: str, now: datetime, lease: timedelta
) -> Acceptance:
    """Stores the entry and, where its run is free and has nothing else to answer, takes the run as well."""

    def take_up(transaction: Transaction) -> Acceptance:
        number = insert_entry(transaction, entry)
        if number is None:
            return Acceptance(is_new=False, claim=None)
        thread = {"in_team": entry.team, "in_channel": entry.channel, "in_thread": entry.thread_ts}
        row = transaction.first(_HOLD_THREAD, number=number, now=now, until=now + lease, worker=worker, **thread)
        return Acceptance(is_new=True, claim=_claim_of(row, entry, number, worker) if row else None)

    return await database.write(take_up)


async def claim(database: Database, worker: str, now: datetime, lease: timedelta) -> Claim | None:
    """The earliest open entry of a run that nobody holds, with the run, held until `now + lease`; None for none."""

    def is_waiting(transaction: Transaction) -> bool:
        return transaction.first(_IS_WAITING, now=now) is not None

    def take_up(transaction: Transaction) -> Claim | None:
        found = transaction.first(_WAITING, now=now)
        if found is None:
            return None
        entry, (number, attempts, run_id) = entry_of(found[:-3]), found[-3:]
        held = {"until": now + lease, "worker": worker}
        row = transaction.first(_HOLD_RUN, in_team=entry.team, this_run=run_id, now=now, **held)
        if row is None:
            return None
        transaction.run(_COUNT_ATTEMPT, in_team=entry.team, number=number)
        return _claim_of(row, entry, number, worker, attempts + 1)

    return await database.write_if(is_waiting, take_up)


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
    asides: Sequence[Aside] = (),
    excerpts: Sequence[Excerpt] = (),
    writes: Sequence[Callable[[Transaction], None]] = (),
    send_now: bool = False,
    to_be_commented: bool = False,
) -> Committed:
    """The turn, committed whole: events, run, posts, asides, verdict and totals, excerpts if allowed, the entry done.

    `writes` are done in the same transaction. With `send_now` the first post is handed over at once, provided that
    nothing earlier in the run waits to be sent; with `to_be_commented` a model is to comment on the verdict.
    Raises StaleRun, without effect, if the run is no longer held under this claim, or a verdict comes for a run that
    has ended.
    """
    before = claim.run
    after = replace(_advanced(before, status, now, len(events), len(posts)), round=round)
    event_rows = run_events.rows_of(before.team, before.id, before.event_count, events)
    post_rows = lane_rows(before.team, before.id, before.channel, before.post_count, posts, now)
    aside_rows = [single_row(before.team, oid_for(before.team, each.cause), each.to, each.post, now) for each in asides]

    def commit(transaction: Transaction) -> Committed:
        thread_ts, waits = _advance(transaction, claim, after, is_final=verdict is not None)
        run = replace(after, thread_ts=thread_ts)
        outgoing = _hand_over(run, post_rows[0], posts[0], claim.worker) if send_now and posts and not waits else None
        run_events.append(transaction, event_rows)
        worded_lines.count(transaction, run.team, run.id, events, now)
        transaction.insert(outbox, [*post_rows, *aside_rows])
        excerpt_store.keep(transaction, run, excerpts, now)
        for write in writes:
            write(transaction)
        transaction.run(_SETTLE, in_team=run.team, number=claim.entry_id, outcome="done")
        if verdict is not None:
            _judge(transaction, run, verdict, now, to_be_commented=to_be_commented)
        return Committed(tuple(row["oid"] for row in post_rows), outgoing, run)

    return await database.write(commit)


def _judge(transaction: Transaction, run: Run, verdict: VerdictRow, now: datetime, *, to_be_commented: bool) -> None:
    """Adds the verdict with what follows from it: when it is to be commented, and its rep's places on boards."""
    verdicts.insert(transaction, run.team, run.id, verdict, now)
    if to_be_commented:
        comments.insert_due(transaction, run.team, run.id, now)
    if verdict.counts.spoke:
        totals.settle(transaction, run.team, run.rep)


def _advanced(run: Run, status: RunStatus, now: datetime, events: int, posts: int) -> Run:
    """The run, let go one turn later, with so many events and posts more."""
    return replace(
        run,
        status=status,
        revision=run.revision + 1,
        event_count=run.event_count + events,
        post_count=run.post_count + posts,
        lease_until=None,
        lease_holder=None,
        touched_at=now,
        ended_at=run.ended_at or (now if status == "ended" else None),
    )


async def release(database: Database, claim: Claim, *, not_before: datetime, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry waits until `not_before`."""
    return await _give_back(database, claim, _PUT_BACK, later=not_before, why=reason)


async def drop(database: Database, claim: Claim, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry is left unanswered on purpose."""
    return await _give_back(database, claim, _SETTLE_WITH_REASON, outcome="dropped", why=reason)


async def bury(database: Database, claim: Claim, reason: str) -> bool:
    """Whether the run was still held; it is free again, and the entry, which cannot be answered, is put aside."""
    return await _give_back(database, claim, _SETTLE_WITH_REASON, outcome="dead", why=reason)


def _claim_of(row: Found, entry: Entry, number: int, worker: str, attempts: int = 0) -> Claim:
    run = run_of(row)
    return Claim(run, entry, number, run.epoch, worker, attempts)


def _advance(transaction: Transaction, claim: Claim, after: Run, *, is_final: bool) -> Found:
    """The run's thread, and whether an earlier post of it has yet to be sent."""
    row = transaction.first(
        _CLOSE if is_final else _ADVANCE,
        **_turn(claim),
        to_status=after.status,
        to_round=after.round,
        events=after.event_count,
        posts=after.post_count,
        now=after.touched_at,
        over_at=after.ended_at,
    )
    if row is None:
        raise StaleRun(_STALE)
    return row


def _hand_over(run: Run, row: dict[str, Any], post: Post, sender: str) -> Outgoing:
    """The run's next post for sending at once; its row says so too."""
    now = run.touched_at
    row |= {"status": "sending", "sender": sender, "attempt_at": now, "attempts": 1, "lease_until": now + LEASE}
    return Outgoing(
        oid=row["oid"],
        team=run.team,
        lane=run.id,
        seq=row["seq"],
        run=run,
        channel=run.channel,
        thread_ts=run.thread_ts,
        post=post,
        attempts=1,
        attempt_at=now,
        created_at=now,
    )


async def _give_back(database: Database, claim: Claim, then: Update, **entry: Any) -> bool:
    def give_back(transaction: Transaction) -> bool:
        if not transaction.run(_LET_GO, **_turn(claim)):
            return False
        transaction.run(then, in_team=claim.run.team, number=claim.entry_id, **entry)
        return True

    return await database.write(give_back)


def _turn(claim: Claim) -> dict[str, Any]:
    run = claim.run
    return {"in_team": run.team, "this_run": run.id, "at_epoch": claim.epoch, "at_revision": run.revision}
