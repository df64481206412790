"""A person looks back: the list of their runs, and a run's file."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.flows.exporting import export_to_thread
from bot.flows.history import history_page
from bot.flows.house import House
from bot.listeners.workspace import Workspace
from bot.views.history import CLOSE, NEWER, OLDER, history_message
from bot.views.message import Message
from bot.views.verdict import EXPORT


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to the buttons of the list and to Export."""

    async def on_page(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        page = await history_page(house, _team(body), _user(body), int(_value(body)))
        await in_its_place(respond, history_message(*page, workspace.url))

    for action in (NEWER, OLDER):
        app.action(action)(on_page)

    @app.action(EXPORT)
    async def on_export(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        told = await export_to_thread(house, _team(body), _value(body), _user(body))
        await beside(respond, body, Message(told))

    @app.action(CLOSE)
    async def on_close(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(delete_original=True)


async def beside(respond: AsyncRespond, body: dict[str, Any], message: Message) -> None:
    """Shows the message to whoever pressed, in the thread of what was pressed."""
    thread = (body.get("message") or {}).get("thread_ts")
    blocks = list(message.blocks) or None
    await respond(message.text, blocks, response_type="ephemeral", replace_original=False, thread_ts=thread)


async def in_its_place(respond: AsyncRespond, message: Message) -> None:
    """Shows the message where the pressed one stood."""
    await respond(message.text, list(message.blocks), response_type="ephemeral", replace_original=True)


def _team(body: dict[str, Any]) -> str:
    return str(body["team"]["id"])


def _user(body: dict[str, Any]) -> str:
    return str(body["user"]["id"])


def _value(body: dict[str, Any]) -> str:
    return str(body["actions"][0].get("value", ""))
