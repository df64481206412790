"""Whether somebody who has to be asked has been spoken of: the rep knows then who it is, and is told what they say."""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Gate, Scenario, Topic
from engine.strict.leave import names_them
from engine.strict.open_doubts import was_said
from engine.strict.part import Part, Place, again

_TOOK_IT = re.compile(
    r"\b(?:say|said|says|think|thinks|thought|like[sd]?|went|go|heard?|okay?|agreed?|fine|feel|react|talked|spoken?|spoke"
    r"|happy|news|answer|board|with it)\b",
    re.IGNORECASE,
)
"""Words of a question how somebody took what was put to them."""


def gate_on(scenario: Scenario, topic: Topic | None) -> Gate | None:
    """The gate that the topic is about, if any."""
    return next((gate for gate in scenario.gates if gate.topic == topic), None)


def is_settled_by_a_gate(scenario: Scenario, mood: Mood, topic: Topic | None) -> bool:
    """Whether it has named whom it must ask, or they have answered: a fact on that is then no news and no secret."""
    gate = gate_on(scenario, topic)
    return gate is not None and gate.id in (*mood.named_gates, *mood.arranged, *mood.opened_gates)


def told_of_absent(negotiation: Negotiation, mood: Mood, topic: Topic | None, asked: str) -> Part | None:
    """What somebody who had to be asked has said, to a question on that; None before they were."""
    for gate in negotiation.scenario.gates if topic is not None else ():
        if not gate.agreed or gate.id not in mood.opened_gates:
            continue
        if gate.topic != topic and not _asks_what_was_said(negotiation):
            continue
        if gate.topic == topic or names_them(gate, asked):
            return _word_of(negotiation, mood, gate)
    return None


def said_by_absent(negotiation: Negotiation, mood: Mood) -> list[Part]:
    """The same to a line that asks for it by name, whatever its question is taken to be on: "what does Kim say?"."""
    line = negotiation.lines[-1].text
    opened = [gate for gate in negotiation.scenario.gates if gate.agreed and gate.id in mood.opened_gates]
    asked = (gate for gate in opened if "?" in line and names_them(gate, line) and _asks_what_was_said(negotiation))
    return [_word_of(negotiation, mood, gate) for gate in asked][:1]


def _word_of(negotiation: Negotiation, mood: Mood, gate: Gate) -> Part:
    told = gate.agreed if mood.pending is not None else gate.open_to
    return again(told) if was_said(negotiation, told) else Part(Place.ANSWER, text=told, needed=True)


def _asks_what_was_said(negotiation: Negotiation) -> bool:
    """Whether the rep's line asks how somebody took it, and not who decides."""
    return _TOOK_IT.search(negotiation.lines[-1].text) is not None
