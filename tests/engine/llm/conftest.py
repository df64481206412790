"""A provider on loopback for each test."""

import logging
from collections.abc import AsyncIterator, Iterator

import pytest

from engine.llm.quiet import TALKATIVE
from tests.engine.llm.dialects import DIALECTS, Dialect
from tests.engine.llm.server import Server


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A server that answers as a provider."""
    async with Server().listening() as listening:
        yield listening


@pytest.fixture(params=DIALECTS, ids=lambda dialect: dialect.provider)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Each provider in turn."""
    found: Dialect = request.param
    return found


@pytest.fixture(autouse=True)
def _as_loud_as_ever() -> Iterator[None]:
    """The libraries' loggers begin each test as they do in a process, and none leaves them otherwise."""
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.NOTSET)
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
