"""The only place where the parts are put together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.scenarios import ScenarioBook
from bot.listeners import commands, controls, errors, home, messages, modals
from bot.listeners.workspace import Workspace
from packs.loading import load_installed
from storage.database import open_database


def utc_now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_house(database_url: str, now: Callable[[], datetime] = utc_now) -> AsyncIterator[House]:
    """The house with its database open. DatabaseUnavailable says what keeps it shut."""
    database = await open_database(database_url)
    try:
        yield House(database, load_installed(), ScenarioBook(database), now)
    finally:
        await database.close()


def build_app(house: House, client: AsyncWebClient, workspace: Workspace, signing_secret: str = "") -> AsyncApp:
    """The Bolt app with every listener.

    Listeners run before Slack is answered: what a listener has not stored is not acknowledged, and comes again.
    """
    app = AsyncApp(client=client, signing_secret=signing_secret or None, process_before_response=True)
    messages.register(app, house)
    commands.register(app, house)
    controls.register(app, house)
    home.register(app, house, workspace)
    modals.register(app, house)
    errors.register(app)
    return app
