"""What a model is asked about a run that is over: five narrow questions, each beside a check of the score.

How each is put to the model stands in `engine/prompts/judge_*.md`; `told` is what its answers tell the rep.
"""

from collections.abc import Callable, Container
from typing import NamedTuple

from engine.judges.exchanges import Exchange
from engine.reading.reading import Act

MOST_POINTS = 15
"""Points that all questions together can take the place of."""
MOST_EXCHANGES = 24
"""Exchanges that a question shows, the latest ones: a longer talk costs more and says little else."""

_ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_REASONING = (Act.PRESENT, Act.CLAIM)


class Question(NamedTuple):
    """One question: the check that it stands beside, the points of it that the answer takes the place of, what each
    answer from 0 on tells the rep, and which exchanges it is about. `reasons` are exchanges that are shown with those.
    """

    id: str
    check: str
    title: str
    points: int
    told: tuple[str, ...]
    is_about: Callable[[Exchange], bool]
    reasons: Callable[[Exchange], bool] = lambda _: False

    @property
    def most(self) -> int:
        """The highest answer: 1 for yes or no, else 4."""
        return len(self.told) - 1


QUESTIONS: tuple[Question, ...] = (
    Question(
        "relevance", "questions", "What your questions were after", 3,
        (
            "Your questions did not touch what matters to them.",
            "Few of your questions touched what matters to them.",
            "Some of your questions went to what matters to them; others could have been put to anybody.",
            "Most of your questions went to what matters to them.",
            "Your questions went to what matters to them, and built on what they had said.",
        ),
        lambda each: each.reading.has(*_ASKING) or "?" in each.said.text,
    ),
    Question(
        "substance", "objections", "What you said to their doubts", 4,
        (
            "Their doubt got no answer.",
            "You talked around their doubt.",
            "You answered a part of their doubt.",
            "You answered their doubt.",
            "You answered what stood behind their doubt, with something that they can check.",
        ),
        lambda each: each.is_doubted,
    ),
    Question(
        "rationale", "anchor", "Reasons for your prices", 2,
        (
            "Your prices came without a reason that they could follow.",
            "Your prices came with a reason that they could follow.",
        ),
        lambda each: each.is_priced,
        lambda each: each.reading.has(*_REASONING),
    ),
    Question(
        "tone", "pressure", "Your tone", 3,
        (
            "This could be heard as a lack of respect.",
            "You stayed respectful throughout.",
        ),
        lambda _: True,
    ),
    Question(
        "regard", "heard", "How they would look back on it", 3,
        (
            "They would rather not deal with you again.",
            "They would feel talked over.",
            "They would feel neither heard nor passed over.",
            "They would feel heard.",
            "They would feel heard and taken seriously, and would deal with you again.",
        ),
        lambda _: True,
    ),
)  # fmt: skip


class Asked(NamedTuple):
    """A question, and the exchanges that it is asked about."""

    question: Question
    shown: tuple[Exchange, ...]


def questions_on(talk: tuple[Exchange, ...], observed: Container[str]) -> tuple[Asked, ...]:
    """The questions that the talk gives something to; none beside a check that was not observed."""
    found = (Asked(each, _shown(each, talk)) for each in QUESTIONS if each.check in observed)
    return tuple(each for each in found if each.shown)


def _shown(question: Question, talk: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    if not any(map(question.is_about, talk)):
        return ()
    return tuple(each for each in talk if question.is_about(each) or question.reasons(each))[-MOST_EXCHANGES:]


def question_of(question_id: str) -> Question | None:
    """The question of that id; None for one of another version."""
    return next((each for each in QUESTIONS if each.id == question_id), None)
