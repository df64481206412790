"""Whether a doubt was answered, and not only named."""

from collections.abc import Iterator, Sequence

from engine.reading.reading import Act
from engine.reading.text import sentence_around
from engine.scenario.scenario import Objection, Scenario, Topic
from engine.scoring.record import Turn
from engine.scoring.showing import figures_in, says_something, share_a_word, shown


def is_answered(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether a line after the doubt gives something on what it was about.

    Where the sheet has something to say, that is a word or a figure of it: "so fuel is the thing" gives none. Else it
    is what takes up a word of the doubt, a term with its figure, another fact of the sheet in the same line, or the
    step that settled it.
    """
    if any(_settles(doubt, turn) and turn.reading.has(Act.NEXT_STEP) for turn in turns):
        return True
    if any(_puts_up(doubt, turn) for turn in turns):
        return True
    sheet = dict(scenario.product.facts)
    if {doubt.topic, *doubt.answered_by}.isdisjoint(sheet) and any(_shows_what_settled_it(scenario, doubt, turns)):
        return True
    on_the_table = {str(issue.id) for issue in scenario.issues}
    for turn, topic, sentence in _spoken_on(doubt, turns):
        fact = sheet.get(topic, "")
        figures = figures_in(sentence)
        if topic in on_the_table and figures:
            return True
        if not figures.isdisjoint(figures_in(fact)) or share_a_word(fact or doubt.raised, sentence):
            return True
        if not fact and any(shown(scenario, turn)):
            return True
    return False


def _settles(doubt: Objection, turn: Turn) -> bool:
    return doubt.id in turn.after.settled and doubt.id not in turn.before.settled


def _puts_up(doubt: Objection, turn: Turn) -> bool:
    """Whether the line that settled it put up a term that answers it."""
    topics = {str(topic) for topic in (doubt.topic, *doubt.answered_by)}
    return _settles(doubt, turn) and any(str(offer.issue) in topics for offer in turn.reading.binding())


def _shows_what_settled_it(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> Iterator[bool]:
    """Whether the line that settled it shows something of the sheet, which has nothing on the doubt itself."""
    return (True for turn in turns if _settles(doubt, turn) for _ in shown(scenario, turn))


def _spoken_on(doubt: Objection, turns: Sequence[Turn]) -> Iterator[tuple[Turn, Topic, str]]:
    topics = {doubt.topic, *doubt.answered_by}
    for turn in turns:
        if doubt.id in turn.before.raised and doubt.id not in turn.before.settled:
            for read in turn.reading.acts:
                if read.act in (Act.PRESENT, Act.CLAIM) and read.topic in topics:
                    sentence = sentence_around(turn.said.text, read.span)
                    if says_something(sentence):
                        yield turn, read.topic, sentence
