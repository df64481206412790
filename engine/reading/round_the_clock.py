"""A service at all hours, "24-7 support", which is no price of 24.7."""

from collections.abc import Sequence
from fractions import Fraction

from engine.reading.quantity import Quantity
from engine.reading.tokens import Kind, Token, word_at, words_of

_ALL_HOURS = Fraction(247, 10)
_SERVICES = frozenset(
    words_of(
        "support help helpdesk helpline hotline line phone chat care coverage cover service services servicing "
        "assistance assist roadside access availability available monitoring response security concierge team desk "
        "emergency live online customer client tech technical premium priority onsite remote global human expert "
        "backup breakdown recovery towing maintenance operation operations uptime"
    )
)
"""What is to be had at all hours."""
_AT_ALL_HOURS = _SERVICES | frozenset(
    words_of("open staffed reachable running runs run answer answers supported covered")
)


def is_round_the_clock(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number says that something is there at all hours: "24-7 support", "we're open 24-7"."""
    if quantity.value != _ALL_HOURS or not quantity.spoken or quantity.scaled:
        return False
    before = quantity.start - 1
    if before >= 0 and tokens[before].kind is Kind.SIGN:
        return False
    before -= word_at(tokens, before) == ","
    is_on_call = (word_at(tokens, before - 1), word_at(tokens, before)) == ("on", "call")
    return word_at(tokens, quantity.end) in _SERVICES or word_at(tokens, before) in _AT_ALL_HOURS or is_on_call
