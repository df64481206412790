"""Bare numbers that are years, or say how many, and are no prices."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import minor_units
from engine.reading.quantity import Quantity, Sense

_TAKING = (("book",), ("order",), ("buy",), ("hire",), ("ship",))
_OR_MORE = (("or", "more"), ("or", "fewer"), ("or", "above"))
_HIGHEST_RATE = 20
_AT_RATE = (("at",), ("@",))
_OF_RATES = frozenset({("interest", "rate"), ("interest", "rates"), ("what", "interest"), ("which", "interest")})
_FIRST_YEAR, _LAST_YEAR = 1_950, 2_035
_OF_TEN, _LEAST_TENTHS = 10, 4
"""What is under four tenths of what is known of the price, and may be a year, is one."""


def is_how_many(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the condition of a price named before says how many: "78 if it's 120 or more", "50 if you book 10"."""
    if not setting.clause.supposing or number.explicit or number.scaled:
        return False
    if line.numbers[0].start >= setting.clause.start:
        return False
    before, after = line.words(number.start - 1, number.start), line.words(number.end, number.end + 2)
    return before in _TAKING or after in _OR_MORE


def is_lone_rate(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is the rate that a monthly payment is at: "410 a month for 72 months at 6.9",
    or one of those asked about: "what APR is it, 4.9 or 6?"."""
    if number.value >= _HIGHEST_RATE or number.explicit or number.scaled or number.grouped:
        return False
    is_asked = setting.is_asked() and _names_a_rate(line.words(setting.sentence.start, number.start))
    led = line.words(number.start - 1, number.start) in _AT_RATE
    return is_asked or (led and any(one.sense is Sense.PER_MONTH for one in setting.numbers))


def _names_a_rate(words: tuple[str, ...]) -> bool:
    return "apr" in words or not _OF_RATES.isdisjoint(pairwise(words))


def is_lone_year(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number is all of its clause and rather a year than a price: "17 ft, 1998, runs great, 6,750"."""
    is_plain = not (number.grouped or number.scaled or number.explicit or number.decimals or number.spoken)
    if not is_plain or setting.clause.end - setting.clause.start > 1 or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    known = context.own_price or context.list_price
    is_far_off = not known or minor_units(number.value * _OF_TEN, context) < _LEAST_TENTHS * known
    return len(line.numbers) > 1 and is_far_off


def is_asked_back(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether a number in words is all that is asked, and no price is known yet: "Seventeen? How does she drive?"."""
    is_alone = (
        number.spoken and setting.is_asked() and line.extent(number) == (setting.clause.start, setting.clause.end)
    )
    return is_alone and not (number.scaled or context.own_price or context.other_price)
