"""One piece of a reply before it is worded: an act with what fills its slots, and where it belongs."""

from enum import IntEnum
from typing import NamedTuple

from engine.negotiation.events import Mood


class Place(IntEnum):
    """Where a piece stands in a reply: a greeting, answers to what was asked, reactions, then the move."""

    GREETING = 0
    ANSWER = 1
    REACTION = 2
    MOVE = 3
    CLOSING = 4


class Part(NamedTuple):
    """An act to be worded in the counterpart's style. A part without an act says its `text` as it stands.

    When a reply grows too long, parts that are not `needed` are left out, last ones first.
    """

    place: Place
    act: str = ""
    slots: tuple[tuple[str, str], ...] = ()
    text: str = ""
    needed: bool = False


class Step(NamedTuple):
    """What one step of a turn leaves behind: the mood after it and what is to be said."""

    mood: Mood
    parts: tuple[Part, ...] = ()
