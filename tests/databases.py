"""Fresh databases for tests: SQLite files, and databases on a real PostgreSQL server."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg

from storage.database import open_database
from tests.postgres import postgres_root

BACKENDS = ("sqlite", "postgresql")


def fresh_url(backend: str, folder: Path) -> str:
    """The URL of a database of its own, its tables in place; SQLite files stand in `folder`."""
    if backend == "sqlite":
        return sqlite_url(folder / f"{uuid4().hex}.sqlite")
    return empty_postgres_url(template=_postgres_template())


def sqlite_url(path: Path) -> str:
    """The URL of the file, which is given its tables where there is none yet."""
    if not path.exists():
        shutil.copy(_sqlite_template(), path)
    return f"sqlite:///{path}"


def empty_url(backend: str, folder: Path) -> str:
    """The URL of a database of its own without any table."""
    return f"sqlite:///{folder / uuid4().hex}.sqlite" if backend == "sqlite" else empty_postgres_url()


def empty_postgres_url(template: str = "template1") -> str:
    """The URL of a new PostgreSQL database, a copy of the template."""
    name = f"haggle_{uuid4().hex}"
    _elsewhere(_execute(f"CREATE DATABASE {name} TEMPLATE {template}"))
    return _postgres_url(name)


@cache
def _postgres_template() -> str:
    name = "haggle_template"
    for command in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", f"CREATE DATABASE {name}"):
        _elsewhere(_execute(command))
    _elsewhere(_migrated(_postgres_url(name)))
    return name


@cache
def _sqlite_template() -> Path:
    path = Path(_folder().name) / "template.sqlite"
    _elsewhere(_migrated(f"sqlite:///{path}"))
    return path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="haggle-sqlite-")


def _postgres_url(name: str) -> str:
    return f"postgresql://postgres@/{name}?host={postgres_root()}"


async def _migrated(url: str) -> None:
    await (await open_database(url)).close()


async def _execute(command: str) -> None:
    connection = await asyncpg.connect(host=str(postgres_root()), user="postgres", database="postgres")
    try:
        await connection.execute(command)
    finally:
        await connection.close()


def _elsewhere(work: Coroutine[Any, Any, None]) -> None:
    """Runs the work to its end in a thread, because a test's own loop may be running here."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
