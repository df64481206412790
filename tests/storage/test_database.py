"""Opening a database: who may, what is said when it cannot be, and what a transaction keeps."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError

from engine.errors import HaggleError
from storage import inbox, postgres, runs
from storage.database import Database, open_database
from storage.unavailable import DatabaseUnavailable
from tests.databases import fresh_url
from tests.postgres import postgres_root
from tests.storage.given import NOW, REP, TEAM, new_run, opening_run

HOLD = """
import asyncio, sys
from storage.database import open_database
async def hold():
    database = await open_database(sys.argv[1])
    print("open", flush=True)
    await asyncio.sleep(600)
asyncio.run(hold())
"""


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A fresh SQLite database."""
    return fresh_url("sqlite", tmp_path)


async def refusal(url: str) -> str:
    """What is said of a database that cannot be opened."""
    with pytest.raises(DatabaseUnavailable) as refused:
        await open_database(url)
    assert isinstance(refused.value, HaggleError)
    return str(refused.value)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "DATABASE_URL is not the address of a database. Use sqlite:///"),
        ("haggle.sqlite", "DATABASE_URL is not the address of a database"),
        ("postgresql://user@host:port/name", "DATABASE_URL is not the address of a database"),
        ("mysql://localhost/haggle", "SQLite or PostgreSQL, not in mysql"),
        ("sqlite://", "in memory would be lost"),
        ("sqlite:///:memory:", "in memory would be lost"),
        ("sqlite:////nowhere/at/all/haggle.sqlite", "The folder /nowhere/at/all does not exist. Create it"),
        ("postgresql://haggle@127.0.0.1:1/haggle", "127.0.0.1/haggle cannot be reached: .*Check that its server runs"),
        ("postgresql://haggle@127.0.0.1:1/haggle?sslmode=bogus", "127.0.0.1/haggle cannot be opened: .*sslmode"),
        ("postgresql://haggle@127.0.0.1:1/haggle?sslmode=require", "127.0.0.1/haggle cannot be reached"),
        ("postgresql://haggle@127.0.0.1:1/haggle?pool=4", "the setting pool, which Haggle does not know"),
        ("postgresql://haggle@no-such-host.invalid/haggle", "no-such-host.invalid/haggle cannot be reached"),
    ],
)
async def test_an_address_that_leads_nowhere_is_explained(url: str, words: str) -> None:
    with pytest.raises(DatabaseUnavailable, match=words):
        await open_database(url)


async def test_no_message_gives_a_password_away() -> None:
    said = await refusal("postgresql://haggle:hunter2@127.0.0.1:1/haggle")
    assert "hunter2" not in said


async def test_a_file_that_is_no_database_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("Dear diary, " * 500)
    assert f"The file {path} is no SQLite database" in await refusal(f"sqlite:///{path}")


async def test_a_folder_in_place_of_the_file_is_explained(tmp_path: Path) -> None:
    assert "cannot be opened" in await refusal(f"sqlite:///{tmp_path}")


async def test_a_missing_database_on_the_server_is_explained() -> None:
    said = await refusal(f"postgresql://postgres@/no_such_name?host={postgres_root()}")
    assert "has no database of that name" in said


async def test_an_unknown_user_is_explained() -> None:
    said = await refusal(f"postgresql://nobody_here:x@/postgres?host={postgres_root()}")
    assert "refuses this user or password" in said


async def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    assert 'pip install "haggle[postgres]"' in await refusal("postgresql://localhost/haggle")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg"])
async def test_every_usual_postgres_address_is_understood(scheme: str) -> None:
    database = await open_database(f"{scheme}://postgres@/postgres?host={postgres_root()}", run_migrations=False)
    assert database.is_shared
    await database.close()


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite"])
async def test_every_usual_sqlite_address_is_understood(scheme: str, tmp_path: Path) -> None:
    database = await open_database(f"{scheme}:///{tmp_path}/haggle.sqlite")
    assert not database.is_shared
    assert database.place == f"{tmp_path}/haggle.sqlite"
    await database.close()


async def test_a_second_opening_of_one_file_is_refused_until_the_first_is_closed(sqlite_url: str) -> None:
    first = await open_database(sqlite_url)
    assert f"Another Haggle (process {os.getpid()}) is using the database" in await refusal(sqlite_url)
    await first.close()
    await (await open_database(sqlite_url)).close()


async def test_a_second_process_is_refused_until_the_first_is_killed(sqlite_url: str) -> None:
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, sqlite_url, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout
    assert await holder.stdout.readline() == b"open\n"
    assert f"process {holder.pid}" in await refusal(sqlite_url)
    holder.send_signal(signal.SIGKILL)
    await holder.wait()
    await (await open_database(sqlite_url)).close()


