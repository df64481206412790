"""Money as integer minor units (cents for USD), and how people write it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: ISO code, sign, digits after the point, and the step (minor units) that offers move in."""

    code: str = "USD"
    sign: str = "$"
    minor: int = 2
    grid: int = 10_000

    @property
    def unit(self) -> int:
        """Minor units in one major unit: 100 for USD."""
        unit: int = 10**self.minor
        return unit


CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency("USD", "$"), Currency("EUR", "€"), Currency("GBP", "£"), Currency("JPY", "¥", minor=0, grid=1_000),
        Currency("CHF", "CHF"), Currency("CAD", "$"), Currency("AUD", "$"), Currency("NZD", "$"), Currency("SGD", "$"),
        Currency("HKD", "$"), Currency("MXN", "$"), Currency("BRL", "R$"), Currency("INR", "₹"), Currency("CNY", "¥"),
        Currency("KRW", "₩", minor=0, grid=1_000), Currency("SEK", "kr"), Currency("NOK", "kr"), Currency("DKK", "kr"),
        Currency("PLN", "zł"), Currency("CZK", "Kč"), Currency("ZAR", "R"), Currency("TRY", "₺"), Currency("ILS", "₪"),
        Currency("UAH", "₴"), Currency("RUB", "₽"), Currency("KWD", "KD", minor=3), Currency("BHD", "BD", minor=3),
        Currency("JOD", "JD", minor=3), Currency("TND", "DT", minor=3), Currency("CLP", "$", minor=0, grid=1_000),
        Currency("VND", "₫", minor=0, grid=1_000),
    )
}  # fmt: skip
"""Currencies that amounts can be read in without a pack, by ISO code."""


def format_money(amount: int, currency: Currency) -> str:
    """`$34,900` for 3490000 cents. The minor part appears only when it is not zero, or where offers move in parts of a
    unit: `$7.00` beside `$6.75`."""
    unit = currency.unit
    whole, rest = divmod(abs(amount), unit)
    minor = f".{rest:0{currency.minor}d}" if rest or currency.grid % unit else ""
    return f"{'-' if amount < 0 else ''}{currency.sign}{whole:,}{minor}"


def whole_money(amount: int, currency: Currency) -> str:
    """`$16,633` for 1663327 cents: down to a whole unit, unless offers move in parts of one."""
    return format_money(amount - amount % currency.unit if not currency.grid % currency.unit else amount, currency)


_WRITTEN = re.compile(r"[^\d.,-]{0,4}(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,6}))?[^\d.,-]{0,4}")


def parse_money(text: str, currency: Currency) -> int | None:
    """`$34,900.50` in minor units, with the sign or without; None for what is no amount, or finer than a minor unit."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    parts = (found.group(2) or "").rstrip("0")
    if len(parts) > currency.minor:
        return None
    return int(found.group(1).replace(",", "")) * currency.unit + int(parts.ljust(currency.minor, "0") or 0)
