"""PostgreSQL, with time limits on everything that could hang."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.connection import Connection
from storage.json_text import dump_json
from storage.transaction import T, Work
from storage.unavailable import DatabaseUnavailable, reaching

_SETTINGS = {
    "application_name": "haggle",
    "idle_in_transaction_session_timeout": "30s",
    "lock_timeout": "10s",
    "statement_timeout": "30s",
}
_PARAMETERS = {"host", "port", "ssl", "sslmode", "channel_binding", "prepared_statement_cache_size"}
"""What may follow the question mark of the URL. The last one is for servers behind PgBouncer."""
_CONNECT_SECONDS = 10
_ANSWER_SECONDS = 40
"""Longer than the server's own limit, so that the server's clearer error comes first."""


class PostgresConnections:
    """Transactions from a pool of connections to a server."""

    def __init__(self, engine: AsyncEngine, place: str) -> None:
        self._engine = engine
        self._place = place

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A transaction that is committed at the end of the block, or undone if the block raises."""
        async with AsyncExitStack() as stack:
            with reaching(self._place):
                opened = await stack.enter_async_context(self._engine.begin())
            connection = Connection(opened.run_sync)
            stack.callback(connection.end)
            yield connection

    async def do(self, work: Work[T]) -> T:
        """What the work returns, done in a transaction of its own."""
        async with self.transaction() as connection:
            return await connection.do(work)

    async def close(self) -> None:
        """Closes the connections."""
        await self._engine.dispose()


def postgres_connections(url: URL) -> tuple[PostgresConnections, PostgresConnections]:
    """Transactions that may write, and transactions that see one state throughout and may not, from one pool.

    Whatever driver the URL names, it is asyncpg; DatabaseUnavailable where that is not installed.
    """
    engine, place = _engine(url), place_of(url)
    reading = engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
    return PostgresConnections(engine, place), PostgresConnections(reading, place)


def place_of(url: URL) -> str:
    """Where the database is, without the password."""
    return f"{url.host or url.query.get('host')}/{url.database}"


def _engine(url: URL) -> AsyncEngine:
    if find_spec("asyncpg") is None:
        raise DatabaseUnavailable(
            "PostgreSQL needs the package asyncpg. "
            'Install Haggle with its postgres extra: pip install "haggle[postgres]".'
        )
    return create_async_engine(
        with_asyncpg(url),
        json_serializer=dump_json,
        hide_parameters=True,
        pool_size=8,
        max_overflow=4,
        pool_timeout=30,
        pool_pre_ping=True,
        connect_args={
            "server_settings": _SETTINGS,
            "timeout": _CONNECT_SECONDS,
            "command_timeout": _ANSWER_SECONDS,
        },
    )


def with_asyncpg(url: URL) -> URL:
    """The same URL for asyncpg, which calls `sslmode` `ssl` and binds channels without being asked."""
    unknown = sorted(set(url.query) - _PARAMETERS)
    if unknown:
        raise DatabaseUnavailable(
            f"DATABASE_URL has the setting {', '.join(unknown)}, which Haggle does not know. Leave it out; "
            f"known are {', '.join(sorted(_PARAMETERS))}."
        )
    query = {key: value for key, value in url.query.items() if key != "channel_binding"}
    if "sslmode" in query:
        query["ssl"] = query.pop("sslmode")
    return url.set(drivername="postgresql+asyncpg", query=query)
