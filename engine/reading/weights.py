"""How much each feature of a number speaks for each of its outcomes: a multinomial logistic regression, in integers.

`weights.json` holds them, in hundredths of a nat. They are learned from the labelled lines of the tests by
`make weights`; which outcome is likeliest is a comparison of sums of integers, the same on every machine.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from engine.reading.features import Feature
from engine.reading.lanes import apart, side_by_side


class Outcome(StrEnum):
    """What a number may turn out to be: no price of this deal, or one of some modality."""

    NONE = "none"
    FIRM = "firm"
    CONDITIONAL = "conditional"
    PROBE = "probe"
    ECHO = "echo"
    REJECTED = "rejected"


_OUTCOMES = tuple(Outcome)


class Table(NamedTuple):
    """The weights of every feature that speaks for or against something, and what each outcome begins with.

    Weights stand side by side in one number, one for each outcome in the order of `Outcome`.
    """

    intercepts: int
    features: dict[str, dict[str, int]]
    """By template and value."""

    def scores(self, seen: Iterable[Feature]) -> dict[Outcome, int]:
        """How much the features that are seen speak for each outcome."""
        features = self.features
        spoken = sum([features[template].get(value, 0) for template, value in seen if template in features])
        return dict(zip(_OUTCOMES, apart(self.intercepts + spoken, len(_OUTCOMES)), strict=True))


@cache
def learned() -> Table:
    """The weights that the reader was given."""
    written = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    features = {
        template: {value: side_by_side(weights) for value, weights in values.items()}
        for template, values in written["features"].items()
    }
    return Table(side_by_side(written["intercepts"]), features)
