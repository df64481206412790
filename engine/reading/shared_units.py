"""Units said of one number that another beside it shares: "17 to 21 inches", "1.9 a mile, i run at 2.4"."""

from collections.abc import Iterator, Sequence

from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import Token

_TIES = frozenset({"to", "-", "x", "by"})
REPLACING = (("instead", "of"), ("place", "of"), ("lieu", "of"), ("rather", "than"))
"""What leads in the number that another takes the place of."""
_GROWING = (
    *REPLACING,
    ("be",),
    ("not",),
    ("to",),
    ("versus",),
    ("vs",),
    ("from",),
    ("are", "at"),
)
"""What leads in another number of the same things: "62 users now, could be 70 by spring"."""
_OTHERS = frozenset({"other", "second", "mine", "yours", "his", "hers"})
_SHARED_REACH = 6
_LEAST_TIED = 2
_FEW_HUNDRED = 100
_NEAR_AFTER = 3
_PER = frozenset({"a", "an", "per", "/"})
_MOST_TIMES = 3
"""How far apart two rates of a kind may be."""


def with_shared_units(tokens: Sequence[Token], numbers: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The numbers; what a range or a size ties to a count of something counts it too: "17 to 21 inches"."""
    if len(numbers) < _LEAST_TIED:
        return tuple(numbers)
    found: list[Quantity] = []
    for number in reversed(numbers):
        following = found[-1] if found else None
        tied = following is not None and following.start == number.end + 1 and tokens[number.end].word in _TIES
        if following is not None and tied and _is_size(tokens, number, following):
            number, found[-1] = number._replace(sense=Sense.OTHER), following._replace(sense=Sense.OTHER)
        if following is not None and tied and following.sense is Sense.OTHER and not (number.explicit or number.scaled):
            number = number._replace(sense=Sense.OTHER)
        found.append(number)
    return tuple(_with_unit_left_out(tokens, found[::-1]))


def _with_unit_left_out(tokens: Sequence[Token], numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers; a bare one that an "or" sets beside a count counts the same: "the 55 inch or the 65"."""
    last: Quantity | None = None
    for number in numbers:
        between = [token.word for token in tokens[last.end : number.start]] if last else []
        is_few = number.value < _FEW_HUNDRED or between == ["model", "or", "the"]
        is_bare = is_few and not (number.explicit or number.scaled or number.grouped or number.decimals)
        if last and between == ["for"] and is_bare and last.value >= _FEW_HUNDRED:
            number = number._replace(sense=Sense.OTHER)
        if last and last.sense is Sense.RATE and _goes_on_by_piece(last, number, between):
            number = number._replace(sense=Sense.RATE)
        if last and last.sense is Sense.OTHER and is_bare and "or" in between and len(between) <= _NEAR_AFTER:
            number = number._replace(sense=Sense.OTHER)
        if last and last.sense is Sense.OTHER and _is_bare(number) and _counts_the_same(last, number, between):
            number = number._replace(sense=Sense.OTHER)
        yield number
        last = number


def _is_bare(number: Quantity) -> bool:
    return not (number.explicit or number.scaled or number.grouped or number.decimals)


def _is_size(tokens: Sequence[Token], number: Quantity, following: Quantity) -> bool:
    """Whether a "by" sets two bare numbers against each other: "180 by 90"."""
    return tokens[number.end].word == "by" and _is_bare(number) and _is_bare(following)


def _counts_the_same(last: Quantity, number: Quantity, between: Sequence[str]) -> bool:
    """Whether it is said what so many become or take the place of: "12 pallets instead of 10"."""
    is_led = (between[-1:] == ["is"] and not _OTHERS.isdisjoint(between)) or any(
        tuple(between[-len(lead) :]) == lead for lead in _GROWING
    )
    is_near = number.value <= 2 * last.value and last.value <= 2 * number.value
    return is_led and is_near and len(between) <= _SHARED_REACH


def _goes_on_by_piece(last: Quantity, number: Quantity, between: Sequence[str]) -> bool:
    """Whether the number is another of the rates that the last one is: "1.9 a mile, i run at 2.4"."""
    is_rate = between[:1] != [] and between[0] in _PER
    is_bare = number.decimals > 0 and not (number.explicit or number.scaled or number.grouped)
    return is_rate and is_bare and last.value < _MOST_TIMES * number.value < _MOST_TIMES**2 * last.value
