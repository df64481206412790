"""Wordings that stand right after a number or right before it: "36 months", "net 60", "5 %"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from engine.reading.line import Line
from engine.reading.phrases import expand
from engine.reading.quantity import Quantity

ByWord: TypeAlias = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases by the word with which they meet a number."""

_MOST_KEPT = 256


@lru_cache(maxsize=_MOST_KEPT)
def starting_with(wordings: tuple[str, ...]) -> ByWord:
    """What the wordings stand for, by first words."""
    return _by_word(wordings, 0)


@lru_cache(maxsize=_MOST_KEPT)
def ending_with(wordings: tuple[str, ...]) -> ByWord:
    """What the wordings stand for, by last words."""
    return _by_word(wordings, -1)


def _by_word(wordings: tuple[str, ...], at: int) -> ByWord:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for wording in wordings:
        for words in expand(wording):
            phrases.setdefault(words[at], []).append(words)
    return phrases


_PERCENT = starting_with(("%", "percent", "pct", "per cent"))


def end_of(line: Line, at: int, phrases: ByWord) -> int:
    """The token after the longest of the phrases that stands there, a hyphen before it passed over; 0 for none."""
    for start in (at, at + 1) if line.words(at, at + 1) == ("-",) else (at,):
        begun = phrases.get(line.spelled[start], ()) if start < len(line.spelled) else ()
        ends = [start + len(words) for words in begun if line.words(start, start + len(words)) == words]
        if ends:
            return max(ends)
    return 0


def stands_before(line: Line, at: int, phrases: ByWord) -> bool:
    """Whether one of the phrases ends right before the token."""
    ended = phrases.get(line.spelled[at - 1], ()) if at else ()
    return any(line.words(max(0, at - len(words)), at) == words for words in ended)


def percent_end(line: Line, number: Quantity) -> int:
    """The token after the sign or word that makes a percentage of the number; 0 for none."""
    return 0 if _PERCENT.keys().isdisjoint(line.said) else end_of(line, number.end, _PERCENT)
