"""Lines as reps say them in answer to buyers: which of them take up what was said, and which do not."""

import pytest

from engine.coaching.look import Look
from engine.coaching.tips import TIPS
from engine.director.director import end_by_rep
from engine.director.replay import extended, play
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scoring.inquiry import inquiry, says_back
from engine.scoring.picking_up import picks_up
from engine.scoring.record import turns_of
from engine.scoring.taking_up import Words, taken_up
from packs.loading import load_installed
from tests.engine.scenarios import NOW

COUNTERED = frozenset({"27700", "23900"})

TAKES_UP = [
    ("85 of 105. I checked.", "85 of 105, so 20 seats sit idle. What if we cut to 90 seats?"),
    ("Somebody new is asking what we spend.", "Fair. Who is the somebody new?"),
    (
        "That I can look our customers in the eye about their data.",
        "Data protection then. Where does the worry come from?",
    ),
    ("There are two of us. I do most of the driving.", "Two of you, and you drive. Who's the other one?"),
    ("I'm told 207 of the 210 are really used.", "You said 207 log in."),
    ("$400 a month. Tops.", "400, I heard you. With 4,000 down and 84 months it works."),
    ("There are four of us. Nobody is small for long.", "OK, with four the back seat matters."),
    ("I'd have to ask Chris.", "What's Chris worried about?"),
    ("Above twenty thousand dollars Devika signs off on the budget.", "When can you talk to Devika?"),
    ("Ingeborg holds the budget, so I can't promise anything on my own.", "Is she around this week?"),
    ("Camper, 3,000 pounds. Most weekends from April.", "How long is the camper?"),
    ("My lease is up, and I'm done paying for something I give back.", "When does the lease run out?"),
    ("We had the auditors in, and they left us homework.", "What was in the homework?"),
    ("The outage in the spring. After that the board asked for a review.", "The outage, yes. That was on us."),
    ("My back. If it hurts after an hour, you can have it back.", "Your back. How long is the drive?"),
    ("A loan. Bank said 9.8 percent.", "9.8, that is steep."),
    ("I have it in writing from Mossbank Service. $26,750 a year.", "What do you like about Mossbank?"),
    ("Baxter has it at $34,300 before fees.", "What would their fees be at Baxter?"),
    ("Legal reads everything first.", "How long does legal take, usually?"),
    (
        "Somebody ran a light and that was the end of my Dray pickup.",
        "Glad you're okay. A pickup is hard to replace, what did you haul with it?",
    ),
    ("It's for my daughter, who got her license in March.", "How old is she?"),
    ("Weekends, mostly. Trailheads, the lake, two bikes on the back.", "Which lake do you go to?"),
    ("I was thinking, and don't laugh, something like $23,900.", "How did you get to 23,900?"),
    ("We wouldn't fill 210 seats.", "How many would you fill, then?"),
    ("Ten percent off every vendor. That's the order.", "Every vendor? Who gave that order?"),
    ("It runs out on Friday. You know that.", "Friday then. Who has to sign by then?"),
    ("We may hire. If it all happens, we'd need 230 seats.", "So you may hire. When will you know?"),
    (
        "It gets people out of bed, that one. Nobody wants another breach.",
        "A breach, I can see that would cost you sleep.",
    ),
    ("I don't like scenes, but I'd go home over waiting weeks for the car.", "No waiting weeks, it stands on the lot."),
    ("I put about 28,500 miles a year on a car, which is a lot of radio.", "28,500? You live in it."),
    ("The Dray pickup died. Transmission.", "The transmission, ouch. Did it leave you standing?"),
    ("I still owe $500 on it.", "And the 500 you owe, to which bank?"),
    ("Honestly, the monthly payment keeps me awake.", "What keeps you awake about it?"),
    ("A big payment and I'm out.", "How big is a big payment, for you?"),
]

GOES_ON = [
    ("85 of 105. I checked.", "What matters most to you in this renewal?"),
    ("Somebody new is asking what we spend.", "We have a great new version this year."),
    ("There are two of us. I do most of the driving.", "It's 25,200 out the door."),
    ("There are four of us. Nobody is small for long.", "It has 4 doors and 18-inch wheels."),
    ("$400 a month. Tops.", "The trunk holds 400 liters."),
    ("I'd have to ask Chris.", "What do you use it for in a week?"),
    (
        "The outage in the spring. After that the board asked for a review.",
        "Our dashboards are the best on the market.",
    ),
    ("My back. If it hurts after an hour, you can have it back.", "When do you need it by?"),
    ("I drive to work and back on the highway.", "This one drives like new, five stars."),
    ("A loan. Bank said 9.8 percent.", "What's your budget?"),
    ("We wouldn't fill 210 seats.", "Shall I send the order form?"),
    ("It runs out on Friday. You know that.", "So what did you think of the product this year?"),
    ("I'd like to have it settled this week.", "What does a normal week look like for you?"),
    ("Safety. Rest is second.", "Do you have a trade-in?"),
    ("No date.", "Understood. It has three rows and a rear camera."),
    ("It shouldn't go over $420 a month. I've done the sums.", "Thanks for coming in today, great to see you."),
    ("Only me.", "It's me who decides on discounts here."),
    ("I'd want to think about it.", "I think it is a very good price."),
    ("Weekends, mostly. Trailheads, the lake.", "I hear you. What price did you have in mind?"),
    ("We had the auditors in, and they left us homework.", "Great. How many seats will you need next year?"),
    ("My figure is $27,700 and I can show you why.", "27,700 is too low for us."),
    ("There's pressure on costs. It comes from the very top.", "Our top plan has everything."),
]


