"""A line spoken into a telephone has no marks: a question word with its verb turned round still asks."""

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Act
from tests.engine.reading.table import table

ASKED = (
    "so nice to meet you how many miles do you do in a week",
    "ok cool who else is gonna be in the car with you",
    "nice to meet you who else is going to be in the car with you",
    "right so what do you mostly use it for",
    "um so like how many kids do you have in the car",
    "thanks for coming in what are you driving at the moment",
    "I get that and where do you drive most of the week",
)
TOLD = (
    "I know what you need for the school run",
    "I see how it is with the kids",
    "that is the one who is on the school run",
    "it has space which is great for the kids",
    "you told me how many kids you have in the car",
    "whatever you do in the week this car can take it",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_question_without_its_mark_asks(text: str) -> None:
    reading = read_message(text, table())
    assert reading.has(Act.ASK_OPEN)
    assert not reading.has(Act.PRESENT)


@pytest.mark.parametrize("text", TOLD)
def test_a_question_word_in_a_statement_does_not_ask(text: str) -> None:
    assert not read_message(text, table()).has(Act.ASK_OPEN, Act.ASK_CLOSED)


def test_asking_what_else_is_wanted_gives_nothing_away() -> None:
    assert read_message("Ok, what else, the warranty, delivery?", table()).binding() == ()
