"""What went to the app and what the app called; repeating a delivery."""

from collections.abc import Sequence
from itertools import islice

from aiohttp import web
from pydantic import Field

from bot.sandbox.control.request import SANDBOX, Order, done, read, read_query
from bot.sandbox.delivery.envelope import Delivery
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
    """Sends a delivery again, as Slack does when an acknowledgement got lost."""
    sandbox, order = request.app[SANDBOX], await read(request, Redeliver)
    delivery = _delivery(sandbox, order.id or order.event_id or "")
    sandbox.dispatcher.repeat(delivery, order.times)
    return done(id=delivery.id, event_id=delivery.event_id, times=order.times)


def _delivery(sandbox: Sandbox, ref: str) -> Delivery:
    delivery = sandbox.dispatcher.find(ref)
    if delivery is None:
        raise Refusal(404, "delivery_not_found", f"There is no delivery {ref!r} in the log.")
    return delivery


ROUTES = [
    web.get("/sandbox/deliveries", show_deliveries),
    web.get("/sandbox/calls", show_calls),
    web.get("/sandbox/connections", show_connections),
    web.post("/sandbox/redeliver", redeliver),
]
