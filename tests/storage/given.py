"""What storage tests start from."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from engine.negotiation.events import Event, Said
from engine.scenario.rules import Rules
from storage import outbox, runs, turns
from storage.database import Database
from storage.inbox import Entry, accept
from storage.posts import Brief, Line, Post, VerdictCard
from storage.runs import NewRun, Run
from storage.turns import Acceptance, Claim
from storage.verdicts import VerdictRow

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
TEAM, CHANNEL, REP, WORKER = "T1", "C1", "U1", "worker"
OPENING = (Brief(), Line("Dana", ":car:", "Hello, I am looking for a car."))
VERDICT = VerdictRow(82, True, {"total": 82, "checks": ["opening"]}, "rubric-1")

_numbers = count(1)


def after(seconds: float) -> datetime:
    """So many seconds into the story."""
    return NOW + timedelta(seconds=seconds)


def said(text: str, round: int = 1) -> Event:
    """A line of the rep's, as an event."""
    return Said(NOW, "rep", round, text)


def new_run(**changes: Any) -> NewRun:
    """A run on seed 18422, as the bot opens it."""
    known: dict[str, Any] = {
        "team": TEAM,
        "channel": CHANNEL,
        "rep": REP,
        "pack": "car_sales",
        "pack_hash": "hash-1",
        "draw_epoch": 1,
        "seed": 18422,
        "mode": "strict",
        "engine": "1",
        "profile": (("budget", 3_400_000), ("needs", ("space", "price"))),
        "profile_hash": "profile-1",
        "rules": Rules(max_rounds=12),
        "opened_at": NOW,
    }
    return NewRun(**{**known, **changes})


async def ended_run(database: Database, thread: str = "100.000001", rep: str = REP, **more: Any) -> Run:
    """A run whose last turn is committed with `more`, such as its verdict; the card is still to be posted."""
    run = await open_run(database, thread, rep=rep)
    claim = await take_up(database, entry(run))
    last = {"events": [said("bye")], "posts": [VerdictCard()], "status": "ended", "round": 1, "now": NOW}
    await turns.commit_turn(database, claim, **last, **more)
    return run


async def opening_run(database: Database, posts: tuple[Post, ...] = OPENING, **changes: Any) -> Run:
    """A run that is stored, with nothing posted yet."""
    async with database.writing() as connection:
        return await runs.open_run(connection, new_run(**changes), [said("hello", 0)], posts)


async def open_run(database: Database, thread_ts: str = "100.000001", **changes: Any) -> Run:
    """A run whose opening posts stand in Slack."""
    run = await opening_run(database, **changes)
    await database.write(lambda there: runs.set_thread(there, run.team, run.id, thread_ts))
    for _ in OPENING:
        mine = [each for each in await outbox.take_due(database, "opener", NOW, 100) if each.lane == run.id]
        for each in mine:
            await outbox.mark_sent(database, each.oid, f"{thread_ts}{each.seq}" if each.seq else thread_ts, NOW)
    return await run_now(database, run)


async def run_now(database: Database, run: Run) -> Run:
    """The run as it stands."""
    async with database.reading() as connection:
        found = await runs.get(connection, run.team, run.id)
    assert found is not None
    return found


def entry(run: Run, text: str = "Hi there", **changes: Any) -> Entry:
    """A line of the rep's in the run's thread, another one at each call."""
    number = next(_numbers)
    known: dict[str, Any] = {
        "team": run.team,
        "event_id": f"Ev{number}",
        "channel": run.channel,
        "thread_ts": run.thread_ts,
        "user": run.rep,
        "kind": "message",
        "received_at": NOW,
        "text": text,
        "message_ts": f"200.{number:06d}",
    }
    return Entry(**{**known, **changes})


async def keep(database: Database, *entries: Entry) -> list[bool]:
    """Stores the entries; whether each was new."""
    async with database.writing() as connection:
        return [await accept(connection, each) for each in entries]


async def take_up(database: Database, arrived: Entry) -> Claim:
    """Stores the entry and takes its run at once."""
    acceptance = await arrive(database, arrived)
    assert acceptance.claim is not None
    return acceptance.claim


async def arrive(database: Database, arrived: Entry, worker: str = WORKER) -> Acceptance:
    """Stores the entry, and takes its run at once if that is free."""
    return await turns.accept_and_claim(database, arrived, worker, NOW, LEASE)
