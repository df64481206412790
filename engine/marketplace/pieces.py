"""Counts in a buyer's line written out as pieces: what stands for a number of them, and can be no price."""

import re

from engine.marketplace.totals import Lot
from engine.terms.money import Currency

_NUMBER = r"\d{1,6}|two|three|four|five|six|ten|twelve|twenty"
_AT_PRICE = re.compile(r"\b(\d{1,6})\s*(?=at\s*\W?\d)", re.IGNORECASE)
"""`3 at 6.50`."""
_TAKEN = re.compile(
    rf"\b((?:take|need|want|buy|order|get|after|for|all|remaining|other|last)\s+)({_NUMBER})"
    r"(?=\s*(?:[,.;!?]|$|at\b(?!\s+(?:[a-z]*[A-Z]|somebody\b))"
    r"|(?:and|of|then|if|please|from|off|only|now|today|more|right)\b))(?![.,]\d)",
    re.IGNORECASE,
)
"""`I'll take 3`, `the other 15`."""
_MORE = re.compile(rf"\b({_NUMBER})(?=\s+more\b)", re.IGNORECASE)
_HALF = re.compile(r"\bhalf (?:of )?(?:it|them|that|those|these|the (?:lot|order|quantity|pieces))\b", re.IGNORECASE)
_LONE = re.compile(
    r"(?<![\w.,$€£¥₹])(?<!\b(?:at|by|in|on|of|to) )(?<!\bthan )(\d{1,6})"
    r"(?=\s*(?:$|[;!?]|[.,](?!\d)|(?:it is|then|please)\b))",
    re.IGNORECASE,
)
"""A number that nothing says anything of: `deal, 11`, `fine, 15 it is`."""


def in_pieces(text: str, lot: Lot, currency: Currency) -> str:
    """The line with its bare counts as pieces."""
    text = _MORE.sub(r"\1 pieces", text)
    text = _AT_PRICE.sub(r"\1 pieces ", text)
    text = _TAKEN.sub(r"\1\2 pieces", text)
    if not lot.pieces % 2:
        text = _HALF.sub(f"{lot.pieces // 2} pieces", text)
    return _LONE.sub(lambda found: _counted(found, lot, currency), text)


def _counted(found: re.Match[str], lot: Lot, currency: Currency) -> str:
    """A lone number that is far below any price counts pieces."""
    count = int(found[1])
    is_count = count <= 20 * lot.pieces and 5 * count * currency.unit < lot.costs
    return f"{found[1]} pieces" if is_count else found[0]
