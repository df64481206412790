"""The Home tab and what is pressed there."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.rendering import render_home
from bot.flows.flavoring import allow_excerpts
from bot.flows.house import House
from bot.flows.modes import models_of, modes_of, usual
from bot.flows.seed_packs import made_here
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of
from bot.listeners.workspace import Workspace
from bot.views.help import help_modal
from bot.views.home import EXCERPTS, GO_ON, OPEN_START, SHOW_HELP
from bot.views.start_modal import Choice, start_modal


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to the Home tab being opened and to its buttons."""

    async def publish(client: AsyncWebClient, team: str, user: str) -> None:
        home = await render_home(house, team, user, workspace.url)
        await client.api_call(home.method, json=home.arguments)

    @app.event("app_home_opened")
    async def on_home(body: dict[str, Any], event: dict[str, Any], client: AsyncWebClient) -> None:
        if event.get("tab") == "home":
            await publish(client, body["team_id"], event["user"])

    @app.action(OPEN_START)
    async def on_open_start(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        channel = (body.get("channel") or {}).get("id")
        made = await made_here(house, team_of(body))
        choice = Choice(modes_of(house), models_of(house), await usual(house, team_of(body)))
        await open_modal(client, body, start_modal(house.playable, channel, choice, made))

    @app.action(SHOW_HELP)
    async def on_help(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, help_modal(house.packs.ids))

    @app.action(EXCERPTS)
    async def on_excerpts(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        allowed = bool(body["actions"][0]["selected_options"])
        await allow_excerpts(house, team_of(body), pressed_by(body), allowed=allowed)
        await ack()
        await publish(client, team_of(body), pressed_by(body))

    @app.action(GO_ON)
    async def on_go_on(ack: AsyncAck) -> None:
        await ack()
