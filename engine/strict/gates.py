"""What keeps the counterpart from signing terms that would do: somebody who is not there, or a doubt passed over.

A next step puts the answer of whoever is absent off. It has been given by the time of the rep's next line, unless that
still speaks of a time that was set as one to come, and asks something else.
"""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Gate, Scenario
from engine.strict.attention import offered
from engine.strict.came_of_it import IS_TO_COME, asks_what_came_of_it
from engine.strict.caring import topic_name
from engine.strict.leave import gives_leave
from engine.strict.open_doubts import blocking_objections, was_said
from engine.strict.part import Part, Place, Step
from engine.strict.unplaced import has_lines

_DATE = re.compile(
    r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?: (?:morning|afternoon|evening))?"
    r"(?: (?:at |around )?(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon)\b)?"
    r"(?: ?[ap]m\b)?",
    re.IGNORECASE,
)
"""When a step is to be taken, as the rep says it: "tomorrow at five", "Tuesday 10am"."""


_WAITED_FOR = re.compile(r"\b(?:i'll wait|i will wait|i can wait|hold|holding|take your time)\b", re.IGNORECASE)
"""Words of a rep who waits for the answer on the spot."""
_ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.INVITE_DOUBT, Act.ASK_NEED)


_OWN_TASK = re.compile(
    r"(?:i|we)(?:['’]ll| will| can| shall)\b(?!.*\b(?:with|together|call|meet|talk|join|so)\b)", re.IGNORECASE
)
_TRYING_OUT = re.compile(r"\b(?:drive|spin|ride|wheel|take (?:it|her|this one|the car|one) out)\b", re.IGNORECASE)
_OF_WHAT_IS = re.compile(
    r"\W*(?:(?:and|so)\W+)?(?:how (?:many|much|bad|often|old|big|far|long)|who|what(?! (?:about|if|do you say)))\b",
    re.IGNORECASE,
)
"""How a question begins that proposes no step: "how many kids are usually in there?"."""
_UP_TO = re.compile(r"\b(?:till|until|before|(?<!come )(?<!stop )(?<!swing )by) $")
"""What before a time says how long something holds, and not when a step is taken."""


def closed_gates(scenario: Scenario, mood: Mood) -> tuple[Gate, ...]:
    """The gates that still keep the counterpart from signing."""
    if len(mood.opened_gates) == len(scenario.gates):
        return ()
    return tuple([gate for gate in scenario.gates if gate.id not in mood.opened_gates])


def obstacle(scenario: Scenario, mood: Mood) -> str | None:
    """What the counterpart must do before it can sign terms that would do, in words that read after "I need to".

    None where nothing stands in the way.
    """
    for gate in closed_gates(scenario, mood):
        return gate.text
    for doubt in blocking_objections(scenario, mood):
        return f"be sure about {topic_name(scenario, doubt.topic)}"
    return None


