"""Where the words of a line name what is on the table: its issues, and what may be talked of."""

from collections.abc import Sequence
from typing import TypeAlias

from engine.reading.phrases import Hit
from engine.reading.vocabulary import Vocabulary
from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId

MOST_NAMED = 60
"""Namings of issues in a message that are read, as many as numbers."""

NamedIssues: TypeAlias = tuple[Hit[IssueId], ...]
"""Where a line names issues, in order."""
NamedTopics: TypeAlias = tuple[Hit[Topic], ...]
"""Where a line names topics, in order."""


def named_issues(words: Sequence[str], vocabulary: Vocabulary) -> NamedIssues:
    """Every place where an issue is named by one of its words, and not as part of what only sounds like it."""
    hits = vocabulary.issues.find(words)[:MOST_NAMED]
    if not hits:
        return ()
    others = vocabulary.unlike.find(words)
    others_by_issue = {(hit.label, at) for hit in others for at in range(hit.start, hit.end)}
    return tuple(hit for hit in hits if (hit.label, hit.start) not in others_by_issue)


def named_topics(words: Sequence[str], vocabulary: Vocabulary) -> NamedTopics:
    """Every place where a topic is named, in order; a name inside a longer one of another topic is none.

    Nor is one that begins inside another and is no longer: "make you leave us" speaks of what makes one leave.
    """
    hits = vocabulary.topics.find(words)
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
