"""What the counterpart cares for, and how it calls that."""

from engine.negotiation.events import Mood
from engine.scenario.scenario import Scenario, Topic

CARED_FOR = 15
"""Percent of the counterpart's needs from which a topic may matter to it."""
MUST_HAVES = "must_haves"
"""The fact that names what it will not do without."""
FIRST_NEEDS = 3
"""How many of its needs matter to it, at most."""


def cares_for(scenario: Scenario, topic: str) -> bool:
    """Whether the topic is among the needs that matter most to it and weighs enough to say so, or it insists on it."""
    if _insists_on(scenario, Topic(topic)):
        return True
    share = dict(scenario.needs).get(Topic(topic), 0)
    return share >= CARED_FOR and sum(other > share for _, other in scenario.needs) < FIRST_NEEDS


def _insists_on(scenario: Scenario, topic: Topic) -> bool:
    """Whether what it says it must have names the topic."""
    named = topic_name(scenario, topic).removeprefix("the ").lower()
    return any(named in fact.exact.lower() for fact in scenario.facts if fact.id == MUST_HAVES)


def makes_light_of(scenario: Scenario, mood: Mood, topic: Topic) -> bool:
    """Whether it has said that the topic matters little to it."""
    return f"need:{topic}" in mood.heard and not cares_for(scenario, topic)


def topic_name(scenario: Scenario, topic: Topic) -> str:
    """How the counterpart calls a topic: as the pack says, else by the first of its words."""
    called = dict(scenario.called).get(topic)
    if called is not None:
        return called
    words = dict(scenario.topics).get(topic, ())
    return words[0] if words else topic.replace("_", " ")
