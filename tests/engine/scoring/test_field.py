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
    assert FIELD.standing(150) == (60, 3, 5, 400, 100, 0)


def test_those_who_earned_the_same_count_half() -> None:
    assert FIELD.standing(0).percentile == 20
    assert FIELD.standing(0).level == 2
    assert FIELD.standing(400).percentile == 90


def test_the_share_runs_from_the_naive_rep_to_the_best() -> None:
    assert FIELD.share(100, room=500) == (0, 300)
    assert FIELD.share(250, room=500) == (150, 300)
    assert FIELD.share(900, room=500) == (300, 300)
    assert FIELD.share(-50, room=500) == (0, 300)


def test_where_the_naive_rep_does_as_well_as_the_best_the_place_counts() -> None:
    even = Field((90, 95, 100), naive=98)
    assert even.share(100, room=500) == (even.standing(100).percentile, 100)


def test_the_pie_and_the_balance_are_held_against_what_the_field_reached() -> None:
    reached = Field((0, 400), naive=0, joint=800, product=150_000)
    assert reached.share_of_pie(600, room=1_000) == (600, 800)
    assert reached.share_of_balance(300, 400, room=1_000) == (120_000, 150_000)
    assert reached.share_of_balance(300, -400, room=1_000) == (0, 150_000)


def test_where_the_field_reached_little_a_part_of_the_room_counts_as_reached() -> None:
    stuck = Field((0, 10), naive=0, joint=10, product=25)
    assert stuck.share_of_pie(100, room=1_000) == (100, 300)
    assert stuck.share_of_balance(50, 50, room=1_000) == (2_500, 22_500)


def test_the_field_knows_what_was_reached_together() -> None:
    field = field_of(draw_scenario(car_sales().pack, car_sales().hash, 18422))
    assert field.joint >= field.best > 0
    assert 0 < field.product <= field.joint**2 // 4


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
