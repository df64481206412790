"""`haggle serve` and `haggle doctor`: the bot in a real workspace, and what is wrong with it."""

import asyncio

import typer

from bot.app.doctor import examine
from bot.app.logs import set_up_logging
from bot.app.serving import serve as serve_forever
from bot.console.running import out, refused, run
from bot.settings import Settings, read_settings
from engine.errors import HaggleError


def serve() -> None:
    """The bot, for the workspace whose tokens are in the environment."""
    settings = _settings()
    set_up_logging(settings.log_level)
    run(serve_forever(settings))


def doctor() -> None:
    """Looks at the configuration, the database, the tokens and the scopes, and says what is wrong."""
    findings = asyncio.run(examine(_settings()))
    for finding in findings:
        out.print(f"[green]ok[/]    {finding.text}" if finding.well else f"[red]wrong[/] {finding.text}")
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


def _settings() -> Settings:
    try:
        return read_settings()
    except HaggleError as error:
        raise refused(error) from error
