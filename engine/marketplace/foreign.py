"""Amounts that a buyer names in another currency than the market's, which no seller takes for a price."""

import re

from engine.reading.currencies import CURRENCY_WORDS, is_of
from engine.terms.money import CURRENCIES, Currency

_SIGNS = "".join(sorted({each.sign for each in CURRENCIES.values() if len(each.sign) == 1 and not each.sign.isalpha()}))
_SIGN = f"[{re.escape(_SIGNS)}]"
_AMOUNT = re.compile(
    rf"(?:\b(?P<code>[A-Z]{{3}})\s|(?P<sign>{_SIGN})\s?)?(?<![\w.,])\d[\d.,]*(?<=\d)k?"
    rf"(?:\s?(?P<after>{_SIGN})|\s?(?P<word>[A-Za-z]+))?"
)


def in_another(text: str, currency: Currency) -> str:
    """The first amount of the line that is in another currency, as written; empty where none is."""
    for found in _AMOUNT.finditer(text):
        signs = {found["sign"], found["after"]} - {None, currency.sign}
        words = [(found[group] or "").casefold() for group in ("code", "word")]
        if signs or any(word in CURRENCY_WORDS and not is_of(word, currency) for word in words):
            return found.group()
    return ""
