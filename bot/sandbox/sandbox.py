"""The parts of one running sandbox, as every act receives them."""

import time
from dataclasses import dataclass

from bot.sandbox.clock import Clock
from bot.sandbox.config import SandboxConfig, Timing
from bot.sandbox.delivery.allowance import Allowance
from bot.sandbox.delivery.dispatcher import Dispatcher
from bot.sandbox.delivery.http_push import HttpPush
from bot.sandbox.delivery.socket_mode import SocketMode
from bot.sandbox.errors import FaultError
from bot.sandbox.events import callback
from bot.sandbox.faults.kinds import AnyFault, SocketFault
from bot.sandbox.faults.placing import for_this_workspace
from bot.sandbox.faults.standing import Faults, Standing
from bot.sandbox.files.uploads import Uploads
from bot.sandbox.founding import found
from bot.sandbox.ids import Ids
from bot.sandbox.manifest import Manifest
from bot.sandbox.rate_limits import RateLimits
from bot.sandbox.response_urls import ResponseUrls
from bot.sandbox.stream import Stream
from bot.sandbox.triggers import Triggers
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import WireLog
from bot.sandbox.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Credentials:
    """The tokens and the secret that the app is given."""

    bot_token: str
    app_token: str
    signing_secret: str


@dataclass(slots=True, repr=False)
class Sandbox:
    """A workspace, the app's manifest, and the ways between them."""

    manifest: Manifest
    credentials: Credentials
    ids: Ids
    clock: Clock
    workspace: Workspace
    triggers: Triggers
    response_urls: ResponseUrls
    rate_limits: RateLimits
    stream: Stream
    faults: Faults
    dispatcher: Dispatcher
    wire_log: WireLog
    uploads: Uploads
    timing: Timing

    @property
    def url(self) -> str:
        """Where the sandbox is served, without a slash at the end."""
        return self.workspace.url

    def send(self, event: Json) -> str:
        """The event id of `event`, which is on its way to the app."""
        payload = callback(self.workspace, event)
        self.dispatcher.send_event(payload)
        return str(payload["event_id"])

    def set_fault(self, fault: AnyFault) -> Standing:
        """The fault, which now stands or, if it is for the sockets now open, strikes; FaultError when it cannot."""
        transport = self.dispatcher.transport
        if not isinstance(fault, SocketFault):
            return self.faults.add(for_this_workspace(self.workspace, fault))
        if not isinstance(transport, SocketMode):
            raise FaultError("This sandbox was started for signed HTTP; it has no sockets.")
        standing = self.faults.add(for_this_workspace(self.workspace, fault))
        if self.faults.strike(standing):
            transport.suffer(fault)
        return standing

    def reset(self) -> None:
        """Puts the fresh workspace in the place of this one; the tokens stay."""
        self.put(found(self.ids, self.clock, self.manifest.bot_name))

    def put(self, workspace: Workspace) -> None:
        """Puts `workspace` in the place of this one, with nothing under way and an empty log."""
        self.dispatcher.forget()
        self.wire_log.forget()
        self.faults.clear()
        self.rate_limits.forget()
        self.uploads.forget()
        workspace.url = self.url
        self.workspace = workspace
        self.stream.publish("channel", reset=True)


def assemble(config: SandboxConfig, manifest: Manifest) -> Sandbox:
    """A sandbox that serves nothing yet; it needs a running event loop."""
    clock = Clock()
    ids = Ids(config.seed, time.time())
    stream = Stream()
    wire_log = WireLog(stream, clock)
    workspace = found(ids, clock, manifest.bot_name)
    credentials = Credentials(
        config.bot_token or f"xoxb-sandbox-{ids.secret('bot')}",
        config.app_token or f"xapp-sandbox-{ids.secret('app')}",
        config.signing_secret or ids.secret("signing"),
    )
    faults = Faults(ids, stream)
    allowance = Allowance(config.event_limits, clock)
    transport = (
        SocketMode(workspace.app.app_id, config.timing, ids, clock, wire_log, faults)
        if config.transport == "socket"
        else HttpPush(config.request_urls, credentials.signing_secret, config.timing, clock)
    )
    return Sandbox(
        manifest=manifest,
        credentials=credentials,
        ids=ids,
        clock=clock,
        workspace=workspace,
        triggers=Triggers(config.timing.trigger, ids, clock),
        response_urls=ResponseUrls(config.timing.response_url, ids, clock),
        rate_limits=RateLimits(clock, enforced=config.rate_limits),
        stream=stream,
        faults=faults,
        dispatcher=Dispatcher(transport, config.timing, allowance, ids, clock, wire_log, faults),
        wire_log=wire_log,
        uploads=Uploads(config.timing.upload, config.most_file_bytes, ids, clock),
        timing=config.timing,
    )
