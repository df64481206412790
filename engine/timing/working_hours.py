"""The hours in which people may be reminded of something: Monday to Friday, nine to five, where they are."""

from datetime import datetime, timedelta
from typing import NamedTuple

from engine.timing.local_time import instant, wall_time

OPENS, CLOSES = 9, 17
_FRIDAY = 4
_AROUND = 4
"""Days on either side within which there is a working day for certain."""
SETTLED = timedelta(hours=4)
"""So soon after something has begun nobody is reminded of it."""
_USUAL_HOUR = 10


def is_working(moment: datetime, zone: str) -> bool:
    """Whether people work there at the moment; at five they have stopped."""
    wall = wall_time(moment, zone)
    return wall.weekday() <= _FRIDAY and OPENS <= wall.hour < CLOSES


def nearest(wanted: datetime, zone: str, *, after: datetime, before: datetime) -> datetime | None:
    """The full working hour there that is nearest to the wanted moment, both ends excluded; the earlier of two.

    The wanted moment itself where it lies in working hours. None where there is none between the two.
    """
    if is_working(wanted, zone) and after < wanted < before:
        return wanted
    middle = min(max(wanted, after), before)
    fitting = [each for each in _hours_around(middle, zone) if after < each < before]
    return min(fitting, key=lambda each: (abs(each - wanted), each), default=None)


def _hours_around(moment: datetime, zone: str) -> list[datetime]:
    midnight = wall_time(moment, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    days = (midnight + timedelta(days=days) for days in range(-_AROUND, _AROUND + 1))
    walls = (day.replace(hour=hour) for day in days if day.weekday() <= _FRIDAY for hour in range(OPENS, CLOSES))
    return [instant(wall, zone) for wall in walls]


class Reminders(NamedTuple):
    """When to remind somebody: the day before something is due, and on the morning of that day; None for not at all."""

    eve: datetime | None
    morning: datetime | None


def reminders(starts_at: datetime, due_at: datetime, zone: str, now: datetime) -> Reminders:
    """The two reminders, moved into working hours. Where both would come at once, it is the morning's."""
    due_on = wall_time(due_at, zone).replace(minute=0, second=0, microsecond=0)
    eve_on = (due_on - timedelta(days=1)).replace(hour=_USUAL_HOUR)
    earliest = max(starts_at + SETTLED, now)
    eve, morning = (
        nearest(instant(wall, zone), zone, after=earliest, before=due_at)
        for wall in (eve_on, due_on.replace(hour=OPENS))
    )
    return Reminders(None if eve == morning else eve, morning)
