"""When people may be reminded."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from engine.timing.local_time import instant, wall_time
from engine.timing.working_hours import is_working, nearest, reminders

BERLIN = "Europe/Berlin"


def at(text: str, zone: str = BERLIN) -> datetime:
    """The instant of a wall time of March 2026, such as `6 9:00`."""
    day, time = text.split()
    hour, minute = time.split(":")
    return instant(datetime(2026, 3, int(day), int(hour), int(minute)), zone)


@pytest.mark.parametrize(
    ("wall", "works"), [("6 9:00", True), ("6 16:59", True), ("6 17:00", False), ("6 8:59", False), ("7 10:00", False)]
)
def test_people_work_from_monday_to_friday_nine_to_five(wall: str, works: bool) -> None:
    assert is_working(at(wall), BERLIN) is works


@pytest.mark.parametrize(
    ("starts", "due", "expected"),
    [
        ("2 9:00", "6 17:00", ["5 10:00", "6 9:00"]),  # Monday to Friday
        ("2 9:00", "9 17:00", ["9 9:00"]),  # due on a Monday: Sunday's moves to the same morning
        ("2 9:00", "9 9:00", ["6 16:00"]),  # due before anybody works
        ("2 9:00", "7 12:00", ["6 10:00", "6 16:00"]),  # due on a Saturday
        ("2 9:00", "2 17:00", ["2 14:00"]),  # within a day: not so soon after the start
        ("2 9:00", "2 13:00", []),
        ("7 9:00", "8 17:00", []),  # a weekend
    ],
)
def test_reminders_come_the_day_before_and_that_morning_in_working_hours(
    starts: str, due: str, expected: list[str]
) -> None:
    start = at(starts)
    assert [each for each in reminders(start, at(due), BERLIN, start) if each] == [at(each) for each in expected]


def test_at_most_two_reminders_come_all_in_hours_after_the_start_and_before_it_is_due() -> None:
    first = datetime(2026, 3, 1)
    zones = ("Pacific/Auckland", "Asia/Kolkata", "America/Los_Angeles", BERLIN)
    for zone, start, length in product(zones, range(0, 24 * 8, 5), (3, 26, 50, 104, 200)):
        starts_at = instant(first + timedelta(hours=start), zone)
        due_at = instant(first + timedelta(hours=start + length), zone)
        found = [each for each in reminders(starts_at, due_at, zone, starts_at) if each]
        assert len(set(found)) == len(found) <= 2
        assert all(is_working(each, zone) and starts_at < each < due_at for each in found), (zone, starts_at, due_at)


def test_the_nearest_hour_keeps_to_both_ends() -> None:
    saturday = at("7 10:00")
    assert nearest(saturday, BERLIN, after=at("6 16:00"), before=at("9 9:00")) is None
    found = nearest(saturday, BERLIN, after=at("6 12:00"), before=at("10 17:00"))
    assert found is not None
    assert wall_time(found, BERLIN) == datetime(2026, 3, 6, 16)
