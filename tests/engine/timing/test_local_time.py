"""A wall time means one instant, wherever and whenever it is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.timing.local_time import instant, wall_time

ZONES = ("America/Chicago", "Europe/London", "Asia/Tokyo", "Africa/Lagos", "Australia/Lord_Howe", "America/Sao_Paulo")


@pytest.mark.parametrize(
    ("wall", "zone", "means"),
    [
        (datetime(2026, 3, 2, 9), "America/Chicago", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        (datetime(2026, 3, 8, 2, 30), "America/Chicago", datetime(2026, 3, 8, 8, tzinfo=UTC)),
        (datetime(2026, 11, 1, 1, 30), "America/Chicago", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        (datetime(2026, 3, 29, 1, 30), "Europe/London", datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30), "Europe/London", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2018, 11, 4, 0, 0), "America/Sao_Paulo", datetime(2018, 11, 4, 3, tzinfo=UTC)),
        (datetime(2026, 10, 4, 2, 15), "Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
        (datetime(2026, 6, 1, 9), "Nowhere/At_All", datetime(2026, 6, 1, 9, tzinfo=UTC)),
    ],
)
def test_gaps_end_and_repeated_hours_begin(wall: datetime, zone: str, means: datetime) -> None:
    assert instant(wall, zone) == means


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.sampled_from(ZONES))
def test_a_later_wall_time_never_means_an_earlier_instant_of_the_same_day(wall: datetime, zone: str) -> None:
    wall = wall.replace(microsecond=0)
    shown = wall_time(instant(wall, zone), zone)
    assert shown >= wall
    assert instant(shown, zone) == instant(wall, zone)
