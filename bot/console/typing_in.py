"""Lines typed in by hand, until the typing ends."""

import io
import sys
from collections.abc import Iterator
from contextlib import suppress

from rich.console import Console
from rich.markup import escape

from bot.console.rep_lines import BadLines, Entry, entry_of
from bot.console.telling import HELP
from engine.errors import HaggleError

PROMPT = "You › "


class LeftTheRun(HaggleError):
    """The rep leaves a run unscored."""


def typed_in(console: Console) -> Iterator[Entry]:
    """What the rep types, line by line, to the end of the input (Ctrl+D); `/help` and slips are answered here.

    LeftTheRun on `/quit`.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    while (written := _typed(console)) is not None:
        if not written.strip():
            continue
        try:
            entry = entry_of(written)
        except BadLines as slip:
            console.print(f"[yellow]Not said:[/] {escape(str(slip))}")
            continue
        if entry.command == "quit":
            raise LeftTheRun
        if entry.command == "help":
            console.print(HELP)
        else:
            yield entry


def _typed(console: Console) -> str | None:
    """One line, None at the end. Where a person sits at the terminal, it can be edited with the arrow keys."""
    console.print()
    if sys.stdin.isatty() and console.is_terminal and not console.stderr:
        with suppress(ImportError):
            import readline  # noqa: F401 - gives `input` its editing
        try:
            return input(PROMPT)
        except EOFError:
            console.print()
            return None
    console.print(f"[bold]{PROMPT}[/]", end="")
    line = sys.stdin.readline()
    console.print()
    return line or None
