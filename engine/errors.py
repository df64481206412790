"""What can go wrong, divided by who can act on it. The message is what that person reads."""

from typing import NamedTuple


class HaggleError(Exception):
    """Something that a person can act on; the text says what is wrong and what to do."""


class RuleViolation(HaggleError):
    """The rep asked for something that the rules of a run do not allow."""


class Problem(NamedTuple):
    """One thing wrong in a pack: the file, the field inside it, what to do about it, and the line, 0 if not known."""

    file: str
    field: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class PackError(HaggleError):
    """The pack's author has something to mend; carries every problem found, not only the first."""

    def __init__(self, pack: str, problems: tuple[Problem, ...]) -> None:
        self.pack = pack
        self.problems = problems
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"The pack {pack} cannot be used:\n{lines}")


class UnknownPack(HaggleError):
    """The rep or manager named a pack that is not installed."""


class UnknownSeedPack(UnknownPack):
    """The rep or manager named a list of seeds that the pack has not."""


class BadSeed(HaggleError):
    """The text given as a seed is neither a whole number nor a share code."""


class StaleRun(HaggleError):
    """Another worker changed the run first; load it again and retry once."""
