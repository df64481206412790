"""Questions that no wording of a pack foresees get the answer that they are most like, of all that may be told."""

import pytest

from engine.reading.reading import Act
from engine.strict.recollection import recalled
from tests.packs.buyers import talk

OUTAGE = (
    "Good morning. Thank you for meeting me. Could you tell me what has changed in your business lately?",
    "You mentioned you were told to look at it again. May I ask who asked you, and what prompted it?",
)
MINIVAN = ("Hi there, welcome! What brings you in to us today?",)
LAST_REPAIRS = "What sort of repairs have been eating the money lately, and what did they run you?"


@pytest.mark.parametrize(
    ("pack", "seed", "lines", "said"),
    [
        ("car_sales", 48213, (*MINIVAN, LAST_REPAIRS), "A few hundred, for brakes and a battery."),
        (
            "car_sales",
            90817,
            (
                "Good morning. May I ask what prompted you to look for another vehicle at this point?",
                "A breakdown on the highway must have been alarming. Were you on your own when it happened?",
            ),
            "I was by myself, an hour on the shoulder",
        ),
        (
            "car_sales",
            1650938,
            ("Hi! When do you need it?", "What would you need to see to feel sure about it?"),
            "one evening to talk it through",
        ),
        (
            "saas_renewal",
            90517,
            (*OUTAGE, "What did the outage actually mean for your people on that day?"),
            "nobody could see a single note",
        ),
        (
            "saas_renewal",
            48213,
            ("Hi!", "You said nothing renews by default this year. What is behind that?"),
            "Your outage.",
        ),
    ],
)
def test_a_question_nobody_foresaw_gets_what_it_is_most_like(
    pack: str, seed: int, lines: tuple[str, ...], said: str
) -> None:
    assert said in talk(pack, seed, *lines).last_heard


@pytest.mark.parametrize("line", ["Why is that?", "How come?", "And?", "Would a giraffe like that?"])
def test_what_says_too_little_is_left_to_what_was_just_told(line: str) -> None:
    run = talk("car_sales", 48213, *MINIVAN, LAST_REPAIRS)
    told = set(run.mood.told)
    assert set(talk("car_sales", 48213, *MINIVAN, LAST_REPAIRS, line).mood.told) == told


def test_what_is_to_be_told_on_a_named_topic_comes_before_a_detail_of_another() -> None:
    lines = ("Hi! How many of the seats are used?", "How many seats would you want in the new contract?")
    run = talk("saas_renewal", 3318846, *lines)
    assert "growth" in run.mood.told


def test_only_what_is_known_may_be_recalled() -> None:
    run = talk("car_sales", 48213, "Hi!", LAST_REPAIRS)
    asked = next(read for read in run.readings[-1].reading.acts if read.act is Act.ASK_OPEN)
    before = talk("car_sales", 48213, "Hi!")
    found = recalled(before._replace(lines=run.lines[: len(before.lines) + 1]), asked)
    assert found is not None
    assert found.detail is None


def test_answers_stand_in_the_order_in_which_they_were_asked_for() -> None:
    heard = talk("saas_renewal", 48213, "how many seats do you use, and why not the rest?").last_heard
    assert heard.startswith("61 of 80.")
    assert "outage" in heard


def test_the_second_half_goes_into_what_the_first_gets_told() -> None:
    heard = talk("car_sales", 48213, "When would you need it, and what happens if it's late?").last_heard
    assert "end of this week. I'd live" in heard


def test_what_somebody_absent_wants_is_told_to_whoever_asks_by_name() -> None:
    lines = (
        "Good to meet you. What brings you in?",
        "I can do the Aria at $24,600, with a full service book.",
        "Of course, bring Robin in. What will Robin want to know, so I can give you the answers?",
    )
    run = talk("car_sales", 4718263, *lines)
    assert "The money first." in run.last_heard


@pytest.mark.parametrize(
    ("line", "stray"),
    [
        ("How has your week been?", "It ran."),
        (
            "For 70 seats I could do $61,500, or $60,000 for 24 months. Which one suits you better?",
            "from the first day",
        ),
    ],
)
def test_what_asks_how_they_are_or_which_they_would_take_recalls_nothing(line: str, stray: str) -> None:
    heard = talk("saas_renewal", 48213, "Hi, how many seats will you want next year?", line).last_heard
    assert stray not in heard


def test_a_question_of_two_halves_gets_the_detail_that_each_is_most_like() -> None:
    lines = (
        "Good morning. What matters most to you in the next car?",
        "I am sorry about your back. How long has it been troubling you, and what distance do you typically drive?",
    )
    heard = talk("car_sales", 777041, *lines).last_heard
    assert "About two years now." in heard
    assert "miles a year" in heard


def test_who_asks_for_something_again_that_was_not_told_is_told_it() -> None:
    run = talk("car_sales", 18_422, "Sorry, what did you say your budget was?")
    assert "I'd prefer to keep that figure to myself" in run.last_heard
