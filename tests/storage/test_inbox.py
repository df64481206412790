"""What comes in is stored once, however often it is delivered."""

import asyncio
from datetime import timedelta

import pytest

from storage import inbox, turns
from storage.database import Database
from storage.inbox import as_ts
from tests.storage.given import LEASE, NOW, TEAM, WORKER, after, entry, keep, open_run


async def test_the_same_event_four_times_is_kept_once(database: Database) -> None:
    run = await open_run(database)
    arrived = entry(run)
    assert await keep(database, arrived, arrived, arrived, arrived) == [True, False, False, False]


async def test_the_same_event_in_many_tasks_at_once_is_kept_once(database: Database) -> None:
    run = await open_run(database)
    arrived = entry(run)
    kept = await asyncio.gather(*(keep(database, arrived) for _ in range(8)))
    assert sum(new for [new] in kept) == 1


async def test_a_message_and_the_mention_in_it_are_one(database: Database) -> None:
    run = await open_run(database)
    message = entry(run, message_ts="300.000001")
    mention = entry(run, message_ts="300.000001")
    assert message.event_id != mention.event_id
    assert await keep(database, message, mention) == [True, False]


async def test_the_same_ts_in_another_channel_or_team_is_another_message(database: Database) -> None:
    run = await open_run(database)
    here = entry(run, message_ts="300.000001")
    elsewhere = entry(run, message_ts="300.000001", channel="C2")
    foreign = entry(run, message_ts="300.000001", team="T2", event_id=here.event_id)
    assert await keep(database, here, elsewhere, foreign) == [True, True, True]


async def test_buttons_have_no_message_and_are_told_apart_by_their_event(database: Database) -> None:
    run = await open_run(database)
    presses = [entry(run, kind="pause", message_ts=None), entry(run, kind="resume", message_ts=None)]
    assert await keep(database, *presses, presses[0]) == [True, True, False]


async def test_a_duplicate_does_not_undo_what_else_the_transaction_did(database: Database) -> None:
    run = await open_run(database)
    first, second = entry(run), entry(run)
    await keep(database, first)
    assert await keep(database, first, second) == [False, True]
    assert await keep(database, second) == [False]


async def test_text_that_no_database_can_hold_is_mended(database: Database) -> None:
    run = await open_run(database)
    arrived = entry(run, text="34\x00,900 \ud83d okay 🚗")
    await keep(database, arrived)
    claim = await turns.claim(database, WORKER, NOW, LEASE)
    assert claim
    assert claim.entry == arrived
    assert claim.entry.text == "34,900 ? okay 🚗"


async def test_a_key_is_taken_once_in_each_team(database: Database) -> None:
    async with database.writing() as connection:
        assert await inbox.once(connection, TEAM, "trigger-1", NOW)
        assert not await inbox.once(connection, TEAM, "trigger-1", NOW)
        assert await inbox.once(connection, "T2", "trigger-1", NOW)


async def test_a_key_is_free_again_when_its_act_failed(database: Database) -> None:
    async def act() -> None:
        async with database.writing() as connection:
            assert await inbox.once(connection, TEAM, "trigger-1", NOW)
            raise RuntimeError("the act failed")

    with pytest.raises(RuntimeError, match="the act failed"):
        await act()
    async with database.writing() as connection:
        assert await inbox.once(connection, TEAM, "trigger-1", NOW)


async def test_old_keys_are_forgotten(database: Database) -> None:
    async with database.writing() as connection:
        await inbox.once(connection, TEAM, "old", NOW)
        await inbox.once(connection, TEAM, "new", after(60))
        assert await inbox.forget_keys(connection, after(60)) == 1
        assert await inbox.once(connection, TEAM, "old", after(61))
        assert not await inbox.once(connection, TEAM, "new", after(61))


async def test_entries_of_threads_that_became_no_run_are_dropped(database: Database) -> None:
    run = await open_run(database)
    stray, recent, real = (
        entry(run, thread_ts="999.1"),
        entry(run, thread_ts="999.2", received_at=after(60)),
        entry(run),
    )
    await keep(database, stray, recent, real)
    async with database.writing() as connection:
        assert await inbox.drop_strays(connection, after(60)) == 1
        assert await inbox.drop_strays(connection, after(61)) == 1
    claim = await turns.claim(database, WORKER, after(60), LEASE)
    assert claim
    assert claim.entry.event_id == real.event_id


def test_a_time_reads_as_a_slack_ts() -> None:
    assert as_ts(NOW + timedelta(microseconds=123)) == "1772442000.000123"
