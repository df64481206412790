from dataclasses import replace
from functools import cache

import pytest

from engine.director.director import open_run
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.branching import SOME_DAY, opened
from engine.panel.difficulty import Difficulty, difficulty, difficulty_of
from engine.panel.panel import PANEL
from engine.panel.playing import Played, play_panel, play_policy
from engine.panel.policy import Policy
from engine.panel.view import topics_to_ask, view_for_rep
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scoring.zone import zone_of
from tests.engine.persona.packs import car_sales, read
from tests.packs.small_pack import small_pack

SEEDS = range(40)


def _scenario(seed: int) -> Scenario:
    return draw_scenario(car_sales().pack, car_sales().hash, seed)


@cache
def _played(seed: int) -> tuple[Played, ...]:
    return play_panel(_scenario(seed))


@cache
def _run(seed: int, policy: Policy) -> Negotiation:
    return play_policy(opened(_scenario(seed)), policy)


@pytest.mark.parametrize("policy", PANEL, ids=lambda policy: policy.name)
def test_every_run_of_a_reference_rep_ends_and_never_below_a_limit(policy: Policy) -> None:
    for seed in SEEDS:
        run = _run(seed, policy)
        assert run.status == "ended"
        if run.agreed is not None:
            assert run.scenario.rep.interests.surplus(run.agreed) >= 0
            assert run.scenario.counterpart.interests.surplus(run.agreed) >= 0


def test_good_reps_earn_more_than_fair_ones_and_those_more_than_naive_ones() -> None:
    earned = {
        skill: sum(one.profit for seed in SEEDS for one in _played(seed) if one.policy.skill == skill) / count
        for skill, count in (("naive", 4), ("fair", 5), ("good", 3))
    }
    assert earned["good"] > 1.5 * earned["fair"] > 1.5 * earned["naive"]


def test_the_expert_beats_the_discounter_on_nine_seeds_in_ten() -> None:
    names = [policy.name for policy in PANEL]
    expert, discounter = names.index("expert"), names.index("discounter")
    zoned = [seed for seed in SEEDS if zone_of(_scenario(seed)).exists]
    won = sum(_played(seed)[expert].profit > _played(seed)[discounter].profit for seed in zoned)
    assert won / len(zoned) >= 0.9


def test_a_reference_rep_sees_nothing_that_only_the_counterpart_knows() -> None:
    scenario = _scenario(3)
    limit = replace(scenario.counterpart.interests, base=1, aspiration=2)
    other = replace(
        scenario,
        counterpart=replace(scenario.counterpart, interests=limit, private="Something else."),
        temper=replace(scenario.temper, patience=3, clock=4, curve="4"),
        needs=(),
        rival=None,
        attributes=(),
        objections=(),
        gates=(),
    )
    assert _first_look(scenario) == _first_look(other)


def _first_look(scenario: Scenario) -> object:
    return view_for_rep(fold(scenario, open_run(scenario, "strict", SOME_DAY)), topics_to_ask(scenario))


def test_the_same_seed_is_as_hard_every_time() -> None:
    first = difficulty(car_sales().pack, car_sales().hash, 18422)
    assert difficulty(car_sales().pack, car_sales().hash, 18422) == first


def test_the_panel_plays_a_rep_who_buys_from_a_seller() -> None:
    pack = read(small_pack())
    played = [one for seed in range(10) for one in play_panel(draw_scenario(pack, "", seed))]
    assert any(one.is_deal for one in played)
    assert all(one.profit >= 0 for one in played)


@pytest.mark.parametrize(
    ("profits", "expected"),
    [
        ([], Difficulty(100, "hard")),
        ([0, 0, 0], Difficulty(100, "hard")),
        ([0, 0, 500], Difficulty(100, "hard")),
        ([0, 250, 1000], Difficulty(75, "medium")),
        ([100, 500, 1000], Difficulty(50, "easy")),
        ([700, 700, 700], Difficulty(0, "easy")),
        ([-300, -200, 1000], Difficulty(100, "hard")),
        ([0, 400, 600, 1000], Difficulty(60, "medium")),
    ],
)
def test_difficulty_is_what_the_middle_rep_leaves(profits: list[int], expected: Difficulty) -> None:
    assert difficulty_of(profits) == expected
