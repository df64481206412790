"""Whether the rep asked for a thing, in whatever words: who was only not understood is not told that it never did."""

from collections.abc import Iterator

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import may_be_on
from engine.reading.reading import Act, ReadAct
from engine.scenario.scenario import Fact
from engine.scoring.asking import OPEN, QUESTIONS
from engine.scoring.content import asks_as_much


def was_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether an open question of the rep named the fact's topic."""
    return fact.topic in (read.topic for read in _questions(negotiation, OPEN) if not read.guessed)


def may_have_been_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether it was, or whether any question that could not be placed may have meant it."""
    asked = list(_questions(negotiation, QUESTIONS))
    lines = (line.text for line in negotiation.lines if line.side == "rep")
    if any(read.topic == fact.topic for read in asked) or any(asks_as_much(line, fact.ask) for line in lines):
        return True
    return any(_sounds_like(negotiation, read, fact) for read in asked)


def _questions(negotiation: Negotiation, acts: tuple[Act, ...]) -> Iterator[ReadAct]:
    return (read for turn in negotiation.readings for read in turn.reading.acts if read.act in acts)


def _sounds_like(negotiation: Negotiation, read: ReadAct, fact: Fact) -> bool:
    return read.topic is None and may_be_on(fact.topic, read.span.text, negotiation.scenario.examples)
