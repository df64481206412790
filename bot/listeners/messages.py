"""Messages. The app answers Slack only when the listener is done, so what is kept is in the database first."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.flows.greeting import greet
from bot.flows.house import House
from bot.flows.intake import Intake, take_in, tell_of_change
from bot.listeners.decoding import changed, incoming

WORDS = {None, "thread_broadcast", "file_share"}
"""The subtypes in which a person says something; the others are none of ours."""


def register(app: AsyncApp, house: House) -> None:
    """Listens to messages and mentions."""

    @app.event("message")
    async def on_message(body: dict[str, Any], event: dict[str, Any]) -> None:
        subtype = event.get("subtype")
        if subtype in ("message_changed", "message_deleted"):
            if message := changed(body, event):
                await tell_of_change(house, message)
        elif subtype in WORDS and not event.get("bot_id"):
            intake = await take_in(house, incoming(body, event))
            if intake is Intake.NOT_A_RUN and event.get("channel_type") == "im":
                await greet(house, incoming(body, event))

    @app.event("app_mention")
    async def on_mention(body: dict[str, Any], event: dict[str, Any]) -> None:
        if event.get("bot_id"):
            return
        message = incoming(body, event)
        if await take_in(house, message) is Intake.NOT_A_RUN:
            await greet(house, message)
