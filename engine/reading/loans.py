"""A loan in shorthand: "5.4 for 60, that's 548" names a rate, the months to pay and a payment a month."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.reading.beside import percent_end
from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.measure_senses import MeasureSense, rounded
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.money import may_be_price
from engine.reading.quantity import Quantity, Sense
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Issue, IssueKind, Measure

_OVER = (("for",), ("over",), ("x",), ("on",), ("/",), ("at",), ("@",))
"""What stands between a rate and the months that it holds for."""
_AT = (("at",), ("@",))
_MONTHS = (("months",), ("month",), ("mo",), ("mos",), ("payments",))
_COMING_TO = (("is",), ("to",), ("at",), ("about",), ("around",), ("roughly",), ("=",), ("~",), ("under",), ("you",))
"""What leads in a payment."""
_GOING_ON = (
    ("a",), ("per",), ("each",), ("/",), ("for",), ("on",), ("off",), ("down",), ("less",), ("more",), ("out",), ("%",),
)  # fmt: skip
"""What after a sum says that it is something else, or says itself what it is."""
_WAYS = (("to",), ("from",), ("the",), ("by",))
"""What follows a "down" that is no payment."""
_HALF_YEAR = 6
_THOUSAND, _SURELY_SHORT = 1_000, 50
_HIGHEST_RATE = 25


class Part(NamedTuple):
    """One part of a loan: the issue, and the measure that it is said in."""

    issue: Issue
    measure: Measure

    def sense(self, number: Quantity, end: int) -> MeasureSense:
        """The number as so much of this part, its words ending at a token."""
        return MeasureSense(self.issue, self.measure, rounded(number.value * self.measure.times), end, is_marked=True)


class Loan(NamedTuple):
    """What loans are made of at this table."""

    rate: Part
    months: Part
    payment: Part
    down: Part


@once_for_each
def loan_of(issues: tuple[Issue, ...]) -> Loan | None:
    """The parts of a loan among the issues; None where loans are not talked of."""
    rate, months, payment, down = (_part(issues, word) for word in ("%", "months", "a month", "down"))
    return Loan(rate, months, payment, down) if rate and months and payment and down else None


def _part(issues: Sequence[Issue], word: str) -> Part | None:
    counted = (issue for issue in issues if issue.kind is IssueKind.COUNT and issue.named_only)
    return next((Part(issue, one) for issue in counted for one in issue.measures if word in one.words), None)


def loan_senses(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> list[MeasureSense]:
    """What the number is of a loan told in shorthand; empty where it is none of it."""
    loan = None if number.scaled or number.grouped else loan_of(context.issues)
    if loan is None:
        return []
    for rate, months in _rates_and_months(line, loan, context):
        if number is rate:
            return [loan.rate.sense(number, _rate_end(line, number))]
        if number is months:
            return [loan.months.sense(number, number.end + _says_months(line, number))]
    if _is_lone_rate(line, number, loan, context):
        return [loan.rate.sense(number, number.end)]
    if _is_short_down(line, number, loan):
        return [loan.down.sense(number._replace(value=number.value * _THOUSAND), number.end + 1)]
    return [loan.payment.sense(number, number.end)] if _is_payment(line, number, setting, loan, context) else []


@once_for_each
def _rates_and_months(line: Line, loan: Loan, context: ReadingContext) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each rate and the months that it is tied to: "4.4 over 48", "60 at 5.4"."""
    return tuple(_tied(line, loan, context))


def _tied(line: Line, loan: Loan, context: ReadingContext) -> Iterator[tuple[Quantity, Quantity]]:
    for first, second in pairwise(line.numbers):
        if _is_rate(line, first, context) and _is_lone_term(line, second, loan):
            rate, months, is_tied = first, second, _are_tied(line, first, second)
        elif _is_lone_term(line, first, loan) and _is_rate(line, second, context):
            rate, months, is_tied = second, first, line.words(first.end, second.start) in _AT
        else:
            continue
        if is_tied:
            yield rate, months


def _are_tied(line: Line, rate: Quantity, months: Quantity) -> bool:
    between = line.words(_rate_end(line, rate), months.start)
    return between in _OVER or (between == (",",) and _says_months(line, months))


@once_for_each
def _rates(line: Line, context: ReadingContext) -> list[Quantity]:
    return [number for number in line.numbers if _is_rate(line, number, context)]


def _is_rate(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the number may be a rate: a small one with a sign or decimals, and too small for a price."""
    if number.explicit or number.value > _HIGHEST_RATE:
        return False
    is_marked = number.decimals > 0 or _rate_end(line, number) > number.end
    return is_marked and not may_be_price(number, context)


def _is_lone_rate(line: Line, number: Quantity, loan: Loan, context: ReadingContext) -> bool:
    """Whether the number is the only rate of a line that names the months: "4.9 at the bank, 566 for 66 months"."""
    is_apart = any(names_thing(word) for word in line.words(number.end, number.end + 1))
    return not is_apart and _rates(line, context) == [number] and _tells_of_loan(line, loan, context)


def _rate_end(line: Line, number: Quantity) -> int:
    return percent_end(line, number) or number.end


def _is_lone_term(line: Line, number: Quantity, loan: Loan) -> bool:
    """Whether the number may be how many months a loan runs, with no other thing after it."""
    is_apart = any(names_thing(word) for word in line.words(number.end, number.end + 1))
    return is_term(number, loan) and not (is_apart and not _says_months(line, number))


def is_term(number: Quantity, loan: Loan) -> bool:
    """Whether the number may be how many months a loan runs: half years."""
    months = loan.months.issue
    is_round = not (number.decimals or number.explicit) and number.value % _HALF_YEAR == 0
    return is_round and months.low <= number.value <= months.high


def _says_months(line: Line, number: Quantity) -> bool:
    return line.words(number.end, number.end + 1) in _MONTHS


def _is_short_down(line: Line, number: Quantity, loan: Loan) -> bool:
    """Whether the number is cash down that leaves its thousands out: "4 down"."""
    after = (line.words(number.end, number.end + 1), line.words(number.end + 1, number.end + 2))
    is_down = after[0] == ("down",) and after[1] not in _WAYS
    return is_down and 0 < number.value < _SURELY_SHORT and loan.down.issue.high > _THOUSAND * loan.down.issue.scale


def _is_payment(line: Line, number: Quantity, setting: Setting, loan: Loan, context: ReadingContext) -> bool:
    """Whether the number is what the loan of the line comes to a month: "it's 548", "599 for 66 months"."""
    payment = loan.payment.issue
    if not payment.low <= number.value * payment.scale <= payment.high or may_be_price(number, context):
        return False
    if number.sense is Sense.PER_MONTH:
        return line.words(number.end, number.end + 1) == ("for",)
    lead, after = (
        line.words(number.start - 1 - number.explicit, number.start)[:1],
        line.words(number.end, number.end + 1),
    )
    is_led = number.start - number.explicit == setting.clause.start or lead in _COMING_TO
    is_apart = after in _GOING_ON or any(names_thing(word) for word in after)
    return number.sense is Sense.AMOUNT and is_led and not is_apart and _tells_of_loan(line, loan, context)


def _tells_of_loan(line: Line, loan: Loan, context: ReadingContext) -> bool:
    is_told = any(_says_months(line, number) for number in line.numbers)
    return is_told or bool(_rates_and_months(line, loan, context))
