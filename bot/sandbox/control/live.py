"""Server-Sent Events for the page."""

from contextlib import suppress

from aiohttp import web
from pydantic import Field

from bot.sandbox.control.request import SANDBOX, Order, done, person_of, read_query, without_query


class Listening(Order):
    """Whose changes, if not everybody's; and whether also what crosses the wire."""

    as_: str | None = Field(default=None, alias="as")
    wire: bool = False


async def stream(request: web.Request) -> web.StreamResponse:
    """Each change as it happens: all of them, or with `?as=` those that the person may see."""
    sandbox, asked = request.app[SANDBOX], read_query(request, Listening)
    person = person_of(sandbox, asked.as_).id if asked.as_ is not None else None
    headers = {"content-type": "text/event-stream", "cache-control": "no-store"}
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    with suppress(ConnectionResetError):  # a page that was closed simply stops listening
        await response.write(b": open\n\n")
        async for line in sandbox.stream.listen(person, watches_wire=asked.wire):
            await response.write(f"data: {line}\n\n".encode() if line else b": still here\n\n")
    return response


async def healthy(request: web.Request) -> web.Response:
    """That the sandbox answers, and whether an app listens."""
    without_query(request)
    return done(connected=request.app[SANDBOX].dispatcher.transport.connected)


ROUTES = [web.get("/sandbox/stream", stream), web.get("/sandbox/health", healthy)]
