"""Numbers as people write them: 34,900 · 34.9k · 33 nine · 6 8 0; those in words are read in `spoken_numbers`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.decades import DECADE_WORDS, decade
from engine.reading.left_open import left_open
from engine.reading.quantity import Number, Quantity
from engine.reading.round_the_clock import is_round_the_clock
from engine.reading.spoken_numbers import (
    GROUP,
    ONE,
    SCALES,
    SMALL,
    TEN,
    TENS,
    TOGETHER,
    below_hundred,
    is_hyphen,
    part_at,
    spoken,
    with_part,
    with_rest,
)
from engine.reading.telephone import telephone
from engine.reading.tokens import Kind, Token, is_glued, word_at

_NOTE = {"fiver": 5, "tenner": 10, "benjamin": 100}
_BEGINNING = frozenset({*SMALL, *TENS, *TOGETHER, *SCALES, *ONE, *DECADE_WORDS, "half", "couple", "buck", *_NOTE})
"""Words that a number may begin with."""
_FRACTIONS = {("1", "/", "2"): Fraction(1, 2), ("1", "/", "4"): Fraction(1, 4), ("3", "/", "4"): Fraction(3, 4)}
_LAST_HOUR = 12
"""Up to it a number before three digits may be a time: "at 5 250 cash"."""
_BEFORE_HOUR = frozenset({"at", "by", "around", "until", "till", "after", "before", "@", "size", "x", "have", "are"})
_AFTER_PRICE = frozenset(
    {"and", "out", "otd", "cash", "with", "including", "firm", "if", "even", "final", "is", "works"}
)
_HUNDREDS_SAID = frozenset({1, 3, 5, 6, 7, 8, 9})
"""Digits before two others that stand for no word: a "2" or a "4" may."""
_FOR = 4
"""What many write for "for": "4 200" is not 4,200 without a sign."""
_MOST_DIGITS = 12
_MOST_DICTATED = 6
_NOTES = {"fivers": 5, "tens": 10, "tenners": 10, "twenties": 20, "fifties": 50, "benjamins": 100}
_QUARTERS = frozenset({"25", "50", "75"})
"""What makes one number of "24-50" where it is no range."""
_AFTER_ONE = frozenset({*SCALES, "couple", "buck"})
_NUMBER = Kind.NUMBER
_KEPT = 4_096
_BEHIND_ALL = frozenset({"today", "now", "all", "for", "total", "flat", "plus"})
"""What else follows such a price and names no thing."""
_THREE = re.compile(r"[0-9]{3}")
_GROUP_OF_THREE = re.compile(r"[0-9]{3}(?:[.,][0-9]{2})?")
"""What follows a space between thousands: "24 500", "24 500,00"."""
_TOO_LONG = {True: re.compile(r"\.[0-9]{4}"), False: re.compile(r",[0-9]{4}")}
"""More digits than a group has after its mark, by whether the other mark is the decimal point."""


def quantities(tokens: Sequence[Token], decimal_comma: bool = False) -> Iterator[Quantity]:
    """The numbers in the tokens, in order; runs of more than 12 digits are no amounts and are left out."""
    end = 0
    for at, (kind, word, _, _) in enumerate(tokens):
        if (kind is not _NUMBER and word not in _BEGINNING) or at < end:
            continue
        if word in ONE and word_at(tokens, at + 1) not in _AFTER_ONE:
            continue
        if kind is _NUMBER and (end := telephone(tokens, at)):
            continue
        quantity = (
            _in_bills(tokens, at) or _rough(tokens, at) or _digits(tokens, at, decimal_comma) or spoken(tokens, at)
        )
        if quantity is not None:
            end = quantity.end
            if not is_round_the_clock(tokens, quantity):
                yield quantity


def _in_bills(tokens: Sequence[Token], at: int) -> Quantity | None:
    """So many notes, "two twenties", or a note by its name, "a tenner"."""
    if tokens[at].word in _NOTE:
        return Quantity(at, at + 1, Fraction(_NOTE[tokens[at].word]), scaled=True)
    note = _NOTES.get(word_at(tokens, at + 1), 0)
    word = tokens[at].word
    count = SMALL.get(word, 0) or (int(word) if note and len(word) == 1 and word.isdecimal() else 0)
    return Quantity(at, at + 2, count * note, scaled=True) if note and 1 < count <= TEN else None


def _rough(tokens: Sequence[Token], at: int) -> Quantity | None:
    found = decade(tokens, at)
    return Quantity(at, found.end, found.value, spoken=True, vague=True) if found else None


def _digits(tokens: Sequence[Token], at: int, decimal_comma: bool) -> Quantity | None:
    token = tokens[at]
    is_code = token.word[:1] == "0" and token.word[1:].isdecimal()
    is_long = len(token.word) > _MOST_DIGITS and sum(map(str.isdigit, token.word)) > _MOST_DIGITS
    if token.kind is not _NUMBER or is_code or is_long:
        return None
    if rough := left_open(tokens, at):
        return rough
    zeros = _letters_for_zeros(tokens, at + 1)
    value, grouped, decimals = _written(token.word + "0" * zeros, decimal_comma)
    if zeros:
        return Quantity(at, at + 2, value, grouped=grouped, decimals=decimals)
    scale = _scale_at(tokens, at + 1)
    if scale:
        total, end = with_rest(tokens, at + 2, value * scale, scale)
        is_cut = is_glued(tokens, end) and tokens[end].kind is _NUMBER
        return Quantity(at, end, total, scaled=True, grouped=grouped, decimals=decimals, doubtful=is_cut)
    if part_at(tokens, at + 1):
        return with_part(tokens, at, at + 1, value)
    if not decimals and not grouped:
        return _joined(tokens, at, value)
    is_odd = _TOO_LONG[decimal_comma].search(token.word) is not None
    return Quantity(at, at + 1, value, grouped=grouped, decimals=decimals, doubtful=is_odd)


def _letters_for_zeros(tokens: Sequence[Token], at: int) -> int:
    """How many zeros right after a number are typed as letters: "1oo"."""
    if not _has_letters(tokens, at - 1) or set(tokens[at].word) != {"o"}:
        return 0
    return min(tokens[at].end - tokens[at].start, GROUP)


def _scale_at(tokens: Sequence[Token], at: int) -> int:
    """The scale word that stands there, 0 for none; an "m" only right after its number: "1.2m", not "5 m"."""
    word = word_at(tokens, at)
    if word == "m" and tokens[at - 1].end == tokens[at].start:
        return 1_000_000
    return SCALES.get(word, 0)


def _joined(tokens: Sequence[Token], at: int, value: Number) -> Quantity:
    """A whole number with what is said right after it: "33 nine", "33-5", "34 900 $"."""
    if word_at(tokens, at + 1) == "point" and (word_at(tokens, at + 2).isdecimal() or word_at(tokens, at + 2) in SMALL):
        digits = str(SMALL.get(word_at(tokens, at + 2), word_at(tokens, at + 2)))
        return Quantity(at, at + 3, value + Fraction(int(digits), 10 ** len(digits)), decimals=len(digits))
    if fraction := _fraction_at(tokens, at + 1):
        return Quantity(at, at + 4, value + fraction, spoken=True, decimals=2)
    after = at + 1 + (is_hyphen(tokens, at + 1))
    word = word_at(tokens, after)
    if after > at + 1 and word in _QUARTERS and TEN <= value < 100 and not 10 * value <= 10 * int(word) < 13 * value:
        return Quantity(at, after + 1, 100 * value + int(word), spoken=True)
    tail = int(word) if after > at + 1 and word.isdecimal() and len(word) == 1 else SMALL.get(word, 0)
    tens, end = below_hundred(tokens, after) if word in TENS else (None, at)
    if tens is not None and 0 < value < 100 and SCALES.get(word_at(tokens, end)) is None:
        return Quantity(at, end, 100 * value + tens, spoken=True)
    more, last = below_hundred(tokens, after + 1)
    if 0 < tail < 10 <= value < 100 and more is not None and more >= TEN and not word.isdecimal():
        return Quantity(at, last, 1_000 * value + 100 * tail + more, scaled=True, spoken=True)
    if 0 < tail < 10 <= value < 100 and word_at(tokens, after + 1) != "k":
        return Quantity(at, after + 1, value + Fraction(tail, 10), spoken=True, decimals=1)
    if value < TEN and (end := _dictated(tokens, at)):
        return Quantity(at, end, int("".join(token.word for token in tokens[at:end])))
    if value in _HUNDREDS_SAID and _are_tens(tokens, at + 1):
        return Quantity(at, at + 2, 100 * value + int(tokens[at + 1].word), spoken=True)
    if TEN <= value < 100 and _is_tenth(tokens, at + 1):
        return Quantity(at, at + 2, value + Fraction(int(tokens[at + 1].word), 10), spoken=True, decimals=1)
    before = tokens[at - 1].word if at else ""
    is_hour = value <= _LAST_HOUR and before in _BEFORE_HOUR and (value > 1 or before != "at")
    surely = _has_sign(tokens, at - 1, at + 2) or not (is_hour or value == _FOR)
    if 0 < value < 1_000 and _is_group(tokens, at + 1) and surely and not _has_letters(tokens, at + 1):
        rest, _, decimals = _written(tokens[at + 1].word, "," in tokens[at + 1].word)
        return Quantity(at, at + 2, 1_000 * value + rest, grouped=True, decimals=decimals)
    if TEN <= value < 100 and _is_group_behind_comma(tokens, at + 1):
        return Quantity(at, at + 3, 1_000 * value + int(tokens[at + 2].word), grouped=True)
    return Quantity(at, at + 1, value)


def _fraction_at(tokens: Sequence[Token], at: int) -> Number:
    """The part of one that is written there, "1/2" or "3/4"; 0 for none."""
    return _FRACTIONS.get((word_at(tokens, at), word_at(tokens, at + 1), word_at(tokens, at + 2)), 0)


def _dictated(tokens: Sequence[Token], at: int) -> int:
    """The token after a number said digit by digit, "6 8 0"; 0 where none is."""
    end = at + 1
    while end - at < _MOST_DICTATED and len(word_at(tokens, end)) == 1 and word_at(tokens, end).isdecimal():
        if tokens[end].start != tokens[end - 1].end + 1:
            break
        end += 1
    return end if end - at >= GROUP else 0


def _are_tens(tokens: Sequence[Token], at: int) -> bool:
    """Whether two digits dictated on their own stand there: "3 40 and we're good"."""
    word = word_at(tokens, at)
    if len(word) != len("40") or not word.isdecimal() or tokens[at].start != tokens[at - 1].end + 1:
        return False
    before = word_at(tokens, at - 2) if at > 1 else ""
    return before not in _BEFORE_HOUR and _ends_price(tokens, at)


def _ends_price(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows the token goes with a price."""
    return at + 1 == len(tokens) or tokens[at + 1].kind is Kind.MARK or tokens[at + 1].word in _AFTER_PRICE


