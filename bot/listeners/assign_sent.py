"""The form that assigns is sent, and then confirmed in the one on top of it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.assigning.confirming import confirm
from bot.flows.assigning.drafting import draft_form
from bot.flows.assigning.understanding import Desk
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.listeners.answering import told_at
from bot.listeners.assign_form import form_of, kept_in
from bot.listeners.workspace import Workspace
from bot.orders import Unclear
from bot.views.assign_card import placed_message
from bot.views.assign_modal import ASSIGN_MODAL, CONFIRM_MODAL, confirm_modal, errors_of, refused_modal
from bot.views.blocks import escape
from engine.errors import HaggleError


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers, directory: Directory) -> None:
    """Listens to both forms being sent."""

    @app.view(ASSIGN_MODAL)
    async def on_form(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        kept = kept_in(view["private_metadata"])
        desk = Desk(
            house, directory, str(body["team"]["id"]), str(body["user"]["id"]), kept.channel, workspace.bot_user
        )
        try:
            drafted = await draft_form(desk, managers, await form_of(desk, managers, view, kept))
        except Unclear as unclear:
            await ack(response_action="errors", errors=errors_of(unclear.complaints, view["blocks"]))
        except HaggleError as refusal:
            await ack(response_action="push", view=refused_modal(escape(str(refusal))))
        else:
            order, found = drafted.understood
            metadata = str(kept._replace(ref=drafted.ref))
            await ack(response_action="push", view=confirm_modal(order, found.people.values(), metadata, house.now()))

    @app.view(CONFIRM_MODAL)
    async def on_confirm(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        kept, user = kept_in(view["private_metadata"]), str(body["user"]["id"])
        try:
            placed = await confirm(house, directory, managers, str(body["team"]["id"]), user, kept.ref)
        except HaggleError as refusal:
            await ack(response_action="update", view=refused_modal(escape(str(refusal))))
            return
        await ack(response_action="clear")
        message = placed_message(placed.assignment.id, placed.order, placed.people, house.now())
        await told_at(client, user, kept.card, message, replaces=kept.replaces)
