from itertools import pairwise
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.persona.normal import cumulative, leaning, quantile
from engine.seed import SPAN, seed_key, u64

ONE = 1 << 16
KEY = seed_key("any", 1, 1)


@pytest.mark.parametrize("share", [0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999])
def test_quantiles_are_those_of_the_normal_distribution(share):
    assert quantile(int(share * SPAN)) / ONE == pytest.approx(NormalDist().inv_cdf(share), abs=0.001)


@given(st.integers(SPAN // 1000, SPAN - SPAN // 1000))
def test_a_share_comes_back_from_its_quantile(u):
    assert abs(cumulative(quantile(u)) - u) < SPAN // 20_000


@given(st.integers(-6 * ONE, 6 * ONE))
def test_shares_stay_within_a_draw(score):
    assert 0 <= cumulative(score) < SPAN


def test_a_draw_that_leans_is_spread_as_evenly_as_any():
    mixed = leaning((70, -40))
    scores = [(quantile(u64(KEY, "wealth", n)), quantile(u64(KEY, "savvy", n))) for n in range(8_000)]
    drawn = [mixed(u64(KEY, "own", n), scores[n]) for n in range(8_000)]
    for low, high in pairwise(range(0, 11, 2)):
        share = sum(low * SPAN <= 10 * u < high * SPAN for u in drawn) / len(drawn)
        assert share == pytest.approx(0.2, abs=0.02)


def test_two_draws_that_lean_on_one_factor_go_together():
    pairs, mixed = [], leaning((80,))
    for n in range(4_000):
        wealth = (quantile(u64(KEY, "wealth", n)),)
        pairs.append((mixed(u64(KEY, "a", n), wealth), mixed(u64(KEY, "b", n), wealth)))
    together = sum((a < SPAN // 2) == (b < SPAN // 2) for a, b in pairs) / len(pairs)
    assert together > 0.65
