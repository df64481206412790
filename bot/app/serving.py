"""The bot at work: over Socket Mode, or as an HTTP server that Slack calls."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from aiohttp import WSMessage, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.books import KeptBooks
from bot.app.connecting import CannotConnect, connect, socket_address
from bot.app.memory import settle
from bot.app.speaking import caps_in, speaking
from bot.app.wiring import build_app, house_on, opened, utc_now
from bot.app.workers import Pace, Sleep, Workers
from bot.delivery.client import is_local, slack_client, slack_session
from bot.delivery.directory import SlackDirectory
from bot.delivery.managers import SlackManagers
from bot.delivery.sender import Sender
from bot.delivery.sweeping import sweep
from bot.flows.house import House
from bot.flows.scheduling.firing import fire_due
from bot.flows.scheduling.handlers import AFTER_LOOKING, AT_ONCE
from bot.flows.scheduling.keeping import keep_timetable
from bot.listeners.workspace import Workspace
from bot.scheduler.ticking import ticking
from bot.settings import Settings, revealed
from engine.reading.context import price_talk
from engine.reading.read import read_message
from engine.strict.ready import make_ready

log = logging.getLogger(__name__)

EVENTS_PATH = "/slack/events"


class PortTaken(CannotConnect):
    """Another program listens on the port that Haggle was given."""


@asynccontextmanager
async def serving(
    settings: Settings,
    pace: Pace | None = None,
    now: Callable[[], datetime] = utc_now,
    sleep: Sleep = asyncio.sleep,
) -> AsyncIterator[House]:
    """The bot answers while the block runs. BadSettings, CannotConnect, DatabaseUnavailable say what is wrong."""
    transport = settings.transport
    caps = caps_in(settings)
    async with (
        slack_session() as session,
        opened(settings.database_url) as database,
        speaking(settings, KeptBooks(database, caps)) as voice,
    ):
        house = house_on(database, now, voice, caps)
        client = slack_client(settings.bot_token, settings.slack_api_url, session)
        workspace = await connect(client)
        directory = SlackDirectory(client, database, workspace.team, now)
        managers = SlackManagers(directory, database, workspace.team, settings.managers)
        secret = revealed(settings.slack_signing_secret)
        app = build_app(house, client, workspace, managers, directory, secret)
        sender = Sender(house, client, workspace.url)
        pace = pace or Pace()
        workers = Workers(house, client, sender, managers, directory, pace, sleep)
        listening = _over_socket if transport == "socket" else _over_http
        works = (
            partial(keep_timetable, house, directory, AT_ONCE),
            partial(fire_due, house, directory, AFTER_LOOKING),
        )
        async with (
            workers.at_work(),
            ticking(pace.tick, works, sleep),
            listening(settings, app, house, client, workspace),
        ):
            yield house


@asynccontextmanager
async def _over_socket(
    settings: Settings, app: AsyncApp, house: House, client: AsyncWebClient, workspace: Workspace
) -> AsyncIterator[None]:
    app_token = revealed(settings.slack_app_token)
    address = await socket_address(client, app_token)
    handler = AsyncSocketModeHandler(app, app_token)
    handler.client.wss_uri = address
    if is_local(settings.slack_api_url):
        handler.client.proxy = None

    sweeps: set[asyncio.Task[int]] = set()

    async def on_message(message: WSMessage) -> None:
        """Each `hello` begins a connection: what was said before it may have been missed."""
        if isinstance(message.data, str) and message.data.startswith('{"type":"hello"'):
            task = asyncio.create_task(sweep(house, client, workspace.team))
            sweeps.add(task)
            task.add_done_callback(sweeps.discard)

    handler.client.on_message_listeners.append(on_message)
    await handler.client.connect()
    try:
        yield
    finally:
        await handler.client.close()


@asynccontextmanager
async def _over_http(
    settings: Settings, app: AsyncApp, house: House, client: AsyncWebClient, workspace: Workspace
) -> AsyncIterator[None]:
    async def events(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def ready(_: web.Request) -> web.Response:
        async with house.database.reading():
            return web.json_response({"ok": True})

    server = web.Application()
    server.router.add_post(EVENTS_PATH, events)
    server.router.add_get("/healthz", health)
    server.router.add_get("/readyz", ready)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        await runner.cleanup()
        raise PortTaken(
            f"Port {settings.port} on {settings.host} is taken or not allowed. Set HAGGLE_PORT to a free one."
        ) from error
    await sweep(house, client, workspace.team)
    try:
        yield
    finally:
        await runner.cleanup()


async def serve(settings: Settings) -> None:
    """Serves until the process is stopped."""
    async with serving(settings) as house:
        log.info("haggle is listening")
        read_message("", price_talk())
        for loaded in house.packs.loaded.values():
            await asyncio.to_thread(make_ready, loaded.pack)
        settle()
        await asyncio.Event().wait()
