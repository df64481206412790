"""What a buyer's line offers for all pieces together, written out as the price of one."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.terms.money import Currency, format_money, parse_money

_COUNTS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
}
_WORDS = "|".join(_COUNTS)
_COUNT = rf"\d{{1,6}}|{_WORDS}"
_SUM = (
    r"(?<![\w.,])(?P<code>(?-i:[A-Z]{3}) )?(?P<sign>[^\w\s]?)(?P<sum>\d(?:[\d,]*\d)?(?:\.\d{1,3})?)(?P<thousands>k?)"
    r"(?!\w|[.,]\d)(?P<after>[$€£¥₹]?)(?!\s*(?:%|percent\b))"
)
_UNIT = r"(?:\s*(?:dollars?|bucks|usd|flat|cash|max|tops)\b)*"
_EACH = r"(?!\s*(?:each\b|ea\b|apiece\b|an? \w|per\b|/|p/p|pp\b))"
"""What is not the price of one: nothing that says so comes after it."""
_NO_THINGS = r"(?!\s+(?!(?:thanks|plus|this|dollars|bucks|unless|always|less)\b)[a-z]{3,}s\b)"
"""What is not a count of other things: "we need 3 for 23 desks"."""
_MAY_BE = re.compile(r"\b(?:for|total|altogether|all)\b", re.IGNORECASE)
"""Words of which every total has one: most lines are looked at no further."""
_COUNTING = re.compile(r"\b(?:need|want|buy|order|take|get|require|after)(?:\s+(?:an?|in))*\s+$", re.IGNORECASE)
"""Words before a number that count pieces with it: "I need 3 in total"."""


class Lot(NamedTuple):
    """What a total may be for: so many `pieces` where it names no number, of what is called by these names; one of
    them is known to cost about `costs`, in minor units. Both are 0 where that is not known."""

    names: tuple[str, ...] = ()
    pieces: int = 0
    costs: int = 0


class _Total(NamedTuple):
    """A total, where it stands, and what it makes for one of so many pieces; 0 for a number that only counts them."""

    start: int
    end: int
    pieces: int
    price: int


def per_piece(text: str, lot: Lot, currency: Currency) -> str:
    """The line with each total as what it makes for one of the pieces, rounded down: "20 for all three" as "3 pieces at
    $6.66". An amount in another currency stays as it is."""
    return _with(text, lot, currency, _priced)


def left_out(text: str, lot: Lot, currency: Currency) -> str:
    """The line without its totals."""
    return _with(text, lot, currency, lambda *_: " ")


def _with(text: str, lot: Lot, currency: Currency, instead: Callable[[_Total, Currency], str]) -> str:
    at, parts = 0, []
    for total in _totals(text, lot, currency):
        parts += [text[at : total.start], instead(total, currency) if total.price else f"{total.pieces} pieces"]
        at = total.end
    return "".join((*parts, text[at:]))


def _priced(total: _Total, currency: Currency) -> str:
    return f"{total.pieces} pieces at {format_money(total.price, currency)}"


def _totals(text: str, lot: Lot, currency: Currency) -> list[_Total]:
    """The totals of the line from left to right; of two that overlap, the one whose pattern comes first."""
    found: list[_Total] = []
    if not _MAY_BE.search(text):
        return found
    for pattern, reads in _patterns(lot.names):
        for match in pattern.finditer(text):
            total = reads(match, lot, currency)
            if total and all(total.end <= other.start or other.end <= total.start for other in found):
                found.append(total)
    return sorted(found)


def _always(found: re.Match[str], lot: Lot, currency: Currency) -> _Total | None:
    """A total, whatever it comes to; a bare number that is how many are wanted only counts them."""
    amount = _amount(found, currency)
    bare = not (found["sign"] or found["after"] or found["code"])
    counts = found["sum"] == str(lot.pieces) or _COUNTING.search(found.string[: found.start("sum")][-40:])
    if bare and found["sum"].isdigit() and counts:
        return _Total(found.start(), found.end(), int(found["sum"]), 0)
    return _total(found, amount, lot.pieces)


