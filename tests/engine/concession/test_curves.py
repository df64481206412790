import pytest

from engine.concession.curves import CURVES, demand_by_time, time_used


@pytest.mark.parametrize("curve", CURVES)
def test_nothing_is_given_at_the_start_and_everything_at_the_end(curve: str) -> None:
    assert (CURVES[curve][0], CURVES[curve][100]) == (0, 10_000)


@pytest.mark.parametrize("curve", CURVES)
def test_no_curve_takes_back_what_it_gave(curve: str) -> None:
    assert list(CURVES[curve]) == sorted(CURVES[curve])


@pytest.mark.parametrize(
    ("curve", "tau", "given_up"),
    [("0.2", 50, 312), ("0.5", 50, 2_500), ("1", 50, 5_000), ("2", 50, 7_071), ("4", 50, 8_408), ("4", 1, 3_162)],
)
def test_the_table_holds_the_power_rounded_down(curve: str, tau: int, given_up: int) -> None:
    assert CURVES[curve][tau] == given_up


def test_at_half_time_a_boulware_asks_for_more_than_a_conceder() -> None:
    assert [demand_by_time(curve, 50) for curve in CURVES] == sorted(
        (demand_by_time(curve, 50) for curve in CURVES), reverse=True
    )


@pytest.mark.parametrize(("clock", "deadline", "percent"), [(0, 10, 0), (3, 10, 30), (10, 10, 100), (14, 10, 100)])
def test_time_used_is_a_percentage_that_stops_at_the_deadline(clock: int, deadline: int, percent: int) -> None:
    assert time_used(clock, deadline) == percent
