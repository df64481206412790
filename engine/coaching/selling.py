"""What of a fact of the sheet is worth showing: not that it does less, or that another product does more."""

import re

from engine.reading.reading import Act, ReadAct, Reading, Span
from engine.scenario.scenario import Scenario, Topic
from engine.strict.shortcomings import only_tells_shortcomings

_WITH_ANOTHER = re.compile(r"\bcomes? (?:only )?with ([A-Z]\w+)")
_NOT_MADE_FOR = re.compile(r"\bnot (?:rated|meant|made) (?:to|for)\b")


def selling_points(scenario: Scenario) -> dict[str, str]:
    """What speaks for the product, by topic of its sheet; a topic that only has shortcomings is left out."""
    found = {topic: _selling(scenario, topic, fact) for topic, fact in scenario.product.facts}
    return {topic: point for topic, point in found.items() if point}


def _selling(scenario: Scenario, topic: str, fact: str) -> str:
    """The fact as it stands where nothing in it falls short, else the clauses of it that do not."""
    clauses = [clause.strip() for clause in fact.split(";")]
    kept = [clause for clause in clauses if not _falls_short(scenario, topic, clause)]
    if len(kept) == len(clauses):
        return fact
    point = "; ".join(kept).rstrip(".")
    return f"{point[:1].upper()}{point[1:]}." if point else ""


def _falls_short(scenario: Scenario, topic: str, clause: str) -> bool:
    another = _WITH_ANOTHER.search(clause)
    if another is not None and another[1] not in scenario.product.name.split():
        return True
    shown = ReadAct(Act.PRESENT, Span(0, len(clause), clause), Topic(topic))
    return _NOT_MADE_FOR.search(clause) is not None or only_tells_shortcomings(scenario, clause, Reading((shown,)))
