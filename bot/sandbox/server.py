"""Starts and stops a sandbox."""

import errno
from dataclasses import dataclass, replace

from aiohttp import web

from bot.sandbox import file_routes, page_routes, slack_routes
from bot.sandbox.body import MOST_BYTES, hanging_up
from bot.sandbox.config import SandboxConfig
from bot.sandbox.control import (
    channels,
    clock,
    connection,
    deliveries,
    dismissal,
    faults,
    files,
    live,
    messages,
    people,
    reading,
    sessions,
    snapshots,
    surfaces,
    workspace,
)
from bot.sandbox.control.request import SANDBOX, refusals
from bot.sandbox.errors import PortInUseError
from bot.sandbox.faults.calls import faulty_calls
from bot.sandbox.faults.names import check_names
from bot.sandbox.loopback import only_loopback
from bot.sandbox.manifest_file import notes_on, read_manifest
from bot.sandbox.recorded import recorded
from bot.sandbox.sandbox import Sandbox, assemble
from bot.sandbox.snapshot.loading import put, read_file

_HOST = "127.0.0.1"
_THEMES = (
    workspace,
    reading,
    messages,
    dismissal,
    files,
    sessions,
    surfaces,
    channels,
    people,
    deliveries,
    connection,
    faults,
    clock,
    snapshots,
    live,
)


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """A sandbox that serves, until `stop` is called."""

    sandbox: Sandbox
    runner: web.AppRunner
    port: int

    @property
    def url(self) -> str:
        """The page's address, without a slash at the end."""
        return self.sandbox.url

    @property
    def api_url(self) -> str:
        """The `base_url` for a Slack client."""
        return f"{self.sandbox.url}/api/"

    @property
    def bot_token(self) -> str:
        """The token for the Web API."""
        return self.sandbox.credentials.bot_token

    @property
    def app_token(self) -> str:
        """The token for Socket Mode."""
        return self.sandbox.credentials.app_token

    @property
    def signing_secret(self) -> str:
        """The secret that signs HTTP requests to the app."""
        return self.sandbox.credentials.signing_secret

    @property
    def team_id(self) -> str:
        """The workspace's id."""
        return self.sandbox.workspace.team_id

    @property
    def notes(self) -> list[str]:
        """What stands in the manifest and has no effect here, each with the reason."""
        return notes_on(self.sandbox.manifest)

    async def stop(self) -> None:
        """Closes every connection and the port."""
        self.sandbox.stream.close()
        self.sandbox.clock.stop()
        await self.sandbox.dispatcher.close()
        await self.runner.cleanup()


async def start(config: SandboxConfig) -> RunningSandbox:
    """A running sandbox; PortInUseError, ManifestError or SnapshotError when it cannot run."""
    sandbox = _assembled(config)
    runner = web.AppRunner(_application(sandbox), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, _HOST, config.port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError(config.port) from error
        raise
    port = int(runner.addresses[0][1])
    sandbox.workspace.url = f"http://{_HOST}:{port}"
    return RunningSandbox(sandbox, runner, port)


def _assembled(config: SandboxConfig) -> Sandbox:
    manifest = read_manifest(config.manifest)
    if config.snapshot is None:
        sandbox = assemble(config, manifest)
    else:
        saved = read_file(config.snapshot)
        sandbox = assemble(replace(config, seed=saved.seed), manifest)
        put(sandbox, saved)
    for fault in config.faults:
        check_names(manifest, fault.match)
        sandbox.set_fault(fault)
    return sandbox


def _application(sandbox: Sandbox) -> web.Application:
    middlewares = [only_loopback, hanging_up, refusals, recorded, faulty_calls]
    application = web.Application(middlewares=middlewares, client_max_size=MOST_BYTES)
    application[SANDBOX] = sandbox
    application.add_routes(slack_routes.ROUTES)
    application.add_routes(file_routes.ROUTES)
    for theme in _THEMES:
        application.add_routes(theme.ROUTES)
    application.add_routes(page_routes.routes())
    return application
