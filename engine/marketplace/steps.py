"""A bid that says how much less it is than what is asked: "a dollar less", "knock off 2", "10 percent"."""

import re
from fractions import Fraction

_AMOUNT = (
    r"(?:(?P<one>an? (?:dollar|buck|euro|pound)|one (?:dollar|buck|euro))"
    r"|[$€£]?(?P<amount>\d+(?:\.\d{1,2})?)(?![.,]?\d)[$€£]?\s*(?P<percent>%|percent\b)?(?:\s*(?:dollars?|bucks?|euros?))?)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:knock off|take off|drop|lower|reduce|cut|come down|go down|bring (?:it|that) down)"
        rf"(?: it| the price| that)?(?: by)? {_AMOUNT}(?!\s*(?:pieces|for|at|of)\b)",
        rf"{_AMOUNT} (?:less|off|cheaper|lower|down|discount)\b",
        rf"\bgive (?:me|us) (?=\S+ ?(?:%|percent)){_AMOUNT}",
    )
)
_DIGIT_OR_ONE = re.compile(r"\d|\b(?:an?|one) (?:dollar|buck|euro|pound)\b", re.IGNORECASE)


def lowered(text: str, asked: int, unit: int) -> int | None:
    """The price that the line comes to, in minor units, where it takes so much off what is asked; None where it does
    not, or would leave less than half. `unit` are the minor units of a major one."""
    found = next((match for pattern in _PATTERNS if (match := pattern.search(text))), None)
    if found is None or not _DIGIT_OR_ONE.search(text):
        return None
    amount = Fraction(1 if found["one"] else found["amount"])
    off = asked * amount / 100 if found["percent"] else amount * unit
    return asked - int(off) if 0 < 2 * off <= asked else None
