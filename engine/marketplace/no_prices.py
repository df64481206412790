"""Bare numbers in a buyer's line that name no price: dates, hours, standards and sizes, what it needs things for."""

import re
from collections.abc import Sequence
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?(?![\w.]*\d|[%$€£¥₹])"
_HOUR = r"\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|o['’]?clock)"
_WHEN = rf"{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}}(?: of)? {_MONTH}\b|\d{{1,2}}(?:st|nd|rd|th)\b|{_HOUR}"
_STANDARD = (
    r"\b(?:usb|cat|hdmi|wi-?fi|bluetooth|ddr|pcie|thunderbolt|windows|version|gen|generation|type|class|grade|size|"
    r"model|level|series|option|step|floor|room|building|desk|page|item|point|question|no\.|number)"
    rf"[ -]?{_NUMBER}(?: (?:or|and) {_NUMBER})?"
)
_NET = r"\bnet[ -]?\d{1,3}\b"
_GIFT = r"(?P<gift>\b\d{1,4} for the price of \d{1,4}\b|\bbuy \d{1,4},? get \d{1,4}(?: free)?\b|\b\d{1,4} free\b)"
"""A discount in pieces."""
_TERM = (
    r"\b(?P<term>delivery|warranty|guarantee|shipping|payment|returns?|quality|setup|installation) "
    rf"{_NUMBER}(?=\s*(?:\?|$))"
)
"""A term with a bare number behind it asks about the term: "delivery 2?"."""
_MONEY = r"dollars|bucks|euros|pounds|cents|thanks|plus|this|unless|always|less"
_DIGIT = re.compile(r"\d")


def without_no_prices(text: str, names: Sequence[str]) -> str:
    """The line without them; what is for sale goes by these names."""
    if not _DIGIT.search(text):
        return text
    return _pattern(tuple(names)).sub(lambda found: found["term"] or (" a discount " if found["gift"] else " "), text)


@lru_cache(256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = {f"{re.escape(word)}s?" for name in names for word in name.split()}
    ours = "|".join(sorted(words | {"pieces?", "units?", _MONEY}, key=len, reverse=True))
    others = rf"(?!(?:{ours})\b)[a-z]{{3,}}(?:s|people|staff)\b"
    things = rf"\bfor (?:(?:our|my|the|all|about) )*\d{{1,6}}(?: [a-z]{{3,}})? {others}"
    return re.compile(f"(?:{_WHEN}|{_STANDARD}|{_NET}|{_GIFT}|{_TERM}|{things})", re.IGNORECASE)
