"""Each kind of fault, with its fields."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

Seam = Literal["call", "event", "question", "attempt", "acknowledgement", "sockets"]
"""Where a fault strikes: a Web API call; an event, or a command or interaction, that sets out for the app; one send of
either over a socket; its acknowledgement; or all open sockets, at once."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Match(_Strict):
    """What a fault strikes; what is not said matches everything."""

    method: str | None = Field(default=None, description="A Web API method or a pattern, such as chat.*")
    event: str | None = Field(default=None, description="An event's or interaction's type, or a command; or a pattern")
    channel: str | None = Field(default=None, description="A channel's id or name, or dm:ana")


class Fault(_Strict):
    """What every kind has."""

    seams: ClassVar[frozenset[Seam]] = frozenset({"call"})
    methods: ClassVar[frozenset[str]] = frozenset()
    """The only methods that it can strike; none named: any."""

    match: Match = Field(default=Match(), description="What it strikes: method, event, channel")
    times: int | None = Field(default=1, ge=1, description="How often it strikes until it is over; null: until removed")
    probability: float = Field(default=1.0, gt=0, le=1, description="How likely it strikes each time it could")
    seed: int = Field(default=0, description="Decides the chances: the same seed and traffic give the same faults")
    after: int = Field(default=0, ge=0, description="How many matching calls or deliveries it lets pass first")

    def strikes_at(self, seam: Seam) -> bool:
        """Whether the fault can strike there."""
        return seam in self.seams


class RateLimited(Fault):
    """429 with Retry-After; the call has no effect."""

    kind: Literal["rate_limited"] = "rate_limited"
    retry_after: int = Field(default=30, ge=0, description="Seconds in Retry-After")


class ServerError(Fault):
    """500, or another 5xx, before the call takes effect."""

    kind: Literal["server_error"] = "server_error"
    status: int = Field(default=500, ge=500, le=599, description="The HTTP status")


class ServerErrorAfter(Fault):
    """500, or another 5xx, although the call took effect."""

    kind: Literal["server_error_after"] = "server_error_after"
    status: int = Field(default=500, ge=500, le=599, description="The HTTP status")


class DropBefore(Fault):
    """The connection breaks before the call takes effect."""

    kind: Literal["drop_before"] = "drop_before"


class DropAfter(Fault):
    """The connection breaks after the call took effect, before its answer."""

    kind: Literal["drop_after"] = "drop_after"


class BadGateway(Fault):
    """502 with an HTML page; the call has no effect."""

    kind: Literal["bad_gateway"] = "bad_gateway"


class MalformedJson(Fault):
    """The call takes effect; half of its JSON answer comes back, as if it were whole."""

    kind: Literal["malformed_json"] = "malformed_json"


class Refused(Fault):
    """An answer with ok false and an error code of your choice, such as internal_error or fatal_error."""

    kind: Literal["refused"] = "refused"
    error: str = Field(default="internal_error", min_length=1, description="Slack's error code")
    took_effect: bool = Field(default=False, description="Whether the call takes effect all the same")


class SlowBody(Fault):
    """The answer's head comes at once, its body bit by bit."""

    kind: Literal["slow_body"] = "slow_body"
    ms: int = Field(default=2000, ge=0, le=600_000, description="Milliseconds until the body is whole")


class LaggingHistory(Fault):
    """History and replies do not show young messages yet."""

    methods: ClassVar[frozenset[str]] = frozenset({"conversations.history", "conversations.replies"})

    kind: Literal["lagging_history"] = "lagging_history"
    seconds: float = Field(default=5.0, gt=0, description="The age at which a message begins to show")


class Latency(Fault):
    """A call is answered, or a delivery sets out, later."""

    seams: ClassVar[frozenset[Seam]] = frozenset({"call", "event", "question"})

    kind: Literal["latency"] = "latency"
    ms: int = Field(default=1000, ge=0, le=600_000, description="Milliseconds at least")
    jitter_ms: int = Field(default=0, ge=0, le=600_000, description="Milliseconds more at most, drawn from the seed")


class Duplicate(Fault):
    """An event comes more than once."""

    seams: ClassVar[frozenset[Seam]] = frozenset({"event"})

    kind: Literal["duplicate"] = "duplicate"
    copies: int = Field(default=1, ge=1, le=100, description="How many times more")


class Reorder(Fault):
    """Events are held until there are `times` of them, or the time is up, and then come in another order."""

    seams: ClassVar[frozenset[Seam]] = frozenset({"event"})

    kind: Literal["reorder"] = "reorder"
    times: int | None = Field(default=2, ge=2, description="How many events it holds; null: all until the time is up")
    seconds: float = Field(default=1.0, gt=0, le=600, description="How long it holds an event at most")


class LostAck(Fault):
    """The app's acknowledgement gets lost, so that an event comes again and a person sees a timeout."""

    seams: ClassVar[frozenset[Seam]] = frozenset({"acknowledgement"})

    kind: Literal["lost_ack"] = "lost_ack"


class SocketFault(Fault):
    """What the faults of sockets have."""

    at: Literal["now", "delivery"] = Field(
        default="now", description="Whether it strikes at once, or when a matching payload has just been sent"
    )

    @model_validator(mode="after")
    def match_is_for_deliveries(self) -> "SocketFault":
        """The fault, unless it matches deliveries without waiting for one."""
        if self.at == "now" and self.match != Match():
            raise ValueError("match needs at: delivery; without it the fault strikes every socket at once")
        return self

    def strikes_at(self, seam: Seam) -> bool:
        """Whether the fault can strike there."""
        return seam == ("sockets" if self.at == "now" else "attempt")


class SocketDeath(SocketFault):
    """Every socket is cut, without a close frame."""

    kind: Literal["socket_death"] = "socket_death"


class DeafSocket(SocketFault):
    """The sockets now open stay open, but are deaf to the app, mute, or both, pings included; new ones are well."""

    kind: Literal["deaf_socket"] = "deaf_socket"
    deaf: bool = Field(default=True, description="Whether what the app sends is ignored")
    mute: bool = Field(default=True, description="Whether nothing more is sent to the app")


CallFault = (
    RateLimited
    | ServerError
    | ServerErrorAfter
    | DropBefore
    | DropAfter
    | BadGateway
    | MalformedJson
    | Refused
    | SlowBody
    | LaggingHistory
    | Latency
)
AnyFault = Annotated[CallFault | Duplicate | Reorder | LostAck | SocketDeath | DeafSocket, Field(discriminator="kind")]
ONE_FAULT: TypeAdapter[AnyFault] = TypeAdapter(AnyFault)
MANY_FAULTS: TypeAdapter[tuple[AnyFault, ...]] = TypeAdapter(tuple[AnyFault, ...])
KINDS: tuple[type[Fault], ...] = (
    RateLimited,
    ServerError,
    ServerErrorAfter,
    DropBefore,
    DropAfter,
    BadGateway,
    MalformedJson,
    Refused,
    SlowBody,
    LaggingHistory,
    Latency,
    Duplicate,
    Reorder,
    LostAck,
    SocketDeath,
    DeafSocket,
)
