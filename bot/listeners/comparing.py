"""Two of a person's runs on the same buyer, side by side."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.comparing import compared, others_on_buyer
from bot.flows.house import House
from bot.listeners.answering import look_beside, look_in_its_place
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.compare_buttons import COMPARE, WITH
from bot.views.compare_card import choose_message, compare_message, two_runs

TITLE = "Compare two runs"


def register(app: AsyncApp, house: House) -> None:
    """Listens to Compare, and to the choice of the other run."""

    @app.action(COMPARE)
    async def on_compare(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        team, user, run_id = team_of(body), pressed_by(body), value_of(body)
        others = await others_on_buyer(house, team, user, run_id)
        if len(others) == 1:
            told = compare_message(*await compared(house, team, user, run_id, others[0].view.run.id))
        else:
            told = choose_message(run_id, others)
        await look_beside(client, respond, body, TITLE, told)

    @app.action(WITH)
    async def on_with(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        found = await compared(house, team_of(body), pressed_by(body), *two_runs(value_of(body)))
        await look_in_its_place(client, respond, body, TITLE, compare_message(*found))
