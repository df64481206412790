"""Amounts that a buyer writes in minor units, or in both, as one amount: "650 cents", "6 dollars fifty"."""

import re
from functools import lru_cache

from engine.reading.currencies import names_of
from engine.terms.money import Currency, format_money

_TENS = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: 10 * place for place, word in enumerate(_TENS, 1)} | {
    f"{word}-five": 10 * place + 5 for place, word in enumerate(_TENS[1:], 2)
}
_MINOR = {"$": r"cents?|¢|(?<=\d)c\b", "€": r"cents?|ct\b|(?<=\d)c\b", "£": r"pence|(?<=\d)p\b"}
"""What the minor units are called, by the sign of their currency; a letter stands right behind the number."""
_CENTS = r"cents?|¢"


def in_one_amount(text: str, currency: Currency) -> str:
    """The line with each such amount as the currency is written; amounts in other currencies stay as they are."""
    if currency.minor != 2:
        return text
    both, minor = _patterns(currency)
    text = both.sub(lambda found: format_money(int(found[1]) * 100 + _count(found[2]), currency), text)
    return minor.sub(lambda found: format_money(int(found[1]), currency), text)


@lru_cache(16)
def _patterns(currency: Currency) -> tuple[re.Pattern[str], re.Pattern[str]]:
    units = "|".join(sorted(names_of(currency), key=len, reverse=True)) or "(?!)"
    minor = _MINOR.get(currency.sign, _CENTS)
    words = "|".join(sorted(_WORDS, key=len, reverse=True)).replace("-", "[- ]?")
    ends = rf"(?:\s*(?:{minor})|\b(?!\s*\w))"
    both = rf"(?<![\w.,])\W?(\d{{1,6}})\s*(?:{units})\s*(?:and\s*)?(\d\d|{words}){ends}"
    return re.compile(both, re.IGNORECASE), re.compile(rf"(?<![\w.,])(\d{{1,6}})\s*(?:{minor})", re.IGNORECASE)


def _count(written: str) -> int:
    plain = re.sub(r"[- ]", "", written.casefold())
    return int(plain) if plain.isdigit() else {word.replace("-", ""): count for word, count in _WORDS.items()}[plain]
