"""Numbers in words: thirty-three nine · nine hundred · a grand and a half · two lakhs ten thousand."""

from collections.abc import Sequence
from fractions import Fraction

from engine.reading.quantity import Number, Quantity
from engine.reading.tokens import Kind, Token, is_glued, word_at, words_of

_SMALL_WORDS = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS_WORDS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = {word: value for value, word in enumerate(_SMALL_WORDS)}
_UNITS = tuple(enumerate(_SMALL_WORDS[1:10], 1))
TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS, 2)} | {"fourty": 40}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "thousands": 1_000,
    "grand": 1_000,
    "bills": 100,
    "k": 1_000,
    "million": 1_000_000,
    "mil": 1_000_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
}
TOGETHER = {tens + unit: value + one for tens, value in TENS.items() for one, unit in _UNITS}
"""Written without a hyphen: "twentynine"."""
ONE = frozenset({"a", "another", "an"})
_PARTS = {("a", "half"): Fraction(1, 2), ("a", "quarter"): Fraction(1, 4), ("three", "quarters"): Fraction(3, 4)}
_HALF_PERCENT = (("half", "a", "percent"), ("half", "a", "pct"), ("half", "a", "%"))
_PART_WORDS = 3
"""Words of a part with its "and"."""
TEN = 10
_MILLION = 1_000_000
_BEFORE_ONE = frozenset({"", ",", ".", *words_of("say for do pay give offer at is want take to you even round cool")})
"""Words after which "hundred twenty" leaves out its "one"."""
_MOST_DECIMALS = 3
GROUP = 3


def part_at(tokens: Sequence[Token], at: int) -> Number:
    """The part said after a number, "and a half", "and three quarters"; 0 for none."""
    if word_at(tokens, at) != "and":
        return 0
    return _PARTS.get((word_at(tokens, at + 1), word_at(tokens, at + 2)), 0)


def with_part(tokens: Sequence[Token], start: int, at: int, value: Number) -> Quantity:
    """The number from `start` with the part of one that is said at `at`."""
    end = at + _PART_WORDS
    scale = SCALES.get(word_at(tokens, end))
    total = value + part_at(tokens, at)
    return Quantity(start, end + bool(scale), total * (scale or 1), scaled=bool(scale), spoken=True, decimals=2)


def with_rest(tokens: Sequence[Token], at: int, total: Number, scale: int) -> tuple[Number, int]:
    """The total with what follows a scale word: "thousand nine hundred", "grand and a half"."""
    if part := part_at(tokens, at):
        return total + scale * part, at + _PART_WORDS
    short = word_at(tokens, at)
    if scale > 1_000 and (smaller := _of_smaller_scale(tokens, at, scale)):
        return total + smaller[0], smaller[1]
    if scale == _MILLION and (head := _below_thousand(tokens, at)[0]):
        return _after_million(tokens, at, total, head)
    if scale == 1_000 and short.isdecimal() and len(short) <= GROUP and is_glued(tokens, at):
        return total + int(short.ljust(GROUP, "0")), at + 1
    if scale == 1_000 and 0 < SMALL.get(short, 0) < TEN and word_at(tokens, at + 1) != "hundred":
        return total + 100 * SMALL[short], at + 1
    if scale == 100 and word_at(tokens, at) in {"k", "grand", "thousand"}:
        return total * 1_000, at + 1
    start = at + (word_at(tokens, at) == "and")
    digits = word_at(tokens, start)
    if digits.isdecimal() and len(digits) == 1 and word_at(tokens, start + 1) == "hundred" and scale > 100:
        return total + 100 * int(digits), start + 2
    piece, end = _below_thousand(tokens, start)
    if piece is None or piece >= scale or end == start:
        return total, at
    return total + piece, end


def _of_smaller_scale(tokens: Sequence[Token], at: int, scale: int) -> tuple[Number, int] | None:
    """What follows a scale word in a smaller one, and the token after it: "two lakhs ten thousand"."""
    digits = word_at(tokens, at)
    head, end = (int(digits), at + 1) if digits.isdecimal() and len(digits) <= GROUP else _below_thousand(tokens, at)
    smaller = SCALES.get(word_at(tokens, end), 0)
    if not head or not 0 < head * smaller < scale:
        return None
    return with_rest(tokens, end + 1, head * smaller, smaller)


def _after_million(tokens: Sequence[Token], at: int, total: Number, head: int) -> tuple[Number, int]:
    """The total with what follows a million, its thousands left out: "a million three fifty", "two million five"."""
    end = _below_thousand(tokens, at)[1]
    more, last = below_hundred(tokens, end)
    if head < TEN and more is not None and more >= TEN:
        return total + 1_000 * (100 * head + more), last
    return total + (100_000 if head < TEN else 1_000) * head, end


