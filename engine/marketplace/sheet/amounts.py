"""Prices, counts and shares as people write them in a sheet."""

import re

from engine.marketplace.sheet.mistakes import Unreadable, cut
from engine.terms.money import CURRENCIES, Currency

MOST = 10**11
"""Minor units that a price has at most."""
MOST_PIECES = 100_000
_SIGNS = sorted({mark for each in CURRENCIES.values() for mark in (each.sign, each.code)}, key=len, reverse=True)
_SIGN = f"(?:{'|'.join(map(re.escape, _SIGNS))})"
_PRICE = re.compile(
    rf"(?P<before>{_SIGN})?\s*(?P<less>[-−])?\s*(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)"
    rf"(?:[.,](?P<rest>[0-9]+))?\s*(?P<after>{_SIGN})?\s*(?:each|apiece|a piece|per piece)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_SHARE = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))?")


def price_of(text: str, currency: Currency) -> int:
    """The price in minor units; Unreadable says what it should be."""
    found = _PRICE.fullmatch(text.strip())
    if found is None:
        raise Unreadable(f"{cut(text.strip())} is no price. Write it like {example(currency)}.")
    for sign in (found["before"], found["after"]):
        if sign and sign.upper() not in (currency.sign.upper(), currency.code):
            raise Unreadable(f"{cut(text.strip())} is in another currency; prices here are in {currency.code}.")
    if found["less"]:
        raise Unreadable("A price cannot be below zero.")
    amount = _minor(found["whole"].replace(",", ""), found["rest"] or "", text.strip(), currency)
    if amount > MOST:
        raise Unreadable(f"{cut(text.strip())} is more than a piece may cost here.")
    return amount


def _minor(whole: str, rest: str, text: str, currency: Currency) -> int:
    if len(rest) > currency.minor:
        digits = f"at most {currency.minor} digits" if currency.minor else "no digits"
        raise Unreadable(f"{cut(text)} has too many digits after the point; {currency.code} has {digits} there.")
    return int(whole[:20]) * currency.unit + int(rest.ljust(currency.minor, "0") or "0")


def example(currency: Currency) -> str:
    """A price as one is written."""
    return price_text(5 * currency.unit, currency)


def price_text(amount: int, currency: Currency) -> str:
    """`6.75`, `8.00`, `1,240`: without the sign, and without the minor part where nobody misses it."""
    whole, rest = divmod(amount, currency.unit)
    has_rest = currency.minor and (rest or whole < 100)
    return f"{whole:,}.{rest:0{currency.minor}d}" if has_rest else f"{whole:,}"


def count_of(text: str) -> int:
    """A number of pieces, from 1; Unreadable where it is none."""
    found = _COUNT.fullmatch(text.strip())
    number = int(found.group().replace(",", "")[:9]) if found else 0
    if not 1 <= number <= MOST_PIECES:
        raise Unreadable(f"{cut(text.strip())} is no number of pieces. Write a whole number from 1 to {MOST_PIECES:,}.")
    return number


def share_of(text: str) -> int:
    """A percentage in basis points; Unreadable where it is not above 0 and below 100 percent."""
    found = _SHARE.fullmatch(text.strip())
    share = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
    if not share:
        raise Unreadable(f"{cut(text.strip() + '%')} cannot be taken off. Write a percentage such as 5% or 7.5%.")
    return share


def share_text(share: int) -> str:
    """`5`, `7.5` or `7.25`."""
    whole, rest = divmod(share, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else f"{whole}"
