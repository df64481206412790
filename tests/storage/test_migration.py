"""The migrations give the tables that the code describes, whoever runs them, and however many at once."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, inspect, text

import storage
from storage import migration, outbox, tables, turns
from storage.database import Database, open_database
from storage.posts import Line
from storage.unavailable import DatabaseUnavailable
from tests.databases import empty_postgres_url, empty_url, fresh_url
from tests.storage.given import LEASE, NOW, WORKER, entry, keep, open_run, take_up

LINE = Line("Dana", ":car:", "I could do 32,000.")


async def test_the_migrations_give_exactly_the_tables_of_the_code(backend: str, tmp_path: Path) -> None:
    for module in iter_modules(storage.__path__):
        import_module(f"storage.{module.name}")
    database = await open_database(empty_url(backend, tmp_path))

    def compare(connection: Connection) -> None:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.runs.metadata) == []

    async with database.writing() as connection:
        await connection.run_sync(compare)
    await database.close()


async def test_the_indexes_that_hold_only_open_work_are_the_same_in_both(backend: str, tmp_path: Path) -> None:
    database = await open_database(empty_url(backend, tmp_path))
    partial: dict[str, str] = {}

    def look(connection: Connection) -> None:
        for table in ("inbox", "outbox"):
            for index in inspect(connection).get_indexes(table):
                for where in (value for key, value in index["dialect_options"].items() if key.endswith("_where")):
                    partial[str(index["name"])] = str(where)

    async with database.writing() as connection:
        await connection.run_sync(look)
    await database.close()
    assert set(partial) == {"ix_inbox_open", "ix_inbox_due", "ix_outbox_unsent", "ix_outbox_due", "ix_outbox_sending"}
    assert "open" in partial["ix_inbox_open"]
    assert "pending" in partial["ix_outbox_unsent"]


def test_the_code_knows_the_newest_revision() -> None:
    folder = Path(migration.__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [migration.HEAD]


async def test_a_second_start_changes_nothing(url: str) -> None:
    for _ in range(2):
        database = await open_database(url)
        await database.close()


async def test_four_processes_may_start_at_once_on_an_empty_server() -> None:
    url = empty_postgres_url()
    opened = await asyncio.gather(*(open_database(url) for _ in range(4)))
    for database in opened:
        async with database.reading() as connection:
            assert await connection.all(tables.runs.select()) == []
        await database.close()


async def test_a_database_of_a_newer_haggle_is_left_alone(database: Database, backend: str, url: str) -> None:
    async with database.writing() as connection:
        await connection.run(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(DatabaseUnavailable, match=r"made by a newer Haggle .*Update Haggle"):
        await open_database(url)


async def test_every_key_carries_the_team() -> None:
    shared = {"pinned_packs", "panel_marks"}
    for table in tables.runs.metadata.sorted_tables:
        if table.name not in shared:
            assert not table.c.team.nullable, table.name


async def test_no_step_of_a_turn_reads_a_whole_table(tmp_path: Path) -> None:
    database = await open_database(fresh_url("sqlite", tmp_path))
    run = await open_run(database)
    await keep(database, entry(run))
    with every_statement() as seen:
        claim = await turns.claim(database, WORKER, NOW, LEASE)
        assert claim
        await turns.commit_turn(
            database, claim, events=[], posts=[LINE, LINE], status="open", round=1, now=NOW, send_now=False
        )
        [sent] = await outbox.take_due(database, WORKER, NOW, 10)
        assert await outbox.mark_sent(database, sent.oid, "600.1", NOW, next_for=WORKER)
        assert await outbox.overdue(database, NOW + LEASE, outbox.LEASE)
        await take_up(database, entry(run))
    await database.close()
    with closing(sqlite3.connect(database.place)) as plain:
        steps = [step[3] for act, values in seen for step in plain.execute(f"EXPLAIN QUERY PLAN {act}", values)]
    assert len(steps) > 15
    assert not [step for step in steps if step.startswith("SCAN")]


@contextmanager
def every_statement() -> Iterator[list[tuple[str, Any]]]:
    """What is sent to the database within the block, each with its first values."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, is_many: bool) -> None:
        seen.append((statement, values[0] if is_many else values))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)
