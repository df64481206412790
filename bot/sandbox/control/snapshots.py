"""Saving the workspace, and loading a saved one."""

from aiohttp import web

from bot.sandbox.body import readable
from bot.sandbox.control.clock import announce
from bot.sandbox.control.request import SANDBOX, done, without_query
from bot.sandbox.errors import Refusal, SnapshotError
from bot.sandbox.snapshot.loading import load, save


async def show(request: web.Request) -> web.Response:
    """The workspace as one document."""
    without_query(request)
    return web.Response(body=save(request.app[SANDBOX]), content_type="application/json")


async def bring_back(request: web.Request) -> web.Response:
    """Puts the workspace of a document in place of this one."""
    without_query(request)
    sandbox = request.app[SANDBOX]
    with readable("invalid_body"):
        document = await request.content.read()  # with its files a workspace may be larger than any other call
    try:
        load(sandbox, document)
    except SnapshotError as error:
        detail = "This is no snapshot that can be loaded here; `problems` lists why. Nothing was changed."
        raise Refusal(400, "invalid_snapshot", detail, problems=error.problems) from error
    announce(sandbox)
    return done()


ROUTES = [web.get("/sandbox/snapshot", show), web.put("/sandbox/snapshot", bring_back)]
