"""One piece of a reply before it is worded: an act with what fills its slots, and where it belongs."""

from collections.abc import Sequence
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

    When a reply grows too long, parts that are not `needed` are left out, last ones first.
    """

    place: Place
    act: str = ""
    slots: tuple[tuple[str, str], ...] = ()
    text: str = ""
    needed: bool = False


def again(sentence: str) -> Part:
    """The sentence, said once more."""
    return Part(Place.ANSWER, "TELL_AGAIN", (("fact", sentence),), needed=True)


UNKNOWNS = frozenset(
    f"UNKNOWN{kind}" for kind in ("", "_WHO", "_WHEN", "_DURATION", "_FREQUENCY", "_MONEY", "_COUNT", "_WHY", "_EVENT")
)
"""Answers that just this is not known, each to a type of question."""
NO_ANSWERS = frozenset(
    {"NO_ANSWER", "DEPENDS", "NOTHING_TO_TELL", "NEED_TOLD", "KEEPS_BACK", "TELL_AGAIN", "OBJECTION_STANDS", "DENY",
     "NEED_MINOR", "ALL_TOLD", "NOT_FOLLOWED"}
) | UNKNOWNS  # fmt: skip
"""Answers that leave the rep with nothing, and go with no praise for the rest of the line."""
_NOTHING_KNOWN = UNKNOWNS | {"NO_ANSWER", "NO_DOUBTS", "DEPENDS", "ALL_TOLD", "NOT_FOLLOWED"}
"""Answers that there is nothing to say."""
_SEVERAL = 2
_BRUSH_OFFS = frozenset({"NOTHING_TO_TELL", "NEED_TOLD", "TELL_AGAIN", "DEPENDS"})
"""Answers that bring nothing new, and are left out beside any other and beside terms."""
_BESIDE_ANSWERS = frozenset({"HEARD", "PLAN", "NOTED", "WISHED", "GO_ON"})
"""Acts that only say that something was heard."""


def of_one_mind(parts: Sequence[Part]) -> list[Part]:
    """The parts without those that do not go with the rest of the reply, as one person would say it.

    Beside an answer there is no nod and nothing about not knowing; beside one that tells nothing no praise. What is
    refused is not part of what is offered in the same breath.
    """
    if len(parts) < _SEVERAL:
        return list(parts)
    answers = [part for part in parts if part.place is Place.ANSWER]
    left_out = _BESIDE_ANSWERS if answers else frozenset[str]()
    if any(part.act not in _NOTHING_KNOWN for part in answers):
        left_out |= _NOTHING_KNOWN
    if any(part.act in NO_ANSWERS or part.act == "NEED_MATTERS" for part in answers):
        left_out |= {"HEARD_NEED"}
    if any(part.act not in _BRUSH_OFFS for part in answers):
        left_out |= _BRUSH_OFFS
    if any(part.act not in NO_ANSWERS and part.act != "REMIND" for part in answers):
        left_out |= {"REMIND"}
    if any(part.act == "TRY_OUT" for part in parts):
        left_out |= {"HEARD", "HEARD_NEED", "ASK_PRICE"}
    if any("terms" in dict(part.slots) for part in parts):
        left_out |= _BRUSH_OFFS - {"TELL_AGAIN"}
    if any(part.place is Place.REACTION and part.text for part in parts):
        left_out |= _NOTHING_KNOWN
    if any(part.place is Place.TAKEN_UP and part.text for part in parts):
        left_out |= {"DEPENDS"}
    offered = [dict(part.slots)["terms"].partition(" without ")[0] for part in parts if "terms" in dict(part.slots)]
    return [part for part in parts if part.act not in left_out and not _is_taken_back(part, offered)]


def _is_taken_back(part: Part, offered: Sequence[str]) -> bool:
    """Whether the part refuses what terms of the same reply hold."""
    if part.act not in ("BURDEN", "MORE_THAN_NEEDED"):
        return False
    named = " ".join(value for _, value in part.slots)
    return any(name and name in terms for terms in offered for name in named.replace(" and ", ", ").split(", "))


class Step(NamedTuple):
    """What one step of a turn leaves behind: the mood after it and what is to be said."""

    mood: Mood
    parts: tuple[Part, ...] = ()
