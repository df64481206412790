"""The Slack client that posts: it sends once and says what is known of the outcome."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

TIMEOUT = 10
"""Seconds that a call may take before its outcome counts as unknown."""

_NOBODY_KNOWS = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
_LATER = {"ratelimited", "rate_limited", "message_limit_exceeded"}


class Sent(NamedTuple):
    """Slack has it; `ts` is empty where Slack gives none (an ephemeral message). `channel` is where it stands."""

    ts: str
    channel: str | None = None


class Later(NamedTuple):
    """Slack asks to wait this many seconds; nothing was sent."""

    seconds: int


class Refused(NamedTuple):
    """Slack will not take it; nothing was sent."""

    error: str


class Unknown(NamedTuple):
    """It may or may not have been sent; `nothing_shown` where in either case nobody can see anything of it."""

    why: str
    nothing_shown: bool = False


Outcome = Sent | Later | Refused | Unknown


def slack_session() -> aiohttp.ClientSession:
    """The connections to Slack; close it at the end."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))


def slack_client(token: str, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client that never sends a post twice by itself. A local server is reached without any proxy."""
    client = AsyncWebClient(token=token, base_url=base_url, timeout=TIMEOUT, session=session, retry_handlers=[])
    if is_local(base_url):
        client.proxy = None
    return client


def is_local(url: str) -> bool:
    """Whether the address is this machine's own."""
    return url.startswith(("http://127.0.0.1", "http://localhost"))


LOST = (TimeoutError, aiohttp.ClientError, ConnectionError)
"""How a call ends whose outcome nobody knows."""


async def call(client: AsyncWebClient, method: str, arguments: Mapping[str, Any]) -> Outcome:
    """The outcome of one call, made once."""
    try:
        response = await client.api_call(method, json=dict(arguments))
    except SlackApiError as error:
        return outcome_of(error)
    except LOST as error:
        return Unknown(type(error).__name__)
    channel = response.get("channel")
    return Sent(str(response.get("ts") or ""), channel if isinstance(channel, str) else None)


def outcome_of(error: SlackApiError) -> Later | Refused | Unknown:
    """What Slack's error says of the call."""
    response = error.response
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    data = getattr(response, "data", None)
    name = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or name in _LATER:
        return Later(_retry_after(response.headers))
    if status >= 500 or name in _NOBODY_KNOWS or not name:
        return Unknown(name or f"HTTP {status}")
    return Refused(name)


def _retry_after(headers: Mapping[str, str]) -> int:
    value = next((headers[key] for key in headers if key.lower() == "retry-after"), "1")
    return max(1, int(value)) if value.isdecimal() else 1
