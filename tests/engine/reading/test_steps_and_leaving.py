"""A time to meet is heard in whatever form, and so is whoever leaves kindly."""

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Act
from tests.engine.reading.table import table

STEPS = (
    "OK then Mark: call with the three of us on Tuesday at 10?",
    "Could the three of us talk on Tuesday at 10?",
    "What about Thursday at 2 with Mark?",
    "Tuesday at 10, you, me and Mark?",
    "Shall we all speak on Monday?",
    "Does Tuesday at 10 suit Mark?",
    "And Mark, is he free Thursday afternoon?",
    "Zoom with the three of us, Friday 11am?",
)

NO_STEPS = (
    "Did you call Mark on Tuesday?",
    "Will you decide on Tuesday?",
    "Does it have to be Tuesday?",
    "What does Mark want?",
    "Meet me in the middle by Friday?",
)

LEAVING = (
    "Fine, thank you for your time. I can't go there, so I'd rather let it go than lose money on it.",
    "I can't do it. Thanks for coming in.",
    "I'd rather keep it on the lot than sell it at a loss.",
    "I'd rather walk.",
    "I'll have to pass. Good luck with your search.",
    "This isn't going to work for either of us. Take care.",
    "No hard feelings, but I'm going to stop here.",
    "I won't sell it for that, sorry. Have a good day.",
    "Thank you for your time, but that's below what I can do.",
)

STAYING = (
    "Thank you for your time today. What got you looking?",
    "I can't go there. But come back tomorrow?",
    "I can't go there. 33,900 is where I am.",
    "I'd rather let the warranty go than the mats.",
    "I'd rather wait a day.",
    "Have a good day!",
)


@pytest.mark.parametrize("text", STEPS)
def test_a_dated_next_step_in_question_form_is_one(text: str) -> None:
    assert read_message(text, table()).has(Act.NEXT_STEP)


@pytest.mark.parametrize("text", NO_STEPS)
def test_a_day_alone_sets_no_next_step(text: str) -> None:
    assert not read_message(text, table()).has(Act.NEXT_STEP)


@pytest.mark.parametrize("text", LEAVING)
def test_who_refuses_and_takes_leave_walks(text: str) -> None:
    read = read_message(text, table())
    assert read.has(Act.WALK)
    assert not read.has(Act.ACCEPT)


@pytest.mark.parametrize("text", STAYING)
def test_who_goes_on_does_not_walk(text: str) -> None:
    assert not read_message(text, table()).has(Act.WALK)
