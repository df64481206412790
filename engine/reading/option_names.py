"""What a line calls the packages that it sets side by side: "A: …; B: …", "option 1", "the first … the second"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from engine.reading.line import Line
from engine.reading.phrases import Phrasebook, listed
from engine.reading.tokens import Kind, words_of

_NAMED = """
    (option|opt|package|plan|variant|choice|proposal|version|offer|deal|number|nr) (a|b|c|d|1|2|3|4|one|two|three|four),
    # (1|2|3|4), (first|second|third|fourth) (option|package|plan|variant|choice|proposal|version|offer|deal|one)
"""
_ORDINALS = {
    **dict(zip(words_of("a b c d"), range(4), strict=True)),
    **dict(zip(words_of("1 2 3 4"), range(4), strict=True)),
    **dict(zip(words_of("one two three four"), range(4), strict=True)),
    **dict(zip(words_of("first second third fourth"), range(4), strict=True)),
}
_MARKS = frozenset(":)-=,.")
_AFTER_THE_ORDINAL = frozenset(words_of("is at for with has gets one would"))
_AFTER_A_LETTER = frozenset(words_of("is at for with has gets"))
_AT = (("at",), ("for",), ("is",))
_LETTERS, _DIGITS, _PLACES = frozenset("abcd"), frozenset("1234"), frozenset({"first", "second", "third", "fourth"})


class OptionName(NamedTuple):
    """A name and the tokens that it covers, end excluded."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _book() -> Phrasebook[str]:
    return Phrasebook([("", listed(_NAMED))])


def option_names(line: Line) -> list[OptionName]:
    """The names in the order of the text; without two of them, letters alone beginning with A and B, none."""
    names = _apart(line)
    places = {place_in_row(one.name) for one in names}
    are_plain = all(" " in one.name for one in names)
    return names if {0, 1} <= places or (are_plain and len(places) > 1) else []


def _apart(line: Line) -> list[OptionName]:
    """What may be a name, the longest where several begin."""
    names: list[OptionName] = []
    for one in sorted(_candidates(line), key=lambda one: (one.start, -one.end)):
        if not names or one.start >= names[-1].end:
            names.append(one)
    return names


def plain_names(line: Line) -> list[OptionName]:
    """The names that need no other beside them: "option A", "the second option", a capital as in "B at 27,500"."""
    text = line.source.text
    found: list[OptionName] = []
    for name in _apart(line):
        first = line.span(name.start, name.start + 1)
        is_capital = name.name == text[first.start : first.end] and line.words(name.start + 1, name.start + 2) in _AT
        if " " in name.name or is_capital:
            found.append(name)
    return found


def place_in_row(name: str) -> int:
    """Where a package of that name stands in its row, from 0: 1 for "B", "option 2", "the second"; -1 for no name."""
    return next((_ORDINALS[word] for word in name.lower().split() if word in _ORDINALS), -1)


def _candidates(line: Line) -> Iterator[OptionName]:
    for hit in _book().find(line.spelled):
        before = line.words(hit.start - 1, hit.start) if hit.start else ()
        start = hit.start - (before == ("the",))
        yield OptionName(_as_said(line, start, hit.end), start, _past_marks(line, hit.end))
    starts = {number.start for number in line.numbers}
    inside = {at for number in line.numbers for at in range(number.start + 1, number.end)}
    for at, (word, following) in enumerate(pairwise((*line.spelled, ""))):
        if at not in inside and _is_alone(line, at, word, following, starts):
            start = at - (line.words(at - 1, at) == ("the",) if at else 0)
            yield OptionName(_as_said(line, start, at + 1), start, _past_marks(line, at + 1))


def _is_alone(line: Line, at: int, word: str, following: str, starts: set[int]) -> bool:
    """Whether a letter, a digit or a place in a row is a name: "b 17,900", "2) 17,900", "the second at 17,900"."""
    if word in _DIGITS:
        return following in {":", ")"}
    if word not in _LETTERS and word not in _PLACES:
        return False
    leads_to_price = at + 1 in starts or (at + 2 in starts and line.tokens[at + 1].kind is Kind.SIGN)
    if word in _LETTERS:
        return following in _MARKS or leads_to_price or following in _AFTER_A_LETTER
    is_named = at > 0 and line.spelled[at - 1] == "the"
    return leads_to_price or following in {":", ","} or (is_named and following in _AFTER_THE_ORDINAL)


def _past_marks(line: Line, at: int) -> int:
    while line.words(at, at + 1) != () and line.spelled[at] in _MARKS:
        at += 1
    return at


def _as_said(line: Line, start: int, end: int) -> str:
    """The name in plain words: "A", "option 2", "the first option"."""
    words = line.words(start, end)
    if words[0] == "#" or (len(words) == 1 and words[0] in _DIGITS):
        words = ("number", words[-1])
    if words[-1] == "one" and words[-2:-1] != () and words[-2] in _PLACES:
        words = words[:-1]
    if words[0] in _PLACES:
        words = ("the", *words)
    return " ".join(word.upper() if word in _LETTERS else word for word in words)
