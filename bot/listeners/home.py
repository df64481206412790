"""The Home tab and what is pressed there."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.rendering import render_home
from bot.flows.house import House
from bot.flows.start import modes_of
from bot.listeners.opening import open_modal
from bot.listeners.workspace import Workspace
from bot.views.help import help_modal
from bot.views.home import GO_ON, OPEN_START, SHOW_HELP
from bot.views.start_modal import start_modal


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to the Home tab being opened and to its buttons."""

    @app.event("app_home_opened")
    async def on_home(body: dict[str, Any], event: dict[str, Any], client: AsyncWebClient) -> None:
        if event.get("tab") == "home":
            home = await render_home(house, body["team_id"], event["user"], workspace.url)
            await client.api_call(home.method, json=home.arguments)

    @app.action(OPEN_START)
    async def on_open_start(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        channel = (body.get("channel") or {}).get("id")
        await open_modal(client, body, start_modal(house.playable, channel, modes_of(house)))

    @app.action(SHOW_HELP)
    async def on_help(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, help_modal(house.packs.ids))

    @app.action(GO_ON)
    async def on_go_on(ack: AsyncAck) -> None:
        await ack()
