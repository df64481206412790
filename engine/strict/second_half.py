"""The second half of a line, where it goes into what the first half gets told: "when, and what if it is late?"."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import ReadAct, Reading
from engine.scenario.scenario import Fact
from engine.strict.details import detail_asked
from engine.strict.hooks import ASKING
from engine.strict.part import Part, Place, Step
from engine.strict.recollection import is_on_its_own_topic


def go_into_the_answer(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The detail that a later question of the line asks of the one fact that an earlier one has just been told.

    It is looked for as if the answer to the first had been said already. One that is plainly on the fact itself has its
    answer: "who uses it, and what do they do in it?".
    """
    fact = _only_fact_told(negotiation, mood)
    halves = [read for read in _later_questions(reading) if not is_on_its_own_topic(negotiation, read)]
    if fact is None or not halves:
        return None
    as_told = negotiation._replace(mood=mood, heard=(*negotiation.heard, fact.exact))
    details = ((detail_asked(as_told, read, reading), read.span.start) for read in halves)
    parts = (Part(Place.ANSWER, text=one.answer, at=at) for one, at in details if one is not None and one.of == fact.id)
    first = next(parts, None)
    return None if first is None else Step(mood, (first,))


def _only_fact_told(negotiation: Negotiation, mood: Mood) -> Fact | None:
    """The fact that this turn has told; None where it told none or several, which answer more than one question."""
    told = set(mood.told).difference(negotiation.mood.told)
    return next((fact for fact in negotiation.scenario.facts if told == {fact.id}), None)


def _later_questions(reading: Reading) -> list[ReadAct]:
    """The questions of the line that begin behind the first one's end."""
    asked = [read for read in reading.acts if read.act in ASKING]
    return [read for read in asked if read.span.start >= asked[0].span.end]
