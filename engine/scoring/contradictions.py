"""Numbers in the rep's words that the product sheet gives otherwise: "60 mpg" where it says 24 mpg."""

import re
from collections.abc import Container, Iterable, Mapping

from engine.scoring.stated import statements

_PART_END = re.compile(r",(?!\d)|\band\b", re.IGNORECASE)
_LONG_UNITS = (
    (re.compile(r"\bmiles? (?:per|to the|to a|a) gallon\b", re.IGNORECASE), "mpg"),
    (re.compile(r"\bhp\b", re.IGNORECASE), "horsepower"),
    (re.compile(r"\blbs?\b", re.IGNORECASE), "pounds"),
)
_MEASURE = re.compile(r"(?<![\w$€£.,])(\d[\d,]*(?:\.\d+)?)[\s-]?([a-z]{2,})", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d,]*\d|\d")
_WORD = re.compile(r"[a-z']+", re.IGNORECASE)
_NO_MEASURES = frozenset(
    _WORD.findall("in on of to at or and the for with mile month year week day hour minute percent time")
)
_ABOUT_ANOTHER = frozenset(
    _WORD.findall(
        "your yours you're old other others than instead versus they they're their theirs he she his her if not isn't"
        " doesn't won't can't cannot never no weigh weighs highway city trailer's used could would"
    )
)
"""Words of a clause that may give the number of something else, of a case, or of what is not so."""
CLEARLY_OFF = 5
"""Percent by which a number may be rounded before it contradicts."""


def contradicting_sentence(text: str, facts: Iterable[str], theirs: Iterable[str] = ()) -> str:
    """The first sentence that states a measure other than the facts do, empty where none does.

    Only a unit that the facts give one number for is compared, and a question states nothing. A measure in their own
    words, `theirs`, is theirs, and so is one beside the true number: "3,000 pounds is easy, it's rated for 9,200".
    """
    known, own = _known(facts), {measure for words in theirs for measure in _measures(words)}
    for statement in statements(text):
        figures = {float(figure.replace(",", "")) for figure in _FIGURE.findall(statement.sentence)}
        compared = {unit: number for unit, number in known.items() if number not in figures}
        parts = (part for clause in statement.clauses for part in _PART_END.split(clause))
        if any(_contradicts(part, compared, own) for part in parts):
            return statement.sentence
    return ""


def _known(facts: Iterable[str]) -> Mapping[str, float]:
    """The number of each unit that the facts use once."""
    found: dict[str, list[float]] = {}
    for fact in facts:
        for unit, number in _measures(fact):
            found.setdefault(unit, []).append(number)
    return {unit: numbers[0] for unit, numbers in found.items() if len(numbers) == 1}


def _measures(text: str) -> list[tuple[str, float]]:
    for unit, short in _LONG_UNITS:
        text = unit.sub(short, text)
    found = ((unit.lower().rstrip("s"), number) for number, unit in _MEASURE.findall(text))
    return [(unit, float(number.replace(",", ""))) for unit, number in found if unit not in _NO_MEASURES]


def _contradicts(clause: str, known: Mapping[str, float], own: Container[tuple[str, float]]) -> bool:
    if _ABOUT_ANOTHER & {word.lower() for word in _WORD.findall(clause)}:
        return False
    measures = [(unit, number) for unit, number in _measures(clause) if (unit, number) not in own]
    said = [(number, known[unit]) for unit, number in measures if unit in known]
    return bool(said) and all(100 * abs(number - true) > CLEARLY_OFF * true for number, true in said)
