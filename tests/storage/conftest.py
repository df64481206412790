"""Every storage test runs on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.databases import BACKENDS, fresh_url


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


@pytest.fixture
def url(backend: str, tmp_path: Path) -> str:
    """The URL of a fresh database with its tables in place."""
    return fresh_url(backend, tmp_path)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A fresh database, open."""
    opened = await open_database(url)
    yield opened
    await opened.close()
