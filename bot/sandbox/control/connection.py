"""How the app is connected: its request URL, its sockets, and Socket Mode itself."""

from aiohttp import web

from bot.sandbox.control.request import SANDBOX, Order, done, read, without_query
from bot.sandbox.delivery.http_push import HttpPush
from bot.sandbox.delivery.socket_mode import Farewell, SocketMode
from bot.sandbox.errors import Refusal


class RequestUrl(Order):
    """Where the app listens for signed HTTP."""

    url: str


class Disconnect(Order):
    """Why every socket is to close."""

    reason: Farewell = "refresh_requested"


class Switch(Order):
    """Whether something is on."""

    enabled: bool


async def set_request_url(request: web.Request) -> web.Response:
    """Asks the app at the address to prove itself, as Slack does, and sends everything there from then on."""
    sandbox, order = request.app[SANDBOX], await read(request, RequestUrl)
    transport = sandbox.dispatcher.transport
    if not isinstance(transport, HttpPush):
        raise Refusal(409, "socket_mode", "This sandbox was started for Socket Mode; start it with transport http.")
    challenge = await transport.verify(order.url)
    sandbox.wire_log.add_connection_line("challenge", 0, challenge.to_json())
    if challenge.outcome != "acknowledged":
        raise Refusal(502, "url_not_verified", f"{order.url} did not answer the challenge; is the app running there?")
    sandbox.stream.publish("connected", connected=True)
    return done(url=order.url)


async def disconnect(request: web.Request) -> web.Response:
    """Tells every socket to go with Slack's `disconnect`, so that the app reconnects."""
    order = await read(request, Disconnect)
    await _sockets(request).disconnect(order.reason)
    return done()


async def switch_socket_mode(request: web.Request) -> web.Response:
    """Turns Socket Mode off, which ends every socket with `link_disabled`, or on again."""
    sockets, order = _sockets(request), await read(request, Switch)
    if order.enabled:
        sockets.enabled = True
    else:
        await sockets.disconnect("link_disabled")
    return done(enabled=sockets.enabled)


async def show_event_delivery(request: web.Request) -> web.Response:
    """Whether events are sent, and how the last hour of them went."""
    without_query(request)
    return done(**request.app[SANDBOX].dispatcher.allowance.to_json())


async def switch_event_delivery(request: web.Request) -> web.Response:
    """Sends the app events again, or none any more."""
    allowance, order = request.app[SANDBOX].dispatcher.allowance, await read(request, Switch)
    if order.enabled:
        allowance.enable()
    else:
        allowance.enabled = False
    return done(**allowance.to_json())


def _sockets(request: web.Request) -> SocketMode:
    transport = request.app[SANDBOX].dispatcher.transport
    if not isinstance(transport, SocketMode):
        raise Refusal(409, "no_sockets", "This sandbox was started for signed HTTP; there is no socket to close.")
    return transport


ROUTES = [
    web.post("/sandbox/request_url", set_request_url),
    web.post("/sandbox/disconnect", disconnect),
    web.post("/sandbox/socket_mode", switch_socket_mode),
    web.get("/sandbox/event_delivery", show_event_delivery),
    web.post("/sandbox/event_delivery", switch_event_delivery),
]
