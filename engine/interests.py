"""What terms are worth to one party, in minor units of money, and as a utility from 0 to 10,000."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from engine.terms.terms import IssueId, Terms

FULL_UTILITY = 10_000


class Stake(NamedTuple):
    """What one issue is worth to a party: `slope` for each unit of it, and `once` if it is not zero.

    A price of 3,490,000 cents has slope -1 for the buyer and +1 for the seller. An add-on is a flag with the
    party's value as its slope. A trade-in has slope +1 for the buyer, and `once` is minus what the old car is
    worth to the buyer elsewhere. Units beyond `up_to`, where there is such a bound, are worth nothing more.
    """

    slope: int
    once: int = 0
    up_to: int | None = None

    def value(self, amount: int) -> int:
        """Minor units; 0 for an amount of 0."""
        counted = amount if self.up_to is None else min(amount, self.up_to)
        return self.slope * counted + (self.once if amount else 0)


NO_STAKE = Stake(0)


@dataclass(frozen=True)
class Interests:
    """A party's stakes by issue, on top of `base`: what having a deal at all is worth, in minor units.

    `walk_away` is the value of having no deal (V0); `aspiration` the value that a party would be delighted with (V1).
    """

    base: int
    stakes: tuple[tuple[IssueId, Stake], ...]
    walk_away: int
    aspiration: int

    @classmethod
    def of(cls, base: int, stakes: Mapping[IssueId, Stake], walk_away: int, aspiration: int) -> "Interests":
        """Interests with stakes sorted by issue, so that equal interests compare equal."""
        return cls(base, tuple(sorted(stakes.items())), walk_away, aspiration)

    def stake(self, issue: IssueId) -> Stake:
        """The stake in one issue; an issue that the party does not care about is worth nothing."""
        return self._by_issue.get(issue, NO_STAKE)

    def value(self, terms: Terms) -> int:
        """What the terms are worth to this party, in minor units."""
        value, stakes = self.base, self._by_issue
        for issue, amount in terms.amounts:
            stake = stakes.get(issue)
            if stake is not None and amount:
                slope, once, up_to = stake
                value += slope * (amount if up_to is None or amount < up_to else up_to) + once
        return value

    def surplus(self, terms: Terms) -> int:
        """Minor units above having no deal; negative where walking away is better."""
        return self.value(terms) - self.walk_away

    def utility(self, terms: Terms, walk_away_shift: int = 0) -> int:
        """0 at the walk-away value, 10,000 at the aspiration; outside that range for terms outside it."""
        return self.utility_of(self.value(terms), walk_away_shift)

    def utility_of(self, value: int, walk_away_shift: int = 0) -> int:
        """The utility of terms that are worth so many minor units."""
        walk_away = self.walk_away + walk_away_shift
        return FULL_UTILITY * (value - walk_away) // max(1, self.aspiration - walk_away)

    @cached_property
    def _by_issue(self) -> dict[IssueId, Stake]:
        return dict(self.stakes)
