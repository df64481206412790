"""A payload on its way to the app, and what came of each attempt."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from bot.sandbox.wire import Json, object_at, text_at

DeliveryKind = Literal["events_api", "slash_commands", "interactive"]
SOCKET_LOST = "socket_lost"
NOT_CONNECTED = "not_connected"
REFUSED_FOR_GOOD = "no_retry"


@dataclass(frozen=True, slots=True)
class Retry:
    """That a send repeats an earlier one: its number from 1, and why."""

    number: int
    reason: str


@dataclass(slots=True)
class Send:
    """One send of a delivery as it crossed the wire. `at` is in seconds; `ms` is None until it is over."""

    at: float
    retry: Retry | None
    request: Json | None = None
    answer: Json | None = None
    outcome: str | None = None
    ms: float | None = None

    def to_json(self) -> Json:
        """The send as the log shows it."""
        return {
            "at": self.at,
            "retry_num": self.retry.number if self.retry else 0,
            "retry_reason": self.retry.reason if self.retry else None,
            "request": self.request,
            "answer": self.answer,
            "outcome": self.outcome,
            "ms": self.ms,
        }


@dataclass(slots=True)
class Delivery:
    """One payload for the app. `id` is the envelope id of its first send; `at` is in seconds."""

    id: str
    kind: DeliveryKind
    payload: Json
    at: float
    transport: str
    order: int
    event_id: str | None = None
    attempts: int = 0
    acknowledged: bool = False
    given_up: bool = False
    last_reason: str | None = None
    response: object = None
    sends: list[Send] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The event's type, the interaction's type, or the command."""
        event = self.payload.get("event")
        inner = event.get("type") if isinstance(event, dict) else None
        return str(inner or self.payload.get("command") or self.payload.get("type"))

    @property
    def channel(self) -> str:
        """The id of the channel that it is about, or "" where it is about none."""
        event = object_at(self.payload, "event")
        for holder in (event, object_at(event, "item"), self.payload):
            found = text_at(holder, "channel") or text_at(object_at(holder, "channel"), "id")
            if found:
                return found
        return text_at(self.payload, "channel_id")

    def to_json(self) -> Json:
        """The delivery as the log shows it."""
        return {
            "id": self.id,
            "order": self.order,
            "event_id": self.event_id,
            "kind": self.kind,
            "type": self.name,
            "at": self.at,
            "transport": self.transport,
            "acknowledged": self.acknowledged,
            "given_up": self.given_up,
            "attempts": self.attempts,
            "last_reason": self.last_reason,
            "response": self.response,
            "payload": self.payload,
            "sends": [each.to_json() for each in self.sends],
        }


class Acknowledged(NamedTuple):
    """The app answered in time, perhaps with a payload, which ought to be an object."""

    response: object


def acknowledged_with(payload: object) -> Acknowledged:
    """The acknowledgement with this payload; an empty object says nothing."""
    return Acknowledged(None if payload == {} else payload)


class Unanswered(NamedTuple):
    """The app did not answer; `reason` is in Slack's words, such as `timeout` or `http_error`, `status` is HTTP's."""

    reason: str
    status: int | None = None

    @property
    def told_as(self) -> str:
        """Slack's word for it to the person who waited for the app."""
        if self.reason in ("timeout", "http_timeout"):
            return "operation_timeout"
        if self.status is None or self.status < 400:
            return "dispatch_failed"
        return "http_service_error" if self.status >= 500 else "http_client_error"


Answer = Acknowledged | Unanswered


class Attempt(NamedTuple):
    """One planned send: seconds to wait before it, and seconds to wait for its acknowledgement."""

    pause: float
    patience: float


class Transport(Protocol):
    """A way to the app."""

    name: str
    silence: str
    """The reason of an attempt that nothing answered."""
    plan: tuple[Attempt, ...]

    @property
    def connected(self) -> bool:
        """Whether anything listens, as far as can be known."""

    def ready(self) -> Awaitable[None]:
        """Returns when a send can be tried."""

    def attempt(self, delivery: Delivery, send: Send, patience: float) -> Awaitable[Answer]:
        """What came of one send, noted in `send`, after `patience` seconds at most."""

    def forget(self, delivery: Delivery) -> None:
        """Expects nothing more of a delivery that is over."""

    async def close(self) -> None:
        """Ends every connection."""
