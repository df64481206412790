"""A number in a line, and what it counts."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from engine.values import quickly_replaced

Number: TypeAlias = int | Fraction
"""A value: whole ones, which are most, are plain, because fractions take ten times as long to compare."""


class Sense(StrEnum):
    """What a number counts."""

    AMOUNT = "amount"
    PERCENT = "percent"
    PER_MONTH = "per_month"
    RATE = "rate"
    """Paid for each of something: a year, a seat, a pallet."""
    YEAR = "year"
    OTHER = "other"
    """Miles, years, pieces, hours … : no money."""


@quickly_replaced
class Quantity(NamedTuple):
    """A number in a line: the tokens it covers (end excluded) and its value.

    `scaled`: a word such as "k" or "grand" fixes its size. `grouped`: its digits are grouped by thousands.
    `spoken`: it is written in words. `decimals`: digits after the point, 0 for a whole number. `explicit`: a
    currency sign or word marks it as money.
    """

    start: int
    end: int
    value: Number
    scaled: bool = False
    grouped: bool = False
    spoken: bool = False
    decimals: int = 0
    explicit: bool = False
    sense: Sense = Sense.AMOUNT
    vague: bool = False
    """Whether it is said roughly: "34-ish", "low 30s"."""
    doubtful: bool = False
    """Whether it is written as no number is, so that it may be a slip: "24,5000"."""
