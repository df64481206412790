"""What a stretch of a line is about."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.phrases import Hit, within
from engine.scenario.scenario import Topic


def named_topics(line: Line, context: ReadingContext) -> tuple[Hit[Topic], ...]:
    """Every place where the line names a topic, in order; one inside a longer one of another topic is none.

    Nor is one that begins inside another and is no longer: "make you leave us" speaks of what makes one leave.
    """
    hits = context.vocabulary.topics.find(line.spelled)
    if len(hits) < 2:
        return tuple(hits)
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit[Topic]] = []
    reach: Hit[Topic] | None = None
    for hit in hits:
        if reach is None or hit.label == reach.label or not _belongs_to(hit, reach):
            kept.append(hit)
        reach = hit if reach is None or hit.end > reach.end else reach
    return tuple(kept)


def _belongs_to(hit: Hit[Topic], reach: Hit[Topic]) -> bool:
    """Whether a name only takes words from one that begins no later."""
    if hit.start == reach.start and hit.end == reach.end:
        return False
    return hit.start < reach.end and hit.end - hit.start <= reach.end - reach.start


def topic_within(hits: tuple[Hit[Topic], ...], start: int, end: int) -> Topic | None:
    """The topic that the tokens name most; the earliest of equals; None where they name none."""
    weights: dict[Topic, int] = {}
    for hit in within(hits, start, end):
        weights[hit.label] = weights.get(hit.label, 0) + hit.end - hit.start
    return max(weights, key=lambda topic: weights[topic]) if weights else None


def topics_within(hits: tuple[Hit[Topic], ...], start: int, end: int) -> tuple[Topic, ...]:
    """Every topic that the tokens name, in order, each once."""
    return tuple(dict.fromkeys([hit.label for hit in within(hits, start, end)]))
