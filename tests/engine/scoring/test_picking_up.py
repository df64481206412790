"""What shows that the rep heard them, and what only says so."""

from dataclasses import replace

import pytest

from engine.director.director import Line
from engine.director.replay import play, say
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.reading.reading import Act
from engine.scenario.scenario import Fact, Scenario, Topic, Visibility
from engine.scoring.content import content
from engine.scoring.inquiry import inquiry
from engine.scoring.picking_up import is_empty, picks_up
from engine.scoring.record import turns_of
from engine.scoring.relationship import relationship
from engine.scoring.verdict import Finding
from packs.loading import load_installed
from tests.engine.readings import acts, worded_run
from tests.engine.scenarios import NOW, OBJECTIONS, SCENARIO
from tests.engine.tricksters import NODS

SOCCER = Fact("week", Topic("use"), Visibility.ASKED, "School runs, and soccer with muddy boots.", "Family.", "-", 0, 3)
FAMILY = replace(SCENARIO, facts=(SOCCER, *SCENARIO.facts[1:]))
DOUBTFUL = replace(FAMILY, objections=OBJECTIONS[:1])
_CARS = load_installed().get("car_sales")
_CARS_105 = draw_scenario(_CARS.pack, _CARS.hash, 105)
ASKED = "What do you use it for in a week?"


def _after(scenario: Scenario, *lines: str) -> tuple[bool, bool]:
    """Whether the last of these lines picks something up, and whether it only says so."""
    return _last(fold(scenario, play(scenario, lines, "strict", NOW)))


def _last(run: Negotiation) -> tuple[bool, bool]:
    turns = turns_of(run)
    return picks_up(run.scenario, turns, turns[-1]), is_empty(run.scenario, turns, turns[-1])


@pytest.mark.parametrize("nod", NODS)
def test_an_empty_acknowledgement_picks_nothing_up(nod: str) -> None:
    assert not _after(FAMILY, ASKED, nod)[0]


@pytest.mark.parametrize(
    "line",
    [
        "So there is soccer every week, with boots full of mud.",
        "I hear you, muddy boots.",
        "I understand. Why is that?",
        "That makes sense. What is behind that?",
        "I understand about the school run.",
    ],
)
def test_their_words_and_a_question_about_them_pick_it_up(line: str) -> None:
    assert _after(FAMILY, ASKED, line) == (True, False)


@pytest.mark.parametrize(
    "line",
    [
        "I see. What price did you have in mind?",
        "I hear you. I can do 34,900.",
        "I hear you. 34,900 with the mats.",
        "34,900 for soccer and school.",
        "This one has three rows.",
    ],
)
def test_another_question_or_an_offer_does_not(line: str) -> None:
    assert not _after(FAMILY, ASKED, line)[0]


def test_an_acknowledgement_said_before_picks_up_by_what_comes_with_it() -> None:
    assert _after(FAMILY, "I understand.", ASKED, "I understand. Soccer and boots it is.")[0]
    assert not _after(FAMILY, "I understand.", ASKED, "I understand.")[0]


def test_words_that_they_took_from_the_rep_are_not_theirs() -> None:
    assert not _after(FAMILY, "Is it for soccer or for school, or boots?", "I see, soccer and school and boots.")[0]


def test_a_doubt_is_picked_up_by_speaking_to_its_topic() -> None:
    said = [("Hello.", acts(Act.GREET)), ("It goes far.", acts((Act.PRESENT, "fuel")))]
    taken_up = ("I understand.", acts((Act.ACKNOWLEDGE, "fuel")))
    assert _last(worded_run(DOUBTFUL, *said, taken_up)) == (True, False)
    assert _last(say(worded_run(DOUBTFUL, *said), Line("I understand."), NOW)) == (False, True)


