"""Protocol A9: a post whose outcome is unknown is looked for before it is sent again."""

import logging
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import TIMEOUT
from bot.delivery.rendering import OID
from bot.flows.house import House
from storage import outbox
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

GRACE = timedelta(seconds=TIMEOUT + 20)
"""How long after the attempt a post may still appear in the history."""
SECOND_LOOK = timedelta(seconds=10)


async def reconcile(house: House, client: AsyncWebClient, grace: timedelta = GRACE) -> int:
    """How many rows were settled: found in the history, or twice not found and put back to be sent again."""
    overdue = await outbox.overdue(house.database, house.now(), grace)
    settled = [await _settle(house, client, outgoing, grace) for outgoing in overdue]
    if any(settled):
        house.wake.posts.set()
    return sum(settled)


async def _settle(house: House, client: AsyncWebClient, outgoing: Outgoing, grace: timedelta) -> bool:
    ts = await _find(client, outgoing)
    now = house.now()
    if ts:
        await outbox.mark_sent(house.database, outgoing.oid, ts, now)
        return True
    if not outgoing.attempt_at or now - outgoing.attempt_at < grace + min(SECOND_LOOK, grace):
        return False
    log.warning("post sent again", extra={"oid": outgoing.oid, "attempt": outgoing.attempts})
    await outbox.put_back(house.database, outgoing.oid, now, "not found in the history")
    return True


async def _find(client: AsyncWebClient, outgoing: Outgoing) -> str | None:
    """The ts of the post that carries this row's oid, None where the history does not show it."""
    oldest = f"{(outgoing.attempt_at or outgoing.created_at).timestamp() - 60:.6f}"
    arguments: dict[str, Any] = {
        "channel": outgoing.channel,
        "oldest": oldest,
        "limit": 200,
        "include_all_metadata": True,
    }
    method = "conversations.history"
    if outgoing.thread:
        method, arguments["ts"] = "conversations.replies", outgoing.thread
    try:
        response = await client.api_call(method, params=arguments)
    except SlackApiError as error:
        log.warning("history not readable", extra={"oid": outgoing.oid, "error": str(error.response.get("error"))})
        return None
    return next((str(found["ts"]) for found in response["messages"] if _oid_of(found) == outgoing.oid), None)


def _oid_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != OID:
        return None
    oid = metadata.get("event_payload", {}).get("oid")
    return oid if isinstance(oid, str) else None
