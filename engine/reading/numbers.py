"""Numbers as people write them: 34,900 · 34.9k · thirty-three nine · nine hundred · a grand and a half."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.decades import DECADE_WORDS, decade
from engine.reading.telephone import telephone
from engine.reading.tokens import Kind, Token, words_of

_SMALL_WORDS = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS_WORDS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS)}
_UNITS = tuple(enumerate(_SMALL_WORDS[1:10], 1))
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS, 2)} | {"fourty": 40}
_SCALES = {
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
_TOGETHER = {tens + unit: value + one for tens, value in _TENS.items() for one, unit in _UNITS}
"""Written without a hyphen: "twentynine"."""
_ONE = frozenset({"a", "another", "an"})
_BEGINNING = frozenset({*_SMALL, *_TENS, *_TOGETHER, *_SCALES, *_ONE, *DECADE_WORDS, "half", "couple", "buck"})
"""Words that a number may begin with."""
_PARTS = {("a", "half"): Fraction(1, 2), ("a", "quarter"): Fraction(1, 4), ("three", "quarters"): Fraction(3, 4)}
_FRACTIONS = {("1", "/", "2"): Fraction(1, 2), ("1", "/", "4"): Fraction(1, 4), ("3", "/", "4"): Fraction(3, 4)}
_PART_WORDS = 3
"""Words of a part with its "and"."""
_LAST_HOUR = 12
"""Up to it a number before three digits may be a time: "at 5 250 cash"."""
_TEN = 10
_MILLION = 1_000_000
_BEFORE_ONE = frozenset(
    {"", "say", "for", "do", "pay", "give", "offer", "at", "is", "want", "take", "to", "you", ",", "."}
)
"""Words after which "hundred twenty" leaves out its "one"."""
_BEFORE_HOUR = frozenset({"at", "by", "around", "until", "till", "after", "before", "@", "size", "x", "have", "are"})
_AFTER_PRICE = frozenset(
    {"and", "out", "otd", "cash", "with", "including", "firm", "if", "even", "final", "is", "works"}
)
_HUNDREDS_SAID = frozenset({1, 3, 5, 6, 7, 8, 9})
"""Digits before two others that stand for no word: a "2" or a "4" may."""
_FOR = 4
"""What many write for "for": "4 200" is not 4,200 without a sign."""
_MOST_DIGITS = 12
_MOST_DECIMALS = 3
_GROUP = 3
_MOST_DICTATED = 6
_QUARTERS = frozenset({"25", "50", "75"})
"""What makes one number of "24-50" where it is no range."""


class Sense(StrEnum):
    """What a number counts."""

    AMOUNT = "amount"
    PERCENT = "percent"
    PER_MONTH = "per_month"
    WAGE = "wage"
    """Paid for a year or an hour."""
    YEAR = "year"
    OTHER = "other"
    """Miles, years, pieces, hours … : no money."""


class Quantity(NamedTuple):
    """A number in a line: the tokens it covers (end excluded) and its value.

    `scaled`: a word such as "k" or "grand" fixes its size. `grouped`: its digits are grouped by thousands.
    `spoken`: it is written in words. `decimals`: digits after the point, 0 for a whole number. `explicit`: a
    currency sign or word marks it as money.
    """

    start: int
    end: int
    value: Fraction
    scaled: bool = False
    grouped: bool = False
    spoken: bool = False
    decimals: int = 0
    explicit: bool = False
    sense: Sense = Sense.AMOUNT
    vague: bool = False
    """Whether it is said roughly: "34-ish", "low 30s"."""


_AFTER_ONE = frozenset({*_SCALES, "couple", "buck"})
_NUMBER = Kind.NUMBER


def quantities(tokens: Sequence[Token], decimal_comma: bool = False) -> Iterator[Quantity]:
    """The numbers in the tokens, in order; runs of more than 12 digits are no amounts and are left out."""
    end = 0
    for at, token in enumerate(tokens):
        if at < end or not (token.kind is _NUMBER or token.word in _BEGINNING):
            continue
        if token.word in _ONE and _word(tokens, at + 1) not in _AFTER_ONE:
            continue
        if token.kind is _NUMBER and (end := telephone(tokens, at)):
            continue
        quantity = _rough(tokens, at) or _digits(tokens, at, decimal_comma) or _spoken(tokens, at)
        if quantity is not None:
            end = quantity.end
            yield quantity


def _rough(tokens: Sequence[Token], at: int) -> Quantity | None:
    found = decade(tokens, at)
    return Quantity(at, found.end, found.value, spoken=True, vague=True) if found else None


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].word if at < len(tokens) else ""


def _digits(tokens: Sequence[Token], at: int, decimal_comma: bool) -> Quantity | None:
    token = tokens[at]
    is_code = token.word[:1] == "0" and token.word[1:].isdecimal()
    if token.kind is not _NUMBER or is_code or sum(map(str.isdigit, token.word)) > _MOST_DIGITS:
        return None
    zeros = _letters_for_zeros(tokens, at + 1)
    value, grouped, decimals = _written(token.word + "0" * zeros, decimal_comma)
    if zeros:
        return Quantity(at, at + 2, value, grouped=grouped, decimals=decimals)
    scale = _scale_at(tokens, at + 1)
    if scale:
        total, end = _rest(tokens, at + 2, value * scale, scale)
        return Quantity(at, end, total, scaled=True, grouped=grouped, decimals=decimals)
    if _part_at(tokens, at + 1):
        return _with_part(tokens, at, at + 1, value)
    if not decimals and not grouped:
        return _joined(tokens, at, value)
    return Quantity(at, at + 1, value, grouped=grouped, decimals=decimals)


def _letters_for_zeros(tokens: Sequence[Token], at: int) -> int:
    """How many zeros right after a number are typed as letters: "1oo"."""
    if not _has_letters(tokens, at - 1) or set(tokens[at].word) != {"o"}:
        return 0
    return min(tokens[at].end - tokens[at].start, _GROUP)


def _scale_at(tokens: Sequence[Token], at: int) -> int:
    """The scale word that stands there, 0 for none; an "m" only right after its number: "1.2m", not "5 m"."""
    word = _word(tokens, at)
    if word == "m" and tokens[at - 1].end == tokens[at].start:
        return 1_000_000
    return _SCALES.get(word, 0)


def _joined(tokens: Sequence[Token], at: int, value: Fraction) -> Quantity:
    """A whole number with what is said right after it: "33 nine", "33-5", "34 900 $"."""
    if _word(tokens, at + 1) == "point" and (_word(tokens, at + 2).isdecimal() or _word(tokens, at + 2) in _SMALL):
        digits = str(_SMALL.get(_word(tokens, at + 2), _word(tokens, at + 2)))
        return Quantity(at, at + 3, value + Fraction(int(digits), 10 ** len(digits)), decimals=len(digits))
    if fraction := _fraction_at(tokens, at + 1):
        return Quantity(at, at + 4, value + fraction, spoken=True, decimals=2)
    after = at + 1 + (_is_hyphen(tokens, at + 1))
    word = _word(tokens, after)
    if after > at + 1 and word in _QUARTERS and _TEN <= value < 100 and not value <= int(word) < value * 13 / 10:
        return Quantity(at, after + 1, 100 * value + int(word), spoken=True)
    tail = int(word) if after > at + 1 and word.isdecimal() and len(word) == 1 else _SMALL.get(word, 0)
    tens, end = _below_hundred(tokens, after) if word in _TENS else (None, at)
    if tens is not None and 0 < value < 100 and _SCALES.get(_word(tokens, end)) is None:
        return Quantity(at, end, 100 * value + tens, spoken=True)
    more, last = _below_hundred(tokens, after + 1)
    if 0 < tail < 10 <= value < 100 and more is not None and more >= _TEN and not word.isdecimal():
        return Quantity(at, last, 1_000 * value + 100 * tail + more, scaled=True, spoken=True)
    if 0 < tail < 10 <= value < 100 and _word(tokens, after + 1) != "k":
        return Quantity(at, after + 1, value + Fraction(tail, 10), spoken=True, decimals=1)
    if value < _TEN and (end := _dictated(tokens, at)):
        return Quantity(at, end, Fraction(int("".join(token.word for token in tokens[at:end]))))
    if value in _HUNDREDS_SAID and _are_tens(tokens, at + 1):
        return Quantity(at, at + 2, 100 * value + int(tokens[at + 1].word), spoken=True)
    if _TEN <= value < 100 and _is_tenth(tokens, at + 1):
        return Quantity(at, at + 2, value + Fraction(int(tokens[at + 1].word), 10), spoken=True, decimals=1)
    before = tokens[at - 1].word if at else ""
    is_hour = value <= _LAST_HOUR and before in _BEFORE_HOUR and (value > 1 or before != "at")
    surely = _has_sign(tokens, at - 1, at + 2) or not (is_hour or value == _FOR)
    if 0 < value < 1_000 and _is_group(tokens, at + 1) and surely and not _has_letters(tokens, at + 1):
        return Quantity(at, at + 2, 1_000 * value + int(tokens[at + 1].word), grouped=True)
    return Quantity(at, at + 1, value)


def _fraction_at(tokens: Sequence[Token], at: int) -> Fraction:
    """The part of one that is written there, "1/2" or "3/4"; 0 for none."""
    return _FRACTIONS.get((_word(tokens, at), _word(tokens, at + 1), _word(tokens, at + 2)), Fraction())


def _dictated(tokens: Sequence[Token], at: int) -> int:
    """The token after a number said digit by digit, "6 8 0"; 0 where none is."""
    end = at + 1
    while end - at < _MOST_DICTATED and len(_word(tokens, end)) == 1 and _word(tokens, end).isdecimal():
        if tokens[end].start != tokens[end - 1].end + 1:
            break
        end += 1
    return end if end - at >= _GROUP else 0


def _are_tens(tokens: Sequence[Token], at: int) -> bool:
    """Whether two digits dictated on their own stand there: "3 40 and we're good"."""
    word = _word(tokens, at)
    if len(word) != len("40") or not word.isdecimal() or tokens[at].start != tokens[at - 1].end + 1:
        return False
    before = _word(tokens, at - 2) if at > 1 else ""
    return before not in _BEFORE_HOUR and _ends_price(tokens, at)


def _ends_price(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows the token goes with a price."""
    return at + 1 == len(tokens) or tokens[at + 1].kind is Kind.MARK or tokens[at + 1].word in _AFTER_PRICE


