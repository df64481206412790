"""The demand: the least utility that the counterpart asks for now."""

from typing import Protocol

from engine.concession.curves import LAST_TICK, demand_by_time, time_used

MOST_RETURNED = 2_500
"""The most utility given back for one move of the rep."""
MOST_AT_ONCE = 3_000
"""The most that a demand falls in one move, whatever the time says."""


class Tactics(Protocol):
    """How a party comes down: by its curve until its clock runs out, and by what the other side gives.

    `time_weight` is the percent of the demand that follows the clock, `reciprocity` how much of a gain it gives back.
    """

    @property
    def curve(self) -> str: ...
    @property
    def clock(self) -> int: ...
    @property
    def time_weight(self) -> int: ...
    @property
    def reciprocity(self) -> int: ...


SMALLEST_GAIN = 200
"""The utility from which a better offer counts as a move; less is a token."""


def gain_over(best: int | None, utility: int, worst: int) -> int:
    """How far an offer beats the best one before it; 0 for a first offer, which sets the mark, and for tokens.

    Utilities below `worst` are all alike, so that coming down from a fanciful price gives nothing.
    """
    if best is None:
        return 0
    gain = max(worst, utility) - max(worst, best)
    return gain if gain >= SMALLEST_GAIN else 0


def next_demand(temper: Tactics, demand: int, clock: int, gain: int) -> int:
    """The demand after one more price move, 0 to `demand`: it never rises (Faratin 1998, time and behaviour mixed)."""
    by_time = demand_by_time(temper.curve, time_used(clock, temper.clock))
    by_behaviour = demand - min(MOST_RETURNED, temper.reciprocity * gain // 100)
    mixed = (temper.time_weight * by_time + (100 - temper.time_weight) * by_behaviour) // LAST_TICK
    return max(0, demand - MOST_AT_ONCE, min(demand, mixed))
