"""Comparisons of random runs, held against Slack's limits."""

import pytest

from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.ids import Ids
from bot.views.compare_card import choose_message, compare_message, two_runs
from engine.director.comparing import compare
from engine.panel.judging import judged
from packs.loading import load_installed
from storage.verdicts import Adjusted
from tests.bot.views.test_cards import run_of
from tests.engine.random_runs import random_run

PACKS = load_installed()


@pytest.mark.parametrize("chance", range(8))
def test_any_two_runs_on_a_buyer_make_a_message_that_slack_takes(chance: int) -> None:
    loaded = PACKS.get(PACKS.ids[chance % len(PACKS.ids)])
    runs = [random_run(loaded, 7, acts) for acts in (chance, chance + 100)]
    verdicts = judged(runs[0]), judged(runs[1])
    listed = [
        (number, (run_of(run.scenario, "ended"), run.scenario, verdict, Adjusted(80, passed=True)), 1)
        for number, (run, verdict) in enumerate(zip(runs, verdicts, strict=True), 1)
    ]
    message = compare_message(listed[0], listed[1], compare(*runs, verdicts))
    accept_message_blocks(Ids(0, 0.0), list(message.blocks))
    accept_message_blocks(Ids(0, 0.0), list(choose_message("r1", listed * 5).blocks))
    assert "They part" in str(message)
    assert "<@" not in str(message)


def test_with_no_other_run_nothing_is_offered() -> None:
    assert "no other run" in choose_message("r1", ()).text
    assert two_runs("a:b") == ("a", "b")
