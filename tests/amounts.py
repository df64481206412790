"""How many of very many are tried: a fifth in a plain run of the tests, all where HAGGLE_THOROUGH is set."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_PART = 1 if os.environ.get("HAGGLE_THOROUGH") else 5


def of_many(number: int) -> int:
    """How many of so many; one at the least."""
    return max(1, number // _PART)


def part_of(tried: Sequence[T]) -> Sequence[T]:
    """Every so manyth of them, the first of all among these."""
    return tried[::_PART]
