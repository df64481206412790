"""`/haggle buy`."""

from collections.abc import Mapping

from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.markets.listing import own_here
from bot.flows.markets.meaning import wanted_by
from bot.flows.markets.opening import BuyRequest, open_market
from bot.flows.modes import GUARDED, STRICT, models_of, usual
from bot.listeners.asked import Answer, Asked
from bot.listeners.opening import open_modal
from bot.listeners.place import place_for
from bot.views.blocks import escape
from bot.views.buy_form import buy_form
from bot.views.message import Message
from engine.errors import HaggleError


async def buy_here(house: House, client: AsyncWebClient, request: BuyRequest) -> Message:
    """What the rep is told: empty when the thread speaks for itself."""
    try:
        await open_market(house, request._replace(channel=await place_for(client, request.channel)))
    except HaggleError as refusal:
        return Message(f"{escape(str(refusal))} Nothing was started.")
    return Message("")


async def show_buy_form(house: House, client: AsyncWebClient, team: str, channel: str | None, trigger: str) -> None:
    """Opens the form."""
    how = await usual(house, team)
    own, models = await own_here(house, team), models_of(house)
    form = buy_form(house.markets.ready, own, channel, models, STRICT if how.mode == STRICT else GUARDED)
    await open_modal(client, {"trigger_id": trigger}, form)


async def _buy(asked: Asked) -> Message:
    """Opens a market: with words the one that they name, without any the form."""
    if not asked.words:
        await show_buy_form(asked.house, asked.client, asked.team, asked.channel, asked.trigger)
        return Message("")
    wanted = await wanted_by(asked.house, asked.team, asked.words)
    request = BuyRequest(asked.team, asked.channel, asked.user, wanted, asked.key)
    return await buy_here(asked.house, asked.client, request)


ANSWERS: Mapping[str, Answer] = {"buy": _buy}
