"""Amounts that hold for later only, set against those of today: "10 % off if you take it today, 5 % tomorrow"."""

from itertools import pairwise

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import words_of

_AT_ONCE = frozenset(words_of("today tonight now immediately"))
_LATER = frozenset(words_of("tomorrow later afterwards"))
_NEXT = frozenset(
    {("next", "week"), ("next", "month"), ("after", "that"), ("after", "today"), ("after", "tonight")}
    | {("from", "tomorrow"), ("starting", "tomorrow"), ("tomorrow", "it")}
)
"""Words for a later time that may also begin what is said of it: "after tonight I won't go below 900"."""
_REACH = 4


def is_postponed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number is what the speaker would do later, after another that it does at once."""
    if _AT_ONCE.isdisjoint(line.said):
        return False
    after = line.words(number.end, min(number.end + _REACH, setting.clause.end))
    before = line.words(setting.clause.start, number.start)
    is_later = not _LATER.isdisjoint(after) or any(pair in _NEXT for pair in (*pairwise(after), *pairwise(before)))
    return is_later and _follows_at_once(line, number)


def _follows_at_once(line: Line, number: Quantity) -> bool:
    """Whether a sentence says, before the number, of another that it holds at once."""
    earlier = [one.start for one in line.numbers if one.start < number.start]
    for sentence in line.sentences:
        end = min(sentence.end, number.start)
        if _AT_ONCE.isdisjoint(line.words(sentence.start, end)):
            continue
        if any(sentence.start <= start < end for start in earlier):
            return True
    return False
