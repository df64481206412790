"""What is wrong with a payload, in Slack's words, and where.

The words are those of slackhq/hack-json-schema, which Slack's servers run, and of answers that were recorded from them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.sandbox.wire import Json, without_nothing


class Problem(NamedTuple):
    """One fault. The pointer starts at whatever was checked; whoever holds that puts its own step in front."""

    message: str
    pointer: str = ""
    code: str = "failed_constraint"
    constraint: Json | None = None
    field: str | None = None

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"

    def as_json(self) -> Json:
        """The fault as `blocks.validate` lists it."""
        return without_nothing(
            {
                "code": self.code,
                "message": self.message,
                "pointer": self.pointer,
                "constraint": self.constraint,
                "field": self.field,
            }
        )


Found = tuple[Problem, ...]
Check = Callable[[object], Found]
Rule = Callable[[Json], Found]
Fields = Mapping[str, Check]
FINE: Found = ()


def broken(message: str, kind: str, expected: object, got: object, pointer: str = "") -> Found:
    """The fault of a value that breaks a constraint of its schema."""
    return (Problem(message, pointer, constraint={"type": kind, "expected": expected, "got": got}),)


def wrong_type(message: str) -> Found:
    """The fault of a value that is not of the type it must have."""
    return (Problem(message, code="invalid_type"),)


def missing(field: str) -> Problem:
    """The fault of an object without a field that it needs."""
    return Problem(f"missing required field: {field}", code="missing_field", field=field)


def surplus(field: str) -> Problem:
    """The fault of an object with a field that nobody knows."""
    constraint: Json = {"type": "additional_properties", "got": field}
    return Problem(f"invalid additional property: {field}", constraint=constraint)


def ruled_out(message: str, pointer: str = "") -> Found:
    """The fault of an object whose fields do not go together."""
    return (Problem(message, pointer),)


def under(step: str, found: Iterable[Problem]) -> Found:
    """The same faults, seen from one step further out."""
    return tuple(problem._replace(pointer=step + problem.pointer) for problem in found)
