"""The database: opened once at start, then asked for transactions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy import URL, Update, make_url, update
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.columns import word
from storage.connection import Connection, Connections
from storage.migration import HEAD, migrate, revision_of
from storage.sqlite import claim_file, sqlite_connections
from storage.tables import outbox, runs
from storage.transaction import T, Work
from storage.unavailable import DatabaseUnavailable, in_plain_words

_EXAMPLES = "Use sqlite:///haggle.sqlite or postgresql://user:password@host/name."


class Database:
    """A database that is open. Any number of tasks may use it; writers wait their turn."""

    def __init__(self, place: str, writer: Connections, reader: Connections, claim: TextIO | None = None) -> None:
        self.place = place
        """Where it is, without the password: for messages."""
        self._writer = writer
        self._reader = reader
        self._claim = claim

    @property
    def is_shared(self) -> bool:
        """Whether other processes may be working on the same database."""
        return self._claim is None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Connection]:
        """A transaction that is committed at the end of the block, or undone if the block raises.

        Keep it short, with nothing slow inside: on SQLite it holds everyone else's writing up.
        Raises DatabaseUnavailable.
        """
        with in_plain_words(self.place):
            async with self._writer.transaction() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """A transaction that sees one state throughout and may change nothing. Raises DatabaseUnavailable."""
        with in_plain_words(self.place):
            async with self._reader.transaction() as connection:
                yield connection

    async def write(self, work: Work[T]) -> T:
        """What the work returns, done and committed in one go; nothing has happened if it raises.

        Raises DatabaseUnavailable.
        """
        with in_plain_words(self.place):
            return await self._writer.do(work)

    async def read(self, work: Work[T]) -> T:
        """What the work returns, which may change nothing. Raises DatabaseUnavailable."""
        with in_plain_words(self.place):
            return await self._reader.do(work)

    async def write_if(self, worthwhile: Work[bool], work: Work[T]) -> T | None:
        """What the work returns, None where it isn't worthwhile.

        Only a database with a single writer is asked beforehand: elsewhere a look that finds nothing is in nobody's
        way, and asking would cost the others a transaction more.
        """
        if not self.is_shared and not await self.read(worthwhile):
            return None
        return await self.write(work)

    async def close(self) -> None:
        """Gives back every connection and, on SQLite, the claim on the file."""
        await self._writer.close()
        await self._reader.close()
        if self._claim is not None:
            self._claim.close()


async def open_database(url: str, *, run_migrations: bool = True) -> Database:
    """The database at the URL, its tables brought up to date.

    `sqlite:///haggle.sqlite`, `sqlite:////an/absolute/path` or `postgresql://user:password@host/name`; a driver after
    a plus sign is allowed and replaced by ours. Raises DatabaseUnavailable, which says what to do.
    """
    database = _connect(_parse(url))
    try:
        await _prepare(database, run_migrations)
    except BaseException:
        await database.close()
        raise
    return database


async def open_to_read(url: str) -> Database:
    """The database at the URL as it is, also while a Haggle is at work on it: it may be read, not written.

    Raises DatabaseUnavailable where there is none, or where its tables are not those of this version.
    """
    where = _parse(url)
    _refuse_no_file(where)
    database = _connect(where, is_claimed=False)
    try:
        await _refuse_other_tables(database)
    except BaseException:
        await database.close()
        raise
    return database


def _refuse_no_file(where: URL) -> None:
    """SQLite would make an empty one."""
    if where.get_backend_name() == "sqlite" and not Path(where.database or "").expanduser().is_file():
        raise DatabaseUnavailable(f"There is no database at {where.database}. DATABASE_URL says where it is.")


async def _refuse_other_tables(database: Database) -> None:
    try:
        async with database.reading() as connection:
            at = await connection.run_sync(revision_of)
    except DBAPIError as error:
        raise DatabaseUnavailable(f"The database {database.place} cannot be opened: {error.orig}") from error
    if at != HEAD:
        raise DatabaseUnavailable(
            f"The tables of {database.place} are not those of this version. Start `haggle serve` once, which brings "
            "older ones up to date, or update Haggle."
        )


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnavailable(f"DATABASE_URL is not the address of a database. {_EXAMPLES}") from error


def _connect(url: URL, *, is_claimed: bool = True) -> Database:
    match url.get_backend_name():
        case "sqlite":
            return _open_sqlite(url, is_claimed=is_claimed)
        case "postgresql" | "postgres":
            # Imported only where it is needed: a start on SQLite is a tenth quicker without it.
            from storage.postgres import place_of, postgres_connections

            return Database(place_of(url), *postgres_connections(url))
        case other:
            raise DatabaseUnavailable(f"Haggle keeps its data in SQLite or PostgreSQL, not in {other}. {_EXAMPLES}")


def _open_sqlite(url: URL, *, is_claimed: bool) -> Database:
    if not url.database or url.database == ":memory:":
        raise DatabaseUnavailable(f"A database in memory would be lost with the process. {_EXAMPLES}")
    path = Path(url.database).expanduser().absolute()
    if not path.parent.is_dir():
        raise DatabaseUnavailable(
            f"The folder {path.parent} does not exist. Create it, or name another file in DATABASE_URL."
        )
    claim = claim_file(path) if is_claimed else None
    return Database(str(path), *sqlite_connections(path), claim)


async def _prepare(database: Database, run_migrations: bool) -> None:
    """A first transaction shows whether the database answers at all."""
    try:
        async with database.writing() as connection:
            await connection.run_sync(migrate if run_migrations else revision_of)
            if run_migrations and not database.is_shared:
                await connection.run(_free_every_run())
                await connection.run(_free_every_post())
    except (DBAPIError, ValueError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise DatabaseUnavailable(f"The database {database.place} cannot be opened: {reason}") from error


def _free_every_run() -> Update:
    """Where no other process may work, whoever held a run is dead, and nobody has to wait for its lease to run out."""
    held = runs.c.lease_until.is_not(None)
    return update(runs).where(held).values(lease_until=None, lease_holder=None)


def _free_every_post() -> Update:
    """Nobody is sending any more: what a dead process left under way may be looked for at once."""
    left = (outbox.c.status == word("sending"), outbox.c.lease_until.is_not(None))
    return update(outbox).where(*left).values(lease_until=outbox.c.attempt_at)
