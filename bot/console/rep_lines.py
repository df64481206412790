"""What the rep enters in the terminal: lines and commands, by hand or from a file."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from engine.errors import HaggleError
from engine.reading.text import READ_LIMIT

STANDARD_INPUT = "-"
MOST_BYTES = 1_000_000

Command = Literal["hint", "end", "quit", "help"]
IN_FILES: tuple[Command, ...] = ("hint", "end")
"""Commands that a file of lines may hold."""


class BadLines(HaggleError):
    """The file of lines cannot be read, or a line of it cannot be said."""


class Entry(NamedTuple):
    """A line to be said, or a command; one of the two is empty."""

    text: str
    command: Command | None = None


def entry_of(written: str, commands: Sequence[Command] = get_args(Command)) -> Entry:
    """The line or command; BadLines for a command that is none of these, and for more than a message holds."""
    text = written.strip()
    if len(text) > READ_LIMIT:
        raise BadLines(f"it has {len(text):,} characters; a message has at most {READ_LIMIT:,}.")
    if not text.startswith("/"):
        return Entry(text)
    for command in commands:
        if text[1:].lower() == command:
            return Entry("", command)
    there_are = ", ".join(f"/{command}" for command in commands)
    where = " in a file" if text[1:].lower() in get_args(Command) else ""
    raise BadLines(f"{text[:40]} is not a command{where}. There are: {there_are}.")


def entries_in(file: str) -> tuple[Entry, ...]:
    """The lines of a file, or of the standard input for `-`; blank ones are left out. BadLines says what is wrong."""
    name = "The standard input" if file == STANDARD_INPUT else file
    numbered = enumerate(_text(file, name).split("\n"), 1)
    entries = tuple(_entry(name, number, line) for number, line in numbered if line.strip())
    if not entries:
        raise BadLines(f"{name} has no line in it. Write what the rep says, one line after the other.")
    return entries


def _entry(name: str, number: int, line: str) -> Entry:
    try:
        return entry_of(line, IN_FILES)
    except BadLines as problem:
        raise BadLines(f"{name}, line {number}: {problem}") from problem


def _text(file: str, name: str) -> str:
    try:
        read = sys.stdin.buffer.read(MOST_BYTES + 1) if file == STANDARD_INPUT else _start_of(Path(file))
    except OSError as error:
        raise BadLines(f"{name} cannot be read: {error.strerror or error}.") from error
    if len(read) > MOST_BYTES:
        raise BadLines(f"{name} is too long: a file of lines has at most {MOST_BYTES:,} bytes.")
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadLines(f"{name} is not UTF-8 text (byte {error.start:,}). Save it as UTF-8.") from error


def _start_of(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
