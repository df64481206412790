"""Socket Mode: websockets that the app opened, envelopes, acknowledgements."""

import asyncio
import json
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

from aiohttp import WSMessage, WSMsgType, web

from bot.sandbox.clock import Clock
from bot.sandbox.config import Timing
from bot.sandbox.delivery.envelope import (
    NOT_CONNECTED,
    SOCKET_LOST,
    Acknowledged,
    Answer,
    Attempt,
    Delivery,
    Retry,
    Send,
    Unanswered,
)
from bot.sandbox.ids import Ids
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import WireLog

MOST_CONNECTIONS = 10
_TICKET_SECONDS = 30.0


@dataclass(eq=False, slots=True)
class _Connection:
    number: int
    socket: web.WebSocketResponse
    in_flight: set[str] = field(default_factory=set)


class SocketMode:
    """The open sockets. Each payload goes to one of them, in turn."""

    name = "socket"

    def __init__(self, app_id: str, timing: Timing, ids: Ids, clock: Clock, wire_log: WireLog) -> None:
        waits = (*timing.socket_retries, timing.ack)
        self.plan = tuple(Attempt(0.0, patience) for patience in waits)
        self._app_id = app_id
        self._ids = ids
        self._clock = clock
        self._wire_log = wire_log
        self._opened = 0
        self._tickets: dict[str, float] = {}
        self._connections: list[_Connection] = []
        self._arrival = asyncio.Event()
        self._acks: dict[str, asyncio.Future[Answer]] = {}

    @property
    def connected(self) -> bool:
        """Whether a socket is open."""
        return bool(self._connections)

    def issue_ticket(self) -> str:
        """A ticket that opens one socket within 30 seconds."""
        now = self._clock.now()
        self._tickets = {ticket: until for ticket, until in self._tickets.items() if until > now}
        ticket = self._ids.token()
        self._tickets[ticket] = now + _TICKET_SECONDS
        return ticket

    async def ready(self) -> None:
        """Returns when a socket is open."""
        await self._arrival.wait()

    async def attempt(self, delivery: Delivery, send: Send, patience: float) -> Answer:
        """What came of one send over the next socket in turn."""
        if not self._connections:
            return Unanswered(NOT_CONNECTED)
        connection = self._next_connection(delivery.id)
        acknowledgement = self._acks.get(delivery.id)
        if acknowledgement is None or acknowledgement.done():
            acknowledgement = asyncio.get_running_loop().create_future()
            self._acks[delivery.id] = acknowledgement
        try:
            envelope = _envelope(delivery, send.retry)
            send.request = {"connection": connection.number, **envelope}
            await connection.socket.send_str(json.dumps({**envelope, "payload": delivery.payload}))
            async with self._limit(delivery, patience):
                return await asyncio.shield(acknowledgement)
        except TimeoutError:
            return Unanswered("timeout")
        except ConnectionError:
            self._drop(connection)
            return Unanswered(SOCKET_LOST)

    def _limit(self, delivery: Delivery, patience: float) -> AbstractAsyncContextManager[object]:
        """People wait for the app in real time; whether an event is sent again goes by the sandbox's clock."""
        return self._clock.timeout(patience) if delivery.kind == "events_api" else asyncio.timeout(patience)

    def _next_connection(self, delivery_id: str) -> _Connection:
        """The socket whose turn it is, from now on the only one that answers for the delivery."""
        for each in self._connections:
            each.in_flight.discard(delivery_id)
        connection = self._connections.pop(0)
        self._connections.append(connection)
        connection.in_flight.add(delivery_id)
        return connection

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Holds one socket open until either side ends it."""
        if self._tickets.pop(request.match_info["ticket"], 0.0) < self._clock.now():
            raise web.HTTPForbidden(text="This socket address has expired; ask apps.connections.open for a new one.")
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._opened += 1
        connection = _Connection(self._opened, socket)
        await self._say(connection, self._hello(request))
        await self._admit(connection)
        try:
            async for frame in socket:
                await self._hear(connection, frame)
        finally:
            self._drop(connection)
            closed: Json = {"code": socket.close_code}
            self._wire_log.add_connection_line("closed", connection.number, closed)
        return socket

    async def disconnect(self, reason: str) -> None:
        """Tells every socket to reconnect, as Slack does now and then, and closes it."""
        for connection in list(self._connections):
            self._drop(connection)
            farewell: Json = {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
            await self._say(connection, farewell)
            await connection.socket.close()

    async def _say(self, connection: _Connection, line: Json) -> None:
        self._wire_log.add_connection_line(str(line["type"]), connection.number, line)
        await connection.socket.send_str(json.dumps(line))

    async def close(self) -> None:
        """Closes every socket."""
        for connection in list(self._connections):
            self._drop(connection)
            await connection.socket.close()

    async def _admit(self, connection: _Connection) -> None:
        if len(self._connections) >= MOST_CONNECTIONS:
            await self._say(connection, {"type": "disconnect", "reason": "too_many_websockets"})
            await connection.socket.close()
            return
        self._connections.append(connection)
        self._arrival.set()
        self._wire_log.stream.publish("connected", connected=True)

    def _drop(self, connection: _Connection) -> None:
        if connection not in self._connections:
            return
        self._connections.remove(connection)
        for delivery_id in connection.in_flight:
            self._settle(delivery_id, Unanswered(SOCKET_LOST))
        if not self._connections:
            self._arrival.clear()
            self._wire_log.stream.publish("connected", connected=False)

    async def _hear(self, connection: _Connection, frame: WSMessage) -> None:
        if frame.type != WSMsgType.TEXT:
            return
        text: str = frame.data
        if text.startswith("sdk-ping-pong:"):
            await connection.socket.send_str(text)
            return
        try:
            said = json.loads(text)
        except ValueError:
            return
        if isinstance(said, dict) and isinstance(said.get("envelope_id"), str):
            payload = said.get("payload")
            connection.in_flight.discard(said["envelope_id"])
            self._settle(said["envelope_id"], Acknowledged(payload if isinstance(payload, dict) else None))

    def _settle(self, delivery_id: str, answer: Answer) -> None:
        acknowledgement = self._acks.pop(delivery_id, None)
        if acknowledgement is not None and not acknowledgement.done():
            acknowledgement.set_result(answer)

    def _hello(self, request: web.Request) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections) + 1,
            "debug_info": {
                "host": request.host,
                "build_number": 1,
                "approximate_connection_time": 18_060,
            },
            "connection_info": {"app_id": self._app_id},
        }


def _envelope(delivery: Delivery, retry: Retry | None) -> Json:
    envelope: Json = {
        "envelope_id": delivery.id,
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind == "slash_commands" or delivery.name == "view_submission",
    }
    if delivery.kind == "events_api":
        envelope["retry_attempt"] = retry.number if retry else 0
        envelope["retry_reason"] = retry.reason if retry else ""
    return envelope
