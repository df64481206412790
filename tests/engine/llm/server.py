"""A provider on loopback: answers real HTTP with what a test prepared, and keeps what it was asked."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Asked(NamedTuple):
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


class Server:
    """What the provider answers next, and all that it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[Asked] = []
        self.arrived = asyncio.Event()
        self.over = asyncio.Event()
        self.address = ""
        self._runner: web.AppRunner | None = None

    @property
    def connections(self) -> int:
        """How many connections are open."""
        assert self._runner is not None
        assert self._runner.server is not None
        return sum(protocol.transport is not None for protocol in self._runner.server.connections)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Keeps the request and gives the next answer; the last one again and again."""
        body = await request.json() if request.can_read_body else {}
        self.asked.append(Asked(request.path, request.headers.copy(), body))
        self.arrived.set()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)

    async def hang(self, _: web.Request) -> web.StreamResponse:
        """Answers nothing until the test is over."""
        await self.over.wait()
        return web.Response()

    async def begin_and_hang(self, request: web.Request) -> web.StreamResponse:
        """Begins a response and never finishes it."""
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(b'{"id": ')
        await self.over.wait()
        return response

    async def drip(self, request: web.Request) -> web.StreamResponse:
        """Sends a blank now and then, as gateways do to keep a connection alive, until the test is over."""
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        while not self.over.is_set() and request.transport is not None:
            await response.write(b" ")
            await asyncio.sleep(0.05)
        return response

    @asynccontextmanager
    async def listening(self) -> AsyncIterator["Server"]:
        """The server on a free port."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self.handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"
        try:
            yield self
        finally:
            self.over.set()
            await self._runner.cleanup()


def gives(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    """A whole JSON answer."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status, headers=headers)

    return answer


def writes(text: str, kind: str = "application/json", status: int = 200) -> Answer:
    """An answer with this text, whatever it is."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type=kind, status=status)

    return answer


async def drops(request: web.Request) -> web.StreamResponse:
    """Closes the connection without a word."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def breaks_off(request: web.Request) -> web.StreamResponse:
    """Closes the connection in the middle of a response."""
    response = web.StreamResponse(headers={"Content-Length": "5000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"id": "msg_1", "content": [{"type": "te')
    assert request.transport is not None
    request.transport.close()
    return response


def sends(raw: bytes) -> Answer:
    """Bytes on the connection that need not be HTTP."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.write(raw)
        request.transport.close()
        return web.Response()

    return answer
