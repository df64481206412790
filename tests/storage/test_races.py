"""Many at once: nothing is lost, nothing happens twice, and every run keeps its order."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import pytest

from engine.errors import StaleRun
from storage import outbox, run_events, runs, turns, verdicts
from storage.database import Database, open_database
from storage.posts import Line, VerdictCard
from storage.runs import Run
from tests.storage.given import LEASE, NOW, TEAM, VERDICT, arrive, entry, keep, open_run, run_now, said, take_up


@pytest.fixture
async def processes(url: str, backend: str) -> AsyncIterator[list[Database]]:
    """The database as several processes have it open; a SQLite file has one process, here with several workers."""
    opened = [await open_database(url) for _ in range(3 if backend == "postgresql" else 1)]
    yield opened * (3 // len(opened))
    for each in set(opened):
        await each.close()


async def work(database: Database, worker: str) -> int:
    """Takes turns until nothing is open; how many it took."""
    taken = 0
    while claim := await turns.claim(database, worker, NOW, LEASE):
        line = said(claim.entry.text, claim.run.round + 1)
        after = claim.run.round + 1
        await turns.commit_turn(
            database, claim, events=[line], posts=[Line("Dana", "", line.kind)], status="open", round=after, now=NOW
        )
        taken += 1
    return taken


async def test_two_workers_racing_for_one_run_never_hold_it_both(processes: list[Database]) -> None:
    run = await open_run(processes[0])
    await keep(processes[0], entry(run))
    claims = await asyncio.gather(*(turns.claim(each, f"w{n}", NOW, LEASE) for n, each in enumerate(processes * 4)))
    assert sum(claim is not None for claim in claims) == 1


async def test_lines_arriving_at_once_are_each_answered_once_and_in_order(processes: list[Database]) -> None:
    held = [await open_run(processes[0], f"1.{number}") for number in range(6)]
    lines = [entry(run, text=f"line {number}") for number in range(8) for run in held]
    for line in lines:
        await keep(processes[0], line)
    taken = await asyncio.gather(*(work(each, f"w{number}") for number, each in enumerate(processes * 2)))
    assert sum(taken) == len(lines)
    for run in held:
        assert await texts(processes[0], run) == ["hello", *(f"line {number}" for number in range(8))]
        assert (await run_now(processes[0], run)).round == 8


async def texts(database: Database, run: Run) -> list[str]:
    """What was said in the run."""
    async with database.reading() as connection:
        return [getattr(event, "text", "") for event in await run_events.load(connection, run.team, run.id)]


async def test_of_300_concurrent_updates_none_is_lost(processes: list[Database]) -> None:
    run = await open_run(processes[0])

    async def deliver(number: int) -> None:
        database = processes[number % len(processes)]
        fast = await arrive(database, entry(run, text=str(number)), f"w{number}")
        if fast.claim:
            said_now = [said(fast.claim.entry.text)]
            await turns.commit_turn(
                database, fast.claim, events=said_now, posts=[], status="open", round=fast.claim.run.round + 1, now=NOW
            )

    await asyncio.gather(*(deliver(number) for number in range(300)))
    await asyncio.gather(*(work(each, f"late{number}") for number, each in enumerate(processes)))
    assert sorted((await texts(processes[0], run))[1:], key=int) == [str(number) for number in range(300)]
    after = await run_now(processes[0], run)
    assert (after.round, after.revision, after.event_count) == (300, 300, 301)


async def test_20_concurrent_commits_of_one_turn_give_one_verdict(processes: list[Database]) -> None:
    run = await open_run(processes[0])
    claim = await take_up(processes[0], entry(run))
    final: dict[str, Any] = {
        "events": [said("deal")],
        "posts": [VerdictCard()],
        "status": "ended",
        "round": 1,
        "now": NOW,
    }
    results = await asyncio.gather(
        *(
            turns.commit_turn(processes[number % len(processes)], claim, verdict=VERDICT, **final)
            for number in range(20)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(result, StaleRun) for result in results) == 19
    assert await texts(processes[0], run) == ["hello", "deal"]
    async with processes[0].reading() as connection:
        assert await verdicts.get(connection, TEAM, run.id) == VERDICT
    [card] = await outbox.take_due(processes[0], "sender", NOW, 10)
    assert card.post == VerdictCard()


async def test_several_senders_take_every_post_once(processes: list[Database]) -> None:
    held = [await open_run(processes[0], f"1.{number}") for number in range(5)]
    for run in held:
        claim = await take_up(processes[0], entry(run))
        lines = [Line("Dana", "", f"{number}") for number in range(6)]
        await turns.commit_turn(processes[0], claim, events=[], posts=lines, status="open", round=1, now=NOW)
    stands: dict[str, list[str]] = defaultdict(list)

    async def send(database: Database, sender: str) -> None:
        while due := await outbox.take_due(database, sender, NOW, 4):
            for each in due:
                following: outbox.Outgoing | None = each
                while following:
                    stands[following.lane].append(getattr(following.post, "text", ""))
                    ts = f"9.{following.seq}"
                    following = await outbox.mark_sent(database, following.oid, ts, NOW, next_for=sender)

    await asyncio.gather(*(send(each, f"s{number}") for number, each in enumerate(processes * 2)))
    assert stands == {run.id: [f"{number}" for number in range(6)] for run in held}


async def test_readers_see_a_run_before_or_after_a_turn_and_never_between(processes: list[Database]) -> None:
    run = await open_run(processes[0])
    for number in range(15):
        await keep(processes[0], entry(run, text=str(number)))
    done = asyncio.Event()

    async def watch(database: Database) -> None:
        while not done.is_set():
            async with database.reading() as connection:
                seen = await runs.get(connection, TEAM, run.id)
                events = await run_events.load(connection, TEAM, run.id)
            assert seen
            assert seen.event_count == len(events)

    watchers = [asyncio.create_task(watch(each)) for each in processes]
    await work(processes[0], "worker")
    done.set()
    await asyncio.gather(*watchers)
