"""Bare numbers while a loan is on the table: "I am at 422" after "494 a month", "then 72" after "60 months"."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.loans import Loan, is_term, loan_of
from engine.reading.measure_senses import MeasureSense
from engine.reading.mentions import names_thing
from engine.reading.money import may_be_price
from engine.reading.quantity import Quantity, Sense

_LONGER = frozenset({"more", "longer", "extra", "additional", "further"})
_BEFORE_LONGER = frozenset({"another", "extra", "additional"})
_MONTHS = frozenset({"month", "months", "mo", "mos"})
_NOT_SO_MUCH = frozenset({"off", "less", "down", "more", "%", "percent", "/", "cheaper", "lower", "out", "x"})
_GOING_ON = frozenset({"instead", "rather", "help", "work", "fit", "suit", "do"})
"""What may follow a number and is no thing that it counts."""
_OWN = frozenset({"i", "we", "me", "us"})
_REACH = 4
_NEAR = 2
"""A payment lies between the half and the double of the one on the table."""


def talked_of_loan(line: Line, number: Quantity, context: ReadingContext) -> list[MeasureSense]:
    """What the number is of the loan that was talked of before the line; empty where it is none of it."""
    loan = None if number.scaled or number.grouped or number.decimals else loan_of(context.issues)
    sense = _goes_on(line, number, loan, context) if loan is not None else None
    return [sense] if sense is not None else []


def is_called_theirs(line: Line, number: Quantity) -> bool:
    """Whether the number is named as the other side's: "your 430", "your limit of 430"."""
    lead = line.words(max(0, number.start - _REACH), number.start)
    return "your" in lead and _OWN.isdisjoint(lead[lead.index("your") :])


def _goes_on(line: Line, number: Quantity, loan: Loan, context: ReadingContext) -> MeasureSense | None:
    months = context.own_offer.amount(loan.months.issue.id) if context.own_offer else 0
    if months and (longer := _longer(line, number, loan, months)):
        return longer
    if number.sense not in (Sense.AMOUNT, Sense.OTHER) or may_be_price(number, context):
        return None
    says_months = not _MONTHS.isdisjoint(line.words(number.end, number.end + 1))
    end = number.end + says_months
    after = line.words(end, end + 1)
    if not _NOT_SO_MUCH.isdisjoint(after) or any(names_thing(word) and word not in _GOING_ON for word in after):
        return None
    if months and is_term(number, loan):
        return loan.months.sense(number, end)
    if says_months:
        return None
    if _may_be_payment(number, loan, context):
        return loan.payment.sense(number, number.end)
    return None


def _longer(line: Line, number: Quantity, loan: Loan, months: int) -> MeasureSense | None:
    """The months that a loan runs where it is to run so many longer: "12 months more", "another 12 months"."""
    before = line.words(number.start - 1, number.start)
    after = line.words(number.end, number.end + 2)
    is_longer = not _BEFORE_LONGER.isdisjoint(before) or not _LONGER.isdisjoint(after)
    if not is_longer or _MONTHS.isdisjoint(after):
        return None
    sense = loan.months.sense(number._replace(value=months + number.value), number.end + len(after))
    return sense if sense.is_plausible else None


def _may_be_payment(number: Quantity, loan: Loan, context: ReadingContext) -> bool:
    """Whether a payment is talked of, and the number is like it."""
    issue = loan.payment.issue
    if not issue.low <= number.value * issue.scale <= issue.high:
        return False
    if f"{int(number.value):,} a month" in context.other_words:
        return True
    live = context.own_offer.amount(issue.id) if context.own_offer else 0
    return live > 0 and live // _NEAR <= number.value * issue.scale <= live * _NEAR
