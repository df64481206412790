"""A price of the other side that is asked about is said back: "how did you get from 27,000 to 27,800?"."""

from collections.abc import Sequence
from dataclasses import replace

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.reading import Modality, ReadOffer
from engine.reading.tokens import words_of

_ASKING = frozenset({"how", "why", "where", "what"})
_DERIVING = frozenset(
    words_of("get got come came arrive reach figure calculate work base based justify explain end land")
)
_THEY = frozenset({"you", "they"})
_PUT = frozenset({"if", "about"})
_OPENING = 4


def said_back(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """The offers; the other side's own amounts are echoes where the sentence asks how it came by them."""
    theirs = [one for one in offers if one.modality is Modality.PROBE and context.is_theirs(one.issue, one.amount)]
    if not theirs:
        return list(offers)
    spans = [line.span(one.sentence.start, one.sentence.end) for one in line.settings if _asks_why(line, one)]
    asked = [one for one in theirs if any(span.start <= one.span.start < span.end for span in spans)]
    return [replace(one, modality=Modality.ECHO) if one in asked else one for one in offers]


def _asks_why(line: Line, setting: Setting) -> bool:
    words = line.words(setting.sentence.start, setting.sentence.end)
    begun = next((at for at, word in enumerate(words[:_OPENING]) if word in _ASKING), -1)
    if begun < 0 or not _PUT.isdisjoint(words[begun + 1 : begun + 2]):
        return False
    return not _DERIVING.isdisjoint(words[begun:]) and not _THEY.isdisjoint(words[begun:])
