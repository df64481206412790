"""Whether a doubt was answered, and not only named."""

import re
from collections.abc import Iterator, Sequence

from engine.reading.reading import Act
from engine.scenario.scenario import Objection, Scenario, Topic
from engine.scoring.content import content
from engine.scoring.record import Turn, sentence_around

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def is_answered(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether a line after the doubt gives something on what it was about.

    Where the sheet has something to say, that is a word or a figure of it: "so fuel is the thing" gives none. Else it
    is what takes up a word of the doubt, a term with its figure, or the step that settled it.
    """
    if any(_settles(doubt, turn) and turn.reading.has(Act.NEXT_STEP) for turn in turns):
        return True
    sheet = dict(scenario.product.facts)
    on_the_table = {str(issue.id) for issue in scenario.issues}
    for topic, sentence in _spoken_on(doubt, turns):
        fact = sheet.get(topic, "")
        wanted = content(fact) if fact else content(doubt.raised)
        said = _FIGURE.findall(sentence)
        is_term = topic in on_the_table and bool(said)
        figures = is_term or not set(_FIGURE.findall(fact)).isdisjoint(said)
        if figures or any(_are_alike(one, other) for one in wanted for other in content(sentence)):
            return True
    return False


def _settles(doubt: Objection, turn: Turn) -> bool:
    return doubt.id in turn.after.settled and doubt.id not in turn.before.settled


def _spoken_on(doubt: Objection, turns: Sequence[Turn]) -> Iterator[tuple[Topic, str]]:
    topics = {doubt.topic, *doubt.answered_by}
    for turn in turns:
        if doubt.id in turn.before.raised and doubt.id not in turn.before.settled:
            for read in turn.reading.acts:
                if read.act in (Act.PRESENT, Act.CLAIM) and read.topic in topics:
                    yield read.topic, sentence_around(turn.said.text, read.span)


def _are_alike(one: str, other: str) -> bool:
    """Whether one stem begins the other: renew, of renewal."""
    return one.startswith(other) or other.startswith(one)
