"""The least an HTTP server can do: it reads a JSON body and says `{"ok": true}`. It is given a port."""

import sys

from aiohttp import web


async def answer(request: web.Request) -> web.Response:
    """Yes, to whatever was sent."""
    await request.json()
    return web.json_response({"ok": True})


application = web.Application()
application.add_routes([web.post("/{path:.*}", answer)])
web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
