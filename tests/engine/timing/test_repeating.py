"""When what repeats is held."""

from datetime import datetime

import pytest

from engine.timing.local_time import instant
from engine.timing.repeating import Repeats, Walls, held

FIRST = Walls(datetime(2026, 1, 30, 9), datetime(2026, 2, 2, 17))


@pytest.mark.parametrize(
    ("repeats", "number", "starts_on", "due_on"),
    [
        ("", 1, datetime(2026, 1, 30, 9), datetime(2026, 2, 2, 17)),
        ("daily", 2, datetime(2026, 1, 31, 9), datetime(2026, 2, 3, 17)),
        ("weekly", 3, datetime(2026, 2, 13, 9), datetime(2026, 2, 16, 17)),
        ("fortnightly", 2, datetime(2026, 2, 13, 9), datetime(2026, 2, 16, 17)),
        ("monthly", 2, datetime(2026, 2, 28, 9), datetime(2026, 3, 3, 17)),
        ("monthly", 3, datetime(2026, 3, 30, 9), datetime(2026, 4, 2, 17)),
        ("monthly", 13, datetime(2027, 1, 30, 9), datetime(2027, 2, 2, 17)),
    ],
)
def test_each_time_is_as_long_as_the_first(
    repeats: Repeats, number: int, starts_on: datetime, due_on: datetime
) -> None:
    assert held(FIRST, repeats, number) == Walls(starts_on, due_on)


def test_what_is_weekly_stays_at_nine_when_clocks_are_changed() -> None:
    first = Walls(datetime(2026, 3, 23, 9), datetime(2026, 3, 27, 17))
    starts = [instant(held(first, "weekly", number).starts_on, "Europe/Berlin") for number in (1, 2)]
    assert [start.hour for start in starts] == [8, 7]
