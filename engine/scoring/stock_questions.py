"""Questions that ask on after anything: "what does that mean for you?", "can you tell me more about that?"."""

import re

from engine.reading.reading import Act, ReadAct, Span
from engine.reading.text import sentence_around
from engine.scoring.content import content
from engine.scoring.record import Turn
from engine.scoring.showing import figures_in

_ASKED = (Act.INVITE_DOUBT, Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_NO_TIME = r"(?! (?:past |coming |very )?(?:year|yr|quarter|month|week|weekend|morning|afternoon|evening|time)\b)"
"""What "this" is no word of theirs before: "what do you need this year?" points at the calendar."""
_POINTING_AT_WORDS = re.compile(rf"\b(?:that|this|those)\b{_NO_TIME}", re.IGNORECASE)
_ENDING_IN_IT = re.compile(r"\b(?:of|about|behind) (?:that|this|it)\W*$", re.IGNORECASE)
"""Where a question points back, whatever else was taken for its topic: "what made you think of that?"."""
_POINTING = re.compile(rf"\b(?:that|this|it|those)\b{_NO_TIME}", re.IGNORECASE)


def asks_on(turn: Turn) -> bool:
    """Whether there is a question without a topic that only makes sense after what was said: "what is behind that?"."""
    return any(_points_back(turn, read) for read in _without_topic(turn))


def asks_back(turn: Turn) -> bool:
    """Whether there is one that asks on even where nothing was acknowledged: "why is that?", "how do you mean?".

    In a line that shows or offers something "that" is the rep's own.
    """
    if turn.reading.offers or turn.reading.has(Act.PRESENT, Act.CLAIM, Act.ASK_SALE, Act.ASK_OFFER, Act.NEXT_STEP):
        return False
    return any(
        read.act is Act.FOLLOW_UP
        or (read.act is Act.ASK_OPEN and _POINTING_AT_WORDS.search(sentence_around(turn.said.text, read.span)))
        for read in _without_topic(turn)
    )


def is_stock(turn: Turn) -> bool:
    """Whether all that the line asks are questions that ask on without a word of what they had said."""
    asked = [read for read in turn.news.acts if read.act in _ASKED]
    theirs = content(turn.heard)
    if not figures_in(turn.heard).isdisjoint(figures_in(turn.new_words)):
        return False
    return bool(asked) and all(
        read.topic is None
        and read.span.end > read.span.start
        and _points_back(turn, read)
        and content(_with_the_one_before(turn.said.text, read.span)).isdisjoint(theirs)
        for read in asked
    )


def _with_the_one_before(text: str, span: Span) -> str:
    """The sentence of the question with the one before it, which may say what it is about."""
    asked = sentence_around(text, span)
    before = text[: max(0, text.find(asked))].rstrip()
    return f"{sentence_around(before, Span(len(before) - 1, len(before), before[-1:]))}{asked}" if before else asked


def _without_topic(turn: Turn) -> list[ReadAct]:
    return [read for read in turn.news.acts if read.act in _ASKED and (read.topic is None or _ends_in_it(turn, read))]


def _ends_in_it(turn: Turn, read: ReadAct) -> bool:
    return _ENDING_IN_IT.search(sentence_around(turn.said.text, read.span)) is not None


def _points_back(turn: Turn, read: ReadAct) -> bool:
    is_by_nature = read.act in (Act.INVITE_DOUBT, Act.FOLLOW_UP)
    return is_by_nature or bool(_POINTING.search(sentence_around(turn.said.text, read.span)))
