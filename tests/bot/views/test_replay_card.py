"""Every step of many runs as a message, held against Slack's limits and what it must say."""

import pytest

from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.ids import Ids
from bot.views.readings import ACTS, MODALITIES, amounts_in_words
from bot.views.replay_card import replay_message, step_of
from engine.director.steps import steps_of
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality
from packs.loading import load_installed
from tests.bot.views.test_cards import drawn, played
from tests.engine.random_runs import random_run
from tests.packs.buyers import talk

PACKS = load_installed()
RUN = "0" * 32


def shown(run: Negotiation, at: int) -> str:
    """The step as text."""
    return str(replay_message(run.scenario, RUN, steps_of(run), at))


@pytest.mark.parametrize("seed", range(10))
def test_every_step_of_any_run_is_a_message_that_slack_takes(seed: int) -> None:
    run = random_run(PACKS.get(PACKS.ids[seed % len(PACKS.ids)]), seed)
    steps = steps_of(run)
    for step in steps:
        message = replay_message(run.scenario, RUN, steps, step.number)
        accept_message_blocks(Ids(0, 0.0), list(message.blocks))
        assert f"step {step.number + 1} of {len(steps)}" in message.text
        assert "<@" not in str(message)


def test_a_step_says_what_was_said_read_felt_and_done() -> None:
    run = played(drawn(18422))
    words = shown(run, 3)
    for heading in ("You said", "It was read as", "Trust", "Patience", "Was holding out for", "Their move", " said*"):
        assert heading in words, heading
    assert "“I can do 22,000 with the mats.”" in words
    assert "$22,000 (firm, it binds)" in words
    assert "All-weather mats in the deal" in words
    assert "with nothing added" in words


def test_packages_to_choose_from_are_told_one_by_one() -> None:
    run = talk("car_sales", 4, "A: 35,900 with the mats; B: 34,900 as it stands. Which suits you better?")
    words = amounts_in_words(run.scenario, run.readings[-1].reading)
    assert words == (
        "A: Price out the door $35,900, All-weather mats in the deal (one to choose from)",
        "B: Price out the door $34,900 (one to choose from)",
    )


def test_the_ends_have_one_way_on_and_a_number_beyond_them_is_the_end() -> None:
    run = played(drawn(18422))
    last = len(steps_of(run)) - 1
    assert "'Back'" not in shown(run, 0)
    assert "'Next'" not in shown(run, last)
    assert shown(run, last + 9) == shown(run, last)
    assert shown(run, -9) == shown(run, 0)
    assert step_of(f"{RUN}:3") == (RUN, 3)


def test_there_are_words_for_every_act_and_modality() -> None:
    assert set(ACTS) == set(Act)
    assert set(MODALITIES) == set(Modality)
