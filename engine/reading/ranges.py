"""Numbers that are the ends of a range: "33-34k", "anywhere from 33 to 34"."""

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.outdated import leaves_from
from engine.reading.quantity import Quantity

_TIES = (("-",), ("to",))
ANYWHERE = frozenset({"anywhere", "somewhere", "anything", "ranging", "range"})
"""Words before a "from" that begins a range, and no move."""


def ends_range(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a dash or "to" ties the number to another: "33-34k", "33 to 34"."""
    is_tied_after = line.words(number.end, number.end + 1) in _TIES
    is_tied_before = line.words(number.start - 1, number.start) in _TIES
    if not (is_tied_after or is_tied_before):
        return False
    if leaves_from(line, number) and ANYWHERE.isdisjoint(line.words(setting.clause.start, number.start)):
        return False
    starts = {other.start for other in setting.numbers}
    ends = {other.end for other in setting.numbers}
    return (is_tied_after and number.end + 1 in starts) or (is_tied_before and number.start - 1 in ends)
