"""Numbers that name a thing or a moment and count nothing: "size 10", "stock no. 34120", "3:30"."""

from collections.abc import Sequence

from engine.reading.clauses import LISTED_UNDER
from engine.reading.quantity import Quantity
from engine.reading.tokens import Kind, Token, words_of

_NAMED = frozenset(
    words_of(
        "unit apartment apt suite room route highway hwy version model series iphone galaxy pixel number size "
        "sizes zip gate exit chapter page level grade class type channel ios android windows "
        "ticket buzzer ext extension badge pin code "
        "soc iso tier section article phase row "
        "ends stall booth aisle section plot berth platform issue volume vol bay flight locker rtx gtx rx ryzen xbox "
        "ps thinkpad gopro canon nikon eu uk bus rated"
    )
) | {"#"}
_ARTICLES = frozenset({"a", "an"})
_CHANGES = frozenset(words_of("off discount drop reduction increase raise bump cut deposit deal offer"))
_ROADS = frozenset(words_of("street st ave avenue road rd lane ln blvd boulevard ct pkwy"))
_IN_NO_STREET = frozenset(words_of("a the this that each every per for on"))
_FEW = 100
_LETTERS = frozenset("akmeiunwrxyb")
"""Single letters that stand for a word, a size of money or an article."""
_MONEY_BEFORE = frozenset(words_of("us usd eur gbp rs inr cad aud chf a c for at to is only about"))
_SUMS = frozenset(words_of("retainer bonus fee credit voucher rebate holdback advance fine bill refund gift coupon"))
"""What an article and a number make no price of: "a 500 retainer"."""
_SIZES = frozenset({32, 64, 128, 256, 512, 1024})
_DEVICES = frozenset(words_of("iphone ipad macbook galaxy pixel samsung ssd storage pro air"))
_NEAR, _SOON = 5, 2
_LONGEST_SIZE = 4
_LONGEST_LETTERS = 3
_SAID_SHORT = frozenset(
    words_of("mid sub low to or and for at k ok yes no so me you him her us is was now do go pay ask say but max min")
)
"""Short words that a dash may tie to an amount: "mid-30s", "ok-300"."""


def is_identifier(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number, which no sign marks as money, is part of a name, an address or a time."""
    lead = [token.word for token in tokens[max(0, quantity.start - 3) : quantity.start]]
    before = lead[-1] if lead else ""
    if _is_glued(tokens, quantity) or _is_storage(tokens, quantity):
        return True
    if (
        before in _NAMED
        or (len(before) == 1 and before.isalpha() and before not in _LETTERS)
        or (before == "is" and lead[-2:-1] in (["zip"], ["size"], ["footage"], ["mileage"], ["weight"]))
        or _is_listed(lead)
    ):
        return True
    if before == ":" and len(lead) > 1 and lead[-2].isdecimal() and _is_next_to(tokens, quantity):
        return True
    return _is_one_of_a_kind(tokens, quantity, lead) or _is_house(tokens, quantity)


def _is_next_to(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether there is no room before the number: "3:30", not "1: 76,000"."""
    return tokens[quantity.start - 1].end == tokens[quantity.start].start


def _is_glued(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether letters with no room between are part of the number's name: "Z350", "350D", "P-125"."""
    before = tokens[quantity.start - 1] if quantity.start else None
    if before and before.word == "-" and before.end == tokens[quantity.start].start and quantity.start > 1:
        lead = tokens[quantity.start - 2]
        return lead.kind is Kind.WORD and lead.end == before.start and _is_letters(lead.word)
    if before and before.kind is Kind.WORD and before.end == tokens[quantity.start].start:
        return before.word not in _MONEY_BEFORE
    last, after = tokens[quantity.end - 1], tokens[quantity.end] if quantity.end < len(tokens) else None
    is_glued = after is not None and after.kind is Kind.WORD and after.start == last.end and last.kind is Kind.NUMBER
    return after is not None and is_glued and len(after.word) == 1 and after.word not in _LETTERS


def _is_letters(word: str) -> bool:
    """Whether a model may go by these letters."""
    return len(word) <= _LONGEST_LETTERS and word not in _SAID_SHORT


def _is_storage(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number is how much a device holds: "iphone 13 pro max 256"."""
    if quantity.value not in _SIZES:
        return False
    near = (*tokens[max(0, quantity.start - _NEAR) : quantity.start], *tokens[quantity.end : quantity.end + _SOON])
    return any(token.word in _DEVICES or _is_other_size(token.word, quantity) for token in near)


def _is_other_size(word: str, quantity: Quantity) -> bool:
    """Whether another size in which devices come is named: "128 not 256"."""
    return word.isdecimal() and len(word) <= _LONGEST_SIZE and int(word) in _SIZES and int(word) != quantity.value


def _is_listed(lead: list[str]) -> bool:
    """Whether the words before a number say that something goes by it: "stock no. 34120", "item no 12"."""
    words = lead[:-1] if lead[-1:] == ["."] else lead
    return words[-1:] == ["no"] and words[-2:-1] != [] and words[-2] in LISTED_UNDER


def _is_one_of_a_kind(tokens: Sequence[Token], quantity: Quantity, lead: list[str]) -> bool:
    """Whether an article makes a thing of the number: "I wear a 10", "a 10 or 10.5", but not "a 20 discount"."""
    plain = not (quantity.scaled or quantity.spoken)
    after = tokens[quantity.end].word if quantity.end < len(tokens) else ""
    if plain and lead[-1:] != [] and lead[-1] in _ARTICLES and after in _SUMS:
        return True
    if (
        not plain
        or quantity.grouped
        or quantity.value >= _FEW
        or (tokens[quantity.end : quantity.end + 1] and tokens[quantity.end].word in _CHANGES)
    ):
        return False
    named = _ARTICLES | _NAMED
    return lead[-1:] != [] and (
        lead[-1] in _ARTICLES or (len(lead) == 3 and lead[-1] == "or" and lead[1].isdecimal() and lead[0] in named)
    )


def _is_house(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a street follows: "1420 Maple Street", not "1,450 for the lane"."""
    if quantity.grouped or quantity.scaled or quantity.decimals:
        return False
    for at in range(quantity.end, min(quantity.end + 3, len(tokens))):
        if tokens[at].kind not in (Kind.WORD, Kind.NUMBER) or tokens[at].word in _IN_NO_STREET:
            return False
        if tokens[at].word in _ROADS:
            return at > quantity.end
    return False
