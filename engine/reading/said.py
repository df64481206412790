"""What a message says wherever the talk stands: taken apart, and with all that its words alone do."""

from functools import lru_cache
from typing import NamedTuple

from engine.reading.line import Line, line_of
from engine.reading.questions import Question, questions_in
from engine.reading.reading import Act, ReadAct
from engine.reading.scarcity import scarcities
from engine.reading.table_acts import acts_by_likeness
from engine.reading.ultimatums import ultimatums
from engine.reading.vocabulary import Vocabulary
from engine.reading.worded import dated_in, worded_in

_SHORT = 300
"""Characters of a message whose reading is kept: a longer one takes much room, and nobody writes it twice."""
_MOST_KEPT = 128


class Said(NamedTuple):
    """A line, what it asks, the threats in it, and the acts that its wordings make; each in order."""

    line: Line
    questions: tuple[Question, ...]
    threats: tuple[ReadAct, ...]
    worded: tuple[ReadAct, ...]


def said_in(text: str, vocabulary: Vocabulary, money: frozenset[str], *, decimal_comma: bool) -> Said:
    """What the message says, with `money` as words for the currency at the table.

    A short one is read once, however many sellers of a market it is for.
    """
    read = _kept if len(text) <= _SHORT else _said
    return read(text, vocabulary, money, decimal_comma)


def _said(text: str, vocabulary: Vocabulary, money: frozenset[str], decimal_comma: bool) -> Said:
    line = line_of(text, vocabulary, decimal_comma=decimal_comma, money=money)
    worded = tuple(worded_in(line))
    is_proposed = any(act.act is Act.NEXT_STEP for act in worded)
    steps = () if is_proposed else tuple(dated_in(line))
    questions = questions_in(line)
    threats = (*ultimatums(line), *scarcities(line))
    alike = tuple(acts_by_likeness(line, questions, (*worded, *steps, *threats)))
    return Said(line, questions, threats, (*worded, *steps, *alike))


_kept = lru_cache(maxsize=_MOST_KEPT)(_said)
