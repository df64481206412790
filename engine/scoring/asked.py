"""Whether the rep asked for a thing, in whatever words: who was only not understood is not told that it never did."""

from collections.abc import Iterator

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import may_be_on
from engine.reading.reading import Act, ReadAct, Reading
from engine.scenario.scenario import Fact
from engine.scoring.asking import OPEN, QUESTIONS
from engine.scoring.content import asks_as_much
from engine.strict.heard import PRIORITIES


def was_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether an open question of the rep named the fact's topic, and did not only ask about terms beside it."""
    return any(
        fact.topic == read.topic and not read.guessed
        for turn in negotiation.readings
        for read in turn.reading.acts
        if read.act in OPEN and not turn.reading.offers and not _is_closed_too(read, turn.reading)
    )


def may_have_been_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether it was, or whether any question that could not be placed may have meant it."""
    asked = list(_questions(negotiation, QUESTIONS))
    if fact.topic == PRIORITIES and any(turn.reading.has(Act.ASK_NEED) for turn in negotiation.readings):
        return True
    lines = (line.text for line in negotiation.lines if line.side == "rep")
    if any(read.topic == fact.topic for read in asked) or any(asks_as_much(line, fact.ask) for line in lines):
        return True
    return any(_sounds_like(negotiation, read, fact) for read in asked)


def _is_closed_too(read: ReadAct, reading: Reading) -> bool:
    """Whether what follows up on a topic only wants a yes or no: "can you sign it this week?"."""
    return any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts)


def _questions(negotiation: Negotiation, acts: tuple[Act, ...]) -> Iterator[ReadAct]:
    return (read for turn in negotiation.readings for read in turn.reading.acts if read.act in acts)


def _sounds_like(negotiation: Negotiation, read: ReadAct, fact: Fact) -> bool:
    return read.topic is None and may_be_on(fact.topic, read.span.text, negotiation.scenario.examples)
