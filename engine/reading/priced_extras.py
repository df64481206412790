"""What is put in at a price of its own: "30,600 with the warranty for another 1,200" is 31,800 with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.money import minor_units
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import BINDING, ReadOffer
from engine.reading.tokens import SIGNS, words_of

_FOR = frozenset({"for", "at", "+"})
_MORE = frozenset(words_of("another an extra additional only just a mere more")) | SIGNS
"""What may stand between a "for" and what the extra costs."""
_PLUS, _LEADING_ON = (("plus",), ("another",), ("+",)), (("for",), ("for", "the"), ("on", "the"))
_REACH = 4
_SMALL_PART = 4
"""What part of the price an extra costs less than."""


def with_extras_priced(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> tuple[ReadOffer, ...]:
    """The offers, what each extra costs added to the price that binds beside it."""
    flags = {flag.id for flag in context.flags}
    extras = [offer for offer in offers if offer.issue in flags and offer.amount and offer.modality in BINDING]
    prices = [offer for offer in offers if offer.issue == context.price.id and offer.modality in BINDING]
    if not extras or not prices or len(line.numbers) < len(prices) + 1:
        return tuple(offers)
    taken = {offer.span.start for offer in offers if offer.issue not in flags}
    price = prices[-1]
    more = sum(
        amount
        for extra in extras
        for number in _costs(line, extra, taken)
        if _SMALL_PART * (amount := minor_units(number.value, context)) < price.amount
    )
    whole = replace(price, amount=price.amount + more) if more else price
    return tuple([whole if offer is price else offer for offer in offers])


def _costs(line: Line, extra: ReadOffer, taken: set[int]) -> Iterator[Quantity]:
    """The number that the words after the extra lead to, or that leads to it, where it is nothing else."""
    named = [at for at in range(len(line.tokens)) if extra.span.holds(line.span(at, at + 1))]
    for number in line.numbers if named else ():
        if number.sense is not Sense.AMOUNT or line.span(*line.extent(number)).start in taken:
            continue
        between = line.words(named[-1] + 1, number.start) if number.start > named[-1] else ()
        is_led_to = 0 < len(between) <= _REACH and between[0] in _FOR and _MORE.issuperset(between[1:])
        if is_led_to or _is_added_for(line, number, named[0]):
            yield number


def _is_added_for(line: Line, number: Quantity, named: int) -> bool:
    """Whether a "plus" leads the number in and a "for" leads on to the extra: "24,000 plus 200 for the mats"."""
    first, end = line.extent(number)
    return line.words(first - 1, first) in _PLUS and line.words(end, named) in _LEADING_ON
