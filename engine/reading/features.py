"""What is seen of a number in a line: how it is written, the words around it, and how it lies to the known prices.

Each feature is a template and its value. Weights are learned for them (`engine.reading.weights`), so a changed feature
asks for weights that are learned anew.
"""

from collections.abc import Iterator
from itertools import repeat
from typing import TypeAlias

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import Amount
from engine.reading.quantity import Quantity
from engine.reading.tokens import SIGNS
from engine.reading.vocabulary import once_for_each

Feature: TypeAlias = tuple[str, str]
"""A template, such as the word before the number, and its value."""

_REACH = 5
"""Words to each side that are near the number."""
_NEXT = 3
"""Words to each side whose place counts."""
_LEFT, _RIGHT = (tuple(f"{side}{at}" for at in range(_NEXT)) for side in ("left", "right"))
_STEPS = (30, 50, 70, 80, 90, 97, 100, 101, 103, 110, 130, 160, 250)
"""Percent of a known price between which amounts are told apart; 100 itself has a step of its own."""
_START, _END, _NUMBER = "<s>", "</s>", "#"


def features_of(
    line: Line, number: Quantity, setting: Setting, amount: Amount, context: ReadingContext
) -> frozenset[Feature]:
    """The features of a number that would be this amount of the price."""
    own = [
        *_beside(line, _words_of(line), number, setting),
        *_written(number),
        *_cues(number, setting),
        *_among_prices(amount, context),
    ]
    return _around(line, setting).union(own)


@once_for_each
def _words_of(line: Line) -> list[str]:
    """The line's words, those of numbers being all one."""
    words = list(line.spelled)
    for number in line.numbers:
        words[number.start : number.end] = [_NUMBER] * (number.end - number.start)
    return words


def _beside(line: Line, words: list[str], number: Quantity, setting: Setting) -> list[Feature]:
    """The words to each side within its sentence, nearest first, the sign of a currency passed over."""
    sentence = setting.sentence
    start = number.start - (number.start > sentence.start and line.spelled[number.start - 1] in SIGNS)
    left = [_START, *words[max(sentence.start, start - _REACH) : start]][: -_REACH - 1 : -1]
    right = [*words[number.end : min(sentence.end, number.end + _REACH)], _END][:_REACH]
    left, right = _filled(left, _START), _filled(right, _END)
    return [
        *zip(_LEFT, left, strict=False),
        *zip(_RIGHT, right, strict=False),
        *zip(repeat("left"), left, strict=False),
        *zip(repeat("right"), right, strict=False),
        ("left01", f"{left[0]} {left[1]}"),
        ("right01", f"{right[0]} {right[1]}"),
        ("left12", f"{left[1]} {left[2]}"),
        ("between", f"{left[0]} {right[0]}"),
    ]


def _filled(words: list[str], end: str) -> list[str]:
    return words + [end] * (_REACH - len(words))


@once_for_each
def _around(line: Line, setting: Setting) -> frozenset[Feature]:
    """What its clause and its sentence say, and how long they are: the same for all numbers of the clause."""
    words, clause, sentence = _words_of(line), setting.clause, setting.sentence
    found = [
        *zip(repeat("clause"), words[clause.start : clause.end], strict=False),
        *zip(repeat("sentence"), words[sentence.start : sentence.end], strict=False),
        ("first", words[clause.start]),
        ("first01", " ".join(words[clause.start : clause.start + 2])),
        ("opens", words[sentence.start]),
        ("asked", str(int(sentence.question))),
        ("length", str(min(6, (clause.end - clause.start) // 2))),
        ("sentence length", str(min(6, (sentence.end - sentence.start) // 3))),
        ("numbers", str(min(4, len(line.numbers)))),
        ("clause numbers", str(min(4, len(setting.numbers)))),
    ]
    return frozenset(found)


def _written(number: Quantity) -> Iterator[Feature]:
    """How it is written, and what it counts by the words next to it."""
    marks = {
        "scaled": number.scaled,
        "grouped": number.grouped,
        "spoken": number.spoken,
        "explicit": number.explicit,
        "vague": number.vague,
        "bare": not (number.scaled or number.grouped or number.explicit),
    }
    yield from (("written", mark) for mark, is_so in marks.items() if is_so)
    yield "decimals", str(min(3, number.decimals))
    yield "sense", number.sense


def _cues(number: Quantity, setting: Setting) -> Iterator[Feature]:
    """The wordings found in its clause, before it and after."""
    for hit in setting.cues:
        yield "cue", hit.label
        yield ("cue before" if hit.end <= number.start else "cue after"), hit.label


def _among_prices(amount: Amount, context: ReadingContext) -> Iterator[Feature]:
    """How the amount lies to the prices at the table."""
    yield "plausible", str(int(amount.plausible))
    yield "stretched", str(int(amount.stretched))
    known = {"list": context.list_price, "own": context.own_price, "other": context.other_price}
    yield from ((f"of {name}", _step(amount.minor, price)) for name, price in known.items())
    yield from (("is", name) for name, price in known.items() if price == amount.minor)
    low, high = sorted((context.own_price, context.other_price or context.list_price))
    yield "inside", str(int(low <= amount.minor <= high))


def _step(amount: int, price: int) -> str:
    """The step of percent below which the amount lies; "exact" for the price itself."""
    if not price:
        return "unknown"
    if amount == price:
        return "exact"
    return next((str(step) for step in _STEPS if 100 * amount < step * price), "beyond")
