"""The world that the bot's tests play in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.world import World, open_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh sandbox with the bot in it, over Socket Mode, on SQLite."""
    async with open_world(tmp_path) as fresh:
        yield fresh
