"""What many talks come to: deals, prices, rounds, and what sellers keep by their manner and their weights.

It holds counts alone, so that it stays as small after a million talks as after one, and parts can be added up in any
order.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from engine.marketplace.market import Style
from engine.marketplace.record import Lines, Record, Spending
from engine.marketplace.room import Ending

WEIGHTS = ("0–24", "25–49", "50–74", "75–100")
"""The quarters of the weight of keeping customers."""


NO_LINES = Lines()
NOTHING_SPENT = Spending()


def quarter_of(retention: int) -> str:
    """The quarter that the weight lies in."""
    return WEIGHTS[min(retention // 25, len(WEIGHTS) - 1)]


class Spread(NamedTuple):
    """How many values there are, the middle one (the lower of two), the mean in tenths; None where there are none."""

    values: int
    median: int | None = None
    tenths: int | None = None


def spread_of(counts: Counter[int]) -> Spread:
    """The spread of values that were counted."""
    count = counts.total()
    if not count:
        return Spread(0)
    total = sum(value * times for value, times in counts.items())
    return Spread(count, _middle(counts, (count + 1) // 2), (20 * total + count) // (2 * count))


def _middle(counts: Counter[int], place: int) -> int:
    """The value at that place, from 1, when all stand in order."""
    for value in sorted(counts):
        place -= counts[value]
        if place <= 0:
            break
    return value


@dataclass
class Summary:
    """Talks added up. `whole` are those in which all that was needed was bought, `of_several` those with more than one
    seller; `broken` counts purchases that broke a limit, `kept_by_manner` and `kept_by_weight` what sellers kept.
    """

    talks: int = 0
    in_reach: int = 0
    deals: int = 0
    deals_in_reach: int = 0
    whole: int = 0
    of_several: int = 0
    messages: int = 0
    broken: int = 0
    endings: Counter[Ending] = field(default_factory=Counter)
    rounds: Counter[int] = field(default_factory=Counter)
    saved: Counter[int] = field(default_factory=Counter)
    shares: Counter[int] = field(default_factory=Counter)
    kept_by_manner: dict[Style, Counter[int]] = field(default_factory=dict)
    kept_by_weight: dict[str, Counter[int]] = field(default_factory=dict)
    present: Counter[Style] = field(default_factory=Counter)
    left: Counter[Style] = field(default_factory=Counter)
    lines: Lines = NO_LINES
    spending: Spending = NOTHING_SPENT

    def count(self, record: Record) -> None:
        """Counts one talk more."""
        is_deal = bool(record.pieces)
        self.talks += 1
        self.in_reach += record.in_reach
        self.deals += is_deal
        self.deals_in_reach += is_deal and record.in_reach
        self.whole += record.pieces >= record.wanted
        self.of_several += len(record.sales) > 1
        self.messages += record.messages
        self.endings[record.ending] += 1
        self.rounds[record.rounds] += 1
        self.saved.update(() if record.saved is None else (record.saved,))
        self.shares.update(() if record.share is None else (record.share,))
        self.lines = _lines(self.lines, record.lines)
        self.spending = _spending(self.spending, record.spending)
        self._count_sellers(record)

    def _count_sellers(self, record: Record) -> None:
        for sale in record.sales:
            self.broken += sale.breaks
            kept = () if sale.kept is None else (sale.kept,)
            self.kept_by_manner.setdefault(sale.style, Counter()).update(kept)
            self.kept_by_weight.setdefault(quarter_of(sale.retention), Counter()).update(kept)
        for seller in record.present:
            self.present[seller.style] += 1
            self.left[seller.style] += seller.left

    def add(self, other: Self) -> None:
        """Counts the other's talks too."""
        for name in ("talks", "in_reach", "deals", "deals_in_reach", "whole", "of_several", "messages", "broken"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("endings", "rounds", "saved", "shares", "present", "left"):
            getattr(self, name).update(getattr(other, name))
        for name in ("kept_by_manner", "kept_by_weight"):
            for group, counts in getattr(other, name).items():
                getattr(self, name).setdefault(group, Counter()).update(counts)
        self.lines = _lines(self.lines, other.lines)
        self.spending = _spending(self.spending, other.spending)


def _lines(some: Lines, more: Lines) -> Lines:
    return Lines(*(one + other for one, other in zip(some, more, strict=True)))


def _spending(some: Spending, more: Spending) -> Spending:
    cost = None if some.cost is None or more.cost is None else some.cost + more.cost
    tokens = (some.tokens_in + more.tokens_in, some.tokens_out + more.tokens_out)
    return Spending(some.requests + more.requests, *tokens, cost)


def summary_of(records: Iterable[Record]) -> Summary:
    """The talks, added up."""
    summary = Summary()
    for record in records:
        summary.count(record)
    return summary
