"""A sandbox with the bot in it, driven as people would and read as they would see it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
from pydantic import SecretStr
from sqlalchemy import select

from bot.app.serving import serving
from bot.app.workers import Pace
from bot.flows.house import House
from bot.sandbox import server as sandbox_server
from bot.sandbox.config import RequestUrls, SandboxConfig, Timing
from bot.settings import Settings, manifest_path
from storage.tables import outbox
from tests.bot.clock import Clock
from tests.databases import sqlite_url
from tests.ports import free_port

Json = dict[str, Any]
T = TypeVar("T")

_LONGEST_CALL = 3.0
"""Seconds that a call may be under way which is not lost."""

PATIENT = Timing(ack=30.0, trigger=30.0)
"""Slack's waits for an app by the clock on the wall are no test's business on a machine that does much else."""


@dataclass(repr=False)
class World:
    """What people can do and see. Channels by name; people by handle.

    `bot_url` is where the bot listens when it runs over signed HTTP.
    """

    sandbox: sandbox_server.RunningSandbox
    session: aiohttp.ClientSession
    bot_url: str
    house: House | None = None
    clock: Clock = field(default_factory=Clock)
    managers: tuple[str, ...] = ()
    model: dict[str, Any] = field(default_factory=dict)
    """Settings of the language model, none unless a test gives some."""

    async def ask(self, method: str, path: str, **body: Any) -> Json:
        """The answer of one control call."""
        async with self.session.request(method, f"{self.sandbox.url}/sandbox/{path}", json=body or None) as response:
            answer: Json = await response.json()
            assert response.status < 500, (path, answer)
            return answer

    async def command(self, who: str, text: str, channel: str = "practice") -> Json:
        """A slash command typed into a channel."""
        return await self.ask("POST", "commands", **{"as": who}, channel=channel, text=text)

    async def say(self, who: str, text: str, thread: str | None = None, channel: str = "practice") -> Json:
        """A message; its answer holds `message` and the ids of the events it caused."""
        body = {"as": who, "channel": channel, "text": text}
        return await self.ask("POST", "messages", **body, **({"thread_ts": thread} if thread else {}))

    async def press(self, who: str, action: str, ts: str, channel: str = "practice") -> Json:
        """A button pressed in a message."""
        container = {"channel": channel, "ts": ts}
        return await self.ask("POST", "actions", **{"as": who}, container=container, action_id=action)

    async def messages(self, who: str = "ana", channel: str = "practice") -> list[Json]:
        """The channel as that person sees it, oldest first."""
        return list((await self.ask("GET", f"channels/{channel}?as={who}"))["messages"])

    async def replies(self, thread: str, who: str = "ana", channel: str = "practice") -> list[Json]:
        """The replies of a thread as that person sees them."""
        return list((await self.ask("GET", f"channels/{channel}/threads/{thread}?as={who}"))["messages"])

    async def lines(self, thread: str, channel: str = "practice") -> list[str]:
        """What the counterpart has said in the thread so far."""
        return [reply["text"] for reply in await self.replies(thread, channel=channel) if is_line(reply)]

    async def start(self, text: str = "18422", who: str = "ana", channel: str = "practice") -> str:
        """Starts a run and waits for the counterpart's first line; the thread's ts."""
        known = {message["ts"] for message in await self.messages(who, channel)}
        answer = await self.command(who, f"/haggle start {text}", channel)
        assert "response" not in answer or not answer["response"], answer["response"]

        async def opened() -> str | None:
            for message in await self.messages(who, channel):
                fresh = message["ts"] not in known and message.get("bot_id") and not message.get("is_ephemeral")
                if fresh and await self.lines(message["ts"], channel):
                    return str(message["ts"])
            return None

        return await eventually(opened)

    async def turn(self, thread: str, text: str, who: str = "ana", channel: str = "practice") -> list[str]:
        """Says a line in the run and waits for the answer; the new lines of the counterpart."""
        before = len(await self.lines(thread, channel))
        await self.say(who, text, thread, channel)

        async def answered() -> list[str] | None:
            return (await self.lines(thread, channel))[before:] or None

        return await eventually(answered)

    async def verdict(self, thread: str, channel: str = "practice") -> Json:
        """The verdict card, once it is there."""

        async def posted() -> Json | None:
            cards = [reply for reply in await self.replies(thread, channel=channel) if is_verdict(reply)]
            return cards[0] if cards else None

        return await eventually(posted)

    async def later(self) -> None:
        """A minute passes for the bot, once it has had the time to finish the call that it was at.

        A call that is overtaken by minutes counts as lost, and may then be made twice.
        """
        await asyncio.sleep(0.4)
        if self.house:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LONGEST_CALL):
                    await self._until_nothing_is_being_sent(self.house)
        self.clock.skew += timedelta(minutes=1)

    async def _until_nothing_is_being_sent(self, house: House) -> None:
        under_way = select(outbox.c.id).where(outbox.c.status == "sending").limit(1)
        while True:
            async with house.database.reading() as connection:
                if await connection.first(under_way) is None:
                    return
            await asyncio.sleep(0.05)

    @asynccontextmanager
    async def joined(
        self, folder: Path, *, transport: str = "socket", database: str = "", port: int = 0
    ) -> AsyncIterator[None]:
        """The bot is in the sandbox while the block runs."""
        url = database or sqlite_url(folder / "haggle.sqlite")
        settings = settings_for(self.sandbox, url, transport, port, self.managers, self.model)
        pace = Pace(look=0.15, reconcile=0.2, tick=0.2, boards=0.2)
        async with serving(settings, pace, self.clock) as self.house:
            try:
                yield
            finally:
                self.house = None


def is_line(message: Json) -> bool:
    """Whether a counterpart said it: posted by the bot under another name."""
    return bool(message.get("bot_id")) and bool(message.get("username"))


def is_verdict(message: Json) -> bool:
    """Whether it is the verdict card: Haggle's own post that gives a score."""
    return bool(message.get("bot_id")) and not message.get("username") and "/ 100" in message["text"]


