"""Words that name a next step inside a question about the others: "what do they want you to come back with?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.reading.reading import Act, ReadAct, Reading, Span

_ABOUT_THEM = re.compile(
    r"^\W*(?:(?:and|so|ok|well|but)\W+)*(?:what|who|which) (?:do|does|did|would|will) (?:they|she|he|your \w+)\b",
    re.IGNORECASE,
)
_ASKS = (Act.ASK_OPEN, Act.FOLLOW_UP)


def without_steps_asked_about(reading: Reading) -> Reading:
    """The reading in which such a question proposes nothing."""
    if not reading.has(Act.NEXT_STEP):
        return reading
    asked = [read.span for read in reading.acts if read.act in _ASKS and _ABOUT_THEM.match(read.span.text)]
    acts = tuple([read for read in reading.acts if read.act is not Act.NEXT_STEP or not _lies_in(read, asked)])
    return replace(reading, acts=acts) if len(acts) < len(reading.acts) else reading


def _lies_in(read: ReadAct, asked: Sequence[Span]) -> bool:
    return any(span.holds(read.span) for span in asked)
