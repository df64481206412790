"""What the tests of a process leave behind: nothing."""

from tests.postgres import stop_postgres


def pytest_sessionfinish() -> None:
    """The server stops here, because a process that shares the tests with others is ended before its exit handlers."""
    stop_postgres()
