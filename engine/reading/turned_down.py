"""Months, seats and the like that a bare "no" beside them takes off the table: "no 24 months then", "24 months no"."""

from itertools import pairwise

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import words_of

_NO = (("no",), ("nope",), ("without",))
_STRETCHED = (("no", "more"), ("not", "the"), ("without", "the"), ("without", "a"), ("not", "a"), ("drop", "the"))
_MARKS = ((",",), (".",), (";",), ("!",), ("-",))
_AFTER = (("no",), ("nope",), ("out",), ("not", "then"), ("no", "then"), ("is", "out"), ("are", "out"), ("off", "then"))


_NOBODYS = frozenset(
    words_of("nobody noone unused empty idle wasted spare dormant inactive ghosts sleeping dust lying sitting")
)
_NO_ONE = (("no", "one"), ("you", "not"), ("do", "not"), ("never", "used"), ("not", "used"), ("not", "use"))
_HOW_MANY = ("how", "many")
_OF_ALL = (("the",), ("your",), ("of",), ("those",), ("these",))
_REACH = 6


def is_unused(line: Line, number: Quantity, setting: Setting, end: int) -> bool:
    """Whether so many are told of as those that nobody uses: "49 seats that nobody logged into", "49 empty seats".

    Or as those of which it is asked how many are used: "how many people are on it, compared with the 115 seats?".
    """
    lead = line.words(setting.sentence.start, number.start)
    if setting.sentence.question and lead[-1:] in _OF_ALL and _HOW_MANY in pairwise(lead):
        return True
    said = line.words(number.end, min(end + _REACH, setting.clause.end))
    return not _NOBODYS.isdisjoint(said) or any(pair in _NO_ONE for pair in pairwise(said))


def is_turned_down(line: Line, number: Quantity, setting: Setting, end: int) -> bool:
    """Whether nothing but a no stands right before the number, or right after its words, which end at a token."""
    start = max(setting.clause.start, number.start - 2)
    lead = line.words(start, number.start)
    if lead[-1:] in _NO or lead in _STRETCHED:
        return True
    said = line.words(end, setting.clause.end)
    return said in _AFTER or (said[:1] in _AFTER and said[1:2] in _MARKS)
