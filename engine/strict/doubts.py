"""The counterpart's objections and gates: raised, settled, opened, and whether they stand in the way of signing."""

from dataclasses import replace

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Gate, Objection, Scenario
from engine.strict.attention import given
from engine.strict.disclosure import open_objections, topic_name
from engine.strict.part import Part, Place, Step

BLOCKING = 3
"""The severity from which an open objection blocks signing."""


def closed_gates(scenario: Scenario, mood: Mood) -> tuple[Gate, ...]:
    """The gates that still keep the counterpart from signing."""
    return tuple(gate for gate in scenario.gates if gate.id not in mood.opened_gates)


def obstacle(scenario: Scenario, mood: Mood) -> str | None:
    """What the counterpart must do before it can sign terms that would do, in words that read after "I need to".

    None where nothing stands in the way.
    """
    for gate in closed_gates(scenario, mood):
        return gate.text
    doubts = (doubt for doubt in open_objections(scenario, mood) if doubt.severity >= BLOCKING)
    return next((f"be sure about {topic_name(scenario, doubt.topic)}" for doubt in doubts), None)


def settle_doubts(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The mood after the line's answers to open objections, with what the counterpart says to them."""
    parts: list[Part] = []
    offered = _offered(reading)
    for doubt in open_objections(negotiation.scenario, mood):
        if offered & set(doubt.answered_by):
            settled = (*mood.settled, doubt.id)
            mood = replace(mood, settled=settled, trust=min(100, mood.trust + doubt.severity))
            parts.append(Part(Place.REACTION, text=doubt.settled, needed=True))
        elif _argues(reading, doubt):
            parts.append(Part(Place.REACTION, "OBJECTION_STANDS"))
    return Step(mood, tuple(parts[:1]))


def _offered(reading: Reading) -> frozenset[str]:
    """What the line gives: topics of answering acts, issues put in, and acts by name; a bare question gives nothing."""
    by_offer = {str(offer.issue) for offer in reading.binding() if offer.amount}
    return given(reading) | by_offer | {read.act.value for read in reading.acts}


def _argues(reading: Reading, doubt: Objection) -> bool:
    return any(read.topic == doubt.topic for read in reading.acts if read.act not in (Act.ASK_OPEN, Act.FOLLOW_UP))


def open_gates(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The mood after a next step that lets the counterpart sign, and its agreement to that step."""
    offered = _offered(reading)
    opened = [gate for gate in closed_gates(negotiation.scenario, mood) if offered & set(gate.opens_with)]
    if not opened:
        return Step(mood)
    after = replace(mood, opened_gates=(*mood.opened_gates, *(gate.id for gate in opened)))
    return Step(after, (Part(Place.REACTION, "DEFER", (("gate", opened[0].text),), needed=True),))


def raise_objection(scenario: Scenario, mood: Mood) -> Step:
    """The mood with the next objection raised and the words of it; nothing while another one is open."""
    if open_objections(scenario, mood):
        return Step(mood)
    unsaid = (doubt for doubt in scenario.objections if doubt.id not in mood.raised)
    doubt = next((doubt for doubt in unsaid if not _is_forestalled(doubt, mood)), None)
    if doubt is None:
        return Step(mood)
    return Step(replace(mood, raised=(*mood.raised, doubt.id)), (Part(Place.CLOSING, text=doubt.raised),))


def _is_forestalled(doubt: Objection, mood: Mood) -> bool:
    """Whether the rep has shown or put in what answers the doubt before it came up."""
    return any(f"{kind}:{topic}" in mood.heard for topic in doubt.answered_by for kind in ("given", "extra"))
