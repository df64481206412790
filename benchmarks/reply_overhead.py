"""Message to reply, ours against a bare Bolt app that says "ok", through the same sandbox.

    .venv/bin/python -m benchmarks.reply_overhead

Prints p50 and p99 of message to reply, replies per second at 50 live threads, and memory.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
from rich.console import Console
from rich.table import Table

from benchmarks.processes import Sandbox, connected, process, sandbox

LINES = (
    "What got you looking?",
    "What does a normal week look like?",
    "Thanks, that makes sense.",
    "How many of you will ride in it?",
    "What matters most to you in it?",
    "When do you need it by?",
    "I hear you.",
    "What would make this easy for you?",
)


class Figures(NamedTuple):
    """Seconds for the times, replies a second, and bytes of resident memory at rest and at the end."""

    p50: float
    p99: float
    rate: float
    base: int
    after: int


@dataclass
class Listener:
    """Hears the bot's posts through the page's stream; `waiting` holds who waits for which thread.

    `opened` holds the threads in which a first post was heard before anyone waited for it.
    """

    opened: set[str] = field(default_factory=set)
    waiting: dict[str, asyncio.Future[float]] = field(default_factory=dict)
    roots: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    def hear(self, change: dict[str, Any]) -> None:
        """Takes one change of the stream."""
        message = change.get("message") or {}
        if change.get("kind") != "message" or not message.get("bot_id"):
            return
        thread = message.get("thread_ts")
        if thread is None or thread == message["ts"]:
            self.roots.put_nowait(message["ts"])
        elif waiter := self.waiting.pop(thread, None):
            waiter.set_result(time.perf_counter())
        else:
            self.opened.add(thread)

    def expect(self, thread: str) -> asyncio.Future[float]:
        """When the next post of the bot in the thread is heard."""
        self.waiting[thread] = asyncio.get_running_loop().create_future()
        return self.waiting[thread]


@dataclass
class Person:
    """Ana, at her sandbox."""

    session: aiohttp.ClientSession
    place: Sandbox
    listener: Listener

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        """The answer of one control call."""
        async with self.session.post(f"{self.place.url}/sandbox/{path}", json={"as": "ana", **body}) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def exchange(self, thread: str, text: str) -> float:
        """Seconds from sending a line to hearing the answer."""
        heard = self.listener.expect(thread)
        began = time.perf_counter()
        await self.post("messages", channel="practice", text=text, thread_ts=thread)
        return await asyncio.wait_for(heard, 30) - began


async def bare_thread(person: Person) -> str:
    """A thread for the bare app to answer in."""
    return str((await person.post("messages", channel="practice", text="a thread"))["message"]["ts"])


async def run_thread(person: Person) -> str:
    """A run of ours, its first line said."""
    await person.post("commands", channel="practice", text="/haggle start 18422")
    thread = await asyncio.wait_for(person.listener.roots.get(), 30)
    if thread not in person.listener.opened:
        await asyncio.wait_for(person.listener.expect(thread), 30)
    return thread


async def measure(
    arguments: tuple[str, ...],
    extra: dict[str, str],
    open_thread: Callable[[Person], Awaitable[str]],
    size: int,
) -> Figures:
    """The figures of one app in a fresh sandbox."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        place = await stack.enter_async_context(sandbox(session))
        app = await stack.enter_async_context(process(*arguments, environment={**place.environment, **extra}))
        await connected(session, place)
        listener = await stack.enter_async_context(listening(session, place))
        person = Person(session, place, listener)
        base = app.memory_info().rss
        times = await _alone(person, open_thread, size)
        rate = await _crowd(person, open_thread, 50)
        return Figures(*_quantiles(times), rate, base, app.memory_info().rss)


async def _alone(person: Person, open_thread: Callable[[Person], Awaitable[str]], size: int) -> list[float]:
    times: list[float] = []
    await _talk(person, await open_thread(person))
    while len(times) < size:
        times += await _talk(person, await open_thread(person))
    return times


async def _crowd(person: Person, open_thread: Callable[[Person], Awaitable[str]], threads: int) -> float:
    opened = [await open_thread(person) for _ in range(threads)]
    began = time.perf_counter()
    said = await asyncio.gather(*(_talk(person, thread) for thread in opened))
    return sum(map(len, said)) / (time.perf_counter() - began)


async def _talk(person: Person, thread: str) -> list[float]:
    return [await person.exchange(thread, line) for line in LINES]


def _quantiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=100)
    return cuts[49], cuts[98]


@asynccontextmanager
async def listening(session: aiohttp.ClientSession, place: Sandbox) -> AsyncIterator[Listener]:
    """A listener to the page's stream while the block runs."""
    listener = Listener()

    async def hear() -> None:
        timeout = aiohttp.ClientTimeout(total=None)
        async with session.get(f"{place.url}/sandbox/stream?as=ana", timeout=timeout) as response:
            async for line in response.content:
                if line.startswith(b"data: "):
                    listener.hear(json.loads(line[6:]))

    task = asyncio.create_task(hear())
    await asyncio.sleep(0.2)
    try:
        yield listener
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def main(size: int) -> None:
    """Measures both and prints the table."""
    bare = await measure(("-m", "benchmarks.bare_app"), {}, bare_thread, size)
    with tempfile.TemporaryDirectory() as folder:
        extra = {"DATABASE_URL": f"sqlite:///{Path(folder) / 'haggle.sqlite'}", "HAGGLE_LOG_LEVEL": "WARNING"}
        ours = await measure(("-m", "bot", "serve"), extra, run_thread, size)
    table = Table(
        "", "bare app", "haggle", "ratio", title=f"Message to reply, {size} exchanges; 50 threads for the rate"
    )
    table.add_row("p50", f"{bare.p50 * 1e3:.1f} ms", f"{ours.p50 * 1e3:.1f} ms", f"{ours.p50 / bare.p50:.2f}")
    table.add_row("p99", f"{bare.p99 * 1e3:.1f} ms", f"{ours.p99 * 1e3:.1f} ms", f"{ours.p99 / bare.p99:.2f}")
    table.add_row("replies/s", f"{bare.rate:.0f}", f"{ours.rate:.0f}", f"{ours.rate / bare.rate:.2f}")
    table.add_row("memory at rest", _mb(bare.base), _mb(ours.base), f"{ours.base / bare.base:.2f}")
    table.add_row("memory after", _mb(bare.after), _mb(ours.after), f"{ours.after / bare.after:.2f}")
    Console(width=100).print(table)


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200, help="exchanges to time, one after the other")
    asyncio.run(main(parser.parse_args().size))
