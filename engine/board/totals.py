"""What a person's verdicts come to on each board: for every period, and for each pack as well as for all of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from engine.board.places import whole_mean
from engine.timing.local_time import wall_time
from engine.timing.periods import KINDS, Period, period_of

MINIMUM = 3
"""First attempts without which nobody has a place."""
ALL_PACKS = ""


class Entry(NamedTuple):
    """A verdict on a run in which its rep said something.

    `percentile` is in basis points, None until it is known. `is_common` holds for a run that counts for an assignment:
    others were given the same buyer. `full` are the ids of the checks that earned all their points.
    """

    run: str
    pack: str
    draw_epoch: int
    seed: int
    at: datetime
    percentile: int | None
    is_common: bool = False
    full: frozenset[str] = frozenset()


class Board(NamedTuple):
    """Which board: the key of its period, and its pack or `ALL_PACKS`."""

    period: str
    pack: str


class Total(NamedTuple):
    """A person's row on a board: first attempts and the sum of their percentiles, in basis points.

    The same again for those on buyers that others were given too; `checks` is how many different checks earned all
    their points in one of them. `rise` is how far the percentile has risen since the period before, None where it has
    not, or where either is not known.
    """

    runs: int = 0
    points: int = 0
    common_runs: int = 0
    common_points: int = 0
    checks: int = 0
    rise: int | None = None

    @property
    def percent(self) -> int | None:
        """The mean, as a whole percentile; None before the minimum."""
        return whole_mean(self.points, self.runs) if self.runs >= MINIMUM else None

    @property
    def common_percent(self) -> int | None:
        """The mean of those on common buyers alone; None before the minimum of these."""
        return whole_mean(self.common_points, self.common_runs) if self.common_runs >= MINIMUM else None


def first_attempts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The person's first entry on each buyer, whether or not its percentile is known yet."""
    met: set[tuple[str, int, int]] = set()
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.run)):
        buyer = entry.pack, entry.draw_epoch, entry.seed
        if buyer not in met:
            met.add(buyer)
            yield entry


def totals_of(entries: Iterable[Entry], zone: str) -> Mapping[Board, Total]:
    """One person's rows, by the days of that zone. Only boards on which something counts are among them."""
    counting: dict[tuple[Period, str], list[Entry]] = {}
    for entry in first_attempts(entries):
        if entry.percentile is not None:
            for period in _periods_of(entry, zone):
                counting.setdefault((period, ALL_PACKS), []).append(entry)
                counting.setdefault((period, entry.pack), []).append(entry)
    totals = {board: _total(those) for board, those in counting.items()}
    return {
        Board(period.key, pack): total._replace(rise=_rise(total, totals, period.before, pack))
        for (period, pack), total in totals.items()
    }


def _periods_of(entry: Entry, zone: str) -> Iterator[Period]:
    day = wall_time(entry.at, zone).date()
    return (period_of(kind, day) for kind in KINDS)


def _rise(total: Total, totals: Mapping[tuple[Period, str], Total], before: Period | None, pack: str) -> int | None:
    now, then = total.percent, totals.get((before, pack), Total()).percent if before else None
    return now - then if now is not None and then is not None and now > then else None


def _total(entries: list[Entry]) -> Total:
    common = [entry for entry in entries if entry.is_common]
    return Total(
        runs=len(entries),
        points=sum(entry.percentile or 0 for entry in entries),
        common_runs=len(common),
        common_points=sum(entry.percentile or 0 for entry in common),
        checks=len(frozenset().union(*(entry.full for entry in entries))),
    )
