"""What only says the other side's words back takes note of them, and presents nothing."""

import pytest

from engine.reading.context import PRICE, ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Issue, IssueKind, Topic

TOPICS = ((Topic("costs"), ("running costs", "fuel")), (Topic("space"), ("space", "room")))
HEARD = "What it costs to run. Fuel, most of all."


def kinds(line: str, heard: str = HEARD) -> frozenset[Act]:
    price = Issue(PRICE, IssueKind.PRICE, "Price", "the price", ("price",))
    return read_message(line, ReadingContext((price,), TOPICS, other_words=heard)).kinds


@pytest.mark.parametrize(
    "line",
    [
        "Okay, running costs.",
        "So fuel is the thing.",
        "Running costs first.",
        "It sounds like fuel is hard on you.",
        "The fuel must be annoying.",
    ],
)
def test_words_just_heard_are_only_taken_note_of(line: str) -> None:
    assert Act.ACKNOWLEDGE in kinds(line)
    assert Act.PRESENT not in kinds(line)


@pytest.mark.parametrize(
    "line", ["No fuel at all.", "It needs half the fuel of yours.", "The room in the back is wide.", "There is space."]
)
def test_what_says_something_of_its_own_is_presented(line: str) -> None:
    assert Act.PRESENT in kinds(line)


def test_where_nothing_was_heard_nothing_is_said_back() -> None:
    assert Act.PRESENT in kinds("Okay, running costs.", "")


def test_a_question_about_others_proposes_no_step() -> None:
    assert Act.NEXT_STEP not in kinds("What do they want you to come back with?")


def test_a_question_after_a_point_of_the_other_side_is_on_that_point() -> None:
    price = Issue(PRICE, IssueKind.PRICE, "Price", "the price", ("price",))
    reading = read_message("Your second point was fuel. What is behind it?", ReadingContext((price,), TOPICS))
    asked = [read for read in reading.acts if read.act in (Act.ASK_OPEN, Act.FOLLOW_UP)]
    assert [read.topic for read in asked] == [Topic("costs")]
    assert Act.PRESENT not in reading.kinds