def _by_size(found: re.Match[str], lot: Lot, currency: Currency) -> _Total | None:
    """A total where it is more than a piece costs: "6.50 for all three" gives the price of one."""
    amount = _amount(found, currency)
    named = found.groupdict()
    count = _number(named["count"] or named["of"] or named.get("bare"))
    return _total(found, amount, count or lot.pieces) if amount > lot.costs else None


def _counted(found: re.Match[str], lot: Lot, currency: Currency) -> _Total | None:
    """Three for 20, or 21 for three: which number is money is told by what comes nearer to the price. What a single
    piece could cost is the price of one: three for 6.50."""
    amount, count = _amount(found, currency), int(found["count"])
    other = _amount_of(found["count"], currency)
    pieces = int(found["sum"]) if found["sum"].isdigit() else 0
    bare = not (found["sign"] or found["after"] or found["code"] or found["thousands"])
    if bare and lot.costs and pieces and count and _off(other // pieces, lot) < _off(amount // count, lot):
        amount, count = other, pieces
    if lot.costs // 4 < amount <= lot.costs:
        return _Total(found.start(), found.end(), count, amount)
    return _total(found, amount, count) if amount > lot.costs else None


def _off(price: int, lot: Lot) -> int:
    """How many times as dear or as cheap as the known price this one is, in percent."""
    return 100 * max(price, lot.costs) // max(1, min(price, lot.costs))


def _total(found: re.Match[str], amount: int, count: int) -> _Total | None:
    return _Total(found.start(), found.end(), count, amount // count) if 0 < count <= amount else None


def _amount(found: re.Match[str], currency: Currency) -> int:
    """What the match names, in minor units; 0 where it is in another currency."""
    named = {(found["code"] or "").strip(), found["sign"], found["after"]} - {"", "("}
    if named - {currency.code, currency.sign}:
        return 0
    return _amount_of(found["sum"], currency) * (1_000 if found["thousands"] else 1)


def _amount_of(text: str, currency: Currency) -> int:
    return parse_money(text, currency) or 0


def _number(text: str | None) -> int:
    """The count that is written there; 0 where none is."""
    word = (text or "").casefold()
    return _COUNTS.get(word) or int(word or 0)


Reads = Callable[[re.Match[str], Lot, Currency], _Total | None]


@lru_cache(256)
def _patterns(names: tuple[str, ...]) -> Sequence[tuple[re.Pattern[str], Reads]]:
    """What totals look like for things of these names, and how each is read."""
    return tuple((re.compile(pattern, re.IGNORECASE), reads) for pattern, reads in _written(names))


def _written(names: tuple[str, ...]) -> Iterator[tuple[str, Reads]]:
    words = sorted({re.escape(name) for name in names} | {"pieces?", "units?", "pcs"}, key=len, reverse=True)
    noun = rf"(?:\s+(?:{'|'.join(words)})\b)"
    money = rf"{_SUM}{_UNIT}{_EACH}(?!{noun})"
    end = rf"{_EACH}(?!\s*(?:at|@)\s*\W?\d)"
    altogether = r"(?:in total|total|altogether|all together)\b"
    lot = r"(?:everything|the (?:whole |entire |full )?(?:lot|order|batch|quantity|bundle))\b"
    them_all = (
        rf"(?:all(?: (?:the )?(?P<count>{_COUNT}))?|the (?P<of>{_COUNT}))\b"
        rf"(?:\s+of\s+(?:it|them|these|those|the)\b)?{noun}?"
    )
    yield rf"(?<![\w.,$€£¥₹])(?P<count>\d{{1,6}}){noun}? for {money}{_NO_THINGS}(?:\s*{altogether})?{_EACH}", _counted
    yield rf"{money}\s*(?:{altogether}|for {lot})(?!{noun}){end}", _always
    yield rf"\b(?:total(?: price| cost| budget)?(?: of| is| would be|:| =)?|altogether) {money}", _always
    yield rf"\b{lot} for {money}", _always
    yield rf"{money}\s*(?:for (?:{them_all}|(?P<bare>{_COUNT})\b{noun}?)|all in(?: all)?\b){end}", _by_size
    yield rf"\b{them_all} for {money}", _by_size
