"""Those who have asked for their data to be deleted: where their messages are is asked of Slack, then it is done."""

import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import Refused, call, outcome_of
from bot.flows.house import House
from bot.flows.leaving import let_go
from bot.views.home import empty_home
from storage import departures
from storage.departures import Departure

log = logging.getLogger(__name__)


async def see_off(house: House, client: AsyncWebClient) -> None:
    """Deletes what can be deleted now; what somebody is at work on waits for the next time."""
    async with house.database.reading() as connection:
        waiting = await departures.waiting(connection)
    for departure in waiting:
        if await let_go(house, departure, await _messages_with(client, departure)):
            await call(client, "views.publish", {"user_id": departure.person, "view": empty_home(house.playable)})


async def _messages_with(client: AsyncWebClient, departure: Departure) -> str:
    """The channel of the person's messages with the app; empty where there is none to be had."""
    try:
        opened = await client.conversations_open(users=departure.person)
    except SlackApiError as error:
        if not isinstance(outcome_of(error), Refused):
            raise
        return ""
    return str(opened["channel"]["id"])