def _is_tenth(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit dictated on its own stands there, one space after the number: "31 5 and you drive it home"."""
    word = word_at(tokens, at)
    if len(word) != 1 or not word.isdecimal() or word == "0" or tokens[at].start != tokens[at - 1].end + 1:
        return False
    return _ends_price(tokens, at)


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether three digits stand there, with cents or without, one space after the number before them."""
    is_three = _GROUP_OF_THREE.fullmatch(word_at(tokens, at)) is not None
    return is_three and tokens[at].start == tokens[at - 1].end + 1


def _is_group_behind_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma and three digits stand there that end a price, a space on one side of the comma: "24, 900"."""
    if word_at(tokens, at) != "," or not _THREE.fullmatch(word_at(tokens, at + 1)):
        return False
    is_near = tokens[at + 1].end - tokens[at - 1].end == len(", 900") and not is_glued(tokens, at - 1)
    return is_near and (_ends_price(tokens, at + 1) or tokens[at + 2].word in _BEHIND_ALL)


def _has_letters(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands right behind the number, with no room: "128gb"."""
    return is_glued(tokens, at + 1) and tokens[at + 1].kind is Kind.WORD


def _has_sign(tokens: Sequence[Token], *places: int) -> bool:
    beside = (tokens[at] for at in places if 0 <= at < len(tokens))
    return any(token.kind is Kind.SIGN or token.word in CURRENCY_WORDS for token in beside)


@lru_cache(maxsize=_KEPT)
def _written(text: str, decimal_comma: bool) -> tuple[Number, bool, int]:
    """Value, whether it is grouped by thousands, and digits after the point."""
    if text.isdecimal():
        return int(text), False, 0
    marks = [character for character in text if not character.isdigit()]
    groups = "".join(character if character.isdigit() else " " for character in text).split(" ")
    if not _has_fraction(marks, groups, "," if decimal_comma else "."):
        return int("".join(groups)), bool(marks), 0
    places = len(groups[-1])
    return Fraction(int("".join(groups)), 10**places), len(groups) > 2, places


def _has_fraction(marks: list[str], groups: list[str], point: str) -> bool:
    """Whether the digits after the last mark are a fraction: "34,900.50", "34.9", and "34,9" for want of a group."""
    if not marks:
        return False
    if len(set(marks)) > 1:
        return marks.count(marks[-1]) == 1
    if marks[-1] == point:
        return len(groups[-1]) != GROUP or marks.count(point) == 1
    return len(marks) == 1 and len(groups[-1]) != GROUP
