"""A buyer's line before it is read: counts and cents written out, and what it asks for besides a price."""

import re
from collections.abc import Callable

from engine.marketplace.cents import in_one_amount
from engine.marketplace.no_prices import without_no_prices
from engine.marketplace.pieces import in_pieces, multiplied
from engine.marketplace.totals import Lot, per_piece
from engine.terms.money import Currency

_WHOEVER = re.compile(r"\b(?:whoever|the one who|the first to|first one to)\b[^.,;\d]{0,20}(?=\W?\d)", re.IGNORECASE)
"""`whoever gives me 6.50 gets the order`."""
_FOR_ONE = re.compile(
    r"(?<=\d)(\s*(?:usd|dollars|bucks|eur|euros)\b)?\s*(?:/|\bper\b|\ban?\b)\s*(?!(?:day|week|month|year|hour|dozen|hundred|thousand|lot|few|bit)s?\b)"
    r"[a-z]+\b",
    re.IGNORECASE,
)
"""`30 a head`, `30 per box`: the price of one."""
_AT_SIGN = re.compile(r"\s@\s*(?=\W?\d)")
_HANDLE = re.compile(r"@[\w.\-]+(?:'s)?")
_LESS = re.compile(
    r"\b(?:too (?:much|expensive|high|steep)|cheaper|better (?:price|deal|offer)|best (?:price|you can)|discount|lower|"
    r"come down|sharpen|less than that|do (?:any |much )?better|wiggle|(?:your|the) best|final price|knock .{1,20}off|"
    r"beat|match|cheapest|lowest|how low|go (?:any )?(?:lower|down))\b",
    re.IGNORECASE,
)

NO_LOT = Lot()
Totals = Callable[[str, Lot, Currency], str]
"""What becomes of the totals in a line."""


def spelt_out(text: str, currency: Currency, lot: Lot = NO_LOT, totals: Totals = per_piece) -> str:
    """The line with what a reader of prices could not know: that bare counts are pieces, in a market, and that a total
    is for so many of them. Without a lot, a total has to name its pieces."""
    text = _HANDLE.sub(" ", text) if "@" in text else text
    text = without_no_prices(text, lot.names)
    text = in_one_amount(text, currency)
    text = multiplied(text, lot, currency)
    text = totals(text, lot, currency)
    text = _FOR_ONE.sub(r"\1 each", text)
    text = _WHOEVER.sub("can you do ", text)
    text = in_pieces(text, lot, currency)
    return _AT_SIGN.sub(" at ", text)


_ALL = re.compile(r"\b(?:all of (?:them|it|these)|the (?:whole )?lot|all (?:the )?\d+|for everything)\b", re.IGNORECASE)
_PRICE_ASKED = re.compile(
    r"\b(?:how much(?! (?:do|have) you (?:have|got))|what (?:do|would|does|will) (?:you|it|they|that|those)"
    r" (?:ask|want|cost|be|charge|take)|"
    r"your price|the price|price\?|would (?:that|it|they) cost)",
    re.IGNORECASE,
)
_STOCK_ASKED = re.compile(
    r"\b(?:how many (?:do|have|are|of them|in|can)|how much (?:do|have) you (?:have|got)|"
    r"in stock|availab\w+|got enough|have enough)\b",
    re.IGNORECASE,
)
_EVERYTHING_ASKED = re.compile(
    r"\b(?:what(?:'s| is) (?:included|in (?:it|the price|that))|what (?:comes|do i get|do we get)|included in)\b",
    re.IGNORECASE,
)
_HALFWAY = re.compile(r"\b(?:(?:in|to) the middle|halfway|half way|split (?:it|the difference))\b", re.IGNORECASE)


def wants_all(text: str) -> bool:
    """Whether the line speaks of all that is needed."""
    return bool(_ALL.search(text))


def asks_price(text: str) -> bool:
    """Whether the line asks what it would cost."""
    return bool(_PRICE_ASKED.search(text))


def asks_stock(text: str) -> bool:
    """Whether the line asks how many there are."""
    return bool(_STOCK_ASKED.search(text))


def asks_for_everything(text: str) -> bool:
    """Whether the line asks what comes with the price, whatever it is."""
    return bool(_EVERYTHING_ASKED.search(text))


def meets_halfway(text: str) -> bool:
    """Whether the line is for meeting between both offers."""
    return bool(_HALFWAY.search(text))


def wants_less(text: str) -> bool:
    """Whether the line asks for a better price without saying which."""
    return bool(_LESS.search(text))
