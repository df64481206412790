"""A point of the other side's that is named before asking: "your second point was fees. What about it?"."""

import re
from dataclasses import replace

from engine.reading.reading import Act, ReadAct

_OWN_POINT = re.compile(
    r"\byour (?:\w+ )?(?:point|question|item|concern|worry|topic)\b"
    r"|\byou(?: just| also)? (?:asked|brought up|mentioned)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:there|(?:about|with|behind) (?:it|that|this))\W*$", re.IGNORECASE)
"""How a question ends that is on what was named right before it."""
_ASKS = (Act.ASK_OPEN, Act.FOLLOW_UP)
_FORMS = (Act.INVITE_DOUBT, Act.ASK_LEAVE)
"""Acts that such a question looks like."""


def on_own_points(acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts in which a question that points at such a point is on its topic, and the point shows nothing."""
    point = next((read for read in acts if _names_a_point(read)), None)
    asked = next((read for read in acts if point is not None and _points_at(read, point)), None)
    if point is None or asked is None:
        return acts
    put = {point: replace(point, act=Act.ACKNOWLEDGE, topic=None), asked: replace(asked, topic=point.topic)}
    return tuple([put.get(read, read) for read in acts if not (read.act in _FORMS and _lies_in(read, asked))])


def _names_a_point(read: ReadAct) -> bool:
    return read.act is Act.PRESENT and read.topic is not None and _OWN_POINT.search(read.span.text) is not None


def _points_at(read: ReadAct, point: ReadAct) -> bool:
    is_after = read.span.start >= point.span.end
    return read.act in _ASKS and read.topic is None and is_after and _POINTING.search(read.span.text) is not None


def _lies_in(read: ReadAct, asked: ReadAct) -> bool:
    """Whether the words stand in the question, or run on from it to its end."""
    return asked.span.start <= read.span.start < asked.span.end
