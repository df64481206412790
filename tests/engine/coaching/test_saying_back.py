"""What they said, said back as a person would at a table."""

import pytest

from engine.coaching.look import Look
from engine.coaching.saying_back import said_back, tells_nothing
from engine.coaching.tips import TIPS
from engine.director.director import end_by_rep
from engine.director.replay import extended, play
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scoring.picking_up import picks_up
from engine.scoring.record import turns_of
from packs.loading import load_installed
from tests.engine.scenarios import NOW

SAID = [
    ("It's for weekends. I put two bikes on it and get out of town.", "You put two bikes on it and get out of town."),
    ("My lease is up, and I'm done with it.", "Your lease is up, and you're done with it."),
    ("There are two of us. I do most of the driving.", "You do most of the driving."),
    ("I was thinking 84 months. Longer scares me, and shorter.", "You were thinking 84 months."),
    ("85 of 105. I checked.", "85 of 105."),
    ("Kwame. Holds the budget.", "Kwame. Holds the budget."),
    ("We're getting smaller. 105, not more.", "You're getting smaller. 105, not more."),
    ("$390 a month. Tops.", "You said $390 a month. Tops."),
    ("To be honest, I haven't asked anybody for a quote. Not yet.", "You haven't asked anybody for a quote."),
    ("a quiet cabin and phone mirroring. That's the list.", "A quiet cabin and phone mirroring."),
    ("We’d love shared templates, mind you.", "You'd love shared templates."),
    ("I have to clear it with Tom before I sign.", "You have to clear it with Tom before you sign."),
]


@pytest.mark.parametrize(("words", "back"), SAID)
def test_what_they_said_is_turned_round(words: str, back: str) -> None:
    assert said_back(words) == back


@pytest.mark.parametrize("words", ["You'd lose me over being pushed.", "Is that a problem?", ""])
def test_what_speaks_to_the_rep_or_asks_is_not_said_back(words: str) -> None:
    assert said_back(words) == ""


@pytest.mark.parametrize(
    ("words", "nothing"), [("No date.", True), ("Me.", True), ("Only me.", True), ("Pull.", False)]
)
def test_there_is_nothing_to_take_up_in_a_bare_no(words: str, nothing: bool) -> None:
    assert tells_nothing(words) == nothing


def _ended(pack: str, seed: int, *lines: str) -> Negotiation:
    loaded = load_installed().get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    run = fold(scenario, play(scenario, lines, "strict", NOW))
    return run if run.status == "ended" else extended(run, end_by_rep(run, NOW))


QUESTIONS = {
    "car_sales": ("What will you use it for, on an ordinary week?", "How soon would you like to have it?"),
    "saas_renewal": ("How many of your seats are really in use?", "What has changed on your side since last year?"),
}


@pytest.mark.parametrize("pack", QUESTIONS)
def test_the_better_line_to_an_answer_passed_over_takes_it_up_and_quotes_nothing(pack: str) -> None:
    [ignored] = [tip for tip in TIPS if tip.id == "answer_ignored"]
    given = 0
    for seed in range(40):
        for question in QUESTIONS[pack]:
            ended = _ended(pack, seed, question, "Nice weather today.")
            found = ignored.find(Look(ended, turns_of(ended)))
            if found is None:
                continue
            assert "‘" not in found.better
            assert "You said: " not in found.better
            better = _ended(pack, seed, question, found.better)
            turns = turns_of(better)
            given += picks_up(better.scenario, turns, turns[1])
            assert picks_up(better.scenario, turns, turns[1]), (turns[1].heard, found.better)
    assert given >= 40
