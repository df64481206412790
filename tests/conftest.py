"""How many processes share the tests, and what those of one leave behind: nothing."""

import os

from tests.postgres import stop_postgres


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: half of the time, tests wait for something to happen."""
    return 2 * (os.cpu_count() or 1)


def pytest_sessionfinish() -> None:
    """The server stops here, because a process that shares the tests with others is ended before its exit handlers."""
    stop_postgres()
