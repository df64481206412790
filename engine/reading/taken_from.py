"""What so much is taken from, named in the same breath: "25k less 500", "24,900 - 500", "3 percent off the 228"."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of, is_price, minor_units
from engine.reading.quantity import Quantity, Sense

_REACH = 5
_NAMING = frozenset({"off", "of", "the", "your", "my", "our", "that", "$"})
"""What stands between what comes off and what it comes off."""
_LESS = frozenset({"minus", "less"})
_TAKING_OFF = _LESS | {"-", "by"}
_BEATING = frozenset({"beat", "beating", "undercut", "undercutting"})
_LEAST = 100
"""From it a bare number after a dash is taken off, and is no end of a range: "25k - 500", but "25k - 26"."""
_MOST = 40
"""Percent of a price up to which another sum is taken off it."""
_AFTER = frozenset({".", ",", "!", "?", "=", ";", "\n", "and", "so", "is", "then", "deal", "firm", "today"})
"""What goes on after a sum that is worked out."""


def named_base(line: Line, number: Quantity, setting: Setting) -> Quantity | None:
    """The number that so much is taken off: the 228 of "3 percent off the 228"."""
    following = next((one for one in setting.numbers if one.start > number.end), None)
    between = line.words(number.end, following.start) if following is not None else ()
    is_named = between[-1:] != () and len(between) <= _REACH and "off" in between and between[-1] in _NAMING
    return following if is_named else None


def price_before(line: Line, number: Quantity, context: ReadingContext) -> Quantity | None:
    """The price that the number is taken from: the 25k of "25k less 500"."""
    at = line.extent(number)[0] - 1
    sign = line.words(at, at + 1) if at > 0 else ()
    if sign[:1] == () or sign[0] not in _TAKING_OFF:
        return None
    price = next((one for one in line.numbers if line.extent(one)[1] == at), None)
    if price is None or price.sense is not Sense.AMOUNT or not is_price(price, context):
        return None
    if not _takes_off(line, sign, price):
        return None
    if sign == ("-",) and not _is_minus(line, at, price, number):
        return None
    return price if _is_step(number, price, context) else None


def is_taken_from(line: Line, price: Quantity, context: ReadingContext) -> bool:
    """Whether so much is taken from this price in the same breath, which it is then no offer of its own."""
    at = line.extent(price)[1]
    if not _takes_off(line, line.words(at, at + 1), price):
        return False
    following = next((one for one in line.numbers if line.extent(one)[0] == at + 1), None)
    return following is not None and price_before(line, following, context) is price


def _takes_off(line: Line, sign: tuple[str, ...], price: Quantity) -> bool:
    """Whether the word behind the price takes the next number off it: "less", or the "by" of "beat 24,100 by 200"."""
    start = line.extent(price)[0]
    is_beaten = sign == ("by",) and not _BEATING.isdisjoint(line.words(max(0, start - _REACH), start))
    return is_beaten or sign == ("-",) or not _LESS.isdisjoint(sign)


def _is_step(number: Quantity, price: Quantity, context: ReadingContext) -> bool:
    if number.sense is Sense.PERCENT:
        return number.value < 100
    amount = amount_of(price, context.price, context).minor
    return number.sense is Sense.AMOUNT and 100 * minor_units(number.value, context) < _MOST * amount


def _is_minus(line: Line, at: int, price: Quantity, number: Quantity) -> bool:
    """Whether the dash, with room around it, is a minus that the line ends after: not that of "24,900 - 2 keys"."""
    dash = line.tokens[at]
    has_room = line.tokens[at - 1].end < dash.start and dash.end < line.tokens[at + 1].start
    is_percent = number.sense is Sense.PERCENT
    end = line.extent(number)[1] + is_percent
    ends = end == len(line.tokens) or line.spelled[end] in _AFTER
    is_sum = (price.grouped or price.scaled) and number.value >= _LEAST
    return has_room and ends and (is_percent or number.explicit or number.scaled or is_sum)
