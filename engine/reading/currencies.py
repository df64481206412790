"""Currencies as people name them beside a number."""

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

_SIGNS = {word: sign for sign, words in _NAMES.items() for word in words.split()}
_SIGNS |= {code.lower(): currency.sign for code, currency in CURRENCIES.items() if code != "TRY"}

CURRENCY_WORDS = frozenset(_SIGNS) - {"pounds"}
"""Words that mark a number before them as money, whatever the currency: pounds may be a weight."""


@lru_cache(maxsize=64)
def names_of(currency: Currency) -> frozenset[str]:
    """The words for this currency."""
    return frozenset(_NAMES.get(currency.sign, "").split())


def is_of(word: str, currency: Currency) -> bool:
    """Whether a word beside a number may name this currency; a word that names none does no harm."""
    return _SIGNS.get(word, currency.sign) == currency.sign
