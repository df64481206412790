"""Percentiles, means and places, as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.board.places import Place, percentile, places, whole_mean

FOUR = (20, 40, 40, 80)


@pytest.mark.parametrize(
    ("score", "marks", "points"),
    [
        (90, FOUR, 10_000),
        (80, FOUR, 8_750),
        (60, FOUR, 7_500),
        (40, FOUR, 5_000),
        (30, FOUR, 2_500),
        (20, FOUR, 1_250),
        (0, FOUR, 0),
        (50, (50,), 5_000),
        (50, (10, 20, 30), 10_000),
        (50, (), 0),
    ],
)
def test_a_score_is_ahead_of_those_below_it_and_of_half_its_equals(
    score: int, marks: tuple[int, ...], points: int
) -> None:
    assert percentile(score, marks) == points


@given(st.lists(st.integers(0, 100), min_size=48, max_size=48), st.integers(0, 99))
def test_a_better_score_never_has_a_lower_percentile(marks: list[int], score: int) -> None:
    assert 0 <= percentile(score, marks) <= percentile(score + 1, marks) <= 10_000


@pytest.mark.parametrize(
    ("points", "runs", "percent"),
    [(25_200, 3, 84), (25_350, 3, 85), (25_349, 3, 84), (0, 4, 1), (30_000, 3, 99), (29_850, 3, 99), (150, 1, 2)],
)
def test_a_mean_is_a_whole_percentile_halves_up_from_1_to_99(points: int, runs: int, percent: int) -> None:
    assert whole_mean(points, runs) == percent


def test_who_reads_the_same_shares_a_place_and_the_next_is_left_out() -> None:
    standing = (("ana", 84), ("ben", 79), ("chidi", 79), ("dee", 70))
    assert places(standing, 3) == (Place(1, 84, ("ana",)), Place(2, 79, ("ben", "chidi")))
    assert places(standing, 4)[-1] == Place(4, 70, ("dee",))


def test_a_place_is_shared_by_all_who_have_it() -> None:
    assert places((("ana", 60), ("ben", 60), ("chidi", 60), ("dee", 60)), 3) == (
        Place(1, 60, ("ana", "ben", "chidi", "dee")),
    )
    assert places((), 3) == ()
    assert places((("ana", 84),), 0) == ()