async def test_a_database_that_could_not_be_opened_may_be_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "haggle.sqlite"
    path.write_text("Dear diary, " * 500)
    await refusal(f"sqlite:///{path}")
    path.unlink()
    await (await open_database(f"sqlite:///{path}")).close()


async def test_sqlite_is_set_up_to_lose_nothing(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    for name, value in expected.items():
        async with database.writing() as connection:
            row = await connection.first(text(f"PRAGMA {name}"))
            assert row == (value,)
    await database.close()


async def test_postgres_gives_up_on_what_hangs(tmp_path: Path) -> None:
    database = await open_database(fresh_url("postgresql", tmp_path))
    for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
        async with database.writing() as connection:
            row = await connection.first(text(f"SHOW {name}"))
            assert row in [("10s",), ("30s",)]
    await database.close()


async def test_a_reader_may_change_nothing(database: Database) -> None:
    with pytest.raises((DBAPIError, DatabaseUnavailable), match=r"(?i)read-only|cannot be written to"):
        async with database.reading() as connection:
            await runs.open_run(connection, new_run(), [], [])


async def test_a_block_that_raises_changes_nothing(database: Database) -> None:
    async def open_and_fail() -> None:
        async with database.writing() as connection:
            await runs.open_run(connection, new_run(), [], [])
            raise RuntimeError("after all not")

    with pytest.raises(RuntimeError, match="after all"):
        await open_and_fail()
    async with database.reading() as connection:
        assert await runs.of_rep(connection, TEAM, REP, 10) == ()


async def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    await opening_run(database)
    async with database.writing() as connection:
        await inbox.once(connection, TEAM, "key", NOW)
        async with asyncio.timeout(30), database.reading() as other:
            assert len(await runs.of_rep(other, TEAM, REP, 10)) == 1


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="has no time zone"):
        async with database.writing() as connection:
            await inbox.once(connection, TEAM, "key", datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001 - the point of it


async def test_a_locked_sqlite_file_is_explained(sqlite_url: str, while_locked: "WhileLocked") -> None:
    database = await open_database(sqlite_url)
    async with database.writing() as connection:
        await connection.first(text("PRAGMA busy_timeout = 50"))

    async def write() -> None:
        async with database.writing() as connection:
            await inbox.once(connection, TEAM, "key", NOW)

    with pytest.raises(DatabaseUnavailable, match="Another program holds the database"):
        await while_locked(Path(database.place), write)
    await write()
    await database.close()


WhileLocked = Callable[[Path, Callable[[], Awaitable[None]]], Awaitable[None]]


@pytest.fixture
def while_locked() -> WhileLocked:
    """Does something while a foreign program holds the file."""
    import sqlite3

    async def run(path: Path, act: Callable[[], Awaitable[None]]) -> None:
        foreign = sqlite3.connect(path, isolation_level=None)
        foreign.execute("BEGIN IMMEDIATE")
        try:
            await act()
        finally:
            foreign.close()

    return run


async def test_a_server_that_cannot_be_reached_any_more_is_explained(tmp_path: Path) -> None:
    url, other = fresh_url("postgresql", tmp_path), await open_database(fresh_url("postgresql", tmp_path))
    way = tmp_path / "way"
    way.symlink_to(postgres_root())
    database = await open_database(url.replace(str(postgres_root()), str(way)))
    way.unlink()
    async with other.writing() as killer:
        name = url.split("?")[0].split("/")[-1]
        end = text("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name")
        await killer.all(end.bindparams(name=name))
    with pytest.raises(DatabaseUnavailable, match="cannot be reached: No such file"):
        async with database.reading() as connection:
            await runs.of_rep(connection, TEAM, REP, 10)
    await other.close()
    await database.close()


async def test_a_server_that_went_away_is_explained_and_found_again(tmp_path: Path) -> None:
    url = fresh_url("postgresql", tmp_path)
    database, other = await open_database(url), await open_database(url)

    async def write_while_it_goes_away() -> None:
        async with database.writing() as connection:
            row = await connection.first(text("SELECT pg_backend_pid() AS pid"))
            assert row
            async with other.writing() as killer:
                await killer.first(text(f"SELECT pg_terminate_backend({row.pid}, 5000)"))
            await inbox.once(connection, TEAM, "key", NOW)

    with pytest.raises(DatabaseUnavailable, match=r"starting or stopping|connection .* was lost"):
        await write_while_it_goes_away()
    async with database.writing() as connection:
        assert await inbox.once(connection, TEAM, "key", NOW)
    await database.close()
    await other.close()
