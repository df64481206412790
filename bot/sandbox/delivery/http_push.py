"""Signed HTTP: events, interactions and commands posted to the app's request URLs."""

import json
import secrets
import time
from urllib.parse import urlencode

import aiohttp

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
)
from bot.sandbox.delivery.signature import sign
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import kept, shown

_FORM = "application/x-www-form-urlencoded"


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
        return await self._post(url, body, headers, patience, send)

    async def verify(self, url: str) -> bool:
        """Whether the app at `url` answers Slack's challenge; if so, everything is sent there from now on."""
        send = Send(self._clock.now(), None)
        challenge = secrets.token_hex(16)
        body = json.dumps({"token": "sandbox", "challenge": challenge, "type": "url_verification"})
        answer = await self._post(url, body, {"content-type": "application/json"}, self._patience, send)
        if not isinstance(answer, Acknowledged) or not answer.response:
            return False
        if challenge not in (answer.response.get("challenge"), answer.response.get("text")):
            return False
        self.urls = RequestUrls.all_at(url)
        return True

    def forget(self, delivery: Delivery) -> None:
        """Does nothing: what an attempt came to is known when it ends."""

    async def close(self) -> None:
        """Closes the HTTP session."""
        if self._session is not None:
            await self._session.close()

    async def _post(self, url: str, body: str, headers: dict[str, str], patience: float, send: Send) -> Answer:
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
            async with self._session.post(url, data=body, headers=headers, timeout=limit) as response:
                text = await response.text()
                send.answer = _noted(response, text)
                return _answer(response, text)
        except TimeoutError:
            return Unanswered(self.silence)
        except aiohttp.TooManyRedirects:
            return Unanswered("too_many_redirects")
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


def _answer(response: aiohttp.ClientResponse, text: str) -> Answer:
    if response.status != 200:
        for_good = response.headers.get("x-slack-no-retry") == "1"
        return Unanswered(REFUSED_FOR_GOOD if for_good else "http_error")
    if not text.strip():
        return Acknowledged(None)
    if response.content_type != "application/json":
        return Acknowledged({"text": text})
    try:
        payload: object = json.loads(text)
    except ValueError:
        return Unanswered("http_error")
    return Acknowledged(_as_json(payload))


def _as_json(payload: object) -> Json | None:
    return payload if isinstance(payload, dict) and payload else None
