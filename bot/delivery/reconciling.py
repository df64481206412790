"""Protocol A9: a post whose outcome is unknown is looked for before it is sent again."""

import logging
from datetime import timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import Sent
from bot.delivery.rendering import OID
from bot.delivery.sender import Sender
from bot.flows.house import House
from storage import outbox
from storage.outbox import Outgoing
from storage.posts import Direct, Erase, Redraw

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(seconds=5)
"""How long after the sender's lease, and between one look and the next, the history is read."""
GIVE_UP_LOOKING = timedelta(seconds=40)
"""The age of an attempt at which a post that no look has found is sent again: the history may lag."""


async def reconcile(house: House, sender: Sender, client: AsyncWebClient) -> int:
    """How many rows were settled: found in the history, or not found for so long that they were sent again."""
    lost = await outbox.overdue(house.database, house.now(), LOOK_EVERY)
    return sum([await _settle(house, sender, client, outgoing) for outgoing in lost])


async def _settle(house: House, sender: Sender, client: AsyncWebClient, outgoing: Outgoing) -> bool:
    now = house.now()
    if not isinstance(outgoing.post, Redraw | Erase):
        if stands := await _find(client, outgoing):
            await outbox.mark_sent(house.database, outgoing.oid, stands.ts, now, channel=stands.channel)
            house.wake.posts.set()
            return True
        if outgoing.attempt_at and now - outgoing.attempt_at < GIVE_UP_LOOKING:
            return False
    again = await outbox.resend(house.database, outgoing, now)
    if again:
        log.warning("post sent again", extra={"oid": outgoing.oid, "attempt": again.attempts})
        await sender.send(again)
    return again is not None


async def _find(client: AsyncWebClient, outgoing: Outgoing) -> Sent | None:
    """Where the post stands that carries this row's oid, None where the history does not show it."""
    oldest = f"{(outgoing.attempt_at or outgoing.created_at).timestamp() - 60:.6f}"
    arguments: dict[str, Any] = {"oldest": oldest, "limit": 200, "include_all_metadata": True}
    method = "conversations.history"
    if outgoing.thread_ts:
        method, arguments["ts"] = "conversations.replies", outgoing.thread_ts
    try:
        arguments["channel"] = await _channel(client, outgoing)
        response = await client.api_call(method, params=arguments)
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        log.warning("history not readable", extra={"oid": outgoing.oid, "why": type(error).__name__})
        return None
    found = next((str(each["ts"]) for each in response["messages"] if _oid_of(each) == outgoing.oid), None)
    return Sent(found, arguments["channel"]) if found else None


async def _channel(client: AsyncWebClient, outgoing: Outgoing) -> str:
    """Where the history is: what goes to a person stands in their direct messages with the app."""
    user = outgoing.post.user if isinstance(outgoing.post, Direct) else outgoing.channel
    if not user.startswith(("U", "W")):
        return outgoing.channel
    return str((await client.conversations_open(users=user))["channel"]["id"])


def _oid_of(message: dict[str, Any]) -> str | None:
    """The oid that the message carries: in its metadata or, above a file, in the id of a block."""
    blocks = [str(block.get("block_id", "")) for block in message.get("blocks") or ()]
    if marked := next((each for each in blocks if each.startswith(f"{OID}:")), None):
        return marked.removeprefix(f"{OID}:")
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != OID:
        return None
    oid = metadata.get("event_payload", {}).get("oid")
    return oid if isinstance(oid, str) else None
