"""The field that a run is measured in: what reference reps earned from the same counterpart."""

from dataclasses import dataclass
from typing import NamedTuple

LEAST_REACHED = 30
"""Percent of the room that counts as reached where the whole field stayed below it."""
SMALL_GAP = 10
"""Where the best of the field is ahead of the naive rep by less than this percentage of the room, places count."""


class Standing(NamedTuple):
    """Where a run stands in its field. `ahead_of` are the reps out of `reps` that earned less, and `percentile` is
    that share in whole percent, with half of the `level` who earned the same. `best` and `naive` are profits in minor
    units above the rep's limit."""

    percentile: int
    ahead_of: int
    reps: int
    best: int
    naive: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """What each reference rep earned, minor units above its limit, and what the naive discounter among them did.

    `joint` is the most that any of them gained together with the counterpart, `product` the greatest product of both
    sides' gains.
    """

    profits: tuple[int, ...]
    naive: int
    joint: int = 0
    product: int = 0

    @property
    def best(self) -> int:
        """The most that any of them earned; nobody is worse off than without a deal."""
        return max((*self.profits, 0))

    def standing(self, profit: int) -> Standing:
        """Where that profit stands."""
        below = sum(other < profit for other in self.profits)
        same = sum(other == profit for other in self.profits)
        reps = len(self.profits)
        return Standing(50 * (2 * below + same) // max(1, reps), below, reps, self.best, self.naive, same)

    def share(self, profit: int, room: int) -> tuple[int, int]:
        """The profit on the way from the naive rep's to the best one's, as part and whole, never outside of it.

        Where there is hardly any way, among `room` minor units that both sides could gain, it is the percentile.
        """
        way = self.best - self.naive
        if way * 100 < room * SMALL_GAP:
            return self.standing(profit).percentile, 100
        return max(0, min(profit - self.naive, way)), way

    def share_of_pie(self, joint: int, room: int) -> tuple[int, int]:
        """What both gained together against the most that anybody reached, as part and whole."""
        return joint, max(self.joint, room * LEAST_REACHED // 100)

    def share_of_balance(self, own: int, theirs: int, room: int) -> tuple[int, int]:
        """The product of both gains against the best that anybody reached, as part and whole."""
        reached = room * LEAST_REACHED // 100
        return own * max(0, theirs), max(self.product, reached * reached // 4)
