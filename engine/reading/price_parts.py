"""Sums that are parts of one price: "20 now and 80 when I pick it up" offers 100, "34,700 for the car and 1,200 for the
title" tells what the 35,900 just asked is made up of."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.money import minor_units
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

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
_NAMING = frozenset({"for", "of", "in", "as", "plus", "+", "and", "goes"})
"""What leads on from a part of a price to what it is for, or to the other part."""
_ADDING = frozenset({"and", "plus", "+"})
_CHANGING = frozenset(
    words_of(
        "less off below down under cheaper instead more drop dropping save saving discount minus another extra "
        "additional further increase raise up was were lower higher"
    )
)
"""Words of a line in which one number rather changes the other than adds to it."""
_REACH = 4
_BEFORE = 2
_LEAST_PARTS = 2
_FAR = 12
"""Tokens between two sums past which they are no parts of one price."""
_LEAST_PERCENT, _MOST_PERCENT = 15, 110
"""Percent of the list price outside of which two sums are no parts of one price."""


class Parts(NamedTuple):
    """Two sums that are parts of one price."""

    first: Quantity
    last: Quantity


def parts_in(line: Line, context: ReadingContext) -> Iterator[Parts]:
    """The sums of the line that are paid one after the other, or make up a price that stands."""
    if len(line.numbers) < _LEAST_PARTS:
        return
    may_be_paid_apart = not line.said.isdisjoint(_IN_PARTS)
    may_be_made_up = _CHANGING.isdisjoint(line.said)
    for first, last in pairwise(line.numbers):
        if not _may_be_parts(line, first, last):
            continue
        total = total_of(first, last, context)
        is_paid_apart = may_be_paid_apart and _is_a_price(total, context) and _are_paid_apart(line, first, last)
        is_made_up = may_be_made_up and _is_added_to(line, first, last)
        if is_paid_apart or (is_made_up and total == (context.own_price or context.list_price)):
            yield Parts(first, last)


def _is_added_to(line: Line, first: Quantity, last: Quantity) -> bool:
    """Whether the first is said to be for something, and a smaller sum is added to it."""
    between = line.words(first.end, last.start)
    is_smaller = last.value < first.value
    return is_smaller and not (_NAMING.isdisjoint(between[:1]) or _ADDING.isdisjoint(between[-_BEFORE:]))


def _may_be_parts(line: Line, first: Quantity, last: Quantity) -> bool:
    between = line.words(first.end, last.start)
    return first.sense is last.sense is Sense.AMOUNT and len(between) <= _FAR and _APART.isdisjoint(between)


def _are_paid_apart(line: Line, first: Quantity, last: Quantity) -> bool:
    between = line.words(first.end, last.start)
    soon = between[:_REACH]
    is_first = not _NOW.isdisjoint(soon) or any(pair in _FIRST for pair in pairwise(soon))
    is_rest = not _REST.isdisjoint(between[-_BEFORE:])
    return is_first and (is_rest or not _LATER.isdisjoint(line.words(last.end, last.end + _REACH)))


def total_of(first: Quantity, last: Quantity, context: ReadingContext) -> int:
    """What two sums come to in minor units."""
    return minor_units(first.value + last.value, context)


def _is_a_price(total: int, context: ReadingContext) -> bool:
    return _LEAST_PERCENT * context.list_price <= total * 100 <= _MOST_PERCENT * context.list_price
