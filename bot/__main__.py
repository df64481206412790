"""The console: `haggle` with its commands, each loaded when it is called."""

import errno
import os
import sys
from contextlib import suppress
from importlib.metadata import version
from typing import Annotated, ClassVar

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


UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EPIPE)
"""What an output that is full, gone or closed answers with."""


cli = typer.Typer(
    cls=Commands,
    help="Negotiation practice inside Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"haggle {version('haggle')}")
        raise typer.Exit


@cli.callback()
def console(
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version of Haggle.")
    ] = False,
) -> None:
    """Negotiation practice inside Slack."""


def main() -> None:
    """Runs the console; says in one line where its output cannot be written, with an exit code of 1."""
    try:
        try:
            cli()
        finally:
            _flush()
    except OSError as error:
        if error.filename is not None or error.errno not in UNWRITABLE:
            raise
        _leave_output()
        if error.errno != errno.EPIPE:
            sys.stderr.write(f"haggle: the output cannot be written: {error.strerror}.\n")
        sys.exit(1)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _leave_output() -> None:
    """Lets go of the output, so that what it still holds is not tried again at the exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


if __name__ == "__main__":
    main()
