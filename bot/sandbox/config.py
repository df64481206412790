"""What a sandbox is started with."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.sandbox.faults.kinds import AnyFault

TransportName = Literal["socket", "http"]


@dataclass(frozen=True, slots=True)
class Timing:
    """Waits in seconds, as Slack's; tests shorten them."""

    ack: float = 3.0
    """How long commands, interactions and HTTP events may take to be acknowledged."""
    socket_retries: tuple[float, ...] = (4.0, 60.0, 300.0)
    """How long an event sent over a socket waits for its acknowledgement before each further send."""
    http_retries: tuple[float, ...] = (0.0, 60.0, 300.0)
    """The pauses before each further HTTP send."""
    give_up: float = 600.0
    """The age at which an event that no socket has taken is dropped."""
    socket_life: float = 18_060.0
    """How long a socket lives; `debug_reconnects=true` in its address gives it `socket_debug_life`."""
    socket_debug_life: float = 360.0
    socket_warning: float = 10.0
    """How long before its end a socket is warned."""
    socket_ping: float = 10.0
    """How often a socket is pinged."""
    trigger: float = 3.0
    response_url: float = 1800.0
    upload: float = 600.0
    """How long an upload address is good for, and the file behind it waits to be completed."""
    file_share: float = 0.25
    """How long after the answer to `files.completeUploadExternal` the message with the files appears."""
    streaming: float = 300.0
    """How long a streamed message may take from its start to its end."""
    thread_status: float = 120.0
    """How long a thread's status stands when the app posts nothing."""


@dataclass(frozen=True, slots=True)
class EventLimits:
    """When an app is sent no more events, as with Slack."""

    an_hour: int = 30_000
    """So many events at most in an hour; for those past them the app gets `app_rate_limited` once a minute."""
    least_success: float = 0.05
    """The share of sends in an hour that must be acknowledged; below it events are disabled."""
    judged_from: int = 1_000
    """An app that gets fewer events in an hour is not disabled."""


@dataclass(frozen=True, slots=True)
class RequestUrls:
    """Where signed HTTP requests go; Bolt serves all three at one address."""

    events: str
    interactivity: str
    commands: str

    @classmethod
    def all_at(cls, url: str) -> "RequestUrls":
        """The three addresses, all of them `url`."""
        return cls(url, url, url)


@dataclass(frozen=True, slots=True)
class SandboxConfig:
    """How to start a sandbox. Port 0 takes any free one; empty tokens are made from the seed."""

    manifest: Path
    port: int = 0
    transport: TransportName = "socket"
    request_urls: RequestUrls | None = None
    seed: int = 0
    """A snapshot brings its own."""
    snapshot: Path | None = None
    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    rate_limits: bool = True
    faults: tuple[AnyFault, ...] = ()
    most_file_bytes: int = 50 * 1024 * 1024
    timing: Timing = field(default_factory=Timing)
    event_limits: EventLimits = EventLimits()
