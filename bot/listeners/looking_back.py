"""A person looks back: the list of their runs, and a run's file."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.flows.exporting import export_to_thread
from bot.flows.history import history_page
from bot.flows.house import House
from bot.listeners.answering import beside, in_its_place
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.views.history import CLOSE, NEWER, OLDER, history_message
from bot.views.message import Message
from bot.views.verdict import EXPORT


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to the buttons of the list and to Export."""

    async def on_page(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        page = await history_page(house, team_of(body), pressed_by(body), int(value_of(body)))
        await in_its_place(respond, history_message(*page, workspace.url))

    for action in (NEWER, OLDER):
        app.action(action)(on_page)

    @app.action(EXPORT)
    async def on_export(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        told = await export_to_thread(house, team_of(body), value_of(body), pressed_by(body))
        await beside(respond, body, Message(told))

    @app.action(CLOSE)
    async def on_close(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(delete_original=True)
