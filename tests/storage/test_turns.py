"""One worker at a time per run, in order; a turn is committed whole or not at all."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from engine.errors import StaleRun
from storage import outbox, run_events, runs, turns, verdicts
from storage.database import Database, open_database
from storage.posts import Destination, Direct, Line, Notice, Post, VerdictCard
from tests.databases import fresh_url
from tests.storage.given import (
    LEASE,
    NOW,
    TEAM,
    VERDICT,
    WORKER,
    after,
    arrive,
    entry,
    keep,
    open_run,
    opening_run,
    run_now,
    said,
    take_up,
)

LINE = Line("Dana", ":car:", "I could do 32,000.")


async def test_an_accepted_line_takes_its_run_in_the_same_commit(database: Database) -> None:
    run = await open_run(database)
    arrived = entry(run)
    claim = await take_up(database, arrived)
    assert claim.entry == arrived
    assert claim.epoch == claim.run.epoch == run.epoch + 1
    held = await run_now(database, run)
    assert (held.lease_holder, held.lease_until) == (WORKER, NOW + LEASE)


async def test_a_duplicate_claims_nothing(database: Database) -> None:
    run = await open_run(database)
    arrived = entry(run)
    claim = await take_up(database, arrived)
    await turns.release(database, claim, not_before=NOW, reason="later")
    assert await arrive(database, arrived) == (False, None)


async def test_a_line_for_a_held_run_waits_its_turn(database: Database) -> None:
    run = await open_run(database)
    first, second = entry(run), entry(run)
    claim = await take_up(database, first)
    assert await arrive(database, second, "other") == (True, None)
    assert await turns.claim(database, "other", NOW, LEASE) is None
    await turns.commit_turn(database, claim, events=[], posts=[], status="open", round=1, now=NOW)
    following = await turns.claim(database, "other", NOW, LEASE)
    assert following
    assert following.entry == second


async def test_a_line_does_not_overtake_one_that_was_put_back(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    await turns.release(database, claim, not_before=after(30), reason="the model is slow")
    assert await arrive(database, entry(run)) == (True, None)
    assert await turns.claim(database, WORKER, after(29), LEASE) is None
    again = await turns.claim(database, WORKER, after(30), LEASE)
    assert again
    assert again.entry == claim.entry
    assert again.attempts == 1


async def test_lines_are_taken_in_the_order_slack_gave_them(database: Database) -> None:
    run = await open_run(database)
    late, early = entry(run, message_ts="200.9"), entry(run, message_ts="200.1")
    await keep(database, late, early)
    order = []
    while claim := await turns.claim(database, WORKER, NOW, LEASE):
        order.append(claim.entry.message_ts)
        await turns.commit_turn(database, claim, events=[], posts=[], status="open", round=1, now=NOW)
    assert order == ["200.1", "200.9"]


async def test_a_line_in_a_thread_that_is_not_known_yet_is_taken_once_it_is(database: Database) -> None:
    run = await opening_run(database)
    arrived = entry(run, thread_ts="500.1")
    assert await arrive(database, arrived) == (True, None)
    await database.write(lambda there: runs.set_thread(there, TEAM, run.id, "500.1"))
    claim = await turns.claim(database, WORKER, NOW, LEASE)
    assert claim
    assert claim.entry == arrived


async def test_a_run_whose_worker_died_is_taken_over_after_its_lease(database: Database) -> None:
    run = await open_run(database)
    dead = await take_up(database, entry(run))
    assert await turns.claim(database, "other", NOW + LEASE / 2, LEASE) is None
    taken = await turns.claim(database, "other", NOW + LEASE, LEASE)
    assert taken
    assert taken.entry == dead.entry
    assert taken.epoch == dead.epoch + 1


async def test_after_a_restart_on_sqlite_no_run_waits_for_the_dead(tmp_path: Path) -> None:
    url = fresh_url("sqlite", tmp_path)
    before = await open_database(url)
    dead = await take_up(before, entry(await open_run(before)))
    await before.close()
    restarted = await open_database(url)
    taken = await turns.claim(restarted, "next", NOW, LEASE)
    assert taken
    assert (taken.entry, taken.epoch) == (dead.entry, dead.epoch + 1)
    with pytest.raises(StaleRun):
        await turns.commit_turn(restarted, dead, events=[], posts=[], status="open", round=1, now=NOW)
    await restarted.close()


async def test_another_process_on_postgres_leaves_held_runs_alone(tmp_path: Path) -> None:
    url = fresh_url("postgresql", tmp_path)
    first = await open_database(url)
    await take_up(first, entry(await open_run(first)))
    second = await open_database(url)
    assert await turns.claim(second, "second", NOW, LEASE) is None
    await first.close()
    await second.close()


async def test_a_worker_that_lost_its_run_can_change_nothing(database: Database) -> None:
    run = await open_run(database)
    slow = await take_up(database, entry(run))
    taken = await turns.claim(database, "other", NOW + LEASE, LEASE)
    assert taken
    with pytest.raises(StaleRun):
        await turns.commit_turn(
            database, slow, events=[said("late")], posts=[LINE], status="ended", round=9, now=NOW, verdict=VERDICT
        )
    assert not await turns.release(database, slow, not_before=NOW, reason="late")
    assert not await turns.drop(database, slow, "late")
    await turns.commit_turn(database, taken, events=[said("in time")], posts=[], status="open", round=1, now=NOW)
    async with database.reading() as connection:
        lines = [getattr(event, "text", "") for event in await run_events.load(connection, TEAM, run.id)]
        assert lines == ["hello", "in time"]
        assert await verdicts.get(connection, TEAM, run.id) is None
    assert await outbox.take_due(database, "sender", NOW, 10) == []


async def test_a_worker_past_its_lease_may_finish_if_nobody_took_over(database: Database) -> None:
    run = await open_run(database)
    slow = await take_up(database, entry(run))
    late = NOW + 2 * LEASE
    await turns.commit_turn(database, slow, events=[said("at last")], posts=[], status="open", round=1, now=late)
    assert (await run_now(database, run)).touched_at == late


async def test_a_turn_moves_everything_at_once(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    events = [said("one"), said("two")]
    posts: list[Post] = [LINE, VerdictCard(), Notice("Over.")]
    await turns.commit_turn(
        database, claim, events=events, posts=posts, status="ended", round=3, now=after(5), verdict=VERDICT
    )
    ended = await run_now(database, run)
    assert (ended.status, ended.round, ended.revision, ended.ended_at) == ("ended", 3, 1, after(5))
    assert (ended.event_count, ended.post_count) == (3, 5)
    assert (ended.lease_until, ended.lease_holder) == (None, None)
    async with database.reading() as connection:
        assert (await run_events.load(connection, TEAM, run.id))[1:] == tuple(events)
        assert await verdicts.get(connection, TEAM, run.id) == VERDICT
    assert await turns.claim(database, WORKER, after(5), LEASE) is None


async def test_posts_of_later_turns_go_on_with_the_numbers(database: Database) -> None:
    run = await open_run(database)
    for number in (2, 3):
        claim = await take_up(database, entry(run))
        [sent] = await turn_with_line(database, claim)
        assert sent.seq == number
        await outbox.mark_sent(database, sent.oid, f"600.{number}", NOW)


async def turn_with_line(database: Database, claim: turns.Claim) -> list[outbox.Outgoing]:
    committed = await turns.commit_turn(
        database, claim, events=[], posts=[LINE], status="open", round=1, now=NOW, send_now=True
    )
    return [committed.outgoing] if committed.outgoing else []


async def test_send_now_hands_over_the_first_post_as_being_sent(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    committed = await turns.commit_turn(
        database, claim, events=[], posts=[LINE, VerdictCard()], status="open", round=1, now=NOW, send_now=True
    )
    first = committed.outgoing
    assert first
    assert (first.post, first.thread_ts, first.attempts, first.oid) == (LINE, run.thread_ts, 1, committed.oids[0])
    assert await outbox.take_due(database, "sender", NOW, 10) == []
    card = await outbox.mark_sent(database, first.oid, "600.1", NOW, next_for="sender")
    assert card
    assert (card.post, card.oid) == (VerdictCard(), committed.oids[1])


async def test_send_now_waits_behind_an_earlier_post(database: Database) -> None:
    run = await open_run(database)
    [first] = await turn_with_line(database, await take_up(database, entry(run)))
    assert await turn_with_line(database, await take_up(database, entry(run))) == []
    await outbox.mark_sent(database, first.oid, "600.1", NOW)
    [second] = await outbox.take_due(database, "sender", NOW, 10)
    assert second.seq == first.seq + 1


async def test_a_dropped_entry_frees_the_run_and_never_returns(database: Database) -> None:
    run = await open_run(database)
    assert await turns.drop(database, await take_up(database, entry(run)), "the run is over")
    assert await turns.bury(database, await take_up(database, entry(run)), "it breaks every time")
    assert await turns.claim(database, WORKER, NOW + 2 * LEASE, LEASE) is None
    assert (await run_now(database, run)).revision == 0


async def test_a_turn_that_was_committed_cannot_be_put_back(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    await turns.commit_turn(database, claim, events=[], posts=[], status="open", round=1, now=NOW)
    assert not await turns.release(database, claim, not_before=NOW, reason="the post failed")
    assert not await turns.drop(database, claim, "the post failed")
    assert await turns.claim(database, WORKER, NOW, LEASE) is None


async def test_an_ended_run_gets_no_second_verdict(database: Database) -> None:
    run = await open_run(database)
    final: dict[str, Any] = {
        "events": [],
        "posts": [VerdictCard()],
        "status": "ended",
        "round": 1,
        "now": NOW,
        "verdict": VERDICT,
    }
    await turns.commit_turn(database, await take_up(database, entry(run)), **final)
    again = await take_up(database, entry(run))
    with pytest.raises(StaleRun):
        await turns.commit_turn(database, again, **final)


async def test_a_turn_that_fails_midway_leaves_no_trace(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    await database.write(lambda there: verdicts.insert(there, TEAM, run.id, VERDICT, NOW))
    final: dict[str, Any] = {"posts": [LINE], "status": "ended", "round": 1, "now": NOW}
    with pytest.raises(IntegrityError):
        await turns.commit_turn(database, claim, events=[said("lost")], verdict=VERDICT, **final)
    assert await run_now(database, run) == claim.run
    assert await outbox.take_due(database, "sender", NOW, 10) == []
    await turns.commit_turn(database, claim, events=[said("kept")], **final)
    async with database.reading() as connection:
        assert (await run_events.load(connection, TEAM, run.id))[1:] == (said("kept"),)


async def test_a_worker_that_is_cancelled_midway_leaves_the_database_usable(database: Database) -> None:
    run = await open_run(database)
    tasks = [asyncio.create_task(arrive(database, entry(run))) for _ in range(20)]
    await asyncio.sleep(0.005)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    async with database.writing() as connection:
        assert await runs.get(connection, TEAM, run.id)


async def test_a_post_that_goes_elsewhere_is_committed_with_the_turn_and_waits_behind_nothing(
    database: Database,
) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    aside = turns.Aside("hint:1", Destination("U1"), Direct("U1", "Ask about fuel."))
    committed = await turns.commit_turn(
        database, claim, events=[], posts=[LINE], asides=[aside], status="open", round=1, now=NOW
    )
    due = await outbox.take_due(database, WORKER, NOW, 10)
    assert {(each.post, each.channel) for each in due} == {(LINE, run.channel), (aside.post, "U1")}
    assert len(committed.oids) == 1
    assert committed.run.post_count == run.post_count + 1


async def test_a_turn_that_is_stale_leaves_no_post_elsewhere(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    await turns.commit_turn(database, claim, events=[], posts=[], status="open", round=1, now=NOW)
    aside = turns.Aside("hint:1", Destination("U1"), Direct("U1", "Ask about fuel."))
    with pytest.raises(StaleRun):
        await turns.commit_turn(database, claim, events=[], posts=[], asides=[aside], status="open", round=1, now=NOW)
    assert await outbox.take_due(database, WORKER, NOW, 10) == []
