"""Whether the rep asks the counterpart to try the thing, "want to take it for a spin?", and its answer to that."""

import re
from typing import NamedTuple

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import ReadAct, Reading
from engine.strict.part import Part, Place, Step
from engine.strict.trust import is_harsh
from engine.strict.wording import lines_left

_INVITES = re.compile(
    r"\b(?:(?:would|do) you (?:like|care|want)|want(?: me)? to|wanna|care to|feel like|how about|what about|fancy"
    r"|let's|let us|let me|hop in|take the keys|(?:shall|can|could|should|may) (?:we|i|you)|why (?:don't|not)"
    r"|we (?:can|could)|go ahead)\b[^.?!\n]{0,60}?"
    r"\b(?:test drive|test ride|drive (?:it|this|her|one)(?! (?:home|back|to|every|much))|around the block"
    r"|sit (?:in|down in)|get in|hop in|climb in|spin|behind the wheel|ride in it|try (?:it|her|this one) out"
    r"|take (?:it|her|this one|the (?:car|truck)|one) out)\b"
)
"""How a rep asks somebody to try the thing."""
_FOR_WORD = re.compile(r"\W*(?:and |then )*(?:tell|see|show|let) ")
"""How it goes on to ask what comes of it."""
_SENTENCE_END = re.compile(r"[.?!\n]")


def take_up_trial(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """That it would like to, to whoever asks it to try the thing; None where nobody does or all that is said."""
    if _invitation(negotiation.lines[-1].text) is None or is_harsh(reading):
        return None
    if not lines_left(negotiation.scenario, mood, "TRY_OUT"):
        return None
    return Step(mood, (Part(Place.TAKEN_UP, "TRY_OUT", needed=True),))


def is_part_of_an_invitation(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether the words ask so or, in the same sentence, for word of it: "want to sit in it and tell me how?"."""
    span = _invitation(negotiation.lines[-1].text)
    if span is None or not span.begins <= read.span.start < span.stops:
        return False
    return read.span.start < span.ends or _FOR_WORD.match(read.span.text.lower()) is not None


class _Invitation(NamedTuple):
    """Where in the line an invitation begins and ends, and where its sentence stops."""

    begins: int
    ends: int
    stops: int


def _invitation(line: str) -> _Invitation | None:
    """Where the invitation stands; None where there is none."""
    found = _INVITES.search(line.lower().replace("’", "'"))
    if found is None:
        return None
    stop = _SENTENCE_END.search(line, found.end())
    return _Invitation(found.start(), found.end(), stop.start() if stop else len(line))
