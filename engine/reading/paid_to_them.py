"""What a seller says would be paid to the buyer, which is no price of the deal: "I'll pay you 500 to take it away"."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.quantity import Quantity

_REACH = 3
_PAID = frozenset({("pay", "you"), ("paying", "you"), ("paid", "you"), ("pays", "you")})


def is_paid_to_them(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the speaker, who gains by a higher price, says that the other side is paid the amount."""
    first = line.extent(number)[0]
    return context.price_slope > 0 and not _PAID.isdisjoint(pairwise(line.words(max(0, first - _REACH), first)))
