"""The SQLite engines: one connection that writes, a few that only read, and the claim on the file."""

import fcntl
import os
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.json_text import dump_json
from storage.unavailable import DatabaseUnavailable

_READERS = 4
_WAIT = 30
"""Seconds to wait for a connection of the pool."""

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def claim_file(path: Path) -> TextIO:
    """The open lock file that keeps a second process off the database; closing it gives the claim up.

    The lock stands in a file of its own, because closing any handle of the database would drop SQLite's own locks.
    """
    lock = path.with_name(path.name + "-lock")
    try:
        handle = lock.open("a+", encoding="utf-8")
    except OSError as error:
        raise DatabaseUnavailable(
            f"The database {path} cannot be opened: {error.strerror}. "
            f"Give this user the right to write in {path.parent}."
        ) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise DatabaseUnavailable(_in_use(path, handle)) from error
    handle.seek(0)
    handle.truncate()
    handle.write(str(os.getpid()))
    handle.flush()
    return handle


def _in_use(path: Path, handle: TextIO) -> str:
    handle.seek(0)
    holder = handle.read().strip() or "unknown"
    handle.close()
    return (
        f"Another Haggle (process {holder}) is using the database {path}. Stop it first, give this one another file, "
        "or use PostgreSQL, which serves any number of processes."
    )


def sqlite_engines(path: Path) -> tuple[AsyncEngine, AsyncEngine]:
    """The engine that writes, with its single connection, and the one that reads."""
    url = URL.create("sqlite+aiosqlite", database=str(path))
    writer = _engine(url, connections=1)
    reader = _engine(url, connections=_READERS)
    _prepare(writer, "BEGIN IMMEDIATE")
    _prepare(reader, "BEGIN", "PRAGMA query_only = ON")
    return writer, reader


def _engine(url: URL, connections: int) -> AsyncEngine:
    return create_async_engine(
        url,
        json_serializer=dump_json,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_WAIT,
    )


def _prepare(engine: AsyncEngine, begin: str, *more: str) -> None:
    """Transactions start with `begin`: left to itself the driver starts them late, and updates get lost."""

    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, *more):
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
