"""A sandbox to test, with its people, its app and what the app hears."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.config import SandboxConfig, Timing
from bot.sandbox.recorded import UNREADABLE
from bot.sandbox.server import RunningSandbox, start
from bot.sandbox.webapi.method import ALWAYS
from bot.sandbox.webapi.registry import METHODS
from bot.sandbox.wire_log import AppCall
from bot.sandbox.yaml_file import read_yaml

Json = dict[str, Any]
MANIFEST = Path(__file__).parents[3] / "manifest.yml"
SHORT = Timing(trigger=30.0, http_retries=(0.0, 0.1, 0.1))
"""Slack's own times, but for what a test has to wait out, and a trigger that outlives the stalls of a busy machine."""


@dataclass(repr=False)
class Place:
    """A running sandbox, a client with the bot's token, and what people do."""

    running: RunningSandbox
    web: aiohttp.ClientSession
    client: AsyncWebClient
    heard: list[Json] = field(default_factory=list)

    @property
    def bot_user(self) -> str:
        """The bot's user id."""
        return self.running.sandbox.workspace.app.bot_user_id

    def person(self, handle: str) -> str:
        """The user id of a handle."""
        person = self.running.sandbox.workspace.person(handle)
        assert person
        return person.id

    def channel(self, name: str) -> str:
        """The id of a channel, or of a person's direct messages (`dm:ana`)."""
        workspace = self.running.sandbox.workspace
        if name.startswith("dm:"):
            return workspace.dm_of(workspace.people[self.person(name[3:])]).id
        channel = workspace.channel_named(name)
        assert channel
        return channel.id

    async def ask(self, http: str, path: str, status: Any = 200, **body: Any) -> Json:
        """The JSON of one control call, which must answer with `status`."""
        given = body or None
        async with self.web.request(http, f"{self.running.url}/sandbox/{path}", json=given) as response:
            answer: Json = await response.json()
            assert response.status == status, answer
            return answer

    async def do(self, who: str, path: str, status: Any = 200, **body: Any) -> Json:
        """What comes of something that `who` does."""
        return await self.ask("POST", path, status, **{"as": who}, **body)

    async def say(self, who: str, text: str, channel: str = "practice", **more: Any) -> Json:
        """The message that `who` writes."""
        answer = await self.do(who, "messages", channel=channel, text=text, **more)
        return dict(answer["message"])

    async def seen(self, who: str, channel: str = "practice") -> list[Json]:
        """The messages of a channel as `who` sees them."""
        return list((await self.ask("GET", f"channels/{channel}?as={who}"))["messages"])

    async def thread(self, who: str, ts: str, channel: str = "practice") -> list[Json]:
        """The replies in a thread as `who` sees them."""
        return list((await self.ask("GET", f"channels/{channel}/threads/{ts}?as={who}"))["messages"])

    async def modals(self, who: str) -> list[Json]:
        """The modals open before `who`."""
        return list((await self.ask("GET", f"modals?as={who}"))["views"])

    def events(self, kind: str) -> list[Json]:
        """The events of one type that the app has heard."""
        return [body["event"] for body in self.heard if body.get("event", {}).get("type") == kind]

    async def until(self, true: Callable[[], object], seconds: float = 10.0) -> None:
        """Waits for `true()`; fails after `seconds`."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is waited for lies on the other side of a socket
                await asyncio.sleep(0.01)


def app_for(place: Place) -> AsyncApp:
    """A Bolt app that notes everything it hears, its own messages too."""
    secret = place.running.signing_secret
    app = AsyncApp(name="place", client=place.client, signing_secret=secret, ignoring_self_events_enabled=False)

    @app.use
    async def note(body: Json, next: Any) -> None:
        place.heard.append(body)
        await next()

    @app.event({"type": "message"})
    async def on_message() -> None:
        """Messages are only noted."""

    app.event(re.compile(r"(?!message$).+"))(on_message)
    return app


@asynccontextmanager
async def open_place(**config: Any) -> AsyncIterator[Place]:
    """A place of its own; `config` goes to SandboxConfig."""
    given: Json = {"manifest": MANIFEST, "timing": SHORT, "rate_limits": False, **config}
    running = await start(SandboxConfig(**given))
    client = AsyncWebClient(token=running.bot_token, base_url=running.api_url)
    client.proxy = None
    async with aiohttp.ClientSession() as web:
        yield Place(running, web, client)
    await running.stop()
    undeclared = {(call.method, call.error) for call in running.sandbox.wire_log.calls if not _is_declared(call)}
    assert not undeclared, "refusals that the method does not declare"


def _is_declared(call: AppCall) -> bool:
    """Whether the call's refusal, if it is one, stands in the method's declaration."""
    method = METHODS.get(call.method)
    return method is None or call.status not in (200, 429) or call.error in (None, UNREADABLE, *ALWAYS, *method.refuses)


@asynccontextmanager
async def listening(place: Place, app: AsyncApp) -> AsyncIterator[AsyncSocketModeHandler]:
    """The app, connected over Socket Mode."""
    handler = AsyncSocketModeHandler(app, place.running.app_token)
    handler.client.proxy = None
    await handler.connect_async()
    await place.until(lambda: place.running.sandbox.dispatcher.transport.connected)
    yield handler
    await handler.close_async()


def manifest_with(folder: Path, scopes: tuple[str, ...] = (), events: tuple[str, ...] = (), **features: Any) -> Path:
    """A copy of the manifest with more scopes, events and features; a name after a minus is taken away."""
    manifest = read_yaml(MANIFEST)
    _alter(manifest["oauth_config"]["scopes"]["bot"], scopes)
    _alter(manifest["settings"]["event_subscriptions"]["bot_events"], events)
    manifest["features"].update(features)
    path = folder / "manifest.yml"
    path.write_text(json.dumps(manifest))
    return path


def _alter(names: list[str], changes: tuple[str, ...]) -> None:
    for change in changes:
        if change.startswith("-"):
            names.remove(change[1:])
        else:
            names.append(change)


async def refused(call: Any) -> Json:
    """Slack's answer to a call that it refuses."""
    try:
        answer = await call
    except SlackApiError as error:
        return dict(error.response.data)
    raise AssertionError(f"the call was answered: {answer}")


def section(text: str = "hello", **more: Any) -> Json:
    """A section block."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "press", text: str = "Press", **more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": text}, **more}


def actions(*elements: Json) -> Json:
    """A row of elements."""
    return {"type": "actions", "block_id": "row", "elements": list(elements)}


def modal(*blocks: Json, **more: Any) -> Json:
    """A modal view."""
    return {
        "type": "modal",
        "callback_id": "form",
        "title": {"type": "plain_text", "text": "A form"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": list(blocks),
        **more,
    }


def text_input(block_id: str, **more: Any) -> Json:
    """A text input in a block of its own."""
    element = {"type": "plain_text_input", "action_id": "answer"}
    label = {"type": "plain_text", "text": block_id}
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **more}
