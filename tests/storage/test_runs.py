"""Runs come back as they were stored, and only to their own team."""

import pytest

from engine.scenario.rules import Rules
from storage import outbox, pinned_packs, run_events, runs, turns, verdicts
from storage.database import Database
from tests.storage.given import (
    CHANNEL,
    LEASE,
    NOW,
    REP,
    TEAM,
    VERDICT,
    WORKER,
    after,
    entry,
    keep,
    open_run,
    opening_run,
    run_now,
    said,
    take_up,
)


async def test_a_run_comes_back_as_it_was_opened(database: Database) -> None:
    run = await opening_run(database)
    assert await run_now(database, run) == run
    assert run.rules == Rules(max_rounds=12)
    assert run.profile == (("budget", 3_400_000), ("needs", ("space", "price")))
    assert (run.status, run.thread_ts, run.revision, run.opened_at.utcoffset()) == ("opening", None, 0, NOW.utcoffset())


async def test_a_run_is_found_by_its_thread(database: Database) -> None:
    run = await open_run(database)
    async with database.reading() as connection:
        assert await runs.for_thread(connection, TEAM, CHANNEL, "100.000001") == run
        assert await runs.for_thread(connection, TEAM, "C2", "100.000001") is None
        assert await runs.for_thread(connection, "T2", CHANNEL, "100.000001") is None


async def test_an_unknown_thread_may_be_that_of_a_run_which_is_being_opened_in_its_channel(database: Database) -> None:
    run = await opening_run(database)
    assert await runs.at_thread(database, TEAM, CHANNEL, "100.1") == (None, True)
    assert await runs.at_thread(database, TEAM, "C2", "100.1") == (None, False)
    assert await runs.at_thread(database, "T2", CHANNEL, "100.1") == (None, False)
    await database.write(lambda there: runs.set_thread(there, TEAM, run.id, "100.1"))
    found = await runs.at_thread(database, TEAM, CHANNEL, "100.1")
    assert found.run
    assert found.run.id == run.id
    assert await runs.at_thread(database, TEAM, CHANNEL, "200.1") == (None, False)


async def test_a_rep_sees_live_runs_first_then_the_latest(database: Database) -> None:
    old = await open_run(database, "1.1", opened_at=after(0))
    ended = await open_run(database, "1.2", opened_at=after(1))
    young = await open_run(database, "1.3", opened_at=after(2))
    await open_run(database, "1.4", rep="U2")
    claim = await take_up(database, entry(ended))
    await turns.commit_turn(database, claim, events=[], posts=[], status="ended", round=1, now=after(9))
    async with database.reading() as connection:
        mine = await runs.of_rep(connection, TEAM, REP, 10)
        assert [run.id for run in mine] == [young.id, old.id, ended.id]
        assert len(await runs.of_rep(connection, TEAM, REP, 1)) == 1


async def test_open_runs_left_alone_are_found_the_longest_idle_first(database: Database) -> None:
    second = await open_run(database, "1.1", opened_at=after(5))
    first = await open_run(database, "1.2", opened_at=after(0))
    await open_run(database, "1.3", opened_at=after(10))
    paused = await open_run(database, "1.4", opened_at=after(0))
    claim = await take_up(database, entry(paused))
    await turns.commit_turn(database, claim, events=[], posts=[], status="paused", round=1, now=after(1))
    async with database.reading() as connection:
        idle = await runs.idle_since(connection, after(10), 10)
        assert [run.id for run in idle] == [first.id, second.id]
        assert [run.id for run in await runs.idle_since(connection, after(10), 1)] == [first.id]


async def test_live_threads_come_with_the_newest_message_known_of_them(database: Database) -> None:
    quiet, busy = await open_run(database, "1.1"), await open_run(database, "1.2", opened_at=after(1))
    ended = await open_run(database, "1.3")
    await opening_run(database)
    await keep(database, entry(busy, message_ts="2.5"), entry(busy, message_ts="2.9"))
    claim = await take_up(database, entry(ended))
    await turns.commit_turn(database, claim, events=[], posts=[], status="ended", round=1, now=NOW)
    async with database.reading() as connection:
        assert await runs.open_threads(connection, TEAM) == (
            (quiet.id, CHANNEL, "1.1", "1.1"),
            (busy.id, CHANNEL, "1.2", "2.9"),
        )


async def test_events_come_back_in_order(database: Database) -> None:
    run = await open_run(database)
    rows = run_events.rows_of(TEAM, run.id, 1, [said(f"line {number}") for number in range(30)])
    await database.write(lambda there: run_events.append(there, rows))
    async with database.reading() as connection:
        events = await run_events.load(connection, TEAM, run.id)
    assert [getattr(event, "text", "") for event in events] == ["hello", *(f"line {number}" for number in range(30))]


async def test_an_event_cannot_be_written_over(database: Database) -> None:
    run = await open_run(database)
    rows = run_events.rows_of(TEAM, run.id, 0, [said("another past")])
    with pytest.raises(Exception, match=r"(?i)unique"):
        await database.write(lambda there: run_events.append(there, rows))


async def test_a_pack_is_pinned_once(database: Database) -> None:
    async with database.writing() as connection:
        assert await pinned_packs.pin(connection, "car_sales", "hash-1", '{"id": "car_sales"}', NOW)
        assert not await pinned_packs.pin(connection, "car_sales", "hash-1", "something else", NOW)
    async with database.reading() as connection:
        assert await pinned_packs.get(connection, "hash-1") == '{"id": "car_sales"}'
        assert await pinned_packs.get(connection, "hash-2") is None


async def test_a_verdict_comes_back_as_it_was(database: Database) -> None:
    run = await open_run(database)
    async with database.writing() as connection:
        assert await verdicts.get(connection, TEAM, run.id) is None
        await connection.do(lambda there: verdicts.insert(there, TEAM, run.id, VERDICT, NOW))
        assert await verdicts.get(connection, TEAM, run.id) == VERDICT
        assert await verdicts.get(connection, "T2", run.id) is None


async def test_two_teams_with_the_same_ids_never_meet(database: Database) -> None:
    mine = await open_run(database, id="same", rep=REP)
    theirs = await open_run(database, id="same", rep=REP, team="T2")
    claim = await take_up(database, entry(theirs))
    await turns.commit_turn(
        database, claim, events=[said("theirs")], posts=[], status="ended", round=1, now=NOW, verdict=VERDICT
    )
    assert await run_now(database, mine) == mine
    async with database.reading() as connection:
        assert [run.team for run in await runs.of_rep(connection, TEAM, REP, 10)] == [TEAM]
        assert await run_events.load(connection, TEAM, "same") == (said("hello", 0),)
        assert await verdicts.get(connection, TEAM, "same") is None
        assert [thread.run_id for thread in await runs.open_threads(connection, TEAM)] == ["same"]
        assert await runs.open_threads(connection, "T2") == ()
    assert await turns.claim(database, WORKER, NOW, LEASE) is None
    assert await outbox.take_due(database, "sender", NOW, 10) == []
