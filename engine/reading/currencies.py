"""Currencies as people name them beside a number."""

from collections.abc import Sequence
from functools import lru_cache

from engine.terms.money import CURRENCIES, Currency

_NAMES = {
    "$": "dollar dollars dollers buck bucks",
    "€": "euro euros",
    "£": "quid pound pounds",
    "¥": "yen yuan rmb",
    "₹": "rupee rupees",
    "KD": "dinar dinars",
    "CHF": "franc francs",
    "kr": "kr kroner kronor",
}
"""Words by the sign of the currencies that they may stand for."""
_COUNTRIES = {
    "CAD": "canadian", "AUD": "australian aussie", "USD": "us american", "MXN": "mexican", "SGD": "singapore",
}  # fmt: skip
_ALONE = (("canadian",), ("aussie",), ("australian",))
"""What stands for its dollars behind a number, with no word after it: "24,900 Canadian"."""
_PREFIXES = {
    "us": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "a": "AUD", "au": "AUD", "nz": "NZD", "hk": "HKD",
    "s": "SGD", "sg": "SGD", "mx": "MXN",
}  # fmt: skip
"""What stands right before a sign that several currencies share: "C$24,900"."""
_OF_CODES = {
    "MXN CLP": "peso pesos",
    "ZAR": "rand rands",
    "PLN": "zloty zlotys",
    "ILS": "shekel shekels",
    "RUB": "ruble rubles rouble roubles",
    "TRY": "lira liras",
    "BRL": "reais",
}
"""Words by the codes of the currencies that they may stand for."""

_SIGNS = {word: sign for sign, words in _NAMES.items() for word in words.split()}
_CODES = {code.lower(): frozenset({code}) for code in CURRENCIES if code != "TRY"}
_CODES |= {word: frozenset(codes.split()) for codes, words in _OF_CODES.items() for word in words.split()}
_COUNTRY_CODES = {word: code for code, words in _COUNTRIES.items() for word in words.split()}

CURRENCY_WORDS = frozenset({*_SIGNS, *_CODES} - {"pounds"})
"""Words that mark a number before them as money, whatever the currency: pounds may be a weight."""


@lru_cache(maxsize=64)
def names_of(currency: Currency) -> frozenset[str]:
    """The words for this currency."""
    by_code = (words for codes, words in _OF_CODES.items() if currency.code in codes.split())
    return frozenset(" ".join((_NAMES.get(currency.sign, ""), *by_code)).split())


def is_of(word: str, currency: Currency) -> bool:
    """Whether a word beside a number may name this currency; a word that names none does no harm."""
    codes = _CODES.get(word)
    return _SIGNS.get(word, currency.sign) == currency.sign if codes is None else currency.code in codes


def is_prefix_of(word: str, currency: Currency) -> bool:
    """Whether letters right before a sign may mean this currency: the "c" of "C$24,900"."""
    return _PREFIXES.get(word, currency.code) == currency.code


def is_country_of(words: Sequence[str], currency: Currency) -> bool:
    """Whether the words after a number may mean this currency: "canadian dollars"; those that mean none do no harm."""
    is_named = tuple(words[:1]) in _ALONE or (len(words) > 1 and words[1] in CURRENCY_WORDS)
    return not is_named or _COUNTRY_CODES.get(words[0], currency.code) == currency.code
