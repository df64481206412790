"""How much a number means in money, given what would be plausible on the table."""

from fractions import Fraction
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.quantity import Number, Quantity, Sense
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Issue, IssueKind

_LOWEST_PERCENT = 15
_HIGHEST_PERCENT = 150
"""Where the issue sets no bounds, a price is plausible from 15 % to 150 % of what is known, and between offers."""
_SURELY_SHORT = 100
"""Below it a number that is no plausible price as it stands is taken to leave its thousands out."""
_LAKH, _OF_LAKHS = 100_000, "INR"
"""What a short number leaves out where rupees are counted in lakhs."""
_FEW = 100
_PLACES_OF_PART = 2
_LOWEST_SHORT = 40
_NEAR_ONE = 35
_NEAR_BOTH = 10
"""Percent by which a number that leaves its thousands out may lie beyond what is known of the price: the list price
and at most one live offer, or both offers."""


class Range(NamedTuple):
    """Plausible amounts in minor units, both ends in."""

    low: int
    high: int

    def holds(self, amount: int) -> bool:
        """Whether the amount is plausible."""
        return self.low <= amount <= self.high


class Amount(NamedTuple):
    """A number as money: minor units, whether that is plausible, and whether thousands were understood."""

    minor: int
    plausible: bool
    stretched: bool


def plausible_range(issue: Issue, context: ReadingContext) -> Range | None:
    """What the issue may plausibly come to, whatever lies on the table in any case; None where nothing is known."""
    if not issue.high:
        return _known_range(issue, context)
    if issue.kind is not IssueKind.PRICE:
        return Range(issue.low, issue.high)
    live = [amount for amount in (context.own_price, context.other_price) if amount]
    return Range(min(issue.low, *live), max(issue.high, *live)) if live else Range(issue.low, issue.high)


def _known_range(issue: Issue, context: ReadingContext) -> Range | None:
    anchors = [amount for amount in (context.list_price, context.own_price, context.other_price) if amount]
    if issue.kind is not IssueKind.PRICE or not anchors:
        return None
    known = anchors[:1] if context.list_price else anchors
    low, high = min(known) * _LOWEST_PERCENT // 100, max(known) * _HIGHEST_PERCENT // 100
    return Range(min(low, *anchors), max(high, *anchors))


@once_for_each
def amount_of(quantity: Quantity, issue: Issue, context: ReadingContext) -> Amount:
    """The first plausible sense of a number, as it stands or in thousands; the likelier one where neither is.

    What was just asked about is plausible when it is said again.
    """
    known = plausible_range(issue, context)
    if known is None:
        return Amount(minor_units(quantity.value, context), plausible=True, stretched=False)
    whole = minor_units(quantity.value, context)
    if known.holds(whole) or _was_asked_about(whole, context):
        return Amount(whole, plausible=True, stretched=False)
    cents = minor_units(Fraction(quantity.value, 100), context) if quantity.spoken and not quantity.scaled else 0
    if cents and quantity.value >= _SURELY_SHORT and known.holds(cents):
        return Amount(cents, plausible=True, stretched=False)
    hundreds = minor_units(quantity.value * 100, context) if _may_be_hundreds(quantity) else 0
    if hundreds and known.holds(hundreds):
        return Amount(hundreds, plausible=True, stretched=False)
    if not _may_be_thousands(quantity):
        return Amount(whole, plausible=False, stretched=False)
    stretched = minor_units(quantity.value * 1_000, context)
    near = _near(issue, known, context)
    short = minor_units(quantity.value * 100, context) if _may_leave_hundreds_out(quantity, issue) else 0
    if short and near.holds(short) and not near.holds(stretched):
        return Amount(short, plausible=True, stretched=True)
    bounds = _not_tiny(issue, known, context) if quantity.decimals else near
    if bounds.holds(stretched) or _was_asked_about(stretched, context):
        return Amount(stretched, plausible=True, stretched=True)
    lakhs = _LAKH * whole if context.currency.code == _OF_LAKHS and quantity.value < _SURELY_SHORT else 0
    if lakhs and known.holds(lakhs):
        return Amount(lakhs, plausible=True, stretched=True)
    millions = 1_000 * stretched if quantity.decimals else 0
    if millions and known.holds(millions):
        return Amount(millions, plausible=True, stretched=True)
    if quantity.value < _SURELY_SHORT:
        return Amount(stretched, plausible=False, stretched=True)
    return Amount(whole, plausible=False, stretched=False)


def may_be_price(quantity: Quantity, context: ReadingContext) -> bool:
    """Whether the number is a plausible price."""
    return amount_of(quantity, context.price, context).plausible


def is_price(quantity: Quantity, context: ReadingContext) -> bool:
    """Whether the number is a plausible price and stands for a sum or a rate."""
    return quantity.sense in (Sense.AMOUNT, Sense.RATE) and may_be_price(quantity, context)


def _was_asked_about(amount: int, context: ReadingContext) -> bool:
    return context.doubted is not None and amount == context.doubted.amount


def _may_be_hundreds(quantity: Quantity) -> bool:
    """Whether a part of one is said after a small number: "three and a quarter" may be 325."""
    return quantity.spoken and quantity.decimals == _PLACES_OF_PART and not quantity.scaled and quantity.value < _FEW


def _may_leave_hundreds_out(quantity: Quantity, issue: Issue) -> bool:
    """Whether it is a number below a hundred that no sign marks: "gimme 7", "eighty-four", "best I can do is 21"."""
    if issue.kind is not IssueKind.PRICE or quantity.decimals or quantity.scaled or quantity.explicit:
        return False
    return 1 < quantity.value < _SURELY_SHORT


def _may_be_thousands(quantity: Quantity) -> bool:
    return quantity.value < 1_000 and (not quantity.scaled or quantity.value >= _SURELY_SHORT)


def _not_tiny(issue: Issue, known: Range, context: ReadingContext) -> Range:
    """Where a price with decimals that leaves its thousands out may lie: a rate such as 4.9 is none among 29s."""
    live = [amount for amount in (context.own_price, context.other_price) if amount]
    if issue.kind is not IssueKind.PRICE or not live:
        return known
    return Range(max(known.low, min(live) * _LOWEST_SHORT // 100), known.high)


def _near(issue: Issue, known: Range, context: ReadingContext) -> Range:
    """Where a price that leaves its thousands out may lie: near the list price and the live offers."""
    anchors = [amount for amount in (context.list_price, context.own_price, context.other_price) if amount]
    if issue.kind is not IssueKind.PRICE or not anchors:
        return known
    both = bool(context.own_price and context.other_price)
    reach = _NEAR_BOTH if both else _NEAR_ONE
    low, high = min(anchors) * (100 - reach) // 100, max(anchors) * (100 + reach) // 100
    return Range(max(known.low, low), min(max(known.high, *anchors), high))


def minor_units(value: Number, context: ReadingContext) -> int:
    """A value in major units as minor units, what is smaller cut off."""
    return value.numerator * context.currency.unit // value.denominator


def is_between(amount: int, context: ReadingContext) -> bool:
    """Whether an amount lies between both live prices, where most prices of a talk are."""
    own, other = context.own_price, context.other_price
    return bool(own and other) and min(own, other) <= amount <= max(own, other)


def middle(context: ReadingContext) -> int:
    """Half-way between both sides' prices in minor units; 0 if one is missing. The list price stands in for a seller's.

    Where it is not known who sells, it stands in for either.
    """
    one = context.own_price or (context.list_price if context.price_slope >= 0 else 0)
    other = context.other_price or (context.list_price if context.price_slope <= 0 else 0)
    return (one + other) // 2 if one and other and one != other else 0
