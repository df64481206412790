"""The ways in which an attribute of the counterpart may be drawn, as a pack writes them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.scenario import Visibility
from engine.scenario.written import Amount, Calculated, Line, Name, Percent, Weight, When, Whole, Written

Load = Annotated[int, Field(strict=True, ge=-95, le=95)]
Options = Annotated[Mapping[str, Weight], Field(min_length=1, max_length=200)]


class Tilt(Written):
    """Under a condition, weights change to this many percent of themselves; 0 rules an option out."""

    when: When
    percent: Mapping[str, Annotated[int, Field(strict=True, ge=0, le=10_000)]]


class Attribute(Written):
    """What every attribute has. An attribute whose `when` does not hold is absent from the profile.

    `label` names it where people read the profile; `labels` give the words for its values; `unit` how a number reads.
    """

    label: Line
    visibility: Visibility = Visibility.HIDDEN
    unit: Literal["plain", "money", "percent", "year", "basis_points"] = "plain"
    labels: Mapping[str, Line] = Field(default_factory=dict)
    when: When = Field(default_factory=dict)


class Choice(Attribute):
    """One of the options. With `loads` (percent of correlation with each latent) their order counts: low first."""

    draw: Literal["choice"]
    options: Options
    tilts: tuple[Tilt, ...] = ()
    loads: Mapping[Name, Load] = Field(default_factory=dict)


class Several(Attribute):
    """Between `fewest` and `most` of the options, each at most once."""

    draw: Literal["several"]
    options: Options
    fewest: Annotated[int, Field(strict=True, ge=0, le=20)]
    most: Annotated[int, Field(strict=True, ge=0, le=20)]
    tilts: tuple[Tilt, ...] = ()


class Case(Written):
    """Under a condition, another range."""

    when: When
    low: Whole
    high: Whole


class Range(Attribute):
    """A whole number from `low` to `high` in steps; every value is equally likely, whatever it leans on."""

    draw: Literal["range"]
    low: Whole
    high: Whole
    step: Annotated[int, Field(strict=True, ge=1)] = 1
    loads: Mapping[Name, Load] = Field(default_factory=dict)
    cases: tuple[Case, ...] = ()


class AmountCase(Case):
    """Under a condition, another range of money."""

    low: Amount
    high: Amount


class AmountRange(Attribute):
    """A sum of money from `low` to `high` in steps, written in whole units."""

    draw: Literal["amount"]
    unit: Literal["money"] = "money"
    low: Amount
    high: Amount
    step: Annotated[Amount, Field(ge=1)]
    loads: Mapping[Name, Load] = Field(default_factory=dict)
    cases: tuple[AmountCase, ...] = ()


class Shares(Attribute):
    """Percentages over the names that add up to 100, none below `least`."""

    draw: Literal["shares"]
    options: Options
    least: Percent = 0
    tilts: tuple[Tilt, ...] = ()


class Calculation(Attribute):
    """A whole number that follows from others."""

    draw: Literal["formula"]
    formula: Calculated


class Table(Attribute):
    """Looked up by the values of other attributes, joined with a slash: `good/60: 1932`."""

    draw: Literal["table"]
    by: Annotated[tuple[Name, ...], Field(min_length=1, max_length=3)]
    values: Mapping[str, Whole | str]


class First(Attribute):
    """The first name of a list: of shares, the largest."""

    draw: Literal["first"]
    of: Name


AnyAttribute = Annotated[
    Choice | Several | Range | AmountRange | Shares | Calculation | Table | First, Field(discriminator="draw")
]
