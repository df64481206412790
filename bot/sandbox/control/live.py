"""Server-Sent Events for the page."""

from contextlib import suppress

from aiohttp import web

from bot.sandbox.control.request import SANDBOX, acting, done


async def stream(request: web.Request) -> web.StreamResponse:
    """Each change as it happens: all of them, or with `?as=` those that the person may see."""
    person = acting(request).id if "as" in request.query else None
    headers = {"content-type": "text/event-stream", "cache-control": "no-store"}
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    sandbox = request.app[SANDBOX]
    with suppress(ConnectionResetError):  # a page that was closed simply stops listening
        await response.write(b": open\n\n")
        async for line in sandbox.stream.listen(person):
            await response.write(f"data: {line}\n\n".encode() if line else b": still here\n\n")
    return response


async def healthy(request: web.Request) -> web.Response:
    """That the sandbox answers, and whether an app listens."""
    return done(connected=request.app[SANDBOX].dispatcher.transport.connected)


ROUTES = [web.get("/sandbox/stream", stream), web.get("/sandbox/health", healthy)]
