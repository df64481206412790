"""What the sandbox itself takes, so that it is never what the other benchmarks measure.

    .venv/bin/python -m benchmarks.sandbox

Prints posts per second (one caller, and eight at once) beside an empty HTTP server in the same run, and how long an
event takes from a person's message to the app's socket, and a post from the call to the page: in an empty channel,
in one of 5,000 messages, and with ten pages open.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import aiohttp
from rich.console import Console
from rich.table import Table

from benchmarks.processes import Sandbox, process, sandbox
from tests.ports import free_port

MANY = 5_000
Ear = Literal["socket", "page"]


class Latency(NamedTuple):
    """Milliseconds."""

    p50: float
    p99: float


@dataclass
class Wire:
    """A caller with the app's tokens; `waiting` holds what is listened for at its socket and at the page."""

    session: aiohttp.ClientSession
    place: Sandbox
    waiting: dict[tuple[Ear, str], asyncio.Future[float]] = field(default_factory=dict)

    async def call(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
        """The answer to a Web API call."""
        headers = {"authorization": f"Bearer {token}"}
        address = f"{self.place.environment['SLACK_API_URL']}{method}"
        async with self.session.post(address, json=arguments, headers=headers) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"], answer
            return answer

    async def post(self, text: str) -> None:
        """The app posts."""
        await self.call("chat.postMessage", self.place.environment["SLACK_BOT_TOKEN"], channel="practice", text=text)

    async def say(self, text: str) -> None:
        """Ana writes."""
        body = {"as": "ana", "channel": "practice", "text": text}
        async with self.session.post(f"{self.place.url}/sandbox/messages", json=body) as response:
            assert response.status == 200, await response.text()

    def hear(self, ear: Ear, text: str) -> None:
        """The text has come to this ear."""
        waiting = self.waiting.pop((ear, text), None)
        if waiting:
            waiting.set_result(time.perf_counter())

    async def latency(self, act: Callable[[str], Awaitable[None]], ear: Ear, times: int, mark: str) -> Latency:
        """From the beginning of `act(text)` to when the ear hears the text."""
        spans = []
        for number in range(times):
            text = f"{mark} {number}"
            heard = self.waiting[ear, text] = asyncio.get_running_loop().create_future()
            began = time.perf_counter()
            await act(text)
            spans.append((await asyncio.wait_for(heard, 10) - began) * 1000)
        return Latency(statistics.median(spans), statistics.quantiles(spans, n=100)[98])


@asynccontextmanager
async def socket(wire: Wire) -> AsyncIterator[None]:
    """The app's socket, which acknowledges everything and notes messages."""
    address = (await wire.call("apps.connections.open", wire.place.environment["SLACK_APP_TOKEN"]))["url"]
    async with wire.session.ws_connect(address) as connection, background(_acknowledge(wire, connection)):
        yield


@asynccontextmanager
async def background(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Does the work for as long as the block runs."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()


async def _acknowledge(wire: Wire, connection: aiohttp.ClientWebSocketResponse) -> None:
    async for frame in connection:
        envelope = json.loads(frame.data)
        if "envelope_id" in envelope:
            wire.hear("socket", envelope["payload"].get("event", {}).get("text", ""))
            await connection.send_json({"envelope_id": envelope["envelope_id"]})


@asynccontextmanager
async def pages(wire: Wire, count: int) -> AsyncIterator[None]:
    """Open pages; the last of them notes messages."""
    async with AsyncExitStack() as stack:
        for number in range(count):
            stream = await stack.enter_async_context(wire.session.get(f"{wire.place.url}/sandbox/stream?as=ana"))
            await stack.enter_async_context(background(_watch(wire, stream, noting=number == count - 1)))
        yield


async def _watch(wire: Wire, stream: aiohttp.ClientResponse, *, noting: bool) -> None:
    async for line in stream.content:
        if noting and line.startswith(b"data: "):
            wire.hear("page", (json.loads(line[6:]).get("message") or {}).get("text", ""))


async def rate(act: Callable[[str], Awaitable[None]], times: int, at_once: int) -> float:
    """Calls a second."""
    waiting = iter(range(times))

    async def work() -> None:
        for number in waiting:
            await act(f"post {number}")

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(at_once)))
    return times / (time.perf_counter() - began)


async def measure(times: int) -> tuple[Table, Table]:
    """The two tables."""
    rates, latencies = Table(title="Calls a second"), Table(title="Latency")
    for column in ("callers", "empty server", "chat.postMessage", "ratio"):
        rates.add_column(column, justify="right")
    for column in ("", "p50 ms", "p99 ms"):
        latencies.add_column(column, justify="right" if column else "left")
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        wire = Wire(session, await stack.enter_async_context(sandbox(session)))
        empty = await stack.enter_async_context(empty_server(session))
        async with socket(wire), pages(wire, 1):
            await _add(latencies, wire, "empty channel", times)
        for at_once in (1, 8):
            bare, ours = await rate(empty, times * 2, at_once), await rate(wire.post, times * 2, at_once)
            rates.add_row(str(at_once), f"{bare:,.0f}", f"{ours:,.0f}", f"{ours / bare:.2f}")
        await rate(wire.post, MANY, 8)
        async with socket(wire), pages(wire, 1):
            await _add(latencies, wire, f"channel of {MANY:,} messages", times)
        async with socket(wire), pages(wire, 10):
            await _add(latencies, wire, "the same, ten pages open", times)
    return rates, latencies


async def _add(table: Table, wire: Wire, where: str, times: int) -> None:
    said = await wire.latency(wire.say, "socket", times, f"said in {where}")
    table.add_row(f"message to the app's socket, {where}", f"{said.p50:.2f}", f"{said.p99:.2f}")
    posted = await wire.latency(wire.post, "page", times, f"posted in {where}")
    table.add_row(f"post to the page, {where}", f"{posted.p50:.2f}", f"{posted.p99:.2f}")


@asynccontextmanager
async def empty_server(session: aiohttp.ClientSession) -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    """A call to a server that does nothing."""
    port = free_port()

    async def call(text: str) -> None:
        body = {"channel": "practice", "text": text}
        async with session.post(f"http://127.0.0.1:{port}/", json=body) as response:
            await response.json()

    async with process("-m", "benchmarks.bare_server", str(port)):
        for _ in range(200):
            try:
                await call("ready?")
                break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        yield call


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="What the sandbox itself takes.")
    parser.add_argument("--times", type=int, default=1000, help="how often each thing is done")
    for table in asyncio.run(measure(parser.parse_args().times)):
        Console().print(table)


if __name__ == "__main__":
    main()
