"""The database cannot be used, in words for the person who runs Haggle."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from engine.errors import HaggleError

_TRY_AGAIN = "What was under way is not lost: it is taken up again when the database answers."

_SQLITE = {
    "database is locked": "Another program holds the database {place}. Close it, or wait until it has finished.",
    "disk is full": "The disk that holds the database {place} is full. Free some space on it.",
    "disk i/o error": "The disk that holds the database {place} reports an error. Check the disk.",
    "readonly database": "The database {place} cannot be written to. Give this user the right to write to it.",
    "unable to open": "The database {place} cannot be opened. Check that the file may be read and written.",
    "not a database": "The file {place} is no SQLite database. Name another file in DATABASE_URL.",
    "malformed": "The database {place} is damaged. Restore it from a backup.",
}

_POSTGRESQL = {
    "28": "The database {place} refuses this user or password. Correct them in DATABASE_URL.",
    "3D000": "The server has no database of that name ({place}). Create it, or correct the name in DATABASE_URL.",
    "42501": "The user may not create or read tables in {place}. Grant it the right to.",
    "53300": "The server of {place} has no connection free. Let it take more, or run fewer processes.",
    "53100": "The disk of the server of {place} is full. Free some space on it.",
    "53": "The server of {place} is short of memory or disk.",
    "57P": "The server of {place} is starting or stopping.",
    "57014": "The database {place} took too long to answer.",
    "55P03": "The database {place} took too long to answer: something holds a lock on it.",
    "25P03": "The database {place} ended a transaction that had been idle for too long.",
    "40": "The database {place} could not do two things at once.",
    "08": "The connection to the database {place} was lost.",
}


class DatabaseUnavailable(HaggleError):
    """The database cannot be opened or has stopped answering; whoever runs Haggle has something to mend."""


class DatabaseInUse(DatabaseUnavailable):
    """Another process of Haggle works on this SQLite file; one at a time can."""


def all_in_use(place: str) -> DatabaseUnavailable:
    """What to raise where every connection stays taken for too long."""
    return DatabaseUnavailable(f"Every connection to the database {place} is in use. {_TRY_AGAIN}")


@contextmanager
def in_plain_words(place: str) -> Iterator[None]:
    """Turns what a driver says of an unreachable, locked or full database into DatabaseUnavailable.

    Anything else, such as a broken constraint, is a bug and rises as it is.
    """
    try:
        yield
    except PoolExhausted as error:
        raise all_in_use(place) from error
    except DBAPIError as error:
        words = words_for(error, place)
        if words is None:
            raise
        raise DatabaseUnavailable(words) from error


@contextmanager
def reaching(place: str) -> Iterator[None]:
    """Turns the operating system's refusal of a connection into DatabaseUnavailable."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error) or "it did not answer in time"
        raise DatabaseUnavailable(
            f"The database {place} cannot be reached: {reason}. "
            "Check that its server runs and that DATABASE_URL names the right host and port."
        ) from error


def words_for(error: DBAPIError, place: str) -> str | None:
    """What is wrong and what to do about it; None for an error that no one outside the code can mend."""
    sqlstate = getattr(error.orig, "sqlstate", None)
    if sqlstate is not None:
        found = next((words for start, words in _longest_first(_POSTGRESQL) if sqlstate.startswith(start)), None)
    else:
        said = str(error.orig).lower()
        found = next((words for part, words in _SQLITE.items() if part in said), None)
    if found is None and error.connection_invalidated:
        found = _POSTGRESQL["08"]
    return found and found.format(place=place)


def _longest_first(table: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(table.items(), key=lambda item: -len(item[0]))
