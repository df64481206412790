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
from engine.strict.part import Part, Place, Step, without_unsaid
from engine.strict.questions import Question
from engine.strict.recollection import as_asked, says_too_little, told_by_questions

_SURE, _BESIDE, _BEYOND = 50, 100, 100
"""How like what an answer is asked by a question of the line must be, in thousandths: where the answer is the first or
its topic named, where it stands beside another by a guess, and where it goes beyond a fact."""
_STRAY = 80
"""The same of what stands beside an answer that is likelier, in whatever way it came to be said."""
_REPEATED = 350
"""The same where what was told is told again, though nobody asks for it again: who asks something else is not told
the same."""
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
    repeats = _REPEATED if not question.is_again else 0
    kept = tuple([part for part in answer.parts if _is_like(scenario, asked, part, repeats, is_sure=is_sure)])
    if kept == answer.parts:
        return answer
    if not kept:
        return Step(answer.mood._replace(told=mood.told, hinted=mood.hinted, heard=mood.heard), ())
    said = {part.told for part in kept}
    unsaid = {fact.id for fact in scenario.facts if fact.exact not in said}
    return Step(answer.mood._replace(told=without_unsaid(answer.mood.told, unsaid, mood.told)), kept)


def without_strays(negotiation: Negotiation, reading: Reading, heard: Step) -> Step:
    """What is said to a line without answers that are unlike all that it asks, where another is not."""
    scenario = negotiation.scenario
    told = [part for part in heard.parts if _is_known(scenario, part)]
    asked = [read.span.text for read in reading.acts if read.act in ASKING] if len(told) > 1 else []
    if not asked or any(says_too_little(scenario, text) for text in asked):
        return heard
    texts = {*asked, negotiation.lines[-1].text}
    likely = {part: _likeness(scenario, texts, part) for part in told}
    strays = {part for part, alike in likely.items() if alike < _STRAY}
    if len(strays) in (0, len(likely)):
        return heard
    kept = tuple([part for part in heard.parts if part not in strays])
    said = {part.told for part in kept}
    gone_into = {detail.of for detail in scenario.details if detail.answer in said}
    left_out = {part.told for part in strays}
    unsaid = {fact.id for fact in scenario.facts if not left_out.isdisjoint((fact.exact, fact.vague))} - gone_into
    mood, before = heard.mood, negotiation.mood
    mood = mood._replace(told=without_unsaid(mood.told, unsaid, before.told))
    return Step(mood._replace(hinted=without_unsaid(mood.hinted, unsaid, before.hinted)), kept)


def _is_known(scenario: Scenario, part: Part) -> bool:
    known = _asked_by(scenario).get(part.told) if part.place is Place.ANSWER else None
    return known is not None and known.by.asked >= _FEWEST


def _likeness(scenario: Scenario, asked: Set[str], part: Part) -> int:
    return max(likeness(as_asked(scenario, text), _asked_by(scenario)[part.told].by) for text in asked)


def _is_like(scenario: Scenario, asked: Set[str], part: Part, repeats: int, *, is_sure: bool) -> bool:
    known = _asked_by(scenario).get(part.told)
    if known is None or known.by.asked < (_FEWEST_BEYOND if known.is_beyond else _FEWEST):
        return True
    least = _BEYOND if known.is_beyond else _SURE if is_sure else _BESIDE
    least = max(least, repeats) if part.act == "TELL_AGAIN" else least
    return any(likeness(as_asked(scenario, text), known.by) >= least for text in asked)


class _Known(NamedTuple):
    """What an answer is asked by, and whether it goes beyond a fact."""

    by: AskedBy
    is_beyond: bool


@once_for_each
def _asked_by(scenario: Scenario) -> dict[str, _Known]:
    """What is asked by questions of the pack, by how it is told."""
    return {text: _Known(by, is_beyond) for text, by, is_beyond in told_by_questions(scenario)}
