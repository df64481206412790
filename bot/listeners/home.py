"""The Home tab and what is pressed there."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.homes import Homes
from bot.flows.at_home import choose
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.flows.modes import models_of, modes_of, usual
from bot.flows.seed_packs import made_here
from bot.listeners.deciding import disputes_list
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of
from bot.listeners.workspace import Workspace
from bot.views.help import help_modal
from bot.views.home import OPEN_START, SHOW_HELP
from bot.views.home_runs import GO_ON
from bot.views.home_settings import SETTINGS
from bot.views.home_team import OPEN_DISPUTES
from bot.views.look_modal import look_modal
from bot.views.start_modal import Choice, start_modal


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers) -> None:
    """Listens to the Home tab being opened and to its buttons."""

    @app.event("app_home_opened")
    async def on_home(body: dict[str, Any], event: dict[str, Any], client: AsyncWebClient) -> None:
        if event.get("tab") == "home":
            await Homes(house, client, managers, workspace.url).opened(str(body["team_id"]), str(event["user"]))

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

    @app.action(OPEN_DISPUTES)
    async def on_disputes(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        message = await disputes_list(house, managers, workspace, team_of(body), pressed_by(body))
        await open_modal(client, body, look_modal("Disputes", message))

    async def on_setting(ack: AsyncAck, body: dict[str, Any]) -> None:
        action = body["actions"][0]
        setting, on = SETTINGS[action["action_id"]], bool(action["selected_options"])
        await choose(house, team_of(body), pressed_by(body), setting, on=on)
        await ack()

    for box in SETTINGS:
        app.action(box)(on_setting)

    @app.action(GO_ON)
    async def on_go_on(ack: AsyncAck) -> None:
        await ack()
