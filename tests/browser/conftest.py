"""A browser, a sandbox with an app in it, and Ana at her page."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, app_for, listening, open_place
from tests.browser.desk import Desk, open_desk

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in _NAMES if (path := shutil.which(name))), None)
"""The first is the same engine without a window, and takes half the time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks everything here as a browser test, and skips it where there is no Chromium, but never in CI."""
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="no Chromium is installed"))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium for all tests; it belongs to one event loop, which they share."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(chromium: Browser) -> AsyncIterator[Browser]:
    """A browser without a page or a past."""
    yield chromium
    for context in chromium.contexts:
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def place() -> AsyncIterator[Place]:
    """A sandbox in which no app listens."""
    async with open_place() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def app(place: Place) -> AsyncIterator[AsyncApp]:
    """An app that listens over Socket Mode; tests add their listeners to it."""
    app = app_for(place)
    async with listening(place, app):
        yield app


@pytest_asyncio.fixture(loop_scope="session")
async def ana(browser: Browser, place: Place, app: AsyncApp) -> AsyncIterator[Desk]:
    """Ana in #practice, with the app listening."""
    desk = await open_desk(browser, place.running.url, {"as": "ana", "channel": "practice"})
    yield desk
    assert desk.problems == []
