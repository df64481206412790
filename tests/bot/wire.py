"""A wire to the Web API that breaks when told to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

import aiohttp
from aiohttp import web

from tests.ports import free_port

Fault = Literal["500 after", "dropped before", "dropped after", "429 before", "refused"]


@dataclass
class Wire:
    """`url` is the Web API's address on this wire; each planned fault hits the next call of its method, once."""

    url: str
    planned: list[tuple[str, Fault]] = field(default_factory=list)

    def next_fault(self, method: str) -> Fault | None:
        """The fault that hits this call, if any."""
        for plan in self.planned:
            if plan[0] == method:
                self.planned.remove(plan)
                return plan[1]
        return None


@asynccontextmanager
async def wire_to(api_url: str) -> AsyncIterator[Wire]:
    """A wire to the Web API at that address."""
    port = free_port()
    wire = Wire(f"http://127.0.0.1:{port}/api/")

    async def pass_on(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fault = wire.next_fault(method)
        if fault == "429 before":
            limited = {"ok": False, "error": "ratelimited"}
            return web.json_response(limited, status=429, headers={"retry-after": "30"})
        if fault == "refused":
            return web.json_response({"ok": False, "error": "invalid_blocks"})
        if fault != "dropped before":
            status, body, scopes = await _answer(request, f"{api_url}{method}")
            if fault is None:
                headers = {"x-oauth-scopes": scopes}
                return web.Response(status=status, body=body, content_type="application/json", headers=headers)
            if fault == "500 after":
                return web.Response(status=500, text="upstream broke")
        if request.transport:
            request.transport.abort()
        return web.Response()

    server = web.Application()
    server.router.add_route("*", "/api/{method}", pass_on)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield wire
    finally:
        await runner.cleanup()


async def _answer(request: web.Request, url: str) -> tuple[int, bytes, str]:
    headers = {key: request.headers[key] for key in ("Authorization", "Content-Type") if key in request.headers}
    body = await request.read()
    async with (
        aiohttp.ClientSession() as session,
        session.request(request.method, url, data=body, params=request.query, headers=headers) as answer,
    ):
        return answer.status, await answer.read(), answer.headers.get("x-oauth-scopes", "")
