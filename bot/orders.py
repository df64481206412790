"""What a manager is about to assign, understood and not yet confirmed; and what is wrong with what cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from pydantic import TypeAdapter

from engine.errors import RuleViolation
from storage.assignments import Assignment, Repeats, Whom

Field = Literal["line", "who", "pack", "seeds", "start", "due", "repeat", "until", "pass", "attempts", "mode", "title",
                "summary"]  # fmt: skip
"""What a complaint is about: the field of the form that it is shown under."""


NOBODY, NO_BUYERS = "Nobody is named", "No buyers are named"


class Complaint(NamedTuple):
    """Something that cannot be done as it was written: the words, and what to write instead."""

    about: Field
    words: str
    told: str


Assumed = Literal["start", "due", "pack", "title", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An assignment to be. Without `starts_on` it starts at once; times are wall times in each person's own zone.

    `assumed` names what was not written. `changes` is the id of the assignment that is edited; empty for a new one.
    """

    title: str
    whom: Whom
    pack: str
    due_on: datetime
    starts_on: datetime | None = None
    seeds: tuple[int, ...] = ()
    drawn: int = 0
    difficulty: str = ""
    seed_pack: str = ""
    mode: str = "strict"
    model: str = ""
    pass_mark: int = 70
    attempts: int = 1
    repeats: Repeats = ""
    until: datetime | None = None
    channel: str = ""
    assumed: tuple[Assumed, ...] = ()
    changes: str = ""

    @property
    def buyers(self) -> int:
        """How many buyers each person meets in a window."""
        return self.drawn or len(self.seeds)


class Unclear(RuleViolation):
    """An order that cannot be carried out as it was written; carries everything that is wrong with it."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        self.complaints = tuple(complaints)
        super().__init__(" ".join(f"{words}: {told}" for _, words, told in complaints))


_ORDERS = TypeAdapter(Order)


def as_json(order: Order) -> dict[str, Any]:
    """The order as it is stored."""
    values: dict[str, Any] = _ORDERS.dump_python(order, mode="json")
    return values


def order_of(values: Mapping[str, Any]) -> Order:
    """The order that was stored so."""
    return _ORDERS.validate_python(dict(values))


def order_from(assignment: Assignment) -> Order:
    """The order that would make the same assignment again."""
    return Order(
        title=assignment.title,
        whom=assignment.whom,
        pack=assignment.pack,
        due_on=assignment.due_on,
        starts_on=assignment.starts_on,
        seeds=assignment.seeds,
        drawn=assignment.drawn,
        difficulty=assignment.difficulty,
        mode=assignment.mode,
        model=assignment.model,
        pass_mark=assignment.pass_mark,
        attempts=assignment.attempts,
        repeats=assignment.repeats,
        until=assignment.until_on,
        channel=assignment.channel,
    )