@pytest.mark.parametrize(("theirs", "line"), TAKES_UP)
def test_a_piece_of_what_they_said_said_back_or_asked_about_takes_it_up(theirs: str, line: str) -> None:
    assert taken_up(Words(theirs, priced=COUNTERED), line)


@pytest.mark.parametrize(("theirs", "line"), GOES_ON)
def test_another_matter_takes_nothing_up_though_a_word_or_a_figure_meets(theirs: str, line: str) -> None:
    assert not taken_up(Words(theirs, priced=COUNTERED), line)


def test_words_that_they_had_from_the_rep_are_not_theirs() -> None:
    asked = Words("Soccer, yes. Every Tuesday.", before="Is it for soccer?")
    assert not taken_up(asked, "Soccer it is.")
    assert taken_up(asked, "Every Tuesday? How far is it?")


def test_a_clause_with_an_offer_in_it_takes_nothing_up() -> None:
    heard = Words("School runs, and soccer with muddy boots.")
    line = "34,900 for your soccer."
    assert taken_up(heard, line)
    assert not taken_up(heard, line, [0])


def _run(pack: str, seed: int, *lines: str) -> Negotiation:
    loaded = load_installed().get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    return fold(scenario, play(scenario, lines, "strict", NOW))


IN_TALKS = [
    ("saas_renewal", 103, "How many seats do people use?", "85 of 105, so 20 seats sit idle. What if we cut to 90?"),
    ("saas_renewal", 111, "What matters most to you?", "Data protection then. Where does the worry come from?"),
    ("car_sales", 104, "Hi! Who will be driving it?", "Two of you, and you drive. Who's the other one?"),
    ("car_sales", 105, "What can you spend a month?", "400, I heard you. With 4,000 down and 84 months?"),
    ("car_sales", 109, "Who else decides?", "What's Tom worried about?"),
]


@pytest.mark.parametrize(("pack", "seed", "question", "line"), IN_TALKS)
def test_who_takes_up_an_answer_is_not_told_to_have_gone_on(pack: str, seed: int, question: str, line: str) -> None:
    run = _run(pack, seed, question, line)
    turns = turns_of(run)
    [ignored] = [tip for tip in TIPS if tip.id == "answer_ignored"]
    assert picks_up(run.scenario, turns, turns[-1])
    assert ignored.find(Look(extended(run, end_by_rep(run, NOW)), turns)) is None


@pytest.mark.parametrize(("line", "asks"), [("33,350 is too low.", False), ("How did you get to 33,350?", True)])
def test_the_number_that_they_offer_is_taken_up_by_asking_how_they_came_to_it(line: str, asks: bool) -> None:
    run = _run("saas_renewal", 111, "36,900 a year.", line)
    turns = turns_of(run)
    assert "33,350" in turns[-1].heard
    assert picks_up(run.scenario, turns, turns[-1]) == asks


def test_a_question_with_their_words_in_it_follows_up_and_is_no_interview() -> None:
    lines = ("How many seats do people use?", "85 of 105? What do the other twenty do?", "When does the contract end?")
    run = _run("saas_renewal", 103, *lines)
    questions = next(found for found in inquiry(run, turns_of(run)) if found.check == "questions")
    [interview] = [tip for tip in TIPS if tip.id == "interview"]
    assert "you followed up on one answer" in questions.note
    assert interview.find(Look(extended(run, end_by_rep(run, NOW)), turns_of(run))) is None


@pytest.mark.parametrize(
    ("line", "taken"),
    [("You'll want to know about next year? What would be too much?", False),
     ("Want more again? What happened there?", True),
     ("87,500 with the training.", False)],
)  # fmt: skip
def test_a_doubt_said_back_in_their_words_is_acknowledged(line: str, taken: bool) -> None:
    run = _run("saas_renewal", 106, "90,000 a year.", line)
    [doubt] = [doubt for doubt in run.scenario.objections if doubt.id in turns_of(run)[1].before.raised]
    assert "And next year you'll want more again." in turns_of(run)[1].heard
    assert says_back(run.scenario, doubt, turns_of(run), turns_of(run)[1]) == taken
