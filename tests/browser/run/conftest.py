"""A sandbox with the bot in it, for those tests that begin with nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.bot.world import World, open_world


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A workspace with the bot in it."""
    async with open_world(tmp_path) as fresh:
        yield fresh
