"""A run that is over, step by step, for its rep."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.retelling import retold
from bot.listeners.answering import look_beside, look_in_its_place
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.replay_buttons import REPLAY
from bot.views.replay_card import BACK, NEXT, replay_message, step_of

TITLE = "Replay"


def register(app: AsyncApp, house: House) -> None:
    """Listens to Replay and to the buttons that step through it."""

    @app.action(REPLAY)
    async def on_replay(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        told = await retold(house, team_of(body), value_of(body), pressed_by(body))
        await look_beside(client, respond, body, TITLE, replay_message(*told, 0))

    async def on_step(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        run_id, step = step_of(value_of(body))
        told = await retold(house, team_of(body), run_id, pressed_by(body))
        await look_in_its_place(client, respond, body, TITLE, replay_message(*told, step))

    for action in (BACK, NEXT):
        app.action(action)(on_step)
