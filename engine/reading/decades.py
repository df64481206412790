"""Amounts said roughly: "low 30s", "mid-thirties", "the high 200s", "in the 33s"."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from engine.reading.quantity import Number
from engine.reading.spoken_numbers import TENS
from engine.reading.tokens import Kind, Token, word_at, words_of

_TENTHS = {"low": 0, "lower": 0, "mid": 5, "middle": 5, "high": 8, "upper": 8}
"""Tenths of the way to the next decade that the word stands for."""
_WORDS = {
    word: 10 * tens
    for tens, word in enumerate(words_of("twenties thirties forties fifties sixties seventies eighties nineties"), 2)
}


_UNITS = {word: unit for unit, word in enumerate(words_of("ones twos threes fours fives sixes sevens eights nines"), 1)}
DECADE_WORDS = frozenset({*_TENTHS, *_WORDS})
"""Words that such an amount may begin with."""
_GOING_ON = frozenset({"s", "'", "-"})
"""What follows the first word of any other."""
_MOST_DIGITS = 6
_LEADS = frozenset({"the", "in"})


class Decade(NamedTuple):
    """The amount that is meant, and the token after it."""

    value: Number
    end: int


def decade(tokens: Sequence[Token], at: int) -> Decade | None:
    """The amount that such a wording beginning here stands for."""
    if tokens[at].word not in DECADE_WORDS and word_at(tokens, at + 1) not in _GOING_ON:
        return None
    tenths = _TENTHS.get(tokens[at].word)
    first = at + (tenths is not None)
    first += tenths is not None and first < len(tokens) and tokens[first].word == "-"
    if first >= len(tokens):
        return None
    is_led = tenths is not None or (at > 0 and tokens[at - 1].word in _LEADS)
    base, end = _base(tokens, first)
    if not is_led and end == first + 3 and end < len(tokens) and tokens[end].kind is Kind.WORD:
        return None
    step = 10 ** (len(str(base)) - 1)
    is_named = tenths is not None or (at > 0 and tokens[at - 1].word == "the")
    if base % step and is_named:
        step //= 10
    return Decade(base + step * Fraction(tenths or 0, 10), end) if base and base % step == 0 else None


def _base(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The round number that the decade begins with, and the token after it; 0 for none."""
    if tokens[at].word in _WORDS:
        return _WORDS[tokens[at].word], at + 1
    if unit := _unit_after(tokens, at):
        return TENS[tokens[at].word] + unit, at + 3
    written = tokens[at].word.replace(",", "")
    if tokens[at].kind is not Kind.NUMBER or not written.isdecimal() or len(written) > _MOST_DIGITS:
        return 0, at
    after = [token.word for token in tokens[at + 1 : at + 3]]
    if after[:1] == ["s"]:
        return int(written), at + 2
    return (int(written), at + 3) if after == ["'", "s"] else (0, at)


def _unit_after(tokens: Sequence[Token], at: int) -> int:
    """The unit of a decade in words, "thirty-ones"; 0 for none."""
    if tokens[at].word not in TENS or word_at(tokens, at + 1) != "-":
        return 0
    return _UNITS.get(word_at(tokens, at + 2), 0)
