"""An answer to a question is held to the type that the question wants: a sum of money is not answered with a day."""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import classifier_of
from engine.scenario.scenario import Scenario
from engine.strict.answer_type import AnswerType, wanted
from engine.strict.part import Part, Place, Step
from engine.strict.questions import Question
from engine.strict.types_given import gives
from engine.strict.unplaced import unknown

_OF_KNOWING = re.compile(r"\bknows?\b", re.IGNORECASE)
"""Who knows something is another matter than who has a say in it."""
_WEIGHED = ("NEED_MATTERS", "NEED_MINOR")
"""Acts that say how much something matters, and nothing of it."""


def held_to_type(negotiation: Negotiation, mood: Mood, question: Question, answer: Step) -> Step:
    """The answer; where no part of it gives what the question wants, that this is not known, with nothing told.

    A question that the pack has on the topic word for word is answered as the pack has it, and one that takes for
    granted what is not so is put right.
    """
    scenario = negotiation.scenario
    act = unknown(scenario, question.text) if answer.parts else ""
    if not act or act == "UNKNOWN_WHY" or not all(_tells(part) for part in answer.parts):
        return answer
    if any(_gives(scenario, part.told, question.text) for part in answer.parts if part.act not in _WEIGHED):
        return answer
    if wanted(question.text) is AnswerType.PERSON and _tells_its_fact(scenario, question, answer):
        return answer
    if question.is_named and (_is_known(scenario, question) or _puts_right(scenario, question)):
        return answer
    kept = answer.mood._replace(told=mood.told, hinted=mood.hinted, heard=mood.heard)
    return Step(kept, (Part(Place.ANSWER, act, needed=True),))


def _gives(scenario: Scenario, text: str, question: str) -> bool:
    """Whether the text is of the type; or only hints at what would be: "I have a figure in mind"."""
    return gives(text, question) or any(fact.vague == text and gives(fact.exact, question) for fact in scenario.facts)


def _tells_its_fact(scenario: Scenario, question: Question, answer: Step) -> bool:
    """Whether the fact on a topic that the question names by its words is told, or one that is there to say who it is.

    Persons go by many names: "at this size I can sign alone".
    """
    if not question.is_named or not any(part.act == "TELL" for part in answer.parts):
        return False
    if not question.is_guessed:
        return True
    asked = (fact.ask for fact in scenario.earned_on(question.topic))
    return _OF_KNOWING.search(question.text) is None and any(wanted(ask) is AnswerType.PERSON for ask in asked)


def _tells(part: Part) -> bool:
    return bool(part.told) or part.act in _WEIGHED


def _is_known(scenario: Scenario, question: Question) -> bool:
    """Whether the pack has the very question on its topic."""
    return classifier_of(scenario.examples).verbatim(words_of(question.text.lower())) == question.topic


def _puts_right(scenario: Scenario, question: Question) -> bool:
    """Whether the topic is of something that is not so: "no trade" to whoever asks for its year."""
    return not question.is_guessed and any(not fact.holds for fact in scenario.earned_on(question.topic))
