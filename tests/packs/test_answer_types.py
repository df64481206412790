"""A second question on their own words is answered by its type, or they say that they do not know just that."""

import pytest

from tests.packs.test_to_the_point import acts, talk

_CAR = "Hi, what brings you in today, what will you use the car for?"
_SAAS = "Hi, how has it been going with the product this year, what do you use it for?"
_NOW = "What are you driving now, and how is it treating you?"


@pytest.mark.parametrize(
    ("pack", "seed", "first", "second", "act"),
    [
        ("car_sales", 4_429_931, _NOW, "How much is the lease costing you each month?", "UNKNOWN_MONEY"),
        ("car_sales", 1_589_961, _NOW, "How long does it take to warm up?", "UNKNOWN_DURATION"),
        (
            "car_sales",
            5_338_013,
            "Who else will be riding in it?",
            "How often do you drive more than an hour?",
            "UNKNOWN_FREQUENCY",
        ),
        ("car_sales", 8_622_343, _NOW, "What are you paying for it a day?", "UNKNOWN_MONEY"),
        ("saas_renewal", 2_570_048, _SAAS, "How long did the last training take?", "UNKNOWN_DURATION"),
        ("saas_renewal", 8_943_530, _SAAS, "Has anybody ever seen something they shouldn't have?", "UNKNOWN_EVENT"),
        (
            "saas_renewal",
            9_958_275,
            "How many of the seats do people really use?",
            "When could you check that?",
            "UNKNOWN_WHEN",
        ),
    ],
)
def test_what_nothing_told_gives_is_not_known(pack: str, seed: int, first: str, second: str, act: str) -> None:
    assert act in acts(talk(pack, seed, first, second))


@pytest.mark.parametrize(
    ("pack", "seed", "first", "second", "words"),
    [
        ("car_sales", 5_251_920, "What matters most to you in it?", "When does it start hurting?", "hour"),
        ("car_sales", 9_465_000, _CAR, "How often would she be driving it?", "school day"),
        (
            "saas_renewal",
            3_016_614,
            "Who else is involved in the decision?",
            "How much can you sign without her?",
            "Chairs",
        ),
        ("saas_renewal", 7_124_662, _SAAS, "How long does one report take a crew?", "minutes"),
        ("saas_renewal", 3_442_647, _SAAS, "How does the account team work with it?", "Every call"),
    ],
)
def test_a_third_question_that_many_ask_has_an_answer_of_its_own(
    pack: str, seed: int, first: str, second: str, words: str
) -> None:
    assert words in talk(pack, seed, first, second).last_heard


def test_of_two_questions_the_one_without_an_answer_is_not_passed_over() -> None:
    asked = "OK, running costs. What are you driving now and what does it cost you?"
    run = talk("car_sales", 15_811_130, _CAR, asked)
    assert "A borrowed car" in run.last_heard
    assert "UNKNOWN_MONEY" in acts(run)


@pytest.mark.parametrize("seed", [4_688_143, 5_007, 5_025, 5_060, 5_089])
def test_what_was_just_told_is_gone_into_without_another_secret_coming_out(seed: int) -> None:
    earlier = ("Hi, how has the year with us been for your team?", "What has happened to your budget this year?")
    assert "$" not in talk("saas_renewal", seed, *earlier, "And where do they keep those written down?").last_heard


def test_whether_what_was_shown_is_enough_is_answered_by_what_they_make_of_it_and_not_with_a_story() -> None:
    run = talk(
        "car_sales",
        8_044_552,
        "Hello Kenji, what should it be good at?",
        "Five days of highway. So what makes space come first for you?",
        "In the Aria 16 cubic feet stay free even behind the third row. Would that take what you measured?",
    )
    assert "HEARD_NEED" in acts(run)
    assert "work bag" not in run.last_heard


def test_who_else_has_a_say_is_told_even_where_the_answer_names_nobody() -> None:
    run = talk("saas_renewal", 6_183_345, _SAAS, "And who besides you has a say in the renewal?")
    assert "sign alone" in run.last_heard


def test_what_would_make_them_sign_is_no_question_on_how_much_they_may_sign() -> None:
    earlier = (_SAAS, "And who besides you has a say in the renewal?")
    run = talk("saas_renewal", 6_183_345, *earlier, "I see, so it's up to you. And what would make you sign soon?")
    assert "rules" not in run.last_heard


def test_a_quote_named_beside_an_offer_can_be_gone_into() -> None:
    lines = (
        "I've got 34,560 a year for the 80 seats. Do we have a deal?",
        "What does Tallowdesk include for its 28,000, by the way?",
    )
    assert "Tallowdesk" in talk("saas_renewal", 2_130_380, lines[0]).last_heard
    assert "support by mail" in talk("saas_renewal", 2_130_380, *lines).last_heard


def test_where_is_not_answered_with_how_long() -> None:
    asked = "what would make their life easier, n where does it hurt most?"
    assert "An hour" not in talk("saas_renewal", 8_242_985, _SAAS, asked).last_heard


@pytest.mark.parametrize(
    "asked",
    [
        "The Larch has 190 horsepower. How does that compare with what you had in mind?",
        "The Larch has 190 horsepower. What do you make of that?",
        "The Larch has 190 horsepower. Does that make a difference?",
    ],
)
def test_what_they_make_of_what_is_shown_is_said_and_no_price_asked_for(asked: str) -> None:
    run = talk("car_sales", 90_155_273, "Hello!", asked)
    assert acts(run) & {"HEARD", "HEARD_NEED"}
    assert not acts(run) & {"ASK_PRICE", "YOURS_TO_NAME", "DEPENDS", "UNKNOWN", "NOT_FOLLOWED"}


def test_what_goes_beyond_a_fact_is_told_only_to_a_question_that_is_like_those_on_it() -> None:
    lines = ("Ouch, when did that happen?", "How is your neck now? And where is the Dray at the moment?")
    assert "I need a car, that's all." not in talk("car_sales", 338_214, "Hi! What brings you in?", *lines).last_heard
