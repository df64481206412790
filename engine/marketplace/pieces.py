"""Counts in a buyer's line written out as pieces: what stands for a number of them, and can be no price."""

import re

from engine.marketplace.foreign import in_another
from engine.marketplace.totals import Lot
from engine.terms.money import Currency, format_money, parse_money

_NUMBER = r"\d{1,6}|two|three|four|five|six|ten|twelve|twenty"
_AT_PRICE = re.compile(r"\b(\d{1,6})\s*(?=at\s*\W?\d)", re.IGNORECASE)
"""`3 at 6.50`."""
_TAKEN = re.compile(
    rf"\b((?:take|need|want|buy|order|get|after|for|all|remaining|other|last)\s+(?:just |only |about )?)({_NUMBER})"
    r"(?=\s*(?:[,.;!?]|$|at\b(?!\s+(?:(?-i:[a-z]*[A-Z])|somebody\b))|for\b(?!\s*\W?\d)"
    r"|(?:and|of|then|if|please|from|off|only|now|today|more|right)\b))(?![.,]\d)",
    re.IGNORECASE,
)
"""`I'll take 3`, `the other 15`."""
_MORE = re.compile(rf"\b({_NUMBER})(?=\s+more\b)", re.IGNORECASE)
_HALF = re.compile(
    r"\bhalf (?:of )?(?:it|them|that|those|these|the (?:lot|order|quantity|pieces))\b"
    r"|(?<=take )half(?=\s*(?:$|[.,!?]))",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"(?<![\w.,])(?P<sign>[^\w\s]?)(?P<one>\d[\d,]*(?:\.\d{1,3})?)\s*[x×*@]\s*"
    r"(?P<other>\W?\d[\d,]*(?:\.\d{1,3})?)(?:\s*=\s*\W?\d[\d,]*(?:\.\d{1,3})?)?(?![\w.]*\d)",
    re.IGNORECASE,
)
"""Pieces and the price of one, in either order, with or without what that makes: "3 x 6.65 = 19.95"."""
_BARE = re.compile(
    r"(?<![\w.,])(?P<sign>[$€£¥₹]?)(?P<number>\d[\d,]*(?:\.\d{1,2})?)(?![\w%]|[.,]\d)"
    r"(?P<unit>\s*(?:[$€£]|(?:usd|dollars|bucks|eur|euros)\b))?"
    r"(?!\s*(?:[$€£]|(?:usd|dollars|bucks|eur|euros)\b)?\s*"
    r"(?:pieces?|each|apiece|an? \w+|per|/|percent|days?|weeks?|months?|years?|hours?|minutes?|cents?)\b)",
    re.IGNORECASE,
)
_BEFORE_A_PRICE = re.compile(
    r"(?:\b(?:at|by|in|on|to|than|pay|offer|bid|do|say|give|gives|each|is|go|or|from)|[=@])\s*$", re.IGNORECASE
)
"""What comes before a number that is rather a price."""
_SUM_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:total|all|altogether|together|in|incl\w*|including|with|and|or|for|now|today|then|please|flat|max|"
    r"tops|make|makes|is|it|works|deal|done|sounds|would|will|if|but|left|instead|cost|costs|of|to|as|delivered|cash)\b)",
    re.IGNORECASE,
)
"""What follows a sum or a count; other words name what there are so many of: "we are 40 people"."""
_AFTER_A_COUNT = re.compile(
    r"\s*(?:$|[;!?]|[.,](?!\d)|(?:it is|then|please|now|in stock|left|cost|instead|of (?:them|those|these))\b)",
    re.IGNORECASE,
)
"""What follows a number that may count pieces: "deal, 11", "fine, 15 it is", "do you have 20 in stock"."""


def in_pieces(text: str, lot: Lot, currency: Currency) -> str:
    """The line with its bare counts as pieces, and with sums for all of them as what they make for one."""
    text = _MORE.sub(r"\1 pieces", text)
    text = _AT_PRICE.sub(r"\1 pieces ", text)
    text = _TAKEN.sub(r"\1\2 pieces", text)
    if not lot.pieces % 2:
        text = _HALF.sub(f"{lot.pieces // 2} pieces", text)
    return _BARE.sub(lambda found: _meant(found, lot, currency), text) if lot.pieces and lot.costs else text


def multiplied(text: str, lot: Lot, currency: Currency) -> str:
    """The line with each product as so many pieces at so much."""
    return _PRODUCT.sub(lambda found: _product(found, lot, currency), text)


def _product(found: re.Match[str], lot: Lot, currency: Currency) -> str:
    one, other = found["one"], found["other"].lstrip("$€£¥₹")
    first, second = (parse_money(each, currency) or 0 for each in (one, other))
    is_price_first = "." in one or bool(found["sign"].strip("([")) or _off(first, lot) < _off(second, lot)
    if is_price_first and other.isdigit():
        return f"{other} pieces at {format_money(first, currency)}"
    return f"{found['sign']}{one} pieces at {found['other']}" if one.isdigit() else found[0]


def _off(price: int, lot: Lot) -> int:
    """How many times as dear or as cheap as what one costs, in percent; nothing tells where that is not known."""
    return 100 * max(price, lot.costs) // max(1, min(price, lot.costs)) if lot.costs else 0


def _meant(found: re.Match[str], lot: Lot, currency: Currency) -> str:
    """The number as a sum for all pieces, or as a count of them, where it can be no price of one."""
    amount, whole = parse_money(found["number"], currency) or 0, lot.costs * lot.pieces
    is_money = bool(found["sign"] or found["unit"])
    before = found.string[: found.start()]
    is_other = in_another(found.string[max(0, found.start() - 4) : found.end()], currency)
    if is_other or not _SUM_GOES_ON.match(found.string, found.end()):
        return found[0]
    if lot.pieces > 1 and amount > 2 * lot.costs and whole <= 2 * amount <= 2 * whole:
        return f"{lot.pieces} pieces at {format_money(amount // lot.pieces, currency)}"
    if is_money or not found["number"].isdigit() or not _AFTER_A_COUNT.match(found.string, found.end()):
        return found[0]
    count = int(found["number"])
    if count == lot.pieces and not _BEFORE_A_PRICE.search(before):
        return f"{count} pieces"
    may_be_price = 5 * amount >= lot.costs and 2 * amount <= 3 * lot.costs
    in_thousands = lot.costs <= 2_000 * amount <= 2 * lot.costs
    if (
        may_be_price
        or in_thousands
        or count > 20 * lot.pieces
        or (amount < lot.costs and _BEFORE_A_PRICE.search(before))
    ):
        return found[0]
    return f"{count} pieces"
