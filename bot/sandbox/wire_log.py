"""What lately crossed the wire between the sandbox and the app, told live to whoever watches it.

Everything in it carries `order`, one rising number for the whole log: times repeat while the clock is frozen.
"""

import json
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.sandbox.body import parse_json
from bot.sandbox.clock import Clock
from bot.sandbox.stream import Stream
from bot.sandbox.wire import Json

KEPT = 2000
MOST_SHOWN = 65_536
"""Characters of one body that the log keeps; a longer one is named by its length."""

CallKind = Literal["web_api", "response_url", "upload", "scheduled"]
"""The last is no request: it is what came of a scheduled message at its time."""


@dataclass(frozen=True, slots=True)
class AppCall:
    """One request that the app made, and its answer as it was sent. `at` is in seconds, `ms` in milliseconds."""

    id: str
    order: int
    kind: CallKind
    method: str
    http: str
    at: float
    ms: float
    status: int
    error: str | None
    args: Json
    answer: str

    def to_json(self) -> Json:
        """The call as the log shows it."""
        return {
            "id": self.id,
            "order": self.order,
            "kind": self.kind,
            "method": self.method,
            "http": self.http,
            "at": self.at,
            "ms": self.ms,
            "status": self.status,
            "ok": self.error is None,
            "error": self.error,
            "args": self.args,
            "response": shown(self.answer),
        }


@dataclass(frozen=True, slots=True)
class ConnectionLine:
    """Something that befell a connection: a socket's hello, disconnect or closed, or (number 0) an address's challenge.

    `at` is in seconds.
    """

    id: str
    order: int
    type: str
    connection: int
    at: float
    payload: Json | None

    def to_json(self) -> Json:
        """The line as the log shows it."""
        return {
            "id": self.id,
            "order": self.order,
            "type": self.type,
            "connection": self.connection,
            "at": self.at,
            "payload": self.payload,
        }


class Logged(Protocol):
    """What has a place in the log."""

    def to_json(self) -> Json:
        """The entry as the log shows it."""


@dataclass(slots=True)
class WireLog:
    """The last calls and connection lines; deliveries are kept by the dispatcher and told of here."""

    stream: Stream
    clock: Clock
    calls: deque[AppCall] = field(default_factory=lambda: deque(maxlen=KEPT))
    connections: deque[ConnectionLine] = field(default_factory=lambda: deque(maxlen=KEPT))
    _last_order: int = 0

    def next_order(self) -> int:
        """The place of an entry that begins now."""
        self._last_order += 1
        return self._last_order

    def begin(self) -> "Stopwatch":
        """The beginning of a call."""
        return Stopwatch(self.next_order(), self.clock.now(), time.perf_counter())

    def add_call(self, call: AppCall) -> None:
        """Keeps a call and tells of it."""
        self.calls.append(call)
        self.tell("call", call)

    def add_connection_line(self, kind: str, connection: int, payload: Json | None = None) -> None:
        """Keeps what befell a connection and tells of it."""
        order = self.next_order()
        line = ConnectionLine(f"line-{order}", order, kind, connection, self.clock.now(), payload)
        self.connections.append(line)
        self.tell("connection", line)

    def tell(self, kind: Literal["call", "connection", "delivery"], entry: Logged) -> None:
        """Tells those who watch the wire how the entry stands now."""
        if self.stream.is_watched:
            self.stream.publish_wire(kind, **{kind: entry.to_json()})

    def forget(self) -> None:
        """Drops the calls; connections outlive a reset."""
        self.calls.clear()


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """When something began: its place in the log, the sandbox's time in seconds, and the machine's."""

    order: int
    at: float
    started: float

    @property
    def ms(self) -> float:
        """Milliseconds since then by the machine's clock, whatever the sandbox's does."""
        return round((time.perf_counter() - self.started) * 1000, 3)


def shown(body: str) -> object:
    """A body as the log shows it: JSON where it is some, else the text."""
    try:
        return parse_json(body)
    except ValueError:
        return body


def kept(body: str) -> str:
    """The body, or a note of its length when it is longer than the log keeps."""
    return body if len(body) <= MOST_SHOWN else json.dumps(f"({len(body):,} characters, too long for the log)")
