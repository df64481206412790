"""`haggle sandbox`: a throwaway Slack on this machine, with the bot in it if wanted."""

import asyncio
import tempfile
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from bot.app.logs import set_up_logging
from bot.app.serving import serving
from bot.console.running import err, out, refused, run
from bot.flows.house import House
from bot.sandbox import server as sandbox_server
from bot.sandbox.config import RequestUrls, SandboxConfig
from bot.sandbox.errors import FaultError
from bot.sandbox.faults.kinds import AnyFault
from bot.sandbox.faults.placing import read_faults
from bot.settings import Settings, manifest_path, read_settings


def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page and the Web API answer; 0 picks a free port.")
    ] = 8080,
    with_bot: Annotated[bool, typer.Option(help="Start the bot in it as well.")] = False,
    manifest: Annotated[
        Path | None, typer.Option(help="The manifest of an app of your own, instead of Haggle's.", dir_okay=False)
    ] = None,
    rate_limits: Annotated[bool, typer.Option(help="Refuse calls that come faster than Slack would take them.")] = True,
    snapshot: Annotated[
        Path | None, typer.Option(help="Start from a workspace saved with GET /sandbox/snapshot.")
    ] = None,
    request_url: Annotated[str, typer.Option(help="Send signed HTTP requests there instead of Socket Mode.")] = "",
    faults: Annotated[
        Path | None, typer.Option(help="A JSON or YAML list of faults that stand from the start.", dir_okay=False)
    ] = None,
) -> None:
    """A throwaway Slack on this machine, with a page to use it in."""
    if manifest and with_bot:
        raise typer.BadParameter("with --with-bot it is Haggle's own manifest that counts; leave --manifest out")
    config = SandboxConfig(port=port, manifest=manifest or manifest_path(), rate_limits=rate_limits, snapshot=snapshot)
    if request_url and with_bot:
        raise typer.BadParameter("with --with-bot the bot is connected over Socket Mode; leave --request-url out")
    if request_url:
        config = replace(config, transport="http", request_urls=RequestUrls.all_at(request_url))
    if faults:
        config = replace(config, faults=_faults_in(faults))
    run(_sandbox(config, with_bot))


def _faults_in(path: Path) -> tuple[AnyFault, ...]:
    try:
        return read_faults(path)
    except FaultError as error:
        raise refused(error) from error


async def _sandbox(config: SandboxConfig, with_bot: bool) -> None:
    running = await sandbox_server.start(config)
    for note in running.notes:
        err.print(f"[yellow]note[/]  {note}")
    try:
        if not with_bot:
            out.print(f"The sandbox is at [bold]{running.url}[/]. Point an app at it with:")
            out.print(_environment(running, over_http=config.transport == "http"))
            await asyncio.Event().wait()
        with tempfile.TemporaryDirectory(prefix="haggle-") as folder:
            set_up_logging("WARNING")
            async with bot_in(running, Path(folder)):
                out.print(f"Haggle is ready at [bold]{running.url}[/]. Type /haggle start there; Ctrl+C ends it.")
                out.print(f"[dim]Its runs, until then: DATABASE_URL={_database_in(Path(folder))}[/]", soft_wrap=True)
                await asyncio.Event().wait()
    finally:
        await running.stop()


def bot_in(running: sandbox_server.RunningSandbox, folder: Path) -> AbstractAsyncContextManager[House]:
    """The bot answers in the sandbox while the block runs. It goes by the sandbox's clock and wakes when that moves."""
    clock = running.sandbox.clock
    settings = _for_sandbox(running, folder)
    return serving(settings, now=lambda: datetime.fromtimestamp(clock.now(), UTC), sleep=clock.nap)


def _for_sandbox(running: sandbox_server.RunningSandbox, folder: Path) -> Settings:
    return read_settings(
        _env_file=None,
        slack_bot_token=SecretStr(running.bot_token),
        slack_app_token=SecretStr(running.app_token),
        slack_signing_secret=SecretStr(running.signing_secret),
        slack_api_url=running.api_url,
        database_url=_database_in(folder),
    )


def _database_in(folder: Path) -> str:
    """The database of a sandbox that keeps its runs in the folder."""
    return f"sqlite:///{folder / 'haggle.sqlite'}"


def _environment(running: sandbox_server.RunningSandbox, over_http: bool) -> str:
    """What to set for an app, with the one secret that chooses the transport."""
    secret = f"SLACK_SIGNING_SECRET={running.signing_secret}" if over_http else f"SLACK_APP_TOKEN={running.app_token}"
    return f"SLACK_API_URL={running.api_url}\nSLACK_BOT_TOKEN={running.bot_token}\n{secret}"
