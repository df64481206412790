"""Sums paid one after the other: "20 now and 80 when I pick it up" offers 100."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.money import minor_units
from engine.reading.quantity import Quantity, Sense

_NOW = frozenset({"now", "today", "upfront", "tonight", "advance", "signing", "hold", "deposit"})
_FIRST = (("up", "front"), ("this", "month"), ("this", "week"))
_LATER = frozenset(
    {
        "later", "when", "next", "after", "afterwards", "tomorrow", "upon", "once", "delivery", "pickup",
        "completion", "launch", "acceptance", "arrival", "receipt", "approval", "friday", "monday",
    }
)  # fmt: skip
_REST = frozenset({"rest", "balance", "remainder", "other"})
_IN_PARTS = _LATER | _REST
_APART = frozenset({"or", "?", ".", "!", "\n", "but", "if"})
_REACH = 4
_BEFORE = 2
_LEAST_PARTS = 2
_FAR = 12
"""Tokens between two sums past which they are no parts of one price."""
_LEAST_PERCENT, _MOST_PERCENT = 15, 110
"""Percent of the list price outside of which two sums are no parts of one price."""


class Instalments(NamedTuple):
    """Two sums that are parts of one price."""

    first: Quantity
    last: Quantity


def instalments(line: Line, context: ReadingContext) -> Iterator[Instalments]:
    """The sums of the line that are paid one after the other."""
    if len(line.numbers) < _LEAST_PARTS or line.said.isdisjoint(_IN_PARTS):
        return
    for first, last in pairwise(line.numbers):
        if _are_parts(line, first, last) and _is_a_price(total_of(first, last, context), context):
            yield Instalments(first, last)


def _are_parts(line: Line, first: Quantity, last: Quantity) -> bool:
    between = line.words(first.end, last.start)
    if not (first.sense is last.sense is Sense.AMOUNT) or len(between) > _FAR or not _APART.isdisjoint(between):
        return False
    soon = between[:_REACH]
    is_first = not _NOW.isdisjoint(soon) or any(pair in _FIRST for pair in pairwise(soon))
    is_rest = not _REST.isdisjoint(between[-_BEFORE:])
    return is_first and (is_rest or not _LATER.isdisjoint(line.words(last.end, last.end + _REACH)))


def total_of(first: Quantity, last: Quantity, context: ReadingContext) -> int:
    """What two sums come to in minor units."""
    return minor_units(first.value + last.value, context)


def _is_a_price(total: int, context: ReadingContext) -> bool:
    return _LEAST_PERCENT * context.list_price <= total * 100 <= _MOST_PERCENT * context.list_price