async def eventually(look: Callable[[], Awaitable[T | None]], seconds: float = 60) -> T:
    """What `look` gives once it gives anything; fails when that takes too long."""
    deadline = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < deadline:
        if (found := await look()) is not None:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen in time")


@asynccontextmanager
async def open_world(
    folder: Path,
    *,
    transport: str = "socket",
    database: str = "",
    bot: bool = True,
    timing: Timing | None = None,
    limits: bool = False,
    managers: tuple[str, ...] = (),
    model: dict[str, Any] | None = None,
) -> AsyncIterator[World]:
    """A fresh sandbox with, unless told otherwise, the bot in it; `managers` are named by their handles."""
    port = free_port()
    config = SandboxConfig(
        manifest=manifest_path(),
        timing=timing or PATIENT,
        rate_limits=limits,
        transport="http" if transport == "http" else "socket",
        request_urls=RequestUrls.all_at(f"http://127.0.0.1:{port}/slack/events") if transport == "http" else None,
    )
    async with AsyncExitStack() as stack:
        running = await sandbox_server.start(config)
        stack.push_async_callback(running.stop)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        world = World(
            running, session, f"http://127.0.0.1:{port}", managers=ids_of(running, managers), model=model or {}
        )
        if bot:
            await stack.enter_async_context(world.joined(folder, transport=transport, database=database, port=port))
        yield world


def ids_of(running: sandbox_server.RunningSandbox, handles: tuple[str, ...]) -> tuple[str, ...]:
    """The user ids of the people with these handles."""
    people = {person.handle: person.id for person in running.sandbox.workspace.people.values()}
    return tuple(people[handle] for handle in handles)


def settings_for(
    running: sandbox_server.RunningSandbox,
    database: str,
    transport: str = "socket",
    port: int = 0,
    managers: tuple[str, ...] = (),
    model: dict[str, Any] | None = None,
) -> Settings:
    """Settings that point the bot at the sandbox."""
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr(running.bot_token),
        slack_app_token=SecretStr(running.app_token) if transport == "socket" else None,
        slack_signing_secret=SecretStr(running.signing_secret),
        slack_api_url=f"{running.url}/api/",
        database_url=database,
        HAGGLE_PORT=port,
        HAGGLE_MANAGERS=managers,
        **(model or {}),
    )
