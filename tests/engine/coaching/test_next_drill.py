"""Which check to practise next, over several runs, and that there is a buyer for it."""

from dataclasses import replace

import pytest

from engine.coaching.drill import TRAINS, drill_on, weakest_check
from engine.persona.draw import draw_scenario
from engine.scenario.share_code import parse_seed
from engine.scoring.verdict import Verdict
from packs.loading import load_installed
from tests.bot.views.test_disputes import judged

CARS = load_installed().get("car_sales")


def scored(**won: int | None) -> Verdict:
    """A verdict in which every check won all its points but these, which won so many; None: not observed."""
    verdict = judged(18422)[1]
    return replace(verdict, checks=tuple(replace(check, won=won.get(check.id, check.of)) for check in verdict.checks))


def test_the_weakest_check_is_the_one_that_cost_most_over_all_the_runs() -> None:
    of = {check.id: check.of for check in scored().checks}
    once = scored(claim=0)
    assert weakest_check([once]) == "claim"
    twice = scored(questions=0)
    runs = [twice] * (of["claim"] // of["questions"] + 1)
    assert weakest_check([once, *runs]) == "questions"


def test_without_a_point_lost_there_is_none() -> None:
    assert weakest_check([]) is None
    assert weakest_check([scored(), scored()]) is None
    assert weakest_check([scored(claim=None)]) is None, "what was not observed has cost nothing"


@pytest.mark.parametrize("check", ["discovery", "concessions", "packages"])
def test_the_drill_is_another_buyer_who_asks_for_it_and_always_the_same(check: str) -> None:
    drill = drill_on(CARS.pack, CARS.hash, 18422, check)
    assert drill is not None
    assert drill == drill_on(CARS.pack, CARS.hash, 18422, check)
    seed = parse_seed(drill.share_code).seed
    assert seed != 18422
    assert TRAINS[check][1](draw_scenario(CARS.pack, CARS.hash, seed))


def test_not_every_run_leads_to_the_same_drill() -> None:
    renewals = load_installed().get("saas_renewal")
    for pack in (CARS, renewals):
        drills = [drill_on(pack.pack, pack.hash, seed, "discovery") for seed in range(8)]
        assert len({drill.share_code for drill in drills if drill is not None}) > 2
