"""An answer to a question is held to be like what it is asked by: one that is like none of that answers something else.

The question was placed before, by a name in it or by what the talk stands at; that often goes by a single word.
"""

from collections.abc import Set
from typing import NamedTuple

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.centroids import AskedBy, likeness
from engine.reading.reading import Reading
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Scenario
from engine.strict.hooks import ASKING
from engine.strict.part import Part, Step, without_unsaid
from engine.strict.questions import Question
from engine.strict.recollection import as_asked, says_too_little, told_by_questions

_SURE, _BESIDE, _BEYOND = 50, 100, 100
"""How like what an answer is asked by a question of the line must be, in thousandths: where the answer is the first or
its topic named, where it stands beside another by a guess, and where it goes beyond a fact."""
_FEWEST, _FEWEST_BEYOND = 8, 1
"""Questions that a thing must be asked by for others to be unlike them."""


def held_to_likeness(
    negotiation: Negotiation, reading: Reading, mood: Mood, question: Question, answer: Step, *, is_first: bool
) -> Step:
    """The answer without what is too unlike all that the line asks; where nothing is left of it, nothing is told."""
    scenario = negotiation.scenario
    if says_too_little(scenario, question.text):
        return answer
    asked = {question.text, *(read.span.text for read in reading.acts if read.act in ASKING)}
    is_sure = is_first or (question.is_named and not question.is_guessed)
    kept = tuple([part for part in answer.parts if _is_like(scenario, asked, part, is_sure=is_sure)])
    if kept == answer.parts:
        return answer
    if not kept:
        return Step(answer.mood._replace(told=mood.told, hinted=mood.hinted, heard=mood.heard), ())
    said = {part.told for part in kept}
    unsaid = {fact.id for fact in scenario.facts if fact.exact not in said}
    return Step(answer.mood._replace(told=without_unsaid(answer.mood.told, unsaid, mood.told)), kept)


def _is_like(scenario: Scenario, asked: Set[str], part: Part, *, is_sure: bool) -> bool:
    known = _asked_by(scenario).get(part.told)
    if known is None or known.by.asked < (_FEWEST_BEYOND if known.is_beyond else _FEWEST):
        return True
    least = _BEYOND if known.is_beyond else _SURE if is_sure else _BESIDE
    return any(likeness(as_asked(scenario, text), known.by) >= least for text in asked)


class _Known(NamedTuple):
    """What an answer is asked by, and whether it goes beyond a fact."""

    by: AskedBy
    is_beyond: bool


@once_for_each
def _asked_by(scenario: Scenario) -> dict[str, _Known]:
    """What is asked by questions of the pack, by how it is told."""
    return {text: _Known(by, is_beyond) for text, by, is_beyond in told_by_questions(scenario)}
