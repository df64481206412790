"""A question is the same with words thrown in, a preface, or what it is about before it."""

import pytest

from engine.director.director import Line
from engine.director.replay import say
from tests.engine.scenarios import NOW
from tests.packs.buyers import talk

SAAS = "saas_renewal"
USE = "Customer support. We close between 900 and 1,100 tickets a week in it, and report on first answers."


@pytest.mark.parametrize("preface", ["May I begin by asking", "Can I start by asking"])
def test_a_preface_is_no_answer_to_where_to_begin(preface: str) -> None:
    """Its first line was "Where would you like to begin?"."""
    assert talk(SAAS, 20_946_618, f"{preface} what your team chiefly uses the product for?").last_heard == USE


@pytest.mark.parametrize("thrown_in", ["then", "if I may ask", "by the way", "exactly"])
def test_words_thrown_in_behind_a_question_word_do_not_cut_it(thrown_in: str) -> None:
    asked = talk(SAAS, 20_946_618, f"Who, {thrown_in}, signs it?")
    assert asked.last_heard == talk(SAAS, 20_946_618, "Who signs it?").last_heard


def test_what_about_only_says_what_the_question_after_it_is_on() -> None:
    told = talk(SAAS, 83_315_570, "How many of the seats are really in use?")
    assert "quote" not in say(told, Line("What about the other 26, why aren't they getting in?"), NOW).last_heard


def test_a_yes_or_no_is_no_answer_to_what() -> None:
    told = talk(
        SAAS,
        20_946_618,
        "What does your usage report tell you about how many of the 230 are really active?",
        "Of the twenty-six or so that were not used, do you know why they have gone quiet?",
        "Who might know, the team leads perhaps, and how do they decide who is given a seat?",
    )
    asked = say(told, Line("What does your house hope to see from the product in the coming year?"), NOW)
    assert not asked.last_heard.startswith("I don't believe so")


def test_who_asks_something_else_is_not_told_the_same_again() -> None:
    told = talk(
        "car_sales",
        3_398_421,
        "May I ask how you get around at the moment?",
        "I see. What happens with the lease, when does it run out?",
        "Monday is close. Is there any charge if you are late handing it back?",
    )
    assert "due yesterday" not in say(told, Line("Fine. What did you dislike about the leased car?"), NOW).last_heard


def test_what_is_unlike_all_that_is_asked_is_not_said_beside_an_answer() -> None:
    """That it must not fall over is no answer to when it last did."""
    told = talk(SAAS, 5_820_471, "Has it ever gone down on you?")
    asked = say(told, Line("When was the last time it went down, and what did people do meanwhile?"), NOW)
    assert "half an hour" in asked.last_heard
    assert "doesn't fall over" not in asked.last_heard
