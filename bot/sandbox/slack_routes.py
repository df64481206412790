"""Slack's own addresses: the Web API, sockets, response URLs."""

from aiohttp import web

from bot.sandbox.acts.responses import respond
from bot.sandbox.body import parse_json, read_text
from bot.sandbox.control.request import SANDBOX
from bot.sandbox.delivery.socket_mode import SocketMode
from bot.sandbox.errors import BodyError, SlackError
from bot.sandbox.webapi import endpoint


async def call_method(request: web.Request) -> web.Response:
    """Answers one Web API call."""
    return await endpoint.answer(request.app[SANDBOX], request)


async def open_socket(request: web.Request) -> web.StreamResponse:
    """Holds a Socket Mode connection."""
    transport = request.app[SANDBOX].dispatcher.transport
    if not isinstance(transport, SocketMode):
        raise web.HTTPNotFound(text="Socket Mode is off in this sandbox.")
    return await transport.serve(request)


async def use_response_url(request: web.Request) -> web.Response:
    """Does what the app posts to a response URL."""
    sandbox = request.app[SANDBOX]
    leave = sandbox.response_urls.find(request.match_info["ticket"])
    if isinstance(leave, str):
        return web.json_response({"ok": False, "error": leave}, status=404)
    channel = sandbox.workspace.channels.get(leave.channel)
    try:
        if channel is None:
            raise SlackError("channel_not_found")
        respond(sandbox, channel, leave, _body(await read_text(request, "invalid_payload")))
    except BodyError as error:
        return web.json_response({"ok": False, "error": error.code}, status=error.status)
    except SlackError as error:
        return web.json_response({"ok": False, "error": error.code, **error.answer}, status=400)
    return web.json_response({"ok": True})


def _body(text: str) -> dict[str, object]:
    try:
        body = parse_json(text)
    except ValueError:
        raise SlackError("invalid_payload") from None
    if not isinstance(body, dict):
        raise SlackError("invalid_payload")
    return body


ROUTES = [
    web.get("/api/{method}", call_method),
    web.post("/api/{method}", call_method),
    web.get("/link/", open_socket),
    web.post("/response/{ticket}", use_response_url),
]
