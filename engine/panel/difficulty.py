"""How hard a seed is: what the panel's middle rep leaves of what the best one gets."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from engine.panel.playing import play_panel
from engine.persona.draw import draw_scenario
from engine.scenario.pack import Pack

Word = Literal["easy", "medium", "hard"]

HARDEST = 100
MEDIUM_FROM = 60
HARD_FROM = 85


class Difficulty(NamedTuple):
    """Whole percent, 0 (the middle rep does as well as the best) to 100, and the word for it.

    A seed on which nobody earns anything is as hard as one on which only the best do, so that the figure does not
    tell whether a deal is to be had.
    """

    percent: int
    word: Word


def difficulty(pack: Pack, pack_hash: str, seed: int) -> Difficulty:
    """How hard the seed is, by the reference panel. It plays every rep of the panel: about a tenth of a second."""
    played = play_panel(draw_scenario(pack, pack_hash, seed))
    return difficulty_of([one.profit for one in played])


def difficulty_of(profits: Sequence[int]) -> Difficulty:
    """How hard it is to come by these profits; the median of an even number is the lower of the middle two."""
    best, median = max(profits, default=0), sorted(profits)[(len(profits) - 1) // 2] if profits else 0
    percent = HARDEST if best <= 0 else min(HARDEST, HARDEST - 100 * max(0, median) // best)
    return Difficulty(percent, "easy" if percent < MEDIUM_FROM else "medium" if percent < HARD_FROM else "hard")
