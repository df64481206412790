"""How the parts of a pack are written: strict whole numbers, amounts of money, conditions, formulas, texts by case."""

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from engine.scenario.formula import Formula, parse_formula

MOST_DIGITS = 12


class Written(BaseModel):
    """One part of a pack, as its author wrote it: nothing unknown in it, nothing changed after."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False)


class Misplaced(NamedTuple):
    """What is wrong with a part inside the one that is looked at, and the way to it."""

    place: tuple[str, ...]
    message: str


def refused(found: Sequence[Misplaced]) -> ValidationError:
    """The error that a part raises for what is wrong inside it, so that each is told where it stands."""
    wrong = [
        InitErrorDetails(type=PydanticCustomError("value_error", "{why}", {"why": message}), loc=place, input="")
        for place, message in found
    ]
    return ValidationError.from_exception_data("Written", wrong)


def minor_digits(info: ValidationInfo) -> int:
    """Digits after the point of the pack's currency, as the reader of the pack passes them on; 2 unless told."""
    context = info.context if isinstance(info.context, dict) else {}
    return int(context.get("minor", 2))


def _minor_units(written: object, info: ValidationInfo) -> object:
    digits = minor_digits(info)
    if isinstance(written, int) and not isinstance(written, bool):
        return written * 10**digits
    if isinstance(written, str):
        whole, _, part = written.removeprefix("-").partition(".")
        if (whole + part).isascii() and whole.isdigit() and (part + "0").isdigit() and len(part) <= digits:
            amount = int(whole + part.ljust(digits, "0"))
            return -amount if written.startswith("-") else amount
    raise ValueError('write an amount in whole units (36410), or with its minor part in quotes ("8.50")')


def _formula(written: object) -> Formula:
    if isinstance(written, bool) or not isinstance(written, int | str):
        raise ValueError("write a formula or a whole number")
    return parse_formula(written)


Amount = Annotated[int, Field(strict=True, ge=-(10**MOST_DIGITS), le=10**MOST_DIGITS), BeforeValidator(_minor_units)]
"""Money in minor units, written in whole units."""

Whole = Annotated[int, Field(strict=True, ge=-(10**MOST_DIGITS), le=10**MOST_DIGITS)]
Weight = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""An id inside a pack: small letters, digits and underscores."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
Calculated = Annotated[Formula, PlainValidator(_formula)]

When = Mapping[Name, tuple[str | int, ...]]
"""Conditions that must all hold: the attribute has one of the values. An empty mapping always holds."""

OTHER = "other"


def _one_key_each(written: object) -> object:
    """Lines under several values at once (`terse, blunt: ...`) written out under each."""
    if not isinstance(written, dict):
        return written
    pairs = [(key, line) for keys, line in written.items() for key in str(keys).split(", ")]
    repeated = sorted({key for key, _ in pairs if [name for name, _ in pairs].count(key) > 1})
    if repeated:
        raise ValueError(f"there is more than one line for {', '.join(repeated)}")
    return dict(pairs)


class ByValue(Written):
    """A text that depends on an attribute: the line for its value, else the one under `other`.

    Of a list, the first member that has a line counts.
    """

    by: Name
    lines: Annotated[Mapping[str, "Text"], BeforeValidator(_one_key_each)]

    def for_value(self, value: str | int | tuple[str, ...]) -> "Text | None":
        """The line for a value; None where neither it nor `other` is written."""
        members = value if isinstance(value, tuple) else (str(value),)
        found = [self.lines[member] for member in members if member in self.lines]
        return found[0] if found else self.lines.get(OTHER)


Text = Line | ByValue


def names_in(text: "Text") -> frozenset[str]:
    """The attributes that choose between the lines of a text (not the slots inside them)."""
    if isinstance(text, str):
        return frozenset()
    return frozenset({text.by}).union(*(names_in(line) for line in text.lines.values()))


def lines_of(text: "Text") -> tuple[str, ...]:
    """Every line that the text may come to."""
    if isinstance(text, str):
        return (text,)
    return tuple(line for inner in text.lines.values() for line in lines_of(inner))


ByValue.model_rebuild()
