"""Numbers that name a thing or a moment and count nothing: "size 10", "stock no. 34120", "3:30"."""

from collections.abc import Sequence

from engine.reading.clauses import LISTED_UNDER
from engine.reading.numbers import Quantity
from engine.reading.tokens import Kind, Token, words_of

_NAMED = frozenset(
    words_of(
        "unit apartment apt suite room route highway hwy version model series iphone galaxy pixel number size "
        "sizes zip gate exit chapter page level grade class type channel ios android windows "
        "ticket buzzer ext extension badge pin code "
        "bay flight locker"
    )
) | {"#"}
_ARTICLES = frozenset({"a", "an"})
_CHANGES = frozenset(words_of("off discount drop reduction increase raise bump cut deposit deal offer"))
_ROADS = frozenset(words_of("street st ave avenue road rd lane ln blvd boulevard ct pkwy"))
_FEW = 100


def is_identifier(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number, which no sign marks as money, is part of a name, an address or a time."""
    lead = [token.word for token in tokens[max(0, quantity.start - 3) : quantity.start]]
    before = lead[-1] if lead else ""
    if before in _NAMED or (before == "is" and lead[-2:-1] in (["zip"], ["size"])) or _is_listed(lead):
        return True
    if before == ":" and len(lead) > 1 and lead[-2].isdecimal():
        return True
    return _is_one_of_a_kind(tokens, quantity, lead) or _is_house(tokens, quantity)


def _is_listed(lead: list[str]) -> bool:
    """Whether the words before a number say that something goes by it: "stock no. 34120", "item no 12"."""
    words = lead[:-1] if lead[-1:] == ["."] else lead
    return words[-1:] == ["no"] and words[-2:-1] != [] and words[-2] in LISTED_UNDER


def _is_one_of_a_kind(tokens: Sequence[Token], quantity: Quantity, lead: list[str]) -> bool:
    """Whether an article makes a thing of the number: "I wear a 10", "a 10 or 10.5", but not "a 20 discount"."""
    plain = not (quantity.scaled or quantity.grouped or quantity.spoken) and quantity.value < _FEW
    if not plain or (tokens[quantity.end : quantity.end + 1] and tokens[quantity.end].word in _CHANGES):
        return False
    named = _ARTICLES | _NAMED
    return lead[-1:] != [] and (
        lead[-1] in _ARTICLES or (len(lead) == 3 and lead[-1] == "or" and lead[1].isdecimal() and lead[0] in named)
    )


def _is_house(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a street follows: "1420 Maple Street"."""
    if quantity.grouped or quantity.scaled or quantity.decimals:
        return False
    for at in range(quantity.end, min(quantity.end + 3, len(tokens))):
        if tokens[at].kind not in (Kind.WORD, Kind.NUMBER):
            return False
        if tokens[at].word in _ROADS:
            return at > quantity.end
    return False
