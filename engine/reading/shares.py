"""A price said as a part of the list price: "half price", "two thirds of asking", "I'll give you half"."""

from collections.abc import Iterator
from fractions import Fraction

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook

_PARTS = {
    Fraction(1, 2): ("half", "half"),
    Fraction(1, 3): ("(a|one) third", "two thirds"),
    Fraction(2, 3): ("two thirds", "(a|one) third"),
    Fraction(1, 4): ("(a|one) quarter", "three quarters"),
    Fraction(3, 4): ("three quarters", "(a|one) quarter"),
}
"""How a part is called, and what it leaves."""
_WHOLE = "(of|)( the| your|) (price|list|asking|sticker|listing|ad|ask|tag)"
_ASKED_FOR = "of what (you|they) (ask|want|are asking|are listing|have it|listed|put|posted|wrote|advertise|advertised)"
_ALONE = "(give|pay|offer|do|take|for|is|at) (you |)half"
_BOOK: Phrasebook[Fraction] = Phrasebook(
    [(part, f"{name} {_WHOLE}, {name} {_ASKED_FOR}, {rest} off") for part, (name, rest) in _PARTS.items()]
)
_BY_HALF: Phrasebook[Fraction] = Phrasebook([(Fraction(1, 2), _ALONE)])
_PAYERS = (("i",), ("we",), ("you",), ("they",), ("he",), ("she",))
"""Whose price it is, where it is not that of the list: "half the price I paid"."""
SHARE_WORDS = frozenset({"half", "third", "thirds", "quarter", "quarters", "halfway"})
"""Words without which no part is named."""


def shares(line: Line, setting: Setting) -> Iterator[Hit[Fraction]]:
    """The parts of the list price that the clause names."""
    start, end = setting.clause.start, setting.clause.end
    if SHARE_WORDS.isdisjoint(line.said):
        return
    if SHARE_WORDS.isdisjoint(line.words(start, end)) or setting.has(Cue.MIDDLE):
        return
    yield from (hit for hit in _BOOK.find(line.spelled, start, end) if line.words(hit.end, hit.end + 1) not in _PAYERS)
    alone = [Hit(Fraction(1, 2), start, end)] if line.words(start, end) == ("half",) else []
    yield from (hit for hit in (*alone, *_BY_HALF.find(line.spelled, start, end)) if hit.end == end)
