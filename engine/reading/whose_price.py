"""Whose price a change starts from: "500 off mine", "4 % from your last quote", "1,000 under your number"."""

from itertools import pairwise

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity

_REACH = 4
MINUS = frozenset({"minus", "less", "-", "under", "below"})
"""Words that set so much below the price named after them."""
_OFF_MINE = (("off", "mine"), ("off", "my"), ("off", "ours"), ("off", "our"))
_FROM, _MY = frozenset({"from", "off", "to", "on"}), frozenset({"my", "mine", "our"})
_OF_MINE = frozenset({("off", "my"), ("my", "own"), ("off", "our"), ("bumping", "my"), ("raising", "my")})
_YOU_SAID = frozenset({("what", "you"), ("than", "you")})
_THEIR_NUMBER = (("number",), ("price",), ("ask",), ("offer",), ("quote",))


def is_off_mine(line: Line, setting: Setting, number: Quantity) -> bool:
    """Whether it comes off the speaker's price: "500 off mine", "off my number by 2k", "50 from what I said"."""
    after, lead = line.words(number.end, number.end + _REACH), line.words(setting.clause.start, number.start)
    is_said = any(pair == ("what", "i") or (pair[0] in _FROM and pair[1] in _MY) for pair in pairwise(after))
    return after[:2] in _OFF_MINE or is_said or not _OF_MINE.isdisjoint(pairwise(lead))


def is_from_theirs(line: Line, number: Quantity) -> bool:
    """Whether it changes what the other side said: "4% from your last quote", "add 50 to what you just offered"."""
    after = line.words(number.end, number.end + _REACH + 2)
    pairs = pairwise(after)
    is_said = any(pair in _YOU_SAID or (pair[0] in _FROM and pair[1] == "your") for pair in pairs)
    return is_said or is_below_theirs(line, number)


def is_below_theirs(line: Line, number: Quantity) -> bool:
    """Whether it is so much below what the other side asks: "1,000 under your number"."""
    after = line.words(number.end, number.end + _REACH - 1)
    is_theirs = after[1:3] == ("what", "you") or (after[1:2] == ("your",) and after[2:3] in _THEIR_NUMBER)
    return after[:1] != () and after[0] in MINUS and is_theirs
