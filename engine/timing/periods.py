"""Weeks, months and seasons: the stretches of days that boards are kept for."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from engine.timing.local_time import instant, wall_time

PeriodKind = Literal["week", "month", "season", "all"]
KINDS: tuple[PeriodKind, ...] = ("week", "month", "season", "all")
_DAY = timedelta(days=1)
_SEASON = 3
"""Months in a season: a quarter of the year."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` on, without `end`; all days there are for the kind `all`."""

    kind: PeriodKind
    first: date
    end: date

    @property
    def key(self) -> str:
        """`2026-W48`, `2026-11`, `2026-Q4` or `all`: no two periods have the same."""
        match self.kind:
            case "week":
                year, week, _ = self.first.isocalendar()
                return f"{year}-W{week:02}"
            case "month":
                return f"{self.first:%Y-%m}"
            case "season":
                return f"{self.first.year}-Q{self.first.month // _SEASON + 1}"
            case "all":
                return "all"

    @property
    def before(self) -> "Period | None":
        """The period of its kind that it follows; None for all days."""
        return None if self.kind == "all" else period_of(self.kind, self.first - _DAY)

    @property
    def after(self) -> "Period | None":
        """The period of its kind that follows it; None for all days."""
        return None if self.kind == "all" else period_of(self.kind, self.end)

    def opens_at(self, zone: str) -> datetime:
        """The instant at which its first day begins there; the first of all instants for all days."""
        if self.kind == "all":
            return datetime.min.replace(tzinfo=UTC)
        return instant(datetime.combine(self.first, time()), zone)

    def closes_at(self, zone: str) -> datetime:
        """The instant at which its last day is over there; the last of all instants for all days."""
        if self.kind == "all":
            return datetime.max.replace(tzinfo=UTC)
        return instant(datetime.combine(self.end, time()), zone)


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of that kind that the day is in. Weeks are those of ISO 8601: they begin on Mondays."""
    match kind:
        case "week":
            first = day - timedelta(days=day.weekday())
            return Period(kind, first, first + timedelta(days=7))
        case "month":
            first = day.replace(day=1)
            return Period(kind, first, _months_on(first, 1))
        case "season":
            first = day.replace(day=1, month=day.month - (day.month - 1) % _SEASON)
            return Period(kind, first, _months_on(first, _SEASON))
        case "all":
            return Period(kind, date.min, date.max)


def period_at(kind: PeriodKind, moment: datetime, zone: str) -> Period:
    """The period of that kind that it is at the moment there."""
    return period_of(kind, wall_time(moment, zone).date())


def _months_on(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)
