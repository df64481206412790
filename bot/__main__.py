"""The console: `haggle` with `sandbox`, `serve`, `doctor`, `pack`, `persona`, `play` and `read`."""

import asyncio
import signal
import tempfile
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import SecretStr
from rich.console import Console

from bot.app.doctor import examine
from bot.app.logs import set_up_logging
from bot.app.serving import serve as serve_forever
from bot.app.serving import serving
from bot.console.pack import pack
from bot.console.persona import persona
from bot.console.play import play
from bot.console.read import read
from bot.flows.house import House
from bot.sandbox import server as sandbox_server
from bot.sandbox.config import RequestUrls, SandboxConfig
from bot.sandbox.errors import FaultError, PortInUseError, SandboxError
from bot.sandbox.faults.kinds import AnyFault
from bot.sandbox.faults.placing import read_faults
from bot.settings import Settings, manifest_path, read_settings
from engine.errors import HaggleError

cli = typer.Typer(
    help="Negotiation practice inside Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.add_typer(pack, name="pack")
cli.command()(persona)
cli.command()(play)
cli.command()(read)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@cli.command()
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
    _run(_sandbox(config, with_bot))


def _faults_in(path: Path) -> tuple[AnyFault, ...]:
    try:
        return read_faults(path)
    except FaultError as error:
        raise _refused(error) from error


@cli.command()
def serve() -> None:
    """The bot, for the workspace whose tokens are in the environment."""
    settings = _settings()
    set_up_logging(settings.log_level)
    _run(serve_forever(settings))


@cli.command()
def doctor() -> None:
    """Looks at the configuration, the database, the tokens and the scopes, and says what is wrong."""
    findings = asyncio.run(examine(_settings()))
    for finding in findings:
        out.print(f"[green]ok[/]    {finding.text}" if finding.well else f"[red]wrong[/] {finding.text}")
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


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
                await asyncio.Event().wait()
    finally:
        await running.stop()


def bot_in(running: sandbox_server.RunningSandbox, folder: Path) -> AbstractAsyncContextManager[House]:
    """The bot answers in the sandbox while the block runs. It goes by the sandbox's clock and wakes when that moves."""
    clock = running.sandbox.clock
    settings = _for_sandbox(running, folder)
    return serving(settings, now=lambda: datetime.fromtimestamp(clock.now(), UTC), sleep=clock.nap)


def _for_sandbox(running: sandbox_server.RunningSandbox, folder: Path) -> Settings:
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr(running.bot_token),
        slack_app_token=SecretStr(running.app_token),
        slack_signing_secret=SecretStr(running.signing_secret),
        slack_api_url=running.api_url,
        database_url=f"sqlite:///{folder / 'haggle.sqlite'}",
    )


def _environment(running: sandbox_server.RunningSandbox, over_http: bool) -> str:
    """What to set for an app, with the one secret that chooses the transport."""
    secret = f"SLACK_SIGNING_SECRET={running.signing_secret}" if over_http else f"SLACK_APP_TOKEN={running.app_token}"
    return f"SLACK_API_URL={running.api_url}\nSLACK_BOT_TOKEN={running.bot_token}\n{secret}"


def _settings() -> Settings:
    try:
        return read_settings()
    except HaggleError as error:
        raise _refused(error) from error


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(_until_told(work))
    except (KeyboardInterrupt, asyncio.CancelledError):
        out.print("Stopped.")
    except PortInUseError as error:
        raise _refused(
            f"{error} Another port: haggle sandbox --port {error.port + 1}, or make run PORT={error.port + 1}."
        ) from error
    except (HaggleError, SandboxError) as error:
        raise _refused(error) from error


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    """Does the work; a SIGTERM ends it as Ctrl+C does, with everything put away."""
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task


def _refused(error: Exception | str) -> typer.Exit:
    err.print(f"[red]haggle:[/] {error}")
    return typer.Exit(2)


def main() -> None:
    """Runs the console."""
    cli()


if __name__ == "__main__":
    main()
