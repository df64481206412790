"""Learns the weights of numbers' features anew from every labelled line, and tells how well they carry over.

    make weights

Each scene's lines in turn are left out and read with what was learned from the others: that figure is printed, for the
weights alone and beside the rules. Then the weights of all lines are written.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from engine.reading.context import PRICE, ReadingContext, price_talk
from engine.reading.currencies import names_of
from engine.reading.features import Feature, features_of
from engine.reading.line import line_of
from engine.reading.money import amount_of
from engine.reading.weights import Outcome
from tests.engine.reading.table import table
from tests.engine.reading.talks import MISSED, TALKS, meant
from tests.engine.reading.test_hard_cases import CHANGES, FIRMNESS, NO_PRICES, SPOKEN, WRITTEN
from tests.engine.reading.test_no_prices import BY_LIST_PRICE, CENTS

_WEIGHTS = Path("engine/reading/weights.json")
_OFTEN = 3
"""Numbers that must show a feature for it to be weighed."""
_REGULARISATION = 0.5
_LEAST = 5
"""Hundredths of a nat below which a weight counts as none."""
_FOLDS = 5


class Example(NamedTuple):
    """A number of a labelled line: its features, what it is, and the scene it is said in."""

    features: frozenset[Feature]
    outcome: Outcome
    scene: str


def examples() -> Iterator[Example]:
    """Every number of every labelled line."""
    for scene in (*TALKS, *MISSED):
        for text, wanted in scene.lines.items():
            yield from _examples_in(text, meant(wanted), scene.context(), scene.name)
    for text, read in {**WRITTEN, **SPOKEN, **CHANGES, **FIRMNESS, **NO_PRICES}.items():
        yield from _examples_in(text, read, table(), "a car with extras")
    for list_price, texts in BY_LIST_PRICE.items():
        for text in texts:
            yield from _examples_in(text, [], price_talk(list_price * CENTS), "no prices")


def _examples_in(
    text: str, wanted: Sequence[tuple[str, float | Fraction, str]], context: ReadingContext, scene: str
) -> Iterator[Example]:
    prices = {amount * context.currency.unit: Outcome(modality) for issue, amount, modality in wanted if issue == PRICE}
    line = line_of(text, context.vocabulary, decimal_comma=context.decimal_comma, money=names_of(context.currency))
    for setting in line.settings:
        for number in setting.numbers:
            amount = amount_of(number, context.price, context)
            outcome = prices.get(amount.minor, Outcome.NONE)
            yield Example(features_of(line, number, setting, amount, context), outcome, scene)


def learn(found: list[Example]) -> None:
    """Write the weights of the examples, and print how well they carry over to scenes that were left out."""
    often = Counter(feature for example in found for feature in example.features)
    vectors = DictVectorizer()
    shown = vectors.fit_transform(
        [{feature: 1 for feature in example.features if often[feature] >= _OFTEN} for example in found]
    )
    outcomes = [example.outcome.value for example in found]
    model = LogisticRegression(C=_REGULARISATION, max_iter=5_000)
    folds = GroupKFold(_FOLDS)
    read = cross_val_predict(model, shown, outcomes, groups=[example.scene for example in found], cv=folds)
    right = sum(one == other for one, other in zip(read, outcomes, strict=True))
    print(f"{len(found)} numbers; of those in scenes that were left out {right / len(found):.1%} are told rightly")
    model.fit(shown, outcomes)
    write(model, vectors.feature_names_)


def write(model: Any, names: list[Feature]) -> None:
    """Write what was learned, rounded, a feature to a line."""
    places = [list(model.classes_).index(outcome) for outcome in Outcome]
    weights = np.rint(100 * model.coef_[places]).astype(int)
    weights[abs(weights) < _LEAST] = 0
    features: dict[str, dict[str, list[int]]] = {}
    for (template, value), column in sorted(zip(names, weights.T.tolist(), strict=True)):
        if any(column):
            features.setdefault(template, {})[value] = column
    intercepts = np.rint(100 * model.intercept_[places]).astype(int).tolist()
    _WEIGHTS.write_text(_told(intercepts, features), encoding="utf-8")
    print(f"{sum(map(len, features.values()))} features weighed, in {_WEIGHTS}")


def _told(intercepts: list[int], features: dict[str, dict[str, list[int]]]) -> str:
    templates = (
        f"{json.dumps(template)}: {{\n"
        + ",\n".join(f"  {json.dumps(value)}: {json.dumps(weights)}" for value, weights in values.items())
        + "\n}"
        for template, values in features.items()
    )
    return f'{{"intercepts": {json.dumps(intercepts)},\n"features": {{\n' + ",\n".join(templates) + "\n}}\n"


if __name__ == "__main__":
    learn(list(examples()))
