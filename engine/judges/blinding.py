"""Lines without the names of who talks, and the way back from a quotation of them to the rep's own words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from engine.judges.exchanges import Exchange
from engine.reading.text import plain_text
from engine.scenario.scenario import Scenario

NAME = "[name]"
FEWEST_WORDS = 3
"""Words of a quotation: fewer stand in any line, unless they are the whole of it."""
LONGEST_QUOTE = 300

Names = tuple[str, ...]

_MENTION = r"<[@#!][^<>\s]{1,80}>"
_CALLED = r"\b(?i:my name(?:'s|’s| is)|call me)\s+(\w+)"
_PRESENTED = r"\b(?:I(?:'m|’m| am)|[Tt]his is)\s+([A-Z]\w+)(?=\s*(?:[.,!]|$|from\b|at\b|with\b|here\b))"
_INTRODUCED = re.compile(f"{_CALLED}|{_PRESENTED}")
_MARKS = " \t\n\"'“”‘’…."


def names_in(scenario: Scenario, talk: tuple[Exchange, ...]) -> Names:
    """The names that tell who talks: the counterpart's, what the rep calls itself, and whoever else the counterpart may
    name (attributes whose id ends in `_name`). The longest comes first.
    """
    own = (word for each in talk for found in _INTRODUCED.finditer(each.said.text) for word in found.groups() if word)
    full = scenario.counterpart.name
    drawn = (str(value) for key, value in scenario.attributes if key.endswith("_name") and value)
    return tuple(sorted({full, *full.split(), *own, *drawn}, key=lambda name: (-len(name), name)))


def blinded(text: str, names: Names) -> str:
    """The line with `[name]` for each name and mention, unable to end the place that it stands in."""
    return _pattern(names).sub(NAME, text).replace("<", "‹").replace(">", "›")


def witnessed(quotation: str, text: str, names: Names) -> str:
    """The words of the line that the quotation gives, as they were written; empty where it does not give them whole.

    Case, the kind of quotation marks and dashes, and how wide the spaces are make no difference.
    """
    words = plain_text(quotation.strip(_MARKS).replace("‹", "<").replace("›", ">")).plain.split()
    line = plain_text(text)
    if not words or (len(words) < FEWEST_WORDS and words != line.plain.strip(_MARKS).split()):
        return ""
    written = r"\s+".join("".join(_pieces(word, names)) for word in words)
    found = re.search(rf"(?<!\w){written}(?!\w)", line.plain)
    return line.span(*found.span()).text[:LONGEST_QUOTE].strip() if found else ""


def _pieces(word: str, names: Names) -> Iterator[str]:
    for number, piece in enumerate(word.split(NAME)):
        yield (_one_of(names).lower() if number else "") + re.escape(piece)


@lru_cache(maxsize=64)
def _pattern(names: Names) -> re.Pattern[str]:
    return re.compile(_one_of(names), re.IGNORECASE)


def _one_of(names: Names) -> str:
    """Atomic, so that what has been taken for a name is not tried again: looking stays linear."""
    return rf"(?>{_MENTION}|(?<!\w)(?:{'|'.join(map(_spaced, names))})(?!\w))"


def _spaced(name: str) -> str:
    """The name, however wide its spaces are."""
    return r"\s+".join(map(re.escape, name.split()))
