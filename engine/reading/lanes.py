"""Several whole numbers side by side in one, so that one addition adds them all.

A sum of many rows of numbers, column by column, takes a step for each row instead of one for each number.
"""

from collections.abc import Iterable
from functools import cache
from struct import Struct

_BITS = 32
"""Of each number; those at the end of all additions must lie within `_HALF` of 0."""
_HALF = 1 << (_BITS - 1)


def side_by_side(numbers: Iterable[int]) -> int:
    """The numbers in one, the first in the lowest bits; what is added to it, or multiplied by, goes for each."""
    return sum(number << (_BITS * at) for at, number in enumerate(numbers))


def unit(at: int) -> int:
    """1 at that place, and 0 at all others."""
    return 1 << (_BITS * at)


def apart(together: int, count: int) -> list[int]:
    """The numbers again, of which there were so many."""
    lanes, halves = _lanes(count)
    raised = (together + halves).to_bytes(lanes.size, "little")
    return [number - _HALF for number in lanes.unpack(raised)]


@cache
def _lanes(count: int) -> tuple[Struct, int]:
    """How so many lie in memory, and what raises each above 0."""
    return Struct(f"<{count}I"), side_by_side([_HALF] * count)
