"""A transaction is whole or not at all, whoever is cancelled and whatever breaks, and leaves the way free."""

import asyncio
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage import inbox, outbox, runs, sqlite_connections, turns
from storage.database import Database, open_database
from storage.tables import once_keys
from storage.transaction import Transaction
from storage.unavailable import DatabaseUnavailable
from tests.databases import fresh_url
from tests.storage.given import LEASE, NOW, REP, TEAM, WORKER, new_run, opening_run

FORGETFUL = """
import asyncio, sys
from storage.database import open_database
async def open_only():
    database = await open_database(sys.argv[1])
    async with database.reading():
        pass
    globals()["kept"] = database
asyncio.run(open_only())
"""


def key(name: str) -> dict[str, object]:
    """A row that the tests write."""
    return {"team": TEAM, "key": name, "at": NOW}


async def keys(database: Database) -> list[str]:
    """What stands in the database of those rows."""
    async with database.reading() as connection:
        return sorted(row.key for row in await connection.all(once_keys.select()))


async def test_work_in_one_go_is_undone_if_it_raises(database: Database) -> None:
    def write_and_fail(transaction: Transaction) -> None:
        transaction.insert(once_keys, [key("lost")])
        raise LookupError("after all not")

    with pytest.raises(LookupError, match="after all not"):
        await database.write(write_and_fail)
    await database.write(lambda there: there.insert(once_keys, [key("kept")]))
    assert await keys(database) == ["kept"]


async def test_a_connection_is_of_no_use_after_its_transaction(database: Database) -> None:
    async with database.writing() as connection:
        await inbox.once(connection, TEAM, "in time", NOW)
    with pytest.raises(RuntimeError, match="has ended"):
        await inbox.once(connection, TEAM, "late", NOW)
    assert await keys(database) == ["in time"]


async def test_a_transaction_whose_owner_is_cancelled_is_undone(database: Database) -> None:
    written = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.writing() as connection:
            await inbox.once(connection, TEAM, "half", NOW)
            written.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write_and_wait())
    await written.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with database.writing() as connection:
        assert await inbox.once(connection, TEAM, "half", NOW)


async def test_whoever_is_cancelled_at_any_moment_leaves_whole_transactions(database: Database) -> None:
    async def write_two(name: str) -> None:
        async with database.writing() as connection:
            await inbox.once(connection, TEAM, f"{name} a", NOW)
            await inbox.once(connection, TEAM, f"{name} b", NOW)

    for number in range(40):
        task = asyncio.create_task(write_two(str(number)))
        for _ in range(number % 8):
            await asyncio.sleep(0.0002)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    stands = await keys(database)
    assert {name.removesuffix(" a") for name in stands if name.endswith("a")} == {
        name.removesuffix(" b") for name in stands if name.endswith("b")
    }
    await write_two("last")
    assert {"last a", "last b"} <= set(await keys(database))


async def test_a_commit_that_fails_is_undone(tmp_path: Path) -> None:
    database = await open_database(fresh_url("sqlite", tmp_path))

    def write_for_no_run(transaction: Transaction) -> None:
        transaction.run(text("PRAGMA defer_foreign_keys = ON"))
        transaction.insert(once_keys, [key("lost")])
        transaction.run(
            text("INSERT INTO run_events (team, run_id, seq, kind, payload) VALUES ('T1', 'none', 0, 'said', '{}')")
        )

    for _ in range(2):
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            await database.write(write_for_no_run)
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            async with database.writing() as connection:
                await connection.do(write_for_no_run)
    async with database.writing() as connection:
        assert await inbox.once(connection, TEAM, "kept", NOW)
    assert await keys(database) == ["kept"]
    await database.close()


async def test_a_look_that_finds_nothing_does_not_wait_for_the_writer(database: Database) -> None:
    async with database.writing() as connection:
        await inbox.once(connection, TEAM, "under way", NOW)
        async with asyncio.timeout(30):
            assert await turns.claim(database, WORKER, NOW, LEASE) is None
            assert await outbox.take_due(database, WORKER, NOW, 10) == []
            assert await outbox.overdue(database, NOW, LEASE) == []


async def test_what_was_just_committed_is_seen_at_the_next_look(database: Database) -> None:
    for number in range(30):
        await opening_run(database)
        assert len(await outbox.take_due(database, WORKER, NOW, 10)) == 1, number


async def test_a_slow_piece_of_work_does_not_hold_the_rest_of_the_program_up(tmp_path: Path) -> None:
    database = await open_database(fresh_url("sqlite", tmp_path))
    work = asyncio.create_task(database.write(lambda there: time.sleep(0.3)))
    began, ticks = time.perf_counter(), 0
    while not work.done():
        await asyncio.sleep(0.005)
        ticks += 1
    assert time.perf_counter() - began < 5
    assert ticks > 10
    await database.close()


async def test_a_writer_that_waits_for_itself_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_connections, "_WAIT", 0.05)
    database = await open_database(fresh_url("sqlite", tmp_path))
    async with database.writing() as connection:
        await runs.open_run(connection, new_run(), [], [])
        with pytest.raises(DatabaseUnavailable, match=r"Every connection to the database .* is in use"):
            await database.write(lambda there: None)
    async with database.reading() as connection:
        assert len(await runs.of_rep(connection, TEAM, REP, 10)) == 1
    await database.close()


async def test_a_process_that_forgets_to_close_its_database_still_ends(tmp_path: Path) -> None:
    url = fresh_url("sqlite", tmp_path)
    process = await asyncio.create_subprocess_exec(sys.executable, "-W", "ignore", "-c", FORGETFUL, url)
    async with asyncio.timeout(60):
        assert await process.wait() == 0


@pytest.mark.parametrize("trips", range(6))
async def test_whoever_is_cancelled_while_a_connection_opens_or_works_leaves_no_thread_behind(
    tmp_path: Path, trips: int
) -> None:
    before = set(threading.enumerate())
    database = await open_database(fresh_url("sqlite", tmp_path))
    task = asyncio.create_task(keys(database))
    for _ in range(trips):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await database.close()
    await asyncio.to_thread(_join, set(threading.enumerate()) - before)


async def test_a_connection_in_use_when_the_database_closes_is_closed_when_it_is_given_back(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    database = await open_database(fresh_url("sqlite", tmp_path))
    async with database.reading() as connection:
        await connection.first(once_keys.select())
        await database.close()
        assert await connection.first(once_keys.select()) is None
    await asyncio.to_thread(_join, set(threading.enumerate()) - before)


async def test_a_connection_that_cannot_be_opened_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    path = tmp_path / "folder.sqlite"
    path.mkdir()
    with pytest.raises(DatabaseUnavailable):
        await open_database(f"sqlite:///{path}")
    assert not any("_connection_worker_thread" in thread.name for thread in set(threading.enumerate()) - before)


def _join(threads: set[threading.Thread]) -> None:
    """Waits for connections' threads to end."""
    for thread in threads:
        if "_connection_worker_thread" in thread.name:
            thread.join(10)
            assert not thread.is_alive()
