"""Amounts that hold for later only, set against those of today: "10 % off if you take it today, 5 % tomorrow"."""

from itertools import pairwise

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import words_of

_AT_ONCE = frozenset(words_of("today tonight now immediately"))
_LATER = frozenset(words_of("tomorrow later afterwards"))
_NEXT = frozenset({("next", "week"), ("next", "month"), ("after", "that"), ("after", "today")})
_REACH = 4


def is_postponed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number is what the speaker would do later, after another that it does at once."""
    start = setting.sentence.start
    if _AT_ONCE.isdisjoint(line.words(start, number.start)):
        return False
    if not any(start <= one.start < number.start for one in line.numbers):
        return False
    after = line.words(number.end, min(number.end + _REACH, setting.clause.end))
    return not _LATER.isdisjoint(after) or any(pair in _NEXT for pair in pairwise(after))
