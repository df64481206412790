"""Bringing the tables up to date when the database is opened, safely with several processes at once."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.unavailable import DatabaseUnavailable

HEAD = "0014"
"""The newest revision in `migrations/versions`."""

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 4_702_111_234_474_983_745
"""The advisory lock's number: nothing but Haggle's migrations uses it."""


def migrate(connection: Connection) -> None:
    """Creates or changes the tables, in the connection's transaction; one process does it, the others wait.

    Raises DatabaseUnavailable for a database that a newer Haggle has already changed.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    at = revision_of(connection)
    if at == HEAD:
        return
    if at is not None and at > HEAD:
        raise DatabaseUnavailable(
            f"The database was made by a newer Haggle (revision {at}, this one knows {HEAD}). Update Haggle."
        )
    _upgrade(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision that the tables stand at; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return revision


def _upgrade(connection: Connection) -> None:
    # Imported only when there is something to do: Alembic is slow to load and a start is usually without it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
