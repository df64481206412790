"""SQLite: one connection that writes, a few that only read, and the claim on the file."""

import fcntl
import os
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import URL, Connection, Dialect, Engine, NullPool, create_engine, event
from sqlalchemy.util import LRUCache

from storage.json_text import dump_json
from storage.sqlite_connections import SqliteConnections
from storage.unavailable import DatabaseInUse, DatabaseUnavailable

_READERS = 4
_STATEMENTS = 500

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
        raise DatabaseInUse(_in_use(path, handle)) from error
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


def sqlite_connections(path: Path) -> tuple[SqliteConnections, SqliteConnections]:
    """The connection that writes, one for all, and those that read."""
    writer = SqliteConnections(_engine(path, "BEGIN IMMEDIATE"), 1, str(path))
    reader = SqliteConnections(_engine(path, "BEGIN", "PRAGMA query_only = ON"), _READERS, str(path))
    return writer, reader


@cache
def _shared() -> tuple[Dialect, LRUCache[Any, Any]]:
    """What speaks SQLite, and the statements that it has put into words: no connection need do that again."""
    spoken = create_engine("sqlite://", json_serializer=dump_json)
    # Only a first connection tells the dialect which version it speaks.
    spoken.connect().close()
    spoken.dispose()
    return spoken.dialect, LRUCache(_STATEMENTS)


def _engine(path: Path, begin: str, *more: str) -> Engine:
    """Transactions start with `begin`: left to itself the driver starts them late, and updates get lost."""
    dialect, compiled = _shared()
    url = URL.create("sqlite", database=str(path))
    places, options = dialect.create_connect_args(url)
    pool = NullPool(lambda: dialect.connect(*places, **options), dialect=dialect)
    engine = Engine(pool, dialect, url, hide_parameters=True, execution_options={"compiled_cache": compiled})

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (*_PRAGMAS, *more):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