def test_saying_sorry_makes_good_what_came_before_and_nothing_else() -> None:
    sorry = acts(Act.APOLOGISE)
    assert _last(worded_run(FAMILY, ("Now or never.", acts(Act.PRESSURE)), ("Sorry.", sorry)))[0]
    assert not _last(worded_run(FAMILY, ("Hello.", acts(Act.GREET)), ("Sorry.", sorry)))[0]


def test_a_harsh_line_is_no_listening_though_it_has_their_words() -> None:
    run = fold(FAMILY, play(FAMILY, [ASKED], "strict", NOW))
    run = say(run, Line("Soccer and muddy boots, you idiot."), NOW)
    assert not _last(run)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("families", "family"), ("commute", "commuting"), ("boots", "boot"), ("driving", "drive"), ("kids", "kid")],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert content(f"the {one} there") == content(f"our {other} here")


def test_figures_and_words_for_anything_have_no_content() -> None:
    assert content("I understand, that makes sense at 34,900. Fair enough, I hear you completely!") == frozenset()


def test_words_that_only_look_alike_are_two() -> None:
    assert not content("a car") & content("we care")


STOCK = (
    "Thank you for telling me. I hear you. What does that mean for what you decide here?",
    "That makes sense, thank you. What does that mean for you?",
    "I appreciate that. Can you tell me more about that?",
    "Understood. How do you mean that?",
)


def _counted(*lines: str) -> tuple[int, Finding, Finding]:
    run = fold(FAMILY, play(FAMILY, lines, "strict", NOW))
    turns = turns_of(run)
    heard = next(found for found in relationship(run, turns) if found.check == "heard")
    questions = next(found for found in inquiry(run, turns) if found.check == "questions")
    return sum(picks_up(FAMILY, turns, turn) for turn in turns), heard, questions


def test_a_question_that_fits_anything_shows_once_in_a_run_that_they_were_heard() -> None:
    picked_up, heard, questions = _counted(ASKED, *STOCK)
    assert picked_up == 1
    assert (questions.centi or 0) <= 250
    assert "words that fit anything" in questions.note
    assert heard.quote != "I hear you."


def test_questions_with_their_words_in_them_count_every_time() -> None:
    lines = ("I see. What is the mud on the boots like?", "I understand. Which school runs are the longest?")
    assert _counted(ASKED, lines[0])[0] == 1
    assert _counted(ASKED, lines[1])[0] == 1


def test_the_words_quoted_are_those_that_earned_it_and_the_note_says_what_would_be_enough() -> None:
    talk = (ASKED, "Got it. So the boots bring the mud in.", *(f"I can do 36,{9 - step}00." for step in range(6)))
    _, heard, _ = _counted(*talk)
    assert heard.quote == "So the boots bring the mud in."
    assert heard.note == "You plainly picked up what they said once in 8 lines; twice earns all points."


@pytest.mark.parametrize(
    "line", ["Sorry, typo, I meant $35,000.", "Sorry, I switch to English.", "Sorry, I meant 34,900."]
)
def test_putting_a_word_right_is_neither_listening_nor_hollow(line: str) -> None:
    assert _after(FAMILY, ASKED, line) == (False, False)


@pytest.mark.parametrize("line", ["sorry, wrong car", "Sorry, wrong window.", "Oh, sorry, my mistake.", "I apologise."])
def test_being_sorry_for_a_slip_is_no_hollow_nod(line: str) -> None:
    assert _after(FAMILY, ASKED, line) == (False, False)


def test_a_question_of_the_reps_own_agenda_takes_nothing_up_though_it_meets_a_word_of_a_line_before() -> None:
    asked = (
        "What got you looking?",
        "What will you use it for, on an ordinary week?",
        "Nice.",
        "What can you spend a month?",
    )
    scenario = _CARS_105
    assert not _after(scenario, *asked)[0]


def test_a_question_about_the_rep_s_own_thing_points_back_at_nothing() -> None:
    assert not _after(_CARS_105, "What got you looking?", "How heavy is it?")[0]
