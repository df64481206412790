"""What a stretch of a line is about."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.phrases import Hit, within
from engine.scenario.scenario import Topic


def named_topics(line: Line, context: ReadingContext) -> tuple[Hit[Topic], ...]:
    """Every place where the line names a topic, in order; a name inside a longer one of another topic is none."""
    hits = sorted(context.vocabulary.topics.find(line.spelled), key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit[Topic]] = []
    reach: Hit[Topic] | None = None
    for hit in hits:
        inside = reach is not None and hit.end <= reach.end and hit.label != reach.label
        if not inside or (reach is not None and hit.end - hit.start == reach.end - reach.start):
            kept.append(hit)
        reach = hit if reach is None or hit.end > reach.end else reach
    return tuple(kept)


def topic_within(hits: tuple[Hit[Topic], ...], start: int, end: int) -> Topic | None:
    """The topic that the tokens name most; the earliest of equals; None where they name none."""
    weights: dict[Topic, int] = {}
    for hit in within(hits, start, end):
        weights[hit.label] = weights.get(hit.label, 0) + hit.end - hit.start
    return max(weights, key=lambda topic: weights[topic]) if weights else None


def topics_within(hits: tuple[Hit[Topic], ...], start: int, end: int) -> tuple[Topic, ...]:
    """Every topic that the tokens name, in order, each once."""
    return tuple(dict.fromkeys(hit.label for hit in within(hits, start, end)))
