"""What they told besides the facts: what a fact had to it, and what their own words made the rep ask."""

from collections.abc import Iterator

from engine.negotiation.events import Read, Said
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Reading
from engine.scenario.scenario import Scenario


def details_in(scenario: Scenario, text: str) -> frozenset[str]:
    """The answers in the text that go into a fact, or into a word of theirs."""
    answers = (
        *(detail.answer for detail in scenario.details),
        *(fact.more for fact in scenario.facts),
        *(hook.answer for hook in scenario.hooks),
    )
    return frozenset(answer for answer in answers if answer and answer in text)


def details_told(negotiation: Negotiation) -> frozenset[str]:
    """Those that they told in the run, each once."""
    return frozenset().union(*(details_in(negotiation.scenario, said) for _, said in answered(negotiation)))


def given_away(negotiation: Negotiation) -> frozenset[str]:
    """Ids of the facts that whoever heard these details knows."""
    telling = [detail for detail in negotiation.scenario.details if detail.gives_away]
    said = [answer for _, answer in answered(negotiation)] if telling else []
    return frozenset(
        fact for detail in telling if any(detail.answer in answer for answer in said) for fact in detail.gives_away
    )


def answered(negotiation: Negotiation) -> Iterator[tuple[Reading, str]]:
    """What was read in each line of the rep, with what they said to it by the rules; empty where they said nothing."""
    reading: Reading | None = None
    for event in negotiation.events:
        if isinstance(event, Read):
            reading = event.reading
        elif isinstance(event, Said) and event.side == "counterpart" and reading is not None:
            yield reading, event.text
            reading = None
    if reading is not None:
        yield reading, ""
