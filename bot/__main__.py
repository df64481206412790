"""The console: `haggle` with its commands, each loaded when it is called."""

from typing import ClassVar

import typer

from bot.console.lazily import Lazily


class Commands(Lazily):
    """Everything that the console can do."""

    where: ClassVar[dict[str, str]] = {
        "sandbox": "bot.console.sandbox:sandbox",
        "serve": "bot.console.serve:serve",
        "doctor": "bot.console.serve:doctor",
        "calibrate": "bot.console.calibrate:calibrate",
        "consistency": "bot.console.consistency:consistency",
        "pack": "bot.console.pack:pack",
        "markets": "bot.console.markets:markets",
        "persona": "bot.console.persona:persona",
        "play": "bot.console.play:play",
        "read": "bot.console.read:read",
        "replay": "bot.console.replay:replay",
        "simulate": "bot.console.simulate:simulate",
    }


cli = typer.Typer(
    cls=Commands,
    help="Negotiation practice inside Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@cli.callback()
def console() -> None:
    """Negotiation practice inside Slack."""


def main() -> None:
    """Runs the console."""
    cli()


if __name__ == "__main__":
    main()
