"""The many ways in which reps ask for the decision, and what only sounds like one."""

import pytest

from engine.director.replay import play
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from engine.scoring.dealing import dealing
from engine.scoring.deciding import decision_sought
from engine.scoring.record import turns_of
from packs.loading import load_installed
from tests.engine.scenarios import NOW

ASKS = [
    "29,500. You in?",
    "29,500, deal?",
    "29 flat and its yours",
    "29,500. Can we sign this week?",
    "29,500 with the mats. Does that work for you?",
    "29,500. What do you say?",
    "29,500 and I call Tom with you on Monday at 9?",
    "29,500. OK then Tom: the three of us on Tuesday at 10?",
    "29,500. Let's write it up.",
    "29,500. Would you take that?",
    "29,500. Yes or no?",
    "29,500. Shall we shake on it?",
]
ASKS_FOR_NOTHING = [
    "29,500.",
    "29,500. What would Tom say?",
    "29,500 with the mats, because it has the full service book.",
    "29,500. How many miles do you drive?",
    "29,500. I know it is a big deal for you.",
    "29,500, and we can call whoever decides with you.",
]


def _sought(*lines: str) -> str:
    loaded = load_installed().get("car_sales")
    scenario = draw_scenario(loaded.pack, loaded.hash, 109)
    run = fold(scenario, play(scenario, lines, "strict", NOW))
    turns = turns_of(run)
    return decision_sought(scenario, turns, turns[-1])


@pytest.mark.parametrize("line", ASKS)
def test_plain_words_ask_for_the_decision_and_are_quoted(line: str) -> None:
    words = _sought("Who else decides?", "30,900, with the mats.", line)
    assert words
    assert words in line


@pytest.mark.parametrize("line", ASKS_FOR_NOTHING)
def test_a_price_or_another_question_does_not(line: str) -> None:
    assert not _sought("Who else decides?", "30,900, with the mats.", line)


def test_you_in_asks_for_nothing_before_there_are_terms() -> None:
    assert not _sought("You in?")


def test_taking_their_offer_is_told_as_that_and_not_as_asking() -> None:
    loaded = load_installed().get("saas_renewal")
    scenario = draw_scenario(loaded.pack, loaded.hash, 9)
    run = fold(scenario, play(scenario, ("26,000 a year.", "Agreed, we have a deal."), "strict", NOW))
    close = next(found for found in dealing(run, turns_of(run)) if found.check == "close")
    assert run.agreed is not None
    assert close.note == "You took what they offered."
