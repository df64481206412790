"""What is left to pay once a trade-in is taken off the price: "28,000, your car at 5,000, that is 23,000 to pay"."""

from collections.abc import Iterator
from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of
from engine.scenario.scenario import IssueKind

_LEFT_BEFORE = frozenset(
    words_of(
        "leaves leaving leave left pay owe balance difference net remaining remains cheque check rest makes comes "
        "equals"
    )
)
_LEFT_AFTER = frozenset(words_of("difference net left remaining balance cash"))
_ON_TOP = (("on", "top"), ("out", "of"), ("from", "you"), ("is", "what"))
_SUMMED = (("that", "is"), ("it", "is"), ("which", "is"), ("which", "makes"), ("that", "makes"), ("makes", "it"))
_NET_WORDS = _LEFT_BEFORE | _LEFT_AFTER | {"pay", "is", "makes", "it", "=", "top", "pocket"}
"""Words without one of which no number is what remains."""
_EQUALS, _TAKEN_OFF = (("is",), ("=",), ("makes",)), frozenset({"minus", "less", "-"})
_TRADE = frozenset({"yours", "trade"})
_REACH = 4
_ROUNDED = 200
"""What is left is taken for a difference where it is off by no more than a two hundredth of the price."""


def is_net(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number is only the difference of a price and a trade-in that stand beside it or on the table."""
    if _NET_WORDS.isdisjoint(line.said):
        return False
    is_left = _is_left(line, number)
    if not (is_left or _is_summed(line, number, setting)) or not _speaks_of_trade(line, context):
        return False
    return _is_difference(line, number, context, is_left=is_left) or (is_left and len(_others(line, number)) > 1)


def _is_summed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether words soon before the number name a result, "that is 23,000", or it is worked out: "28 - 5 = 23"."""
    lead = line.words(max(setting.sentence.start, number.start - _REACH), number.start)
    is_worked_out = lead[-1:] in _EQUALS and not _TAKEN_OFF.isdisjoint(line.words(setting.sentence.start, number.start))
    return is_worked_out or any(pair in _SUMMED for pair in pairwise(lead))


def _is_left(line: Line, number: Quantity) -> bool:
    """Whether words right beside the number say that it is what remains: "leaves 31,000", "31,000 to pay"."""
    after = line.words(number.end, number.end + _REACH)
    lead = line.words(max(0, number.start - _REACH), number.start)
    is_to_pay = ("to", "pay") in (after[:2], after[1:3])
    is_to_pay = is_to_pay or after[:2] in _ON_TOP
    return is_to_pay or not _LEFT_AFTER.isdisjoint(after[:1]) or not _LEFT_BEFORE.isdisjoint(lead)


def _others(line: Line, number: Quantity) -> list[Quantity]:
    return [one for one in line.numbers if one.start < number.start and one.sense is Sense.AMOUNT]


def _is_difference(line: Line, number: Quantity, context: ReadingContext, *, is_left: bool) -> bool:
    """Whether the number is what one of the other amounts leaves of another, those of the live offers among them.

    What is said to be left may be rounded: 16,000 of 25,490 less 9,450.
    """
    amount = amount_of(number, context.price, context).minor
    amounts = {amount_of(one, context.price, context).minor for one in line.numbers if one is not number}
    amounts.update(_live(context))
    if amount <= 0:
        return False
    near = max(amounts, default=0) // _ROUNDED if is_left else 0
    return any(abs(less + amount - whole) <= near for less in amounts for whole in amounts if whole > less > near)


def _live(context: ReadingContext) -> Iterator[int]:
    for offer in (context.own_offer, context.other_offer):
        for issue in context.issues if offer else ():
            if offer and issue.kind in (IssueKind.PRICE, IssueKind.MONEY) and offer.names(issue.id):
                yield offer.amount(issue.id)


def _speaks_of_trade(line: Line, context: ReadingContext) -> bool:
    traded = {issue.id for issue in context.sums}
    on_the_table = any(context.own_offer.names(issue) for issue in traded) if context.own_offer else False
    is_named = any(hit.label in traded for hit in line.issues) or any(one.has(Cue.TRADED) for one in line.settings)
    return on_the_table or is_named or not _TRADE.isdisjoint(line.said) or _names_their_car(line)


def _names_their_car(line: Line) -> bool:
    return {"your", "car"} <= line.said and ("your", "car") in pairwise(line.spelled)
