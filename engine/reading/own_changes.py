"""The speaker's own price as it was last said: by percent, or as so much off."""

from engine.reading.context import ReadingContext
from engine.reading.money import amount_of
from engine.reading.numbers import quantities
from engine.reading.quantity import Number, Quantity, Sense
from engine.reading.text import plain_text
from engine.reading.tokens import tokenize

_PERCENT = frozenset({"%", "percent", "pct"})
_MOST_PERCENT = 25
"""A bare number up to it is a percentage where the price was said by percent before."""


def is_in_own_words(number: Quantity, context: ReadingContext) -> bool:
    """Whether the speaker's live price was said as a change by the same number."""
    was_percent, values = _own_change(context)
    was_a_price = amount_of(number, context.price, context).minor == context.own_price
    if was_a_price or was_percent != is_percent(number, context):
        return False
    return values == [number.value]


def _own_change(context: ReadingContext) -> tuple[bool, list[Number]]:
    """Whether the speaker's live price was said by percent, and the numbers it was said in."""
    said = tokenize(plain_text(context.own_words)) if context.own_words else ()
    was_percent = any(token.word in _PERCENT for token in said)
    return was_percent, [one.value for one in quantities(said, context.decimal_comma)]


def is_percent(number: Quantity, context: ReadingContext) -> bool:
    """Whether the number is a percentage, its word left out where the talk goes by percent: "so ten off"."""
    if number.sense is Sense.PERCENT:
        return True
    is_bare = not (number.explicit or number.scaled or number.grouped) and number.value <= _MOST_PERCENT
    return is_bare and number.sense is Sense.AMOUNT and _own_change(context)[0]


def was_off_list(context: ReadingContext) -> bool:
    """Whether the speaker's live price was said as so many percent off the list price."""
    was_percent, values = _own_change(context)
    if not was_percent or len(values) != 1 or not context.list_price:
        return False
    gap = context.list_price * (100 - values[0]) - 100 * context.own_price
    return -100 * context.currency.unit < gap < 100 * context.currency.unit
