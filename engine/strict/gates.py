"""What keeps the counterpart from signing terms that would do: somebody who is not there, or a doubt passed over."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Reading
from engine.scenario.scenario import Gate, Scenario
from engine.strict.attention import offered
from engine.strict.disclosure import topic_name
from engine.strict.open_doubts import blocking_objections
from engine.strict.part import Part, Place, Step


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


def open_gates(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood after a next step that lets the counterpart sign, and its agreement to that step; None without one."""
    closed = closed_gates(negotiation.scenario, mood)
    if not closed:
        return None
    given = offered(reading)
    opened = [gate for gate in closed if not given.isdisjoint(gate.opens_with)]
    if not opened:
        return None
    after = mood._replace(opened_gates=(*mood.opened_gates, *(gate.id for gate in opened)))
    return Step(after, (Part(Place.REACTION, "DEFER", (("gate", opened[0].text),), needed=True),))
