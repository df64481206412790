"""Whether the rep asked for a thing, in whatever words: who was only not understood is not told that it never did."""

from collections.abc import Iterable

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import may_be_on
from engine.reading.reading import Act, ReadAct
from engine.scenario.scenario import Fact
from engine.scoring.content import asks_as_much

OPENLY = (Act.ASK_OPEN, Act.FOLLOW_UP)
ANYHOW = (*OPENLY, Act.ASK_CLOSED)


def was_asked(negotiation: Negotiation, fact: Fact, acts: Iterable[Act] = ANYHOW) -> bool:
    """Whether a question of the rep named the fact's topic, had the words that ask for it, or sounded much like it."""
    asking = frozenset(acts)
    asked = [read for turn in negotiation.readings for read in turn.reading.acts if read.act in asking]
    if any(read.topic == fact.topic for read in asked):
        return True
    lines = (line.text for line in negotiation.lines if line.side == "rep")
    return any(asks_as_much(line, fact.ask) for line in lines) or any(
        _sounds_like(negotiation, read, fact) for read in asked
    )


def _sounds_like(negotiation: Negotiation, read: ReadAct, fact: Fact) -> bool:
    return read.topic is None and may_be_on(fact.topic, read.span.text, negotiation.scenario.examples)
