"""A month of three managers and sixty reps in five time zones, and by another reckoning what is to be posted when.

The reckoning shares nothing with the code that plans: it looks at clocks half an hour after half an hour.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONES = ("America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kolkata")
DAY, WEEK, HALF_HOUR = timedelta(days=1), timedelta(weeks=1), timedelta(minutes=30)
PASSING, MUTED, EXCUSED, LATECOMER, SNOOZER, MOVER, LEAVER = (1, 5, 9, 21, 25, 33, 41), 2, 3, 4, 10, 24, 47
"""Reps by their numbers: who passes every window, and to whom something happens, once."""


class Order(NamedTuple):
    """A weekly assignment: for whose reps, and its first wall times."""

    id: str
    first_rep: int
    starts_on: datetime
    due_on: datetime
    has_channel: bool

    def reps(self, number: int) -> Iterator[int]:
        """Who is in the window of that number, by their numbers."""
        for rep in range(self.first_rep, self.first_rep + 20):
            if rep != LATECOMER or number >= 3:
                yield rep


class Posted(NamedTuple):
    """A post: of which schedule, for whom."""

    schedule: str
    recipient: str


@dataclass(frozen=True)
class Month:
    """A month that begins on a Saturday at noon, UTC; what is due on Thursdays starts at that time of the `night`."""

    name: str
    begins: datetime
    ends: datetime
    night: str
    sunday: datetime = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sunday", (self.begins + DAY).replace(hour=0, tzinfo=None))

    @property
    def orders(self) -> tuple[Order, ...]:
        """From Monday nine to Friday five, from Sunday night to Thursday noon, from Wednesday eight to Monday noon."""
        night = datetime.fromisoformat(f"{self.sunday:%Y-%m-%d}T{self.night}")
        day = self.sunday
        return (
            Order("group", 0, day + timedelta(days=1, hours=9), day + timedelta(days=5, hours=17), True),
            Order("night", 20, night, day + timedelta(days=4, hours=12), True),
            Order("named", 40, day + timedelta(days=3, hours=8), day + timedelta(days=8, hours=12), False),
        )

    def week(self, number: int, **more: float) -> datetime:
        """The instant so long after the Sunday that begins that week, in UTC."""
        return self.sunday.replace(tzinfo=UTC) + (number - 1) * WEEK + timedelta(**more)

    @property
    def acts(self) -> dict[datetime, str]:
        """What happens when, beside what falls due."""
        named = {
            self.week(1, days=3, hours=6): "snooze",
            self.week(2, days=1, hours=12): "join",
            self.week(2, days=2, hours=12): "move",
            self.week(2, days=2, hours=13): "mute",
            self.week(2, days=2, hours=14): "excuse",
            self.week(3, days=4, hours=1): "leave",
        }
        for week in range(1, 6):
            named[self.week(week, days=3, hours=20)] = f"pass night {week}"
            named[self.week(week, days=2, hours=20)] = f"pass group {week}"
            named[self.week(week, days=4, hours=20)] = f"pass named {week}"
        return {at: act for at, act in named.items() if at < self.ends}

    def zone(self, rep: int, moment: datetime) -> str:
        """Where the rep is at the moment."""
        if rep == MOVER and moment >= self.week(2, days=2, hours=12):
            return "America/New_York"
        return ZONES[rep % 5]

    def there(self, wall: datetime, rep: int) -> datetime:
        """When it is that time for the first time where the rep is by then."""
        first = first_instant(wall, self.zone(rep, self.begins))
        return first if first <= self.week(2, days=2, hours=12) else first_instant(wall, self.zone(rep, first))

    def passes_at(self, order: Order, number: int, rep: int) -> datetime | None:
        """When the rep passes the window."""
        if rep not in PASSING:
            return None
        return next((at for at, act in self.acts.items() if act == f"pass {order.id} {number}"), None)

    def expected(
        self, ids: dict[int, str], channels: dict[str, str], managers: dict[str, str]
    ) -> dict[Posted, datetime]:
        """Every post of the month, with its time."""
        found: dict[Posted, datetime] = {}
        for order in self.orders:
            for number in range(1, 7):
                found |= self._window(order, number, ids, channels[order.id], managers[order.id])
        return {post: at for post, at in found.items() if at < self.ends}

    def _window(
        self, order: Order, number: int, ids: dict[int, str], channel: str, manager: str
    ) -> dict[Posted, datetime]:
        starts_on, due_on = (wall + (number - 1) * WEEK for wall in (order.starts_on, order.due_on))
        reps = [rep for rep in order.reps(number) if rep != LEAVER or number < 5]
        starts = {rep: self.there(starts_on, rep) for rep in reps}
        due = {rep: self.there(due_on, rep) for rep in reps}
        name = f"assignment:{order.id}:{number}"
        posts = {Posted(f"{name}:start", ids[rep]): at for rep, at in starts.items() if not self._gone(rep, at)}
        for rep in reps:
            for which, at in self._reminders(order, number, rep, due_on).items():
                posts[Posted(f"{name}:remind:{which}", ids[rep])] = at
        if order.has_channel:
            posts[Posted(f"{name}:summary", channel)] = min(starts.values())
        return posts | {Posted(f"{name}:digest", manager): max(due.values())}

    def _gone(self, rep: int, at: datetime) -> bool:
        return rep == LEAVER and at >= self.week(3, days=4, hours=1)

    def _reminders(self, order: Order, number: int, rep: int, due_on: datetime) -> dict[str, datetime]:
        """The day before at ten, on the day at nine; what is due on a Monday has one alone."""
        walls = {"eve": (due_on - DAY).replace(hour=10), "morning": due_on.replace(hour=9)}
        if due_on.weekday() == 0:
            del walls["eve"]
        if rep == SNOOZER and number == 1:
            walls["eve"] += DAY
        if number == 2 and rep in (MUTED, EXCUSED):
            return {}
        passed = self.passes_at(order, number, rep)
        found = {which: self.there(wall, rep) for which, wall in walls.items()}
        return {which: at for which, at in found.items() if not self._gone(rep, at) and (passed is None or at < passed)}


@cache
def first_instant(wall: datetime, zone: str) -> datetime:
    """The first half hour at which clocks there show that time or a later one."""
    there = ZoneInfo(zone)
    moment = wall.replace(tzinfo=UTC) - timedelta(hours=15)
    while moment.astimezone(there).replace(tzinfo=None) < wall:
        moment += HALF_HOUR
    return moment


SPRING = Month("spring", datetime(2026, 2, 28, 12, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC), "02:30")
AUTUMN = Month("autumn", datetime(2026, 10, 10, 12, tzinfo=UTC), datetime(2026, 11, 10, tzinfo=UTC), "01:30")
