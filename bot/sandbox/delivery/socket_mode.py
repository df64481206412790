"""Socket Mode: the sockets that the app opened, envelopes, acknowledgements."""

import asyncio
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

from bot.sandbox.body import parse_json
from bot.sandbox.clock import Clock
from bot.sandbox.config import Timing
from bot.sandbox.delivery.connection import Connection
from bot.sandbox.delivery.envelope import (
    NOT_CONNECTED,
    SOCKET_LOST,
    Answer,
    Attempt,
    Delivery,
    Retry,
    Send,
    Unanswered,
    acknowledged_with,
)
from bot.sandbox.faults.kinds import DeafSocket, SocketDeath, SocketFault
from bot.sandbox.faults.standing import Faults, Traffic
from bot.sandbox.ids import Ids
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import WireLog

MOST_CONNECTIONS = 10
_TICKET_SECONDS = 30.0
_HOST: Json = {"host": "sandbox"}
_ANSWERABLE = frozenset({"view_submission", "block_suggestion"})

Farewell = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass(eq=False, slots=True)
class _Awaited:
    """The acknowledgement of a delivery, which may come for any envelope that carried it."""

    answer: asyncio.Future[Answer]
    envelopes: set[str] = field(default_factory=set)


class SocketMode:
    """The open sockets. Each payload goes to one of them, in turn."""

    name = "socket"
    silence = "timeout"

    def __init__(self, app_id: str, timing: Timing, ids: Ids, clock: Clock, wire_log: WireLog, faults: Faults) -> None:
        waits = (*timing.socket_retries, timing.ack)
        self.plan = tuple(Attempt(0.0, patience) for patience in waits)
        self.enabled = True
        self._app_id = app_id
        self._timing = timing
        self._ids = ids
        self._clock = clock
        self._wire_log = wire_log
        self._opened = 0
        self._faults = faults
        self._tickets: dict[str, float] = {}
        self._connections: list[Connection] = []
        self._arrival = asyncio.Event()
        self._awaited: dict[str, _Awaited] = {}
        self._by_envelope: dict[str, str] = {}
        self._endings: set[asyncio.Task[None]] = set()

    @property
    def connected(self) -> bool:
        """Whether a socket is open."""
        return bool(self._connections)

    def address(self, url: str) -> str:
        """The address, under the sandbox's `url`, that opens one socket within 30 seconds."""
        now = self._clock.now()
        self._tickets = {ticket: until for ticket, until in self._tickets.items() if until > now}
        ticket = self._ids.token()
        self._tickets[ticket] = now + _TICKET_SECONDS
        return f"{url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self._app_id}"

    async def ready(self) -> None:
        """Returns when a socket is open."""
        await self._arrival.wait()

    async def attempt(self, delivery: Delivery, send: Send, patience: float) -> Answer:
        """What came of one send over the next socket in turn."""
        if not self._connections:
            return Unanswered(NOT_CONNECTED)
        connection = self._next_connection(delivery.id)
        awaited, envelope_id = self._expect(delivery)
        try:
            envelope = _envelope(envelope_id, delivery, send.retry)
            send.request = {"connection": connection.number, **envelope}
            await connection.send({**envelope, "payload": delivery.payload})
            self._suffer_after(delivery)
            async with self._limit(delivery, patience):
                return await asyncio.shield(awaited.answer)
        except TimeoutError:
            return Unanswered(self.silence)
        except ConnectionError:
            self._drop(connection)
            return Unanswered(SOCKET_LOST)

    def _limit(self, delivery: Delivery, patience: float) -> AbstractAsyncContextManager[object]:
        """People wait for the app in real time; whether an event is sent again goes by the sandbox's clock."""
        return self._clock.timeout(patience) if delivery.kind == "events_api" else asyncio.timeout(patience)

    def forget(self, delivery: Delivery) -> None:
        """Expects no acknowledgement of it any longer."""
        awaited = self._awaited.pop(delivery.id, None)
        for envelope_id in awaited.envelopes if awaited else ():
            self._by_envelope.pop(envelope_id, None)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Holds one socket open until either side ends it."""
        if not self.enabled or self._tickets.pop(request.query.get("ticket", ""), 0.0) < self._clock.now():
            raise web.HTTPForbidden(text="This socket address has expired; ask apps.connections.open for a new one.")
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self._opened += 1
        connection = Connection(self._opened, request, socket)
        if len(self._connections) >= MOST_CONNECTIONS:
            await self._turn_away(connection)
            return socket
        quick = request.query.get("debug_reconnects") == "true"
        life = self._timing.socket_debug_life if quick else self._timing.socket_life
        self._admit(connection)
        await self._say(connection, self._hello(request, life))
        upkeep = [asyncio.create_task(connection.ping(self._timing.socket_ping)), self._end(connection, life)]
        try:
            async for text in connection.heard():
                self._hear(connection, text)
        finally:
            for task in upkeep:
                task.cancel()
            self._drop(connection)
            self._wire_log.add_connection_line("closed", connection.number, {"code": socket.close_code})
        return socket

    async def disconnect(self, reason: Farewell) -> None:
        """Tells every socket to go, as Slack does: at once, some seconds after a warning, or for good."""
        if reason == "link_disabled":
            self.enabled = False
        connections = list(self._connections)
        if reason == "warning":
            for connection in connections:
                self._end(connection, 0.0)
        else:
            await asyncio.gather(*(self._dismiss(connection, reason) for connection in connections))

    def suffer(self, fault: SocketFault) -> None:
        """Does to every open socket what the fault says."""
        for connection in list(self._connections):
            match fault:
                case SocketDeath():
                    connection.cut()
                    self._drop(connection)
                case DeafSocket():
                    connection.deaf, connection.mute = fault.deaf, fault.mute

    async def close(self) -> None:
        """Closes every socket."""
        for task in self._endings:
            task.cancel()
        connections = list(self._connections)
        for connection in connections:
            self._drop(connection)
        await asyncio.gather(*(connection.close() for connection in connections))

    def _next_connection(self, delivery_id: str) -> Connection:
        """The socket whose turn it is, from now on the only one that answers for the delivery."""
        for each in self._connections:
            each.in_flight.discard(delivery_id)
        connection = self._connections.pop(0)
        self._connections.append(connection)
        connection.in_flight.add(delivery_id)
        return connection

    def _expect(self, delivery: Delivery) -> tuple[_Awaited, str]:
        """The acknowledgement to come, and the id of the envelope for this send: a new one each time."""
        awaited = self._awaited.get(delivery.id)
        if awaited is None:
            awaited = self._awaited[delivery.id] = _Awaited(asyncio.get_running_loop().create_future())
        envelope_id = delivery.id if delivery.attempts <= 1 else self._ids.uuid()
        awaited.envelopes.add(envelope_id)
        self._by_envelope[envelope_id] = delivery.id
        return awaited, envelope_id

    def _suffer_after(self, delivery: Delivery) -> None:
        for standing in self._faults.striking(Traffic("attempt", delivery.name, delivery.channel)):
            if isinstance(standing.fault, SocketFault):
                self.suffer(standing.fault)

    def _admit(self, connection: Connection) -> None:
        self._connections.append(connection)
        self._arrival.set()
        self._wire_log.stream.publish("connected", connected=True)

    async def _turn_away(self, connection: Connection) -> None:
        about: Json = {"debug_info": _HOST, "connection_info": {"app_id": self._app_id}}
        reason = "too_many_websockets"
        await self._say(connection, {"type": "disconnect", "reason": reason, "num_connections": 0, **about})
        await connection.close()

    def _drop(self, connection: Connection) -> None:
        if connection not in self._connections:
            return
        self._connections.remove(connection)
        for delivery_id in connection.in_flight:
            self._settle(delivery_id, Unanswered(SOCKET_LOST))
        if not self._connections:
            self._arrival.clear()
            self._wire_log.stream.publish("connected", connected=False)

    def _end(self, connection: Connection, life: float) -> asyncio.Task[None]:
        """Ends the connection after `life` seconds, warned some seconds before or, if there is no time, now."""

        async def end() -> None:
            warning = self._timing.socket_warning
            await asyncio.sleep(max(0.0, life - warning))
            with suppress(ConnectionError):
                await self._say(connection, _farewell("warning"))
            await asyncio.sleep(warning)
            if connection in self._connections:
                await self._dismiss(connection, "refresh_requested")

        task = asyncio.create_task(end())
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)
        return task

    async def _dismiss(self, connection: Connection, reason: Farewell) -> None:
        self._drop(connection)
        with suppress(ConnectionError):
            await self._say(connection, _farewell(reason))
        await connection.close()

    async def _say(self, connection: Connection, line: Json) -> None:
        self._wire_log.add_connection_line(str(line["type"]), connection.number, line)
        await connection.send(line)

    def _hear(self, connection: Connection, text: str) -> None:
        try:
            said: object = parse_json(text)
        except ValueError:
            said = None
        if not isinstance(said, dict) or not isinstance(said.get("envelope_id"), str):
            self._wire_log.stream.publish(
                "warning", text=f"The app sent a frame that acknowledges nothing: {text[:200]}"
            )
            return
        delivery_id = self._by_envelope.get(said["envelope_id"])
        if delivery_id is not None:
            connection.in_flight.discard(delivery_id)
            self._settle(delivery_id, acknowledged_with(said.get("payload")))

    def _settle(self, delivery_id: str, answer: Answer) -> None:
        awaited = self._awaited.pop(delivery_id, None)
        if awaited is None:
            return
        for envelope_id in awaited.envelopes:
            self._by_envelope.pop(envelope_id, None)
        if not awaited.answer.done():
            awaited.answer.set_result(answer)

    def _hello(self, request: web.Request, life: float) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "debug_info": {"host": request.host, "build_number": 1, "approximate_connection_time": int(life)},
            "connection_info": {"app_id": self._app_id},
        }


def _farewell(reason: Farewell) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": _HOST}


def _envelope(envelope_id: str, delivery: Delivery, retry: Retry | None) -> Json:
    envelope: Json = {
        "envelope_id": envelope_id,
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind == "slash_commands" or delivery.name in _ANSWERABLE,
    }
    if delivery.kind == "events_api":
        envelope["retry_attempt"] = retry.number if retry else 0
        envelope["retry_reason"] = retry.reason if retry else ""
    return envelope
