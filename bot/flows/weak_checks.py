"""Which checks a window's runs earn least of."""

from collections.abc import Sequence

from bot.states import Weak
from storage.findings import Found, by_check

MOST = 3


def weakest(found: Sequence[Found], most: int = MOST) -> tuple[Weak, ...]:
    """The checks on which the fewest runs earned at least half of the points, of those observed; the weakest first.

    A check that every run earned is no weak one.
    """
    weak = [_weak(each) for each in by_check(found).values()]
    lacking = [each for each in weak if each.met < each.runs]
    return tuple(sorted(lacking, key=lambda each: (each.met * 10_000 // each.runs, -each.runs))[:most])


def _weak(found: Sequence[Found]) -> Weak:
    met = sum(2 * (each.won or 0) >= each.of for each in found)
    return Weak(found[0].title, met, len(found))
