"""Protocol A10: after a start or a reconnect, messages that were never delivered are read from the threads."""

import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.intake import Incoming, Intake, take_in
from bot.views.blocks import unescape
from storage import runs
from storage.runs import OpenThread

log = logging.getLogger(__name__)


async def sweep(house: House, client: AsyncWebClient, team: str) -> int:
    """How many lines were found that had not arrived."""
    async with house.database.reading() as connection:
        threads = await runs.open_threads(connection, team)
    found = 0
    for thread in threads:
        for message in await _missing(client, team, thread):
            found += await take_in(house, message) is Intake.KEPT
    if found:
        log.info("lines found that had not arrived", extra={"count": found})
    return found


async def _missing(client: AsyncWebClient, team: str, thread: OpenThread) -> list[Incoming]:
    """What people wrote in the thread after the last message of it that is known."""
    try:
        response = await client.conversations_replies(
            channel=thread.channel, ts=thread.thread_ts, oldest=thread.last_seen, limit=200
        )
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        log.warning("thread not readable", extra={"run_id": thread.run_id, "why": type(error).__name__})
        return []
    return [
        _incoming(team, thread, message)
        for message in response["messages"]
        if message.get("user") and not message.get("bot_id") and message["ts"] > thread.last_seen
    ]


def _incoming(team: str, thread: OpenThread, message: dict[str, Any]) -> Incoming:
    ts = str(message["ts"])
    event_id = f"sweep:{thread.channel}:{ts}"
    text = unescape(str(message.get("text", "")))
    return Incoming(team, event_id, thread.channel, thread.thread_ts, ts, str(message["user"]), text)
