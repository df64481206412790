"""Wall times and the instants that they mean in a place, also in the two nights a year when clocks are changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOME = "UTC"
"""Where somebody is taken to be whose zone is unknown."""


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that IANA name, UTC where there is none of it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(HOME)


def instant(wall: datetime, zone: str) -> datetime:
    """The instant, in UTC, at which clocks there show the naive `wall`.

    A time that occurs twice means its first occurrence; one that is left out means the first instant after the gap.
    """
    there = zone_of(zone)
    first = wall.replace(tzinfo=there, fold=0).astimezone(UTC)
    if first.astimezone(there).replace(tzinfo=None) == wall:
        return first
    return _end_of_gap(first - timedelta(days=1), first + timedelta(days=1), there)


def _end_of_gap(before: datetime, after: datetime, there: ZoneInfo) -> datetime:
    """The instant between the two, to the second, from which clocks there go by another offset."""
    old = before.astimezone(there).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, there).utcoffset() == old:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)


def wall_time(moment: datetime, zone: str) -> datetime:
    """What clocks there show at the moment, naive."""
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None)
