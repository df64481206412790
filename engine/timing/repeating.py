"""When what repeats is held: wall times, so that it stays at nine o'clock when clocks are changed."""

from calendar import monthrange
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

Repeats = Literal["", "daily", "weekly", "fortnightly", "monthly"]
"""Empty for what is held once."""
_DAYS = {"daily": 1, "weekly": 7, "fortnightly": 14}


class Walls(NamedTuple):
    """Naive wall times, which each person's own zone turns into instants."""

    starts_on: datetime
    due_on: datetime


def held(first: Walls, repeats: Repeats, number: int) -> Walls:
    """The wall times of the time of that number; `first` are those of number 1.

    A month that lacks the day is begun on its last one; how long it lasts stays the same.
    """
    starts_on = _later(first.starts_on, repeats, number - 1)
    return Walls(starts_on, starts_on + (first.due_on - first.starts_on))


def _later(wall: datetime, repeats: Repeats, times: int) -> datetime:
    if repeats == "monthly":
        return _months_later(wall, times)
    return wall + timedelta(days=_DAYS.get(repeats, 0) * times)


def _months_later(wall: datetime, months: int) -> datetime:
    years, month = divmod(wall.month - 1 + months, 12)
    year = wall.year + years
    return wall.replace(year=year, month=month + 1, day=min(wall.day, monthrange(year, month + 1)[1]))
