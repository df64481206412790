"""One piece of a reply before it is worded: an act with what fills its slots, and where it belongs."""

from collections.abc import Set
from enum import IntEnum
from typing import NamedTuple

from engine.negotiation.events import Mood


class Place(IntEnum):
    """Where a piece stands in a reply: a greeting, what takes up what was said before a question, answers to what was
    asked, reactions, then the move."""

    GREETING = 0
    TAKEN_UP = 1
    ANSWER = 2
    REACTION = 3
    MOVE = 4
    CLOSING = 5


class Part(NamedTuple):
    """An act to be worded in the counterpart's style. A part without an act says its `text` as it stands.

    When a reply grows too long, parts that are not `needed` are left out, last ones first. `at` is where in the rep's
    line the question stands that it answers; None where it answers none.
    """

    place: Place
    act: str = ""
    slots: tuple[tuple[str, str], ...] = ()
    text: str = ""
    needed: bool = False
    at: int | None = None

    @property
    def told(self) -> str:
        """What it tells; empty where its act is all that it says."""
        return self.text or dict(self.slots).get("fact", "")


def without_unsaid(ids: tuple[str, ...], unsaid: Set[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of what was told, without what this turn then left unsaid; what was told `before` stays."""
    return tuple([one for one in ids if one in before or one not in unsaid])


def again(sentence: str) -> Part:
    """The sentence, said once more."""
    return Part(Place.ANSWER, "TELL_AGAIN", (("fact", sentence),), needed=True)


def as_asked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, with the answers among them in the order in which the questions stand in the line."""
    places = [place for place, part in enumerate(parts) if part.at is not None]
    answers = sorted((parts[place] for place in places), key=lambda part: part.at or 0)
    in_order = dict(zip(places, answers, strict=True))
    return tuple([in_order.get(place, part) for place, part in enumerate(parts)])


_TYPES = ("_WHO", "_WHEN", "_DURATION", "_FREQUENCY", "_MONEY", "_COUNT", "_WHY", "_EVENT", "_THING")
UNKNOWNS = frozenset({"UNKNOWN", *(f"UNKNOWN{kind}" for kind in _TYPES)})
"""Answers that just this is not known, each to a type of question."""
NO_ANSWERS = frozenset(
    {"NO_ANSWER", "DEPENDS", "NOTHING_TO_TELL", "NEED_TOLD", "KEEPS_BACK", "TELL_AGAIN", "OBJECTION_STANDS", "DENY",
     "NEED_MINOR", "ALL_TOLD", "NOT_FOLLOWED"}
) | UNKNOWNS  # fmt: skip
"""Answers that leave the rep with nothing, and go with no praise for the rest of the line."""


class Step(NamedTuple):
    """What one step of a turn leaves behind: the mood after it and what is to be said."""

    mood: Mood
    parts: tuple[Part, ...] = ()
