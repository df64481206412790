"""What went to the app and what the app called; repeating a delivery; the app's connection."""

from collections.abc import Sequence
from itertools import islice

from aiohttp import web
from pydantic import Field

from bot.sandbox.control.request import SANDBOX, Order, done, read, read_query
from bot.sandbox.delivery.envelope import Delivery
from bot.sandbox.delivery.http_push import HttpPush
from bot.sandbox.delivery.socket_mode import Farewell, SocketMode
from bot.sandbox.errors import Refusal
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import Logged


class Last(Order):
    """How many entries to show."""

    limit: int = Field(default=100, ge=1, le=2000)


class Redeliver(Order):
    """A delivery to repeat: its id or its event id."""

    event_id: str | None = None
    id: str | None = None
    times: int = Field(default=1, ge=1, le=100)


class RequestUrl(Order):
    """Where the app listens for signed HTTP."""

    url: str


class Disconnect(Order):
    """Why every socket is to close."""

    reason: Farewell = "refresh_requested"


async def show_deliveries(request: web.Request) -> web.Response:
    """The last deliveries, newest first."""
    found = request.app[SANDBOX].dispatcher.recent(read_query(request, Last).limit)
    return done(deliveries=[each.to_json() for each in found])


async def show_calls(request: web.Request) -> web.Response:
    """The last requests of the app, newest first."""
    return done(calls=_newest(request.app[SANDBOX].wire_log.calls, request))


async def show_connections(request: web.Request) -> web.Response:
    """What lately befell the app's sockets, newest first."""
    return done(connections=_newest(request.app[SANDBOX].wire_log.connections, request))


def _newest(log: Sequence[Logged], request: web.Request) -> list[Json]:
    return [entry.to_json() for entry in islice(reversed(log), read_query(request, Last).limit)]


async def redeliver(request: web.Request) -> web.Response:
    """Sends the same envelope again, as Slack does when an acknowledgement got lost."""
    sandbox, order = request.app[SANDBOX], await read(request, Redeliver)
    delivery = _delivery(sandbox, order.id or order.event_id or "")
    sandbox.dispatcher.repeat(delivery, order.times)
    return done(id=delivery.id, event_id=delivery.event_id, times=order.times)


def _delivery(sandbox: Sandbox, ref: str) -> Delivery:
    delivery = sandbox.dispatcher.find(ref)
    if delivery is None:
        raise Refusal(404, "delivery_not_found", f"There is no delivery {ref!r} in the log.")
    return delivery


async def set_request_url(request: web.Request) -> web.Response:
    """Asks the app at the address to prove itself, as Slack does, and sends everything there from then on."""
    sandbox, order = request.app[SANDBOX], await read(request, RequestUrl)
    transport = sandbox.dispatcher.transport
    if not isinstance(transport, HttpPush):
        raise Refusal(409, "socket_mode", "This sandbox was started for Socket Mode; start it with transport http.")
    if not await transport.verify(order.url):
        raise Refusal(502, "url_not_verified", f"{order.url} did not answer the challenge; is the app running there?")
    sandbox.stream.publish("connected", connected=True)
    return done(url=order.url)


async def disconnect(request: web.Request) -> web.Response:
    """Closes every socket with Slack's `disconnect`, so that the app reconnects."""
    sandbox, order = request.app[SANDBOX], await read(request, Disconnect)
    transport = sandbox.dispatcher.transport
    if not isinstance(transport, SocketMode):
        raise Refusal(409, "no_sockets", "This sandbox was started for signed HTTP; there is no socket to close.")
    await transport.disconnect(order.reason)
    return done()


ROUTES = [
    web.get("/sandbox/deliveries", show_deliveries),
    web.get("/sandbox/calls", show_calls),
    web.get("/sandbox/connections", show_connections),
    web.post("/sandbox/redeliver", redeliver),
    web.post("/sandbox/request_url", set_request_url),
    web.post("/sandbox/disconnect", disconnect),
]
