"""What a stretch of a line is about."""

from engine.reading.naming import NamedTopics
from engine.reading.phrases import within
from engine.scenario.scenario import Topic


def topic_within(hits: NamedTopics, start: int, end: int) -> Topic | None:
    """The topic that the tokens name most; the earliest of equals; None where they name none."""
    weights: dict[Topic, int] = {}
    for hit in within(hits, start, end):
        weights[hit.label] = weights.get(hit.label, 0) + hit.end - hit.start
    return max(weights, key=lambda topic: weights[topic]) if weights else None


def topics_within(hits: NamedTopics, start: int, end: int) -> tuple[Topic, ...]:
    """Every topic that the tokens name, in order, each once."""
    return tuple(dict.fromkeys([hit.label for hit in within(hits, start, end)]))
