"""A question wants a type of answer, and a text gives some: what is asked for by the one is held against the other."""

import pytest

from engine.strict.answer_type import AnswerType, wanted
from engine.strict.types_given import answers, gives


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who feels it most?", AnswerType.PERSON),
        ("and whose hours are those?", AnswerType.PERSON),
        ("Since when has that been so?", AnswerType.DATE),
        ("How many years ago was that?", AnswerType.DATE),
        ("How long does it take to get those numbers out?", AnswerType.DURATION),
        ("how much time do you need for that", AnswerType.DURATION),
        ("How often do you load it full?", AnswerType.FREQUENCY),
        ("What are you paying for gas at the moment?", AnswerType.MONEY),
        ("Roughly what does one fill-up cost you?", AnswerType.MONEY),
        ("How much did they want for the repair?", AnswerType.MONEY),
        ("How many of them are on the team?", AnswerType.COUNT),
        ("How come?", AnswerType.REASON),
        ("Has anything like that come close to happening?", AnswerType.EVENT),
        ("How does the team work with it?", AnswerType.WAY),
    ],
)
def test_a_question_wants_what_it_is_asked_with(question: str, kind: AnswerType) -> None:
    assert wanted(question) is kind


@pytest.mark.parametrize(
    "question",
    [
        "What do you use it for?",
        "How much does safety matter to you?",
        "How big a deal is that?",
        "Of everyone who has an account, is anybody idle?",
        "What should I pay attention to?",
        "Who are you?",
    ],
)
def test_a_question_for_a_weight_or_for_anything_wants_no_type(question: str) -> None:
    assert wanted(question) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What are you paying for gas?", "Once a week, as things are. I wouldn't miss the smell."),
        ("How long does it take someone to get those numbers out?", "End of the quarter, so we can talk."),
        ("Who uses the phone app mostly?", "If it stood still, the questions would pile up in people's private mail."),
        ("When do you need to hand her keys back?", "There's no lease on it. It never had one."),
        ("Has it been down lately?", "I wouldn't stay for uptime alone."),
        ("How does the team work with it?", "If it stood still, somebody would miss a call."),
        ("How often do you drive more than an hour?", "14,500 miles a year. About."),
    ],
)
def test_a_text_of_another_type_is_no_answer(question: str, text: str) -> None:
    assert not gives(text, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What are you paying for gas?", "About $180 a month."),
        ("How long does that take?", "Half a morning, by hand."),
        ("How long do you have?", "End of the quarter."),
        ("Who uses it mostly?", "The dispatchers. They start at six."),
        ("Who signs?", "Rupert. Holds the budget."),
        ("When does it start hurting?", "After an hour or so."),
        ("How often?", "Most weekends, from April on."),
        ("Has that ever happened?", "Once, last spring. We caught it."),
        ("What matters most to you?", "Pull."),
    ],
)
def test_a_text_of_the_type_answers(question: str, text: str) -> None:
    assert gives(text, question)


def test_a_text_that_is_asked_for_just_that_answers_though_no_word_of_it_tells() -> None:
    assert not gives("Ask the odometer.", "How far has it come?")
    assert answers("Ask the odometer.", "How far has it come?", ["How many miles has it got?"])
    assert not answers("Ask the odometer.", "What does it cost you?", ["How many miles has it got?"])