def hear_back(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood once what was arranged has taken place, and what came of it to whoever asks."""
    if not mood.arranged:
        if not asks_what_came_of_it(negotiation, reading):
            return None
        mood = mood._replace(
            arranged=tuple(gate.id for gate in closed_gates(negotiation.scenario, mood) if gate.agreed)
        )
    if _is_still_to_come(negotiation, reading, mood):
        return Step(mood._replace(heard=(*mood.heard, *(f"awaited:{gate}" for gate in mood.arranged))))
    after = mood._replace(opened_gates=(*mood.opened_gates, *mood.arranged), arranged=())
    if not asks_what_came_of_it(negotiation, reading):
        return Step(after)
    if mood.pending is not None:
        return Step(after, word_from_absent(negotiation, after))
    opened = [gate.open_to for gate in negotiation.scenario.gates if gate.id in mood.arranged and gate.open_to]
    return Step(after, tuple(Part(Place.ANSWER, text=text, needed=True) for text in opened[:1]))


def _is_still_to_come(negotiation: Negotiation, reading: Reading, mood: Mood) -> bool:
    """Whether a time was set that the line speaks of as one to come, or asks something else before; only once."""
    if is_awaited(mood):
        return False
    *_, before, line = [said.text for said in negotiation.lines if said.side == "rep"]
    if IS_TO_COME.search(before) is None or asks_what_came_of_it(negotiation, reading):
        return False
    return IS_TO_COME.search(line) is not None or (reading.has(*_ASKING) and not reading.offers)


def is_awaited(mood: Mood) -> bool:
    """Whether a time that was set for what is arranged has still not come."""
    return any(f"awaited:{gate}" in mood.heard for gate in mood.arranged)


def word_from_absent(negotiation: Negotiation, mood: Mood) -> tuple[Part, ...]:
    """What those say to the terms who had to be asked, unless that has been told, and that they were reached."""
    opened = [gate for gate in negotiation.scenario.gates if gate.id in mood.opened_gates and gate.agreed]
    unsaid = [gate.agreed for gate in opened if not was_said(negotiation, gate.agreed)]
    if not unsaid:
        return ()
    said = Part(Place.ANSWER, text=unsaid[0], needed=True)
    reached = Part(Place.ANSWER, "REACHED")
    return (reached, said) if has_lines(negotiation.scenario, "REACHED") and _is_early(negotiation) else (said,)


def with_their_word(negotiation: Negotiation, mood: Mood, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A yes after the word of those who had to be asked; what they said while terms were open is then left out."""
    word = word_from_absent(negotiation, mood)
    earlier = {gate.open_to for gate in negotiation.scenario.gates if gate.open_to != gate.agreed} if word else set()
    return tuple(dict.fromkeys((*word, *(part for part in parts if not part.text or part.text not in earlier))))


def _is_early(negotiation: Negotiation) -> bool:
    """Whether nobody asks how it went, or waits for it on the spot."""
    if asks_what_came_of_it(negotiation, negotiation.readings[-1].reading):
        return False
    lines = [said.text.replace("’", "'") for said in negotiation.lines if said.side == "rep"]
    return not any(_WAITED_FOR.search(line) for line in lines[-2:])


def arrange(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood after a next step that will let the counterpart sign, and its agreement to that step."""
    closed = closed_gates(negotiation.scenario, mood)
    if not closed or _only_tries_out(reading) or _only_promises(reading):
        return None
    given = offered(reading)
    opening = [gate for gate in closed if not given.isdisjoint(gate.opens_with) or gives_leave(negotiation, gate)]
    if not opening:
        return None
    if is_awaited(mood):
        return None
    after = mood._replace(arranged=tuple(gate.id for gate in opening))
    return Step(after, (_put_off(negotiation, opening[0]),))


def _only_tries_out(reading: Reading) -> bool:
    """Whether the step is nothing but to try the thing, which needs nobody's leave: "shall we take it out?"."""
    steps = [read.span for read in reading.acts if read.act is Act.NEXT_STEP]
    asked = [read.span for read in reading.acts if read.act is Act.ASK_OPEN and _OF_WHAT_IS.match(read.span.text)]
    return bool(steps) and all(
        _TRYING_OUT.search(step.text) or any(span.holds(step) for span in asked) for step in steps
    )


def _only_promises(reading: Reading) -> bool:
    """Whether the step is nothing but what the rep will do by itself: "I'll get the form answered by Thursday"."""
    steps = [read for read in reading.acts if read.act is Act.NEXT_STEP]
    return bool(steps) and all(step.guessed and _OWN_TASK.match(step.span.text) for step in steps)


def _put_off(negotiation: Negotiation, gate: Gate) -> Part:
    """That it will do what it has to, at the time that the rep proposed."""
    line = next((said.text for said in reversed(negotiation.lines) if said.side == "rep"), "")
    scenario = negotiation.scenario
    dates = [date for date in _DATE.finditer(line) if not _UP_TO.search(line[: date.start()].lower())]
    date = dates[-1] if dates else None
    if date is not None and scenario.phrases.of("DEFER_TO", scenario.temper.style):
        return Part(Place.ANSWER, "DEFER_TO", (("gate", gate.text), ("when", date[0])), needed=True)
    return Part(Place.ANSWER, "DEFER", (("gate", gate.text),), needed=True)
