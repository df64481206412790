"""A sandbox for each test."""

from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, app_for, listening, open_place


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    """A sandbox in which no app listens."""
    async with open_place() as opened:
        yield opened


@pytest.fixture
async def app(place: Place) -> AsyncIterator[AsyncApp]:
    """An app that listens over Socket Mode; tests add their listeners to it."""
    app = app_for(place)
    async with listening(place, app):
        yield app
