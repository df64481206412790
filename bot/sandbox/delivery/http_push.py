"""Signed HTTP: events, interactions and commands posted to the app's request URLs."""

import json
import secrets
import time
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

import aiohttp

from bot.sandbox.body import parse_json
from bot.sandbox.clock import Clock
from bot.sandbox.config import RequestUrls, Timing
from bot.sandbox.delivery.envelope import (
    REFUSED_FOR_GOOD,
    Acknowledged,
    Answer,
    Attempt,
    Delivery,
    Send,
    Unanswered,
    acknowledged_with,
)
from bot.sandbox.delivery.signature import sign
from bot.sandbox.wire import Json, as_object, text_at
from bot.sandbox.wire_log import kept, shown

_REDIRECTS = 2
_FORM = "application/x-www-form-urlencoded"


class _Reply(NamedTuple):
    """What the app answered; `for_good` asks for no retries."""

    status: int
    content_type: str
    text: str
    for_good: bool


class HttpPush:
    """The app's request URLs, and the secret that its requests are signed with."""

    name = "http"
    silence = "http_timeout"

    def __init__(self, urls: RequestUrls | None, signing_secret: str, timing: Timing, clock: Clock) -> None:
        self.plan = tuple(Attempt(pause, timing.ack) for pause in (0.0, *timing.http_retries))
        self.urls = urls
        self._secret = signing_secret
        self._patience = timing.ack
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None

    @property
    def connected(self) -> bool:
        """Whether request URLs are known; nobody can tell whether they answer."""
        return self.urls is not None

    async def ready(self) -> None:
        """Returns at once: an HTTP request can always be tried."""

    async def attempt(self, delivery: Delivery, send: Send, patience: float) -> Answer:
        """What came of one signed request."""
        if self.urls is None:
            return Unanswered("connection_failed")
        url, body, kind = _request(self.urls, delivery)
        headers = {"content-type": kind}
        if send.retry:
            headers |= {"x-slack-retry-num": str(send.retry.number), "x-slack-retry-reason": send.retry.reason}
        reply = await self._post(url, body, headers, patience, send)
        return reply if isinstance(reply, Unanswered) else _judged(delivery, reply)

    async def verify(self, url: str) -> Send:
        """What came of Slack's challenge to the app at `url`; once it is met, everything is sent there."""
        send = Send(self._clock.now(), None)
        challenge = secrets.token_hex(16)
        body = json.dumps({"token": "sandbox", "challenge": challenge, "type": "url_verification"})
        reply = await self._post(url, body, {"content-type": "application/json"}, self._patience, send)
        if isinstance(reply, Unanswered) or reply.status != 200 or challenge != _challenge_in(reply):
            send.outcome = reply.reason if isinstance(reply, Unanswered) else "challenge_failed"
            return send
        self.urls = RequestUrls.all_at(url)
        send.outcome = "acknowledged"
        return send

    def forget(self, delivery: Delivery) -> None:
        """Does nothing: what an attempt came to is known when it ends."""

    async def close(self) -> None:
        """Closes the HTTP session."""
        if self._session is not None:
            await self._session.close()

    async def _post(
        self, url: str, body: str, headers: dict[str, str], patience: float, send: Send
    ) -> _Reply | Unanswered:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers={"user-agent": "Slackbot 1.0 (haggle sandbox)"})
        timestamp = int(time.time())  # the app holds it against its own clock, which nobody moves
        headers = {
            **headers,
            "x-slack-request-timestamp": str(timestamp),
            "x-slack-signature": sign(self._secret, timestamp, body),
        }
        send.request = {"url": url, "headers": headers}
        limit = aiohttp.ClientTimeout(total=patience)
        try:
            async with self._session.post(
                url, data=body, headers=headers, timeout=limit, max_redirects=_REDIRECTS + 1
            ) as response:
                text = (await response.read()).decode(errors="replace")
                send.answer = _noted(response, text)
                for_good = response.headers.get("x-slack-no-retry") == "1"
                return _Reply(response.status, response.content_type, text, for_good)
        except TimeoutError:
            return Unanswered(self.silence)
        except aiohttp.TooManyRedirects:
            return Unanswered("too_many_redirects")
        except aiohttp.ClientSSLError:
            return Unanswered("ssl_error")
        except aiohttp.ClientError:
            return Unanswered("connection_failed")


def _noted(response: aiohttp.ClientResponse, text: str) -> Json:
    return {"status": response.status, "headers": dict(response.headers), "body": shown(kept(text))}


def _request(urls: RequestUrls, delivery: Delivery) -> tuple[str, str, str]:
    match delivery.kind:
        case "events_api":
            return urls.events, json.dumps(delivery.payload), "application/json"
        case "interactive":
            return urls.interactivity, urlencode({"payload": json.dumps(delivery.payload)}), _FORM
        case "slash_commands":
            return urls.commands, urlencode({key: str(value) for key, value in delivery.payload.items()}), _FORM


def _judged(delivery: Delivery, reply: _Reply) -> Answer:
    """Any 2xx acknowledges an event; a command or an interaction needs 200, and may be answered in it."""
    is_event = delivery.kind == "events_api"
    if not (200 <= reply.status < 300 if is_event else reply.status == 200):
        return Unanswered(REFUSED_FOR_GOOD if reply.for_good else "http_error", reply.status)
    if is_event or not reply.text.strip():
        return Acknowledged(None)
    if reply.content_type != "application/json":
        return Acknowledged({"text": reply.text})
    try:
        return acknowledged_with(parse_json(reply.text))
    except ValueError:
        return Unanswered("http_error", reply.status)


def _challenge_in(reply: _Reply) -> str:
    """The challenge as it came back: as plain text, in a form, or in JSON."""
    match reply.content_type:
        case "application/json":
            with suppress(ValueError):
                return text_at(as_object(parse_json(reply.text)), "challenge")
            return ""
        case "application/x-www-form-urlencoded":
            return parse_qs(reply.text).get("challenge", [""])[0]
        case _:
            return reply.text.strip()
