"""Numbers whose last digits are left open: "23,5xx", "24,xxx", "23xxx"."""

import re
from collections.abc import Sequence

from engine.reading.quantity import Quantity
from engine.reading.tokens import Token, is_glued, word_at

_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3}){1,3}")
_SHORTEST, _LONGEST = 4, 6
"""Digits of a number that is not grouped: one of three, "9xx", may name anything."""
_MOST_OPEN = 3


def left_open(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number there with noughts for the digits it leaves open, said roughly; None where it leaves none."""
    head, letters = tokens[at].word, at + 1
    if word_at(tokens, letters) == "," and is_glued(tokens, letters):
        head, letters = head + ",", letters + 1
    if not is_glued(tokens, letters) or set(tokens[letters].word) != {"x"}:
        return None
    count = tokens[letters].end - tokens[letters].start
    if count > _MOST_OPEN:
        return None
    written = head + "0" * count
    grouped = _GROUPED.fullmatch(written) is not None
    if not grouped and not (count > 1 and written.isdecimal() and _SHORTEST <= len(written) <= _LONGEST):
        return None
    value = int(written.replace(",", "").replace(".", ""))
    return Quantity(at, letters + 1, value, grouped=grouped, vague=True)
