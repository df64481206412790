"""Whether the rep showed what the thing is worth, in the words of the sheet or in those of the one who needs it."""

import re
from collections.abc import Sequence

from engine.reading.reading import Act
from engine.scenario.scenario import Scenario
from engine.scoring.asking import is_worded_as_a_question
from engine.scoring.content import content
from engine.scoring.picking_up import takes_up
from engine.scoring.record import Turn
from engine.scoring.showing import says_something, shown

WORDS_OF_A_FACT = 2
"""Words of a fact of the sheet that show something of it, on whatever topic they were read."""

_CLAUSE = re.compile(r"(?:[^.,;:?!\n]|[.,:](?=\d))+[.,;:?!]*")


def has_shown(scenario: Scenario, turns: Sequence[Turn]) -> bool:
    """Whether the turns show anything of what the sheet says that it is worth."""
    sheet = {topic for topic, _ in scenario.product.facts}
    return any(
        not sheet.isdisjoint(turn.reading.topics(Act.PRESENT, Act.CLAIM)) or _says_of_the_sheet(scenario, turn)
        for turn in turns
    )


def shows_plainly(scenario: Scenario, turns: Sequence[Turn]) -> bool:
    """Whether the words of the turns show something of the sheet."""
    return any(_says_of_the_sheet(scenario, turn) or any(True for _ in shown(scenario, turn)) for turn in turns)


def what_was_shown(scenario: Scenario, turns: Sequence[Turn], *, named: bool) -> str:
    """What had been shown by then, as the end of a sentence.

    No word on it where a topic was named, or its worth told in their words, and it is not plain that it was shown.
    """
    if shows_plainly(scenario, turns):
        return ", and had shown what it is worth."
    is_told = named or any(_tells_in_their_words(scenario, turns, turn) for turn in turns)
    return "." if is_told else ", and had shown nothing yet of what it is worth."


def _tells_in_their_words(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it tells, in words that they had just said, of something besides the terms: "so without it nobody can
    work"."""
    on_the_table = {str(issue.id) for issue in scenario.issues}
    told = [
        read.span.text for read in turn.reading.acts if read.act is Act.PRESENT and str(read.topic) not in on_the_table
    ]
    words = takes_up(scenario, turns, turn).strip(" .,;:!") if any(told) else ""
    return bool(words) and any(words in text or (text and text in words) for text in told)


def _says_of_the_sheet(scenario: Scenario, turn: Turn) -> bool:
    """Whether a clause that neither asks nor offers has two words of a fact: "we've a sandbox to try changes in"."""
    product = scenario.product
    on_the_table = (word for issue in scenario.issues for word in (issue.phrase, *issue.words))
    usual = frozenset().union(*map(content, (product.name, *on_the_table)))
    offered = [offer.span.start for offer in turn.reading.offers]
    return any(
        len((content(clause.group()) & content(fact)) - usual) >= WORDS_OF_A_FACT
        for clause in _CLAUSE.finditer(turn.said.text)
        if says_something(clause.group()) and not is_worded_as_a_question(clause.group())
        if not any(clause.start() <= place < clause.end() for place in offered)
        for _, fact in product.facts
    )
