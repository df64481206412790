"""The field of reference reps, and a profit's place in it."""

from hypothesis import given
from hypothesis import strategies as st

from engine.panel.judging import field_of
from engine.panel.reference import NAIVE, REFERENCE
from engine.persona.draw import draw_scenario
from engine.scoring.field import Field
from tests.engine.persona.packs import car_sales

FIELD = Field((0, 0, 100, 200, 400), naive=100)
AMOUNTS = st.integers(-(10**9), 10**9)
FIELDS = st.lists(AMOUNTS, min_size=1, max_size=48).flatmap(
    lambda profits: st.builds(Field, st.just(tuple(sorted(profits))), st.sampled_from(profits))
)


def test_a_profit_stands_ahead_of_those_who_earned_less() -> None:
    assert FIELD.standing(150) == (60, 3, 5, 400, 100)


def test_those_who_earned_the_same_count_half() -> None:
    assert FIELD.standing(0).percentile == 20
    assert FIELD.standing(400).percentile == 90


def test_the_share_runs_from_the_naive_rep_to_the_best() -> None:
    assert FIELD.share(100, room=500) == (0, 300)
    assert FIELD.share(250, room=500) == (150, 300)
    assert FIELD.share(900, room=500) == (300, 300)
    assert FIELD.share(-50, room=500) == (0, 300)


def test_where_the_naive_rep_does_as_well_as_the_best_the_place_counts() -> None:
    even = Field((90, 95, 100), naive=98)
    assert even.share(100, room=500) == (even.standing(100).percentile, 100)


@given(FIELDS, AMOUNTS, AMOUNTS, st.integers(1, 10**9))
def test_more_profit_never_stands_lower(field: Field, one: int, two: int, room: int) -> None:
    low, high = sorted((one, two))
    assert field.standing(low).percentile <= field.standing(high).percentile
    assert field.share(low, room)[0] <= field.share(high, room)[0]
    assert 0 <= field.share(low, room)[0] <= field.share(low, room)[1]


def test_the_reference_panel_is_forty_eight_different_reps_with_one_discounter() -> None:
    assert len(REFERENCE) == len(set(REFERENCE)) == len({policy.name for policy in REFERENCE}) == 48
    assert REFERENCE.count(NAIVE) == 1


def test_the_field_of_a_seed_is_the_same_every_time_and_played_once_for_one_scenario() -> None:
    scenario, again = (draw_scenario(car_sales().pack, car_sales().hash, 18422) for _ in range(2))
    assert field_of(scenario) == field_of(again)
    assert field_of(scenario) is field_of(scenario)
    assert len(field_of(scenario).profits) == 48
