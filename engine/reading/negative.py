"""Numbers with a minus before them: "minus 200", "-10%"."""

from engine.reading.line import Line
from engine.reading.quantity import Quantity


def is_negative(line: Line, number: Quantity, *signs: str) -> bool:
    """Whether one of these signs stands right before the number, and no other number that it is taken from."""
    at = line.extent(number)[0] - 1
    return at >= 0 and line.spelled[at] in signs and not any(one.end == at for one in line.numbers)
