"""What a buyer's line offers for all pieces together, written out as the price of one."""

import re
from functools import partial

from engine.terms.money import Currency, format_money, parse_money

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "twenty": 20}
_COUNT = rf"\d{{1,6}}|{'|'.join(_COUNTS)}|both"
_SUM = (
    r"(?<![\w.,])(?P<sign>[^\w\s]?)(?P<sum>\d[\d,]*(?:\.\d{1,3})?)(?P<thousands>k?)\b"
    r"(?![.,]\d|\s*(?:%|percent|pieces?\b))"
)
_UNIT = r"(?:\s*(?:dollars?|bucks|usd|flat|cash|max|tops))*"
_ALTOGETHER = (
    r"(?:in total|total|altogether|all together|all in(?: all)?"
    r"|for (?:everything|the (?:whole |entire |full )?(?:lot|order|batch|quantity|bundle)))"
)
_THEM_ALL = (
    rf"(?:all of (?:it|them|these|those)|all(?: (?:the )?(?P<count>{_COUNT}))"
    rf"|the (?P<of>{_COUNT})(?: of (?:them|these))?|all)"
)

_ALWAYS = (
    re.compile(rf"{_SUM}{_UNIT}\s*{_ALTOGETHER}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:total(?: price| cost| budget)?(?: of| is| would be|:)?|altogether|"
        rf"(?:everything|the (?:whole )?lot) for)\s+{_SUM}(?!\s*(?:each|apiece|a piece|per\b|/))",
        re.IGNORECASE,
    ),
)
"""A total, whatever it comes to."""
_BY_SIZE = (
    re.compile(rf"{_SUM}{_UNIT}\s+for {_THEM_ALL}\b(?!\s+(?:each|apiece|at\b))", re.IGNORECASE),
    re.compile(rf"\b{_THEM_ALL} for\s+{_SUM}(?!\s*(?:each|apiece|a piece|per\b|/))", re.IGNORECASE),
)
"""A total where it is more than a piece costs: "6.50 for all three" gives the price of one."""
_COUNTED = re.compile(
    rf"(?<![\w.,])(?P<count>\d{{1,6}})\s+for\s+{_SUM}(?!\s*(?:units|each|apiece|a piece|per\b|/))", re.IGNORECASE
)


def per_piece(text: str, pieces: int, costs: int, currency: Currency) -> str:
    """The line with each total as what it makes for one of the pieces, rounded down: "20 for all three" as "3 pieces at
    $6.66".

    `pieces` is how many a total is for that names no number, `costs` what one piece is known to cost, in minor units.
    An amount in another currency stays as it is.
    """
    for pattern, above in ((_COUNTED, 0), *((each, 0) for each in _ALWAYS), *((each, costs) for each in _BY_SIZE)):
        text = pattern.sub(partial(_of_one, pieces=pieces, above=above, currency=currency), text)
    return text


def _of_one(found: re.Match[str], pieces: int, above: int, currency: Currency) -> str:
    named = found.groupdict()
    count = _number(named.get("count") or named.get("of")) or pieces
    total = (parse_money(named["sum"], currency) or 0) * (1_000 if named["thousands"] else 1)
    if not count or total <= above or named["sign"] not in ("", currency.sign):
        return found.group()
    return f"{count} pieces at {format_money(total // count, currency)}"


def _number(text: str | None) -> int:
    """The count that is written there; 0 where none is."""
    word = (text or "").casefold()
    return 2 if word == "both" else _COUNTS.get(word) or int(word or 0)
