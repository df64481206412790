"""What a line shows of the sheet: a word or a figure of it in a sentence that says something.

"OK, the auditors." names a topic, and "those slow mornings: when was the last?" asks about one; neither shows anything.
"""

import re
from collections.abc import Iterator

from engine.reading.reading import Act
from engine.reading.text import sentence_around
from engine.scenario.scenario import Scenario, Topic
from engine.scoring.content import content
from engine.scoring.record import Turn

FEWEST_WORDS = 4
"""Words below which a sentence without a figure only names what it is about."""
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_SHOWING = (Act.PRESENT, Act.CLAIM)


def figures_in(text: str) -> frozenset[str]:
    """The figures of the text, as they are written."""
    return frozenset(_FIGURE.findall(text))


def are_alike(one: str, other: str) -> bool:
    """Whether one stem begins the other: renew, of renewal."""
    return one.startswith(other) or other.startswith(one)


def share_a_word(one: str, other: str) -> bool:
    """Whether the texts have a word in common that means something."""
    return any(are_alike(word, each) for word in content(one) for each in content(other))


def says_something(sentence: str) -> bool:
    """Whether the sentence states more than the name of a topic; a question states nothing without a figure."""
    if figures_in(sentence):
        return True
    return not sentence.rstrip().endswith("?") and len(sentence.split()) >= FEWEST_WORDS


def shown(scenario: Scenario, turn: Turn) -> Iterator[tuple[Topic, str]]:
    """The topics of the sheet on which the line shows something, each with the sentence that does.

    What rests on no words, as the lines of the reference reps do, is shown by the line.
    """
    sheet = dict(scenario.product.facts)
    for read in turn.reading.acts:
        if read.act not in _SHOWING or read.topic is None or read.topic not in sheet:
            continue
        if read.span.end <= read.span.start:
            yield read.topic, turn.said.text
            continue
        sentence = sentence_around(turn.said.text, read.span)
        if says_something(sentence) and _is_borne_by(sheet[read.topic], sentence):
            yield read.topic, sentence


def _is_borne_by(fact: str, sentence: str) -> bool:
    return not figures_in(fact).isdisjoint(figures_in(sentence)) or share_a_word(fact, sentence)
