from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.concession.curves import CURVES
from engine.concession.demand import MOST_AT_ONCE, gain_over, next_demand
from tests.engine.scenarios import TEMPER


def test_the_first_offer_is_no_gain() -> None:
    assert gain_over(None, 4_000, worst=-9_000) == 0


def test_only_a_new_best_offer_is_a_gain() -> None:
    assert (gain_over(4_000, 3_500, worst=-9_000), gain_over(4_000, 4_300, worst=-9_000)) == (0, 300)


def test_coming_down_from_a_fanciful_offer_gives_nothing() -> None:
    assert gain_over(-30_000, -9_500, worst=-9_000) == 0
    assert gain_over(-30_000, -8_000, worst=-9_000) == 1_000


def test_a_counterpart_that_looks_only_at_the_clock_follows_its_curve() -> None:
    temper = replace(TEMPER, curve="1", time_weight=100, clock=10)
    assert next_demand(temper, 10_000, clock=2, gain=9_999) == 8_000


def test_a_counterpart_that_looks_only_at_the_rep_returns_part_of_the_gain() -> None:
    temper = replace(TEMPER, time_weight=0, reciprocity=50)
    assert next_demand(temper, 10_000, clock=9, gain=1_000) == 9_500


@given(
    curve=st.sampled_from(sorted(CURVES)),
    weight=st.integers(0, 100),
    reciprocity=st.integers(0, 150),
    demand=st.integers(0, 10_000),
    clock=st.integers(0, 30),
    gain=st.integers(0, 100_000),
)
def test_the_demand_never_rises_nor_falls_by_more_than_one_step(
    curve: str, weight: int, reciprocity: int, demand: int, clock: int, gain: int
) -> None:
    temper = replace(TEMPER, curve=curve, time_weight=weight, reciprocity=reciprocity)
    after = next_demand(temper, demand, clock, gain)
    assert max(0, demand - MOST_AT_ONCE) <= after <= demand
