"""`/haggle export` and `/haggle delete-me`: what is kept of the person, as a file, and its end."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.flows.house import House
from bot.flows.leaving import WORD, NotTheWord, ask_to_leave
from bot.flows.own_data import own_data_to_dm
from bot.listeners.asked import Answer, Asked
from bot.listeners.opening import open_modal
from bot.listeners.place import place_for
from bot.views.blocks import unescape
from bot.views.deletion import DELETION_MODAL, TYPED, deletion_modal
from bot.views.message import Message


def register(app: AsyncApp, house: House) -> None:
    """Listens to the form that confirms."""

    @app.view(DELETION_MODAL)
    async def on_submit(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        typed = unescape(str(view["state"]["values"][TYPED][TYPED].get("value") or ""))
        try:
            await ask_to_leave(house, str(body["team"]["id"]), str(body["user"]["id"]), typed)
        except NotTheWord as refusal:
            await ack(response_action="errors", errors={TYPED: str(refusal)})
        else:
            await ack()


async def _export(asked: Asked) -> Message:
    """All that is kept of the person, as a file in their messages."""
    channel = await place_for(asked.client, asked.user)
    return Message(await own_data_to_dm(asked.house, asked.team, asked.user, channel, asked.key))


async def _delete_me(asked: Asked) -> Message:
    """Says what would go, and asks for the word that confirms it."""
    manages = await asked.managers.includes(asked.user)
    await open_modal(asked.client, {"trigger_id": asked.trigger}, deletion_modal(WORD, manages=manages))
    return Message("")


ANSWERS: Mapping[str, Answer] = {"export": _export, "delete-me": _delete_me}
