"""What a verdict says of single lines holds of them: what they took up, asked, showed and gave a reason for."""

import pytest

from engine.scoring.open_questions import asks_openly
from engine.scoring.picking_up import picks_up
from engine.scoring.reasons import states_a_reason
from engine.scoring.record import turns_of
from engine.scoring.worth import what_was_shown
from tests.engine.ended import ended, turns_in, verdict_on

IN_CHAT = (
    "hey there, thx for hopping on. hows evrything going w the desk so far?",
    "sure, just wanna make sure u get the right plan n dont pay for stuff u dont use. what do ur ppl use it for?",
    "ok IT requests makes sense. anything that bugs them abt it or doesnt work so well?",
    "yeah thats annoying. so its the time til u get an answer? how often did that happen n what did it cost u?",
    "good to hear its a grumble a month. we got a sandbox so u can try changes before ppl see them, wld that help?",
)


@pytest.mark.parametrize(
    ("line", "is_taken"),
    [
        ("Hi. Renewal's coming up. What do you need this year?", False),
        ("Hello. What has to be done about it this quarter?", False),
    ],
)
def test_a_question_about_this_year_takes_up_nothing_that_they_said(line: str, *, is_taken: bool) -> None:
    run = ended("saas_renewal", 1968555, line)
    turns = turns_of(run)
    assert picks_up(run.scenario, turns, turns[0]) is is_taken


def test_what_is_taken_up_in_chat_spelling_is_taken_up() -> None:
    run = ended("saas_renewal", 8300254, *IN_CHAT)
    turns = turns_of(run)
    assert [picks_up(run.scenario, turns, turn) for turn in turns] == [False, False, True, True, True]


def test_words_of_the_sheet_show_what_it_is_worth_however_they_are_typed() -> None:
    run = ended("saas_renewal", 8300254, *IN_CHAT)
    turns = turns_of(run)
    assert "nothing" in what_was_shown(run.scenario, turns[:4], named=False)
    assert what_was_shown(run.scenario, turns, named=False) == ", and had shown what it is worth."


def test_a_fact_of_the_sheet_that_is_only_asked_about_shows_nothing() -> None:
    run = ended("saas_renewal", 8300254, "Would a sandbox to try changes in be of use to you?")
    assert "nothing" in what_was_shown(run.scenario, turns_of(run), named=False)


def test_it_is_not_said_that_nothing_was_shown_where_its_worth_was_told_in_their_words() -> None:
    lines = (
        "Hi, thanks for making the time today. How have things been with the team since we last spoke?",
        "Of course I don't mind, ask away. You said you've been told to look at it again, so who asked you to, "
        "and what's behind it?",
        "That makes sense. What does that somebody want to see to be convinced, and what would a good answer look like "
        "for you?",
        "A reason that holds in one sentence, I can help with that. To find it: where does the tool save your people "
        "the most time today?",
        "So without it people would notice within the hour, and that's already a good part of your sentence.",
    )
    run = ended("saas_renewal", 3596646, *lines)
    assert what_was_shown(run.scenario, turns_of(run), named=False) == "."


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("Would you like to sit in it and go for a spin, see how your back feels?", False),
        ("Want to drive it and see how it goes up a hill?", False),
        ("Would you tell me how you came to that?", True),
        ("How would you like to pay?", True),
        ("I can do 24,900 with the mats. Sign now?", False),
        ("I can do 24,900 with the mats. Shall we sign it today?", False),
    ],
)
def test_an_invitation_and_a_bare_sign_now_are_no_open_questions(line: str, *, is_open: bool) -> None:
    turn = turns_in("car_sales", 3062097, "Hi there! Where do you like to ride?", line)[1]
    assert asks_openly(turn, turn.reading) is is_open


def test_to_ask_for_the_deal_before_any_price_only_asks_for_a_yes_or_no() -> None:
    lines = ("Morning. Ready to buy a car today?", "What made you pick the Wren?")
    note = verdict_on("car_sales", 2011430, *lines).check("questions").note
    assert note.startswith("1 line with an open question, 1 that only asked for a yes or no")


@pytest.mark.parametrize(
    ("line", "is_reason"),
    [
        ("Mine would be 23,800 with mats and delivery, out the door.", False),
        ("Mine would be 23,800 with mats and delivery, because it has one owner.", True),
        ("Mine would be 23,800 with mats and delivery. It has one owner and a full service book.", True),
    ],
)
def test_a_word_on_what_is_in_the_price_is_no_reason_for_it(line: str, *, is_reason: bool) -> None:
    run = ended("car_sales", 3062097, "I can go to 24,300 with the mats and bring it to your house too.", line)
    assert states_a_reason(run.scenario, turns_of(run)[1]) is is_reason


def test_a_doubt_that_they_signed_with_is_not_said_to_be_settled() -> None:
    lines = (
        "I'm asking 25,490 with the extended warranty.",
        "I can do 24,900 with the longer warranty included.",
        "What monthly were you thinking of, and how much would you put down?",
        "With 4,500 down I can do 24,600 with the longer warranty at 5.9% over 72 months, that's roughly 336 a month.",
        "Deal at 23,800 with the longer warranty, then?",
        "Deal at 23,800 with the longer warranty.",
    )
    verdict = verdict_on("car_sales", 2296204, *lines)
    assert "answered it" not in verdict.check("objections").note
