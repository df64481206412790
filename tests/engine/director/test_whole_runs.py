"""Whole runs of the installed packs, in text, by scripted reps."""

from functools import cache
from itertools import pairwise

import pytest

from engine.coaching.final import final_verdict
from engine.director.director import Line, end_by_rep, open_run, pause, resume
from engine.director.replay import extended, play, say, verify
from engine.negotiation.events import Evaluated, Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import decode, encode
from packs.loading import load_installed
from tests.engine.promises import broken
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW

PACK = load_installed().get("car_sales")
SEEDS = range(20)


@cache
def _scenario(seed: int) -> Scenario:
    """The seed's buyer, the same for every rep, so that its panel plays once."""
    return draw_scenario(PACK.pack, PACK.hash, seed)


@cache
def _played(seed: int, rep: str) -> Negotiation:
    return lasting(fold(_scenario(seed), open_run(_scenario(seed), "strict", NOW)), REPS[rep])


@pytest.fixture(scope="module", params=sorted(REPS))
def played(request: pytest.FixtureRequest) -> list[Negotiation]:
    return [_played(seed, request.param) for seed in SEEDS]


def test_every_promise_is_kept(played: list[Negotiation]) -> None:
    for run in played:
        assert not broken(run), (run.scenario.share_code, broken(run))


def test_replay_comes_out_the_same(played: list[Negotiation]) -> None:
    assert all(verify(run.scenario, run.events) is None for run in played[:8])


def test_every_quote_of_a_verdict_is_in_the_line_it_points_to(played: list[Negotiation]) -> None:
    for run in played:
        lines = {said.ref: said.text for said in run.lines if said.side == "rep"}
        verdict = final_verdict(run)
        quoted = [*verdict.checks, *verdict.fixes, *([verdict.keep] if verdict.keep else [])]
        for item in quoted:
            assert not item.quote or item.quote in lines[item.ref]
        for check in verdict.checks:
            assert check.won is None or check.quote or not lines
        assert decode(encode(verdict)) == verdict
        assert 0 <= verdict.total <= 100


def test_rounds_are_evaluated_one_by_one(played: list[Negotiation]) -> None:
    for run in played:
        rounds = [event.round for event in run.events if isinstance(event, Evaluated)]
        assert all(later == earlier + 1 for earlier, later in pairwise([0, *rounds]))


def test_an_expert_beats_a_naive_rep_on_nine_seeds_in_ten() -> None:
    better = sum(judged(_played(seed, "expert")).total > judged(_played(seed, "naive")).total for seed in SEEDS)
    assert better * 10 >= 9 * len(SEEDS)


def test_no_trick_scores_like_honest_work() -> None:
    def mean(rep: str) -> int:
        return sum(judged(_played(seed, rep)).total for seed in SEEDS) // len(SEEDS)

    expert = mean("expert")
    for trick in ("inflating", "splitting", "bisecting", "asking", "rambling", "generous"):
        assert mean(trick) < expert - 10, trick


def test_a_paused_and_resumed_run_replays() -> None:
    run = say(fold(_scenario(1), open_run(_scenario(1), "strict", NOW)), Line("Hello there."), NOW)
    run = extended(run, pause(run, NOW))
    run = say(extended(run, resume(run, NOW)), Line("What brings you in?"), NOW)
    run = extended(run, end_by_rep(run, NOW))
    assert verify(run.scenario, run.events) is None


def test_a_tampered_line_is_found() -> None:
    events = play(_scenario(1), ["Hello.", "What brings you in?"], "strict", NOW)
    index = max(number for number, event in enumerate(events) if isinstance(event, Said))
    tampered = (*events[:index], Said(NOW, "counterpart", 2, "I would pay anything."), *events[index + 1 :])
    divergence = verify(_scenario(1), tampered)
    assert divergence is not None
    assert divergence.index == index
