"""What a counterpart can tell, by what it is known by."""

from typing import NamedTuple

from engine.reading.vocabulary import once_for_each
from engine.scenario.manner import Detail
from engine.scenario.scenario import Fact, Scenario


class Knowledge(NamedTuple):
    """Facts by their ids; details by theirs, in order, and by the fact that they are of."""

    facts: dict[str, Fact]
    details: dict[str, Detail]
    of_fact: dict[str, tuple[Detail, ...]]


@once_for_each
def knowledge_of(scenario: Scenario) -> Knowledge:
    """All that the scenario's counterpart can tell."""
    of_fact: dict[str, tuple[Detail, ...]] = {}
    for detail in scenario.details:
        of_fact[detail.of] = (*of_fact.get(detail.of, ()), detail)
    facts = {fact.id: fact for fact in scenario.facts}
    return Knowledge(facts, {detail.id: detail for detail in scenario.details}, of_fact)
