"""What is wrong in a sheet, and what to write instead."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeVar

from engine.errors import HaggleError

Field = Literal["title", "name", "needs", "sellers", "rounds"]
SHOWN = 60
T = TypeVar("T")


class Mistake(NamedTuple):
    """One thing that cannot be read or cannot be: the field, the line in it (from 1; 0: all of it) and what to do.

    `at` says which of the sellers' texts it is in, from 0.
    """

    field: Field
    told: str
    line: int = 0
    at: int = 0

    def __str__(self) -> str:
        return f"Line {self.line}: {self.told}" if self.line else self.told


class BadSheet(HaggleError):
    """The sheet is no market yet; carries every mistake in it, not only the first."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        self.mistakes = mistakes
        super().__init__(" ".join(str(each) for each in mistakes))


class Unreadable(ValueError):
    """A piece of a line cannot be read; the text says why, and what to write instead."""


class Wrong:
    """The mistakes of one field, as they are found."""

    def __init__(self, field: Field, at: int = 0) -> None:
        self.field, self.at = field, at
        self.found: list[Mistake] = []

    def add(self, told: str, line: int = 0) -> None:
        """One more."""
        self.found.append(Mistake(self.field, told, line, self.at))

    def trying(self, line: int, read: Callable[[], T]) -> T | None:
        """What is read; None where it is unreadable, which is then one more mistake."""
        try:
            return read()
        except Unreadable as why:
            self.add(str(why), line)
            return None


def cut(words: str) -> str:
    """Somebody's words in quotes, short enough to be shown beside a field."""
    return f"“{words if len(words) <= SHOWN else words[: SHOWN - 1] + '…'}”"