def below_hundred(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The number below a hundred that is said there, None for none, and the token after it."""
    word = word_at(tokens, at)
    if word in SMALL or word in TOGETHER:
        return SMALL.get(word) or TOGETHER.get(word, 0), at + 1
    if word not in TENS:
        return None, at
    after = at + 1 + (word_at(tokens, at + 1) == "-")
    unit = SMALL.get(word_at(tokens, after), 0) or _digit_at(tokens, after)
    if 0 < unit < 10:
        return TENS[word] + unit, after + 1
    return TENS[word], at + 1


def _digit_at(tokens: Sequence[Token], at: int) -> int:
    """The digit that ends a number in words, "twenty4", or "twenty 4 nine" where more of it follows; 0 for none."""
    word = word_at(tokens, at)
    if len(word) != 1 or not word.isdecimal():
        return 0
    following = word_at(tokens, at + 1)
    goes_on = following in SCALES or following in TENS or 0 < SMALL.get(following, 0) < TEN
    return int(word) if is_glued(tokens, at) or goes_on else 0


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    head, after = below_hundred(tokens, at)
    if head is None and word_at(tokens, at) in ONE and word_at(tokens, at + 1) == "hundred":
        head, after = 1, at + 1
    after += head is not None and is_hyphen(tokens, after) and word_at(tokens, after + 1) in SCALES
    if head is None or word_at(tokens, after) != "hundred":
        return head, after
    start = after + 1
    start += word_at(tokens, start) == "and"
    tail, end = below_hundred(tokens, start)
    return (100 * head, after + 1) if tail is None else (100 * head + tail, end)


def spoken(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number in words that begins there; None where none does, and for half of what is written as one word."""
    quantity = _spoken(tokens, at)
    if quantity is None or (is_glued(tokens, quantity.end) and tokens[quantity.end].kind is Kind.NUMBER):
        return None
    return quantity


def _spoken(tokens: Sequence[Token], at: int) -> Quantity | None:
    if word_at(tokens, at) == "half" and word_at(tokens, at + 1) == "a" and word_at(tokens, at + 2) in SCALES:
        return Quantity(at, at + 3, Fraction(SCALES[word_at(tokens, at + 2)], 2), scaled=True, spoken=True)
    if tuple(token.word for token in tokens[at : at + 3]) in _HALF_PERCENT:
        return Quantity(at, at + 2, Fraction(1, 2), spoken=True, decimals=1)
    head, end = _below_thousand(tokens, at)
    if head is None:
        return _one_of_scale(tokens, at)
    value, decimals, end = _spoken_point(tokens, head, end)
    scale = SCALES.get(word_at(tokens, end))
    if scale:
        total, end = with_rest(tokens, end + 1, value * scale, scale)
        return Quantity(at, end, total, scaled=True, spoken=True)
    if decimals:
        return Quantity(at, end, value, spoken=True, decimals=decimals)
    if part_at(tokens, end):
        return with_part(tokens, at, end, head)
    if any(token.word == "hundred" for token in tokens[at:end]):
        return Quantity(at, end, head, scaled=True, spoken=True)
    return _run_together(tokens, at, head, end)


def _spoken_point(tokens: Sequence[Token], head: int, at: int) -> tuple[Number, int, int]:
    """The number with the digits said after a "point", how many those are, and the token after it all."""
    digits: list[int] = []
    after = at + 1
    while (
        word_at(tokens, at) == "point" and len(digits) < _MOST_DECIMALS and SMALL.get(word_at(tokens, after), 10) < 10
    ):
        digits.append(SMALL[word_at(tokens, after)])
        after += 1
    if not digits:
        return head, 0, at
    value = head + sum((Fraction(digit, 10**place) for place, digit in enumerate(digits, 1)), Fraction())
    return value, len(digits), after


def _one_of_scale(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number of a scale word without a figure: "a grand", "another thousand", "a couple hundred"."""
    first = word_at(tokens, at)
    count, after = (1, at + 1) if first in ONE else (_left_out(tokens, at), at)
    if word_at(tokens, after) == "buck":
        return _buck_and_more(tokens, at, after + 1)
    if word_at(tokens, after) == "couple":
        count, after = 2, after + 1 + (word_at(tokens, after + 1) == "of")
    scale = SCALES.get(word_at(tokens, after)) if count and word_at(tokens, after) != "k" else None
    if scale is None:
        return None
    total, end = with_rest(tokens, after + 1, count * scale, scale)
    return Quantity(at, end, total, scaled=True, spoken=True)


def _left_out(tokens: Sequence[Token], at: int) -> int:
    """One, where a "hundred" or "thousand" begins the number and no word leaves open how many; else 0."""
    before = tokens[at - 1].word if at else ""
    return int(word_at(tokens, at) in {"hundred", "thousand"} and before in _BEFORE_ONE)


def _buck_and_more(tokens: Sequence[Token], start: int, at: int) -> Quantity | None:
    """A buck, a hundred or one, with what follows: "a buck fifty" is 150, or 1.50 where that is nearer."""
    more, end = below_hundred(tokens, at)
    return Quantity(start, end, 100 + more, spoken=True) if more is not None and more >= TEN else None


def _run_together(tokens: Sequence[Token], at: int, head: int, end: int) -> Quantity:
    """A price as people say it: "thirty-three nine" is 33.9, "twelve fifty" 1,250, "thirty-three nine fifty" 33,950."""
    value: Number = head
    scaled, decimals = False, 0
    second, after = _below_thousand(tokens, end + is_hyphen(tokens, end))
    if second is not None and 0 < head < 100 and second > 0:
        third, last = below_hundred(tokens, after)
        if second < 10 and third is not None and third >= 10:
            return Quantity(at, last, 1_000 * head + 100 * second + third, scaled=True, spoken=True)
        if second < 10:
            value, end, decimals = head + Fraction(second, 10), after, 1
        elif second < 100 and third is not None and 0 < third < 10:
            value, end, decimals = 100 * head + second + Fraction(third, 10), last, 1
        else:
            value, end, scaled = head * (100 if second < 100 else 1_000) + second, after, second >= 100
    return Quantity(at, end, value, scaled=scaled, spoken=True, decimals=decimals)


def is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands there with no room around it."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].word == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )
