"""Keeps the sandbox to this machine.

The port is bound to a loopback address; this also refuses requests that a web page elsewhere makes the
browser send, by their Host (a name rebound to 127.0.0.1) or their Origin.
"""

from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.control.request import Route

_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


@web.middleware
async def only_loopback(request: web.Request, handler: Route) -> web.StreamResponse:
    """The handler's answer, or 403 for a request that came by way of another site."""
    origin = request.headers.get("origin")
    local_host = urlsplit(f"//{request.host}").hostname in _LOCAL
    local_origin = origin is None or urlsplit(origin).hostname in _LOCAL
    if not (local_host and local_origin):
        raise web.HTTPForbidden(text="The sandbox answers only to pages and programs on this machine.")
    return await handler(request)
