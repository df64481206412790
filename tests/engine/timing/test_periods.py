"""Weeks, months and seasons, across years and the nights on which clocks are changed."""

from datetime import UTC, date, datetime

import pytest

from engine.timing.periods import KINDS, PeriodKind, period_at, period_of


@pytest.mark.parametrize(
    ("kind", "day", "key", "first", "end"),
    [
        ("week", date(2026, 11, 28), "2026-W48", date(2026, 11, 23), date(2026, 11, 30)),
        ("week", date(2026, 11, 23), "2026-W48", date(2026, 11, 23), date(2026, 11, 30)),
        ("week", date(2027, 1, 1), "2026-W53", date(2026, 12, 28), date(2027, 1, 4)),
        ("week", date(2024, 12, 30), "2025-W01", date(2024, 12, 30), date(2025, 1, 6)),
        ("month", date(2024, 2, 29), "2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("month", date(2026, 12, 31), "2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("season", date(2026, 3, 31), "2026-Q1", date(2026, 1, 1), date(2026, 4, 1)),
        ("season", date(2026, 10, 1), "2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_a_day_is_in_one_period_of_each_kind(kind: PeriodKind, day: date, key: str, first: date, end: date) -> None:
    period = period_of(kind, day)
    assert (period.key, period.first, period.end) == (key, first, end)


@pytest.mark.parametrize("kind", ["week", "month", "season"])
def test_periods_follow_one_another_without_a_gap(kind: PeriodKind) -> None:
    period = period_of(kind, date(2019, 12, 31))
    for _ in range(400):
        after = period.after
        assert after is not None
        assert (after.first, after.before) == (period.end, period)
        assert after.key > period.key
        period = after


def test_no_two_kinds_have_a_key_in_common() -> None:
    assert len({period_of(kind, date(2026, 11, 28)).key for kind in KINDS}) == len(KINDS)


def test_all_days_come_before_and_after_none() -> None:
    always = period_of("all", date(2026, 11, 28))
    assert (always.key, always.before, always.after) == ("all", None, None)
    assert always.opens_at("Europe/Berlin") < datetime(1900, 1, 1, tzinfo=UTC) < always.closes_at("Europe/Berlin")


def test_a_week_begins_and_ends_at_midnight_where_the_team_is() -> None:
    # Clocks in Berlin go back on Sunday, 25 October 2026.
    week = period_of("week", date(2026, 10, 25))
    assert week.opens_at("Europe/Berlin") == datetime(2026, 10, 18, 22, tzinfo=UTC)
    assert week.closes_at("Europe/Berlin") == datetime(2026, 10, 25, 23, tzinfo=UTC)


def test_the_same_moment_is_in_another_week_elsewhere() -> None:
    late = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    assert period_at("week", late, "UTC").key == "2026-W48"
    assert period_at("week", late, "Asia/Tokyo").key == "2026-W49"