def _is_tenth(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit dictated on its own stands there, one space after the number: "31 5 and you drive it home"."""
    word = _word(tokens, at)
    if len(word) != 1 or not word.isdecimal() or word == "0" or tokens[at].start != tokens[at - 1].end + 1:
        return False
    return _ends_price(tokens, at)


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands there with no room around it."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].word == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether three digits stand there, one space after the number before them."""
    word = _word(tokens, at)
    return len(word) == 3 and word.isdecimal() and tokens[at].start == tokens[at - 1].end + 1


def _has_letters(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands right behind the number, with no room: "128gb"."""
    after = tokens[at + 1 : at + 2]
    return bool(after) and after[0].kind is Kind.WORD and after[0].start == tokens[at].end


def _has_sign(tokens: Sequence[Token], *places: int) -> bool:
    beside = (tokens[at] for at in places if 0 <= at < len(tokens))
    return any(token.kind is Kind.SIGN or token.word in CURRENCY_WORDS for token in beside)


def _written(text: str, decimal_comma: bool) -> tuple[Fraction, bool, int]:
    """Value, whether it is grouped by thousands, and digits after the point."""
    marks = [character for character in text if not character.isdigit()]
    groups = "".join(character if character.isdigit() else " " for character in text).split(" ")
    if not _has_fraction(marks, groups, "," if decimal_comma else "."):
        return Fraction(int("".join(groups))), bool(marks), 0
    places = len(groups[-1])
    return Fraction(int("".join(groups)), 10**places), len(groups) > 2, places


def _has_fraction(marks: list[str], groups: list[str], point: str) -> bool:
    """Whether the digits after the last mark are a fraction: "34,900.50", "34.9", and "34,9" for want of a group."""
    if not marks:
        return False
    if len(set(marks)) > 1:
        return marks.count(marks[-1]) == 1
    if marks[-1] == point:
        return len(groups[-1]) != _GROUP or marks.count(point) == 1
    return len(marks) == 1 and len(groups[-1]) != _GROUP


def _part_at(tokens: Sequence[Token], at: int) -> Fraction:
    """The part said after a number, "and a half", "and three quarters"; 0 for none."""
    if _word(tokens, at) != "and":
        return Fraction()
    return _PARTS.get((_word(tokens, at + 1), _word(tokens, at + 2)), Fraction())


def _with_part(tokens: Sequence[Token], start: int, at: int, value: Fraction) -> Quantity:
    """The number from `start` with the part of one that is said at `at`."""
    end = at + _PART_WORDS
    scale = _SCALES.get(_word(tokens, end))
    total = value + _part_at(tokens, at)
    return Quantity(start, end + bool(scale), total * (scale or 1), scaled=bool(scale), spoken=True, decimals=2)


def _rest(tokens: Sequence[Token], at: int, total: Fraction, scale: int) -> tuple[Fraction, int]:
    """The total with what follows a scale word: "thousand nine hundred", "grand and a half"."""
    if part := _part_at(tokens, at):
        return total + scale * part, at + _PART_WORDS
    short = _word(tokens, at)
    if scale > 1_000 and (smaller := _of_smaller_scale(tokens, at, scale)):
        return total + smaller[0], smaller[1]
    if scale == _MILLION and (head := _below_thousand(tokens, at)[0]):
        return _after_million(tokens, at, total, head)
    if scale == 1_000 and short.isdecimal() and len(short) == 1 and tokens[at].start == tokens[at - 1].end:
        return total + 100 * int(short), at + 1
    if scale == 1_000 and 0 < _SMALL.get(short, 0) < _TEN and _word(tokens, at + 1) != "hundred":
        return total + 100 * _SMALL[short], at + 1
    if scale == 100 and _word(tokens, at) in {"k", "grand", "thousand"}:
        return total * 1_000, at + 1
    start = at + (_word(tokens, at) == "and")
    digits = _word(tokens, start)
    if digits.isdecimal() and len(digits) == 1 and _word(tokens, start + 1) == "hundred" and scale > 100:
        return total + 100 * int(digits), start + 2
    piece, end = _below_thousand(tokens, start)
    if piece is None or piece >= scale or end == start:
        return total, at
    return total + piece, end


def _of_smaller_scale(tokens: Sequence[Token], at: int, scale: int) -> tuple[Fraction, int] | None:
    """What follows a scale word in a smaller one, and the token after it: "two lakhs ten thousand"."""
    digits = _word(tokens, at)
    head, end = (int(digits), at + 1) if digits.isdecimal() and len(digits) <= _GROUP else _below_thousand(tokens, at)
    smaller = _SCALES.get(_word(tokens, end), 0)
    if not head or not 0 < head * smaller < scale:
        return None
    return _rest(tokens, end + 1, Fraction(head * smaller), smaller)


def _after_million(tokens: Sequence[Token], at: int, total: Fraction, head: int) -> tuple[Fraction, int]:
    """The total with what follows a million, its thousands left out: "a million three fifty", "two million five"."""
    end = _below_thousand(tokens, at)[1]
    more, last = _below_hundred(tokens, end)
    if head < _TEN and more is not None and more >= _TEN:
        return total + 1_000 * (100 * head + more), last
    return total + (100_000 if head < _TEN else 1_000) * head, end


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    word = _word(tokens, at)
    if word in _SMALL or word in _TOGETHER:
        return _SMALL.get(word) or _TOGETHER.get(word, 0), at + 1
    if word not in _TENS:
        return None, at
    after = at + 1 + (_word(tokens, at + 1) == "-")
    unit = _SMALL.get(_word(tokens, after), 0)
    if 0 < unit < 10:
        return _TENS[word] + unit, after + 1
    return _TENS[word], at + 1


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    head, after = _below_hundred(tokens, at)
    if head is None and _word(tokens, at) in _ONE and _word(tokens, at + 1) == "hundred":
        head, after = 1, at + 1
    after += head is not None and _is_hyphen(tokens, after) and _word(tokens, after + 1) in _SCALES
    if head is None or _word(tokens, after) != "hundred":
        return head, after
    start = after + 1
    start += _word(tokens, start) == "and"
    tail, end = _below_hundred(tokens, start)
    return (100 * head, after + 1) if tail is None else (100 * head + tail, end)


def _spoken(tokens: Sequence[Token], at: int) -> Quantity | None:
    if _word(tokens, at) == "half" and _word(tokens, at + 1) == "a" and _word(tokens, at + 2) in _SCALES:
        return Quantity(at, at + 3, Fraction(_SCALES[_word(tokens, at + 2)], 2), scaled=True, spoken=True)
    head, end = _below_thousand(tokens, at)
    if head is None:
        return _one_of_scale(tokens, at)
    value, decimals, end = _spoken_point(tokens, head, end)
    scale = _SCALES.get(_word(tokens, end))
    if scale:
        total, end = _rest(tokens, end + 1, value * scale, scale)
        return Quantity(at, end, total, scaled=True, spoken=True)
    if decimals:
        return Quantity(at, end, value, spoken=True, decimals=decimals)
    if _part_at(tokens, end):
        return _with_part(tokens, at, end, Fraction(head))
    if any(token.word == "hundred" for token in tokens[at:end]):
        return Quantity(at, end, Fraction(head), scaled=True, spoken=True)
    return _run_together(tokens, at, head, end)


def _spoken_point(tokens: Sequence[Token], head: int, at: int) -> tuple[Fraction, int, int]:
    """The number with the digits said after a "point", how many those are, and the token after it all."""
    digits: list[int] = []
    after = at + 1
    while _word(tokens, at) == "point" and len(digits) < _MOST_DECIMALS and _SMALL.get(_word(tokens, after), 10) < 10:
        digits.append(_SMALL[_word(tokens, after)])
        after += 1
    value = head + sum((Fraction(digit, 10**place) for place, digit in enumerate(digits, 1)), Fraction())
    return value, len(digits), after if digits else at


def _one_of_scale(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The number of a scale word without a figure: "a grand", "another thousand", "a couple hundred"."""
    first = _word(tokens, at)
    count, after = (1, at + 1) if first in _ONE else (_left_out(tokens, at), at)
    if _word(tokens, after) == "buck":
        return _buck_and_more(tokens, at, after + 1)
    if _word(tokens, after) == "couple":
        count, after = 2, after + 1 + (_word(tokens, after + 1) == "of")
    scale = _SCALES.get(_word(tokens, after)) if count and _word(tokens, after) != "k" else None
    if scale is None:
        return None
    total, end = _rest(tokens, after + 1, Fraction(count * scale), scale)
    return Quantity(at, end, total, scaled=True, spoken=True)


def _left_out(tokens: Sequence[Token], at: int) -> int:
    """One, where a "hundred" or "thousand" begins the number and no word leaves open how many; else 0."""
    before = tokens[at - 1].word if at else ""
    return int(_word(tokens, at) in {"hundred", "thousand"} and before in _BEFORE_ONE)


def _buck_and_more(tokens: Sequence[Token], start: int, at: int) -> Quantity | None:
    """A buck, a hundred or one, with what follows: "a buck fifty" is 150, or 1.50 where that is nearer."""
    more, end = _below_hundred(tokens, at)
    return Quantity(start, end, Fraction(100 + more), spoken=True) if more is not None and more >= _TEN else None


def _run_together(tokens: Sequence[Token], at: int, head: int, end: int) -> Quantity:
    """A price as people say it: "thirty-three nine" is 33.9, "twelve fifty" 1,250, "thirty-three nine fifty" 33,950."""
    value, scaled, decimals = Fraction(head), False, 0
    second, after = _below_thousand(tokens, end + _is_hyphen(tokens, end))
    if second is not None and 0 < head < 100 and second > 0:
        third, last = _below_hundred(tokens, after)
        if second < 10 and third is not None and third >= 10:
            return Quantity(at, last, Fraction(1_000 * head + 100 * second + third), scaled=True, spoken=True)
        if second < 10:
            value, end, decimals = head + Fraction(second, 10), after, 1
        elif second < 100 and third is not None and 0 < third < 10:
            value, end, decimals = 100 * head + second + Fraction(third, 10), last, 1
        else:
            value, end, scaled = Fraction(head * (100 if second < 100 else 1_000) + second), after, second >= 100
    return Quantity(at, end, value, scaled=scaled, spoken=True, decimals=decimals)
