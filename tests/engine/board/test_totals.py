"""What a person's verdicts come to on each board."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.board.totals import ALL_PACKS, MINIMUM, Board, Entry, Total, totals_of

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Story:
    """Entries one after the other, a minute apart unless told otherwise."""

    now: datetime = MONDAY
    count: int = 0

    def entry(self, seed: int, percentile: int | None = 5_000, **more: Any) -> Entry:
        """The next entry."""
        self.count += 1
        self.now += timedelta(minutes=1)
        known: dict[str, Any] = {"run": f"r{self.count}", "pack": "car_sales", "draw_epoch": 1, "at": self.now}
        return Entry(**{**known, "seed": seed, "percentile": percentile, **more})


def week(pack: str = "car_sales") -> Board:
    """The board of the week in which the story begins."""
    return Board("2026-W48", pack)


def test_an_entry_counts_on_every_board_of_its_day_for_its_pack_and_for_all() -> None:
    totals = totals_of([Story().entry(1, 8_000)], "UTC")
    periods = ("2026-W48", "2026-11", "2026-Q4", "all")
    assert set(totals) == {Board(period, pack) for period in periods for pack in (ALL_PACKS, "car_sales")}
    assert set(totals.values()) == {Total(1, 8_000)}


def test_only_the_first_attempt_on_a_buyer_counts_whatever_came_of_it() -> None:
    story = Story()
    totals = totals_of([story.entry(1, 1_000), story.entry(1, 9_900), story.entry(2, 7_000)], "UTC")
    assert totals[week()] == Total(2, 8_000)


def test_the_same_seed_in_another_pack_or_draw_is_another_buyer() -> None:
    story = Story()
    entries = [story.entry(1), story.entry(1, pack="saas_renewal"), story.entry(1, draw_epoch=2)]
    totals = totals_of(entries, "UTC")
    assert totals[week(ALL_PACKS)].runs == 3
    assert totals[week()].runs == 2


def test_a_first_attempt_that_is_not_measured_yet_keeps_a_second_one_out() -> None:
    story = Story()
    assert totals_of([story.entry(1, None), story.entry(1, 9_000)], "UTC") == {}


def test_the_order_in_which_entries_are_read_is_of_no_matter() -> None:
    story = Story()
    entries = [story.entry(seed, 100 * seed) for seed in (1, 2, 1, 3, 2)]
    assert totals_of(entries, "UTC") == totals_of(entries[::-1], "UTC")


def test_runs_on_buyers_that_others_were_given_are_summed_up_besides() -> None:
    story = Story()
    entries = [story.entry(seed, 1_000 * seed, is_common=seed > 2) for seed in range(1, 6)]
    total = totals_of(entries, "UTC")[week()]
    assert total == Total(5, 15_000, 3, 12_000)
    assert (total.percent, total.common_percent) == (30, 40)


def test_there_is_no_percentile_before_the_minimum_of_runs() -> None:
    story = Story()
    entries = [story.entry(seed, 6_000) for seed in range(MINIMUM)]
    assert totals_of(entries[:-1], "UTC")[week()].percent is None
    assert totals_of(entries, "UTC")[week()].percent == 60
    assert totals_of(entries, "UTC")[week()].common_percent is None


def test_coverage_is_the_different_checks_that_earned_all_points_in_counting_runs() -> None:
    story = Story()
    entries = [
        story.entry(1, full=frozenset({"anchor", "close"})),
        story.entry(1, full=frozenset({"claim"})),
        story.entry(2, full=frozenset({"close", "heard"})),
    ]
    assert totals_of(entries, "UTC")[week()].checks == 3


def test_a_rise_is_over_the_period_before_with_the_minimum_in_both() -> None:
    def week_of(story: Story, percentile: int, runs: int = MINIMUM) -> list[Entry]:
        return [story.entry(story.count, percentile) for _ in range(runs)]

    story = Story()
    first = week_of(story, 4_000)
    story.now += timedelta(weeks=1)
    totals = totals_of([*first, *week_of(story, 6_200)], "UTC")
    assert totals[Board("2026-W49", ALL_PACKS)].rise == 22
    assert totals[week()].rise is None
    few = Story(now=story.now + timedelta(weeks=1), count=20)
    assert totals_of([*first, *week_of(few, 9_000)], "UTC")[Board("2026-W50", ALL_PACKS)].rise is None
    fewer = Story(now=MONDAY + timedelta(weeks=1), count=20)
    assert totals_of([*first, *week_of(fewer, 9_000, 2)], "UTC")[Board("2026-W49", ALL_PACKS)].rise is None
    worse = Story(now=MONDAY + timedelta(weeks=1), count=30)
    assert totals_of([*first, *week_of(worse, 3_000)], "UTC")[Board("2026-W49", ALL_PACKS)].rise is None


def test_days_are_those_of_the_teams_zone() -> None:
    sunday_night = Story(now=datetime(2026, 11, 29, 23, 30, tzinfo=UTC)).entry(1)
    assert Board("2026-W48", "car_sales") in totals_of([sunday_night], "UTC")
    assert Board("2026-W49", "car_sales") in totals_of([sunday_night], "Europe/Berlin")
