"""The PostgreSQL engine, with time limits on everything that could hang."""

from importlib.util import find_spec

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.json_text import dump_json
from storage.unavailable import DatabaseUnavailable

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


def postgres_engine(url: URL) -> AsyncEngine:
    """The engine for the URL, whatever driver it names; DatabaseUnavailable where asyncpg is not installed."""
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
