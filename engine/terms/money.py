"""Money as integer minor units (cents for USD), and how people write it."""

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
        return int("1" + "0" * self.minor)


def format_money(amount: int, currency: Currency) -> str:
    """`$34,900` for 3490000 cents; the minor part appears only when it is not zero."""
    whole, rest = divmod(abs(amount), currency.unit)
    minor = f".{rest:0{currency.minor}d}" if rest else ""
    return f"{'-' if amount < 0 else ''}{currency.sign}{whole:,}{minor}"
