"""The only place where the parts are put together."""

import logging
import os
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.directory import SlackDirectory
from bot.flows.house import Alert, House
from bot.flows.managers import Managers
from bot.flows.negotiations import NegotiationBook
from bot.flows.playing_ahead import PlayingAhead
from bot.flows.scenarios import ScenarioBook
from bot.listeners import (
    assign_sent,
    assigning,
    attempting,
    board,
    commands,
    comparing,
    controls,
    deciding,
    disputing,
    errors,
    following,
    home,
    in_market,
    looking_back,
    looking_into,
    messages,
    modals,
    own_data,
    own_team,
    people,
    reminding,
    replaying,
    setting_up,
    sharing,
)
from bot.listeners.workspace import Workspace
from engine.llm.budget import Cap, Scope
from engine.llm.voice import Voice
from packs.loading import INSTALLED, Packs, load_installed
from storage.database import Database, open_database

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


def worker_name() -> str:
    """A name that no other process has, to tell who holds what."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"


@asynccontextmanager
async def opened(database_url: str) -> AsyncIterator[Database]:
    """The database, open while the block runs. DatabaseUnavailable says what keeps it shut."""
    database = await open_database(database_url)
    try:
        yield database
    finally:
        await database.close()


def house_on(
    database: Database,
    now: Callable[[], datetime] = utc_now,
    voice: Voice | None = None,
    caps: Mapping[Scope, Cap] | None = None,
    packs: Packs | None = None,
) -> House:
    """The house that stands on this database, with the packs that are installed unless others are given."""
    scenarios = ScenarioBook(database)
    negotiations = NegotiationBook(database, scenarios)
    ahead = PlayingAhead(database)
    packs = packs or playable_packs()
    house = House(database, packs, scenarios, negotiations, ahead, now, worker_name(), voice, caps or {})
    if voice is not None:
        voice.tell = lambda team, trouble: house.wake.alerts.put_nowait(Alert(team, trouble))
    return house


def playable_packs(root: Path = INSTALLED) -> Packs:
    """The packs that can be played; those left out are logged with every problem, for who runs the bot."""
    packs = load_installed(root)
    for folder, problems in packs.problems.items():
        found = "; ".join(str(problem) for problem in problems)
        log.warning("The pack in %s is left out, the others are played: %s", folder, found)
    return packs


def build_app(
    house: House,
    client: AsyncWebClient,
    workspace: Workspace,
    managers: Managers,
    directory: SlackDirectory,
    signing_secret: str = "",
) -> AsyncApp:
    """The Bolt app with every listener.

    Listeners run before Slack is answered: what a listener has not stored is not acknowledged, and comes again.
    """
    app = AsyncApp(name="haggle", client=client, signing_secret=signing_secret or None, process_before_response=True)
    own_team.register(app, workspace)
    listen(app, house, workspace, managers, directory)
    errors.register(app)
    return app


def listen(app: AsyncApp, house: House, workspace: Workspace, managers: Managers, directory: SlackDirectory) -> None:
    """Registers every listener but that for errors."""
    messages.register(app, house)
    people.register(app, directory)
    commands.register(app, house, workspace, managers, directory)
    controls.register(app, house, workspace)
    in_market.register(app, house)
    setting_up.register(app, house, managers)
    attempting.register(app, house)
    following.register(app, house, workspace, managers)
    looking_into.register(app, house, managers)
    home.register(app, house, workspace, managers)
    modals.register(app, house)
    own_data.register(app, house)
    sharing.register(app, house)
    looking_back.register(app, house, workspace)
    reminding.register(app, house)
    replaying.register(app, house)
    board.register(app, house)
    comparing.register(app, house)
    disputing.register(app, house, workspace)
    deciding.register(app, house, workspace, managers)
    assigning.register(app, house, workspace, managers, directory)
    assign_sent.register(app, house, workspace, managers, directory)
