"""What the buyer says fits what was asked: the detail of its own story, the reason, both halves, and nothing beside."""

import pytest

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.strict.restating import without_what_is_said_back
from tests.packs.buyers import talk


def acts(run: Negotiation) -> set[str]:
    return set(dict(run.mood.used_phrases))


def test_both_halves_of_a_follow_up_on_its_own_story_are_answered() -> None:
    reports = "Which reports do you take to the board, and what do they ask you about them?"
    run = talk("saas_renewal", 5_376_491, "Good morning.", reports)
    assert "into the board meeting like a shield" in run.last_heard
    work = talk(
        "saas_renewal", 5_376_491, "Good morning.", reports, "Who does that work, and how long does it take them?"
    )
    assert "One of my people does" in work.last_heard
    assert "A day each month" in work.last_heard


def test_the_second_half_of_a_question_on_what_was_told_stays_on_that() -> None:
    told = (
        "Good morning.",
        "What matters most to you, and why?",
        "Who does that work, and how long does it take them?",
    )
    run = talk("saas_renewal", 5_376_491, *told, "What happened after that, and what did you change?")
    assert "two of us go over it first" in run.last_heard
    assert "product people" not in run.last_heard


def test_a_need_that_is_told_is_never_closed_off() -> None:
    asked = ("What matters most to you?", "Why is that?", "Why is that?", "Why is that?", "And why is reporting that?")
    run = talk("saas_renewal", 5_376_491, *asked)
    assert "NOTHING_TO_TELL" not in acts(run)


@pytest.mark.parametrize("line", ["What made you look at one with three rows then?", "Why three rows?"])
def test_whoever_asks_why_it_must_be_so_roomy_hears_what_has_to_go_in(line: str) -> None:
    run = talk("car_sales", 6_293_776, "Hello, what got you looking?", line)
    assert "my work bag and the shopping" in run.last_heard


def test_what_speaks_against_two_years_is_said_and_nothing_is_asked_for_it() -> None:
    offer = "80 seats, 24 months, 57,000 a year. How's that?"
    run = talk("saas_renewal", 4_619_708, offer, "What's wrong with two years for you?")
    assert "term" in run.mood.told
    assert "WOULD_COST" not in acts(run)


@pytest.mark.parametrize(
    "line",
    [
        "Three at home and just you on workdays.",
        "You said that you never buy anything big without sleeping on it.",
        "So fuel is the thing.",
        "Apart from being reliable, what matters most?",
    ],
)
def test_what_is_only_said_back_presents_nothing(line: str) -> None:
    told = ("Hello, what got you looking?", "Who will be riding in the new car on an ordinary week?")
    before = talk("car_sales", 6_293_776, *told)
    after = talk("car_sales", 6_293_776, *told, line)
    assert not without_what_is_said_back(before, after.readings[-1].reading, line).has(Act.PRESENT)


@pytest.mark.parametrize("line", ["No fees here, none at all.", "It has a home charger.", "The price is all in."])
def test_what_is_shown_in_few_words_is_still_shown(line: str) -> None:
    before = talk("car_sales", 2_891_586, "What about fees worries you?")
    reading = talk("car_sales", 2_891_586, "What about fees worries you?", line).readings[-1].reading
    assert without_what_is_said_back(before, reading, line) == reading


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("What do you drive at the moment, by the way?", "somebody else's"),
        ("Roughly how many miles to the gallon do you get in the old one?", "to the gallon"),
        ("How much are you spending at the pump right now?", "gallons and not the dollars"),
    ],
)
def test_a_question_on_the_old_car_is_answered_without_its_value(line: str, said: str) -> None:
    run = talk("car_sales", 7_600_827, "Good morning!", line)
    assert said in run.last_heard
    assert "trade" not in run.mood.told


def test_what_is_left_out_behind_what_else_is_not_told_again() -> None:
    run = talk("car_sales", 7_600_827, "Hi", "What matters most to you?", "And what else is on your list after safety?")
    assert "That one leads" in run.last_heard


def test_a_no_with_nothing_on_the_table_asks_for_no_price() -> None:
    asked = "Oh no, I hope your neighbor is okay! Who would be riding along with you most days?"
    run = talk("car_sales", 7_600_827, "Hi", "What matters most to you?", asked)
    assert "ASK_PRICE" not in acts(run)


def test_own_words_taken_up_are_not_denied() -> None:
    asked = ("What do your people do all day in the tool?", "Who runs it, and when is it busiest?")
    taken_up = "Somebody in IT, beside three other tools? What do the mornings on Monday look like then?"
    assert "DENY" not in acts(talk("saas_renewal", 6_581_995, *asked, taken_up))


def test_the_words_of_one_question_ask_only_once() -> None:
    told = ("What's the most important job our tool does for you?", "Have you got another quote?")
    run = talk("saas_renewal", 8_800_104, *told, "So it has to be up. What else has to be right?")
    assert run.last_heard == "I need single sign-on, the API and an audit log."


def test_needs_put_to_choose_from_ask_what_counts() -> None:
    run = talk("car_sales", 7_700_104, "Hi there.", "What's it to be, space or fuel or something else?")
    assert {"priorities"} & {*run.mood.told, *run.mood.hinted}


def test_a_doubt_and_making_light_of_it_are_not_said_in_a_row() -> None:
    pump = "All right. How much does fuel matter to you?"
    run = talk("car_sales", 2_891_586, "Hi", "What worries you about this car?", pump)
    raised = [doubt for doubt in run.scenario.objections if doubt.id in run.mood.raised]
    if any(doubt.topic == "running_costs" for doubt in raised):
        assert "NEED_MINOR" not in acts(run)
