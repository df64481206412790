"""The hours in which people may be reminded of something: Monday to Friday, nine to five, where they are."""

from datetime import datetime, timedelta

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


def reminders(starts_at: datetime, due_at: datetime, zone: str, now: datetime) -> tuple[datetime, ...]:
    """At most two moments to remind somebody: the day before it is due, and the morning on which it is."""
    due_on = wall_time(due_at, zone).replace(minute=0, second=0, microsecond=0)
    eve = (due_on - timedelta(days=1)).replace(hour=_USUAL_HOUR)
    earliest = max(starts_at + SETTLED, now)
    wanted = (instant(wall, zone) for wall in (eve, due_on.replace(hour=OPENS)))
    found = (nearest(each, zone, after=earliest, before=due_at) for each in wanted)
    return tuple(sorted({each for each in found if each}))
