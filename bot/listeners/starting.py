"""Starting a run from wherever it was asked for."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.assigned_buyers import AssignedToYou
from bot.flows.house import House
from bot.flows.start import StartRequest, start_run
from bot.listeners.place import place_for
from bot.views.attempts import meet_first_message
from bot.views.blocks import escape
from bot.views.message import Message
from engine.errors import HaggleError


async def start_here(house: House, client: AsyncWebClient, request: StartRequest) -> Message:
    """What the rep is told: empty when the thread speaks for itself."""
    try:
        await start_in_place(house, client, request)
    except AssignedToYou as refusal:
        return meet_first_message(f"{escape(str(refusal))} Nothing was started.", refusal.start)
    except HaggleError as refusal:
        return Message(f"{escape(str(refusal))} Nothing was started.")
    return Message("")


async def start_in_place(house: House, client: AsyncWebClient, request: StartRequest) -> None:
    """Starts the run where the bot can post; NotThere, or what `start_run` refuses."""
    await start_run(house, request._replace(channel=await place_for(client, request.channel)))
