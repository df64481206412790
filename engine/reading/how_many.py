"""Bare numbers that say how many pieces a price is for: "76,000 for 195", "is it 180? 150?" after "fill 210"."""

from engine.reading.context import ReadingContext
from engine.reading.counted import is_counted
from engine.reading.line import Line
from engine.reading.measure_senses import MeasureSense
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.money import is_price, may_be_price
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of
from engine.scenario.scenario import Issue, IssueKind

_FOR = frozenset({"for", "with"})
_ALL = frozenset({"all", "the", "those", "your", "just", "only"})
_AT = frozenset({"at", "for", "is", "comes", "costs"})
_FILLING = frozenset(words_of("fill fills filled filling logins log logged staff headcount heads fewer"))
"""Words by which a line speaks of how many there are, with no number's unit."""
_SHORT = 6
_REACH = 3


def so_many(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> list[MeasureSense]:
    """The number as a count of what the price is for; empty where it is none."""
    issue = pieces_of(context)
    if issue is None:
        return []
    if is_counted(line, number, setting, issue, context):
        return [MeasureSense(issue, issue.measures[0], int(number.value), number.end, is_marked=True)]
    if not _is_bare(line, number, context):
        return []
    if not issue.low <= number.value * issue.scale <= issue.high:
        return []
    if _is_priced_for(line, number, setting, context) or _is_counted(line, number, setting, context):
        return [MeasureSense(issue, issue.measures[0], int(number.value), number.end, is_marked=True)]
    return []


def pieces_of(context: ReadingContext) -> Issue | None:
    """The count that prices are said for each of."""
    per = next((one.per for one in context.price.measures if one.per), None)
    issue = context.issue(per) if per else None
    return issue if issue is not None and issue.kind is IssueKind.COUNT and issue.measures else None


def _is_bare(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the number is whole, no price as it stands, and stands before no thing of its own."""
    is_amount = number.sense is Sense.AMOUNT or line.words(number.start - 1, number.start) == ("all",)
    if number.explicit or number.scaled or number.decimals or not is_amount:
        return False
    if any(names_thing(word) for word in line.words(number.end, number.end + 1)):
        return False
    return not may_be_price(number, context)


def _is_priced_for(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether a price and a "for" tie it to a sum: "76,000 for 195", "for all 195 it's 76,000", "195 at 76,000"."""
    sums = [one for one in line.numbers if is_price(one, context) and setting.sentence.start <= one.start]
    sums = [one for one in sums if one.start < setting.sentence.end]
    if not sums:
        return False
    at = number.start - 1
    while at >= setting.sentence.start and line.spelled[at] in _ALL:
        at -= 1
    if at >= setting.sentence.start and line.spelled[at] in _FOR:
        return at == setting.clause.start or any(0 <= at - one.end <= _REACH for one in sums)
    follows = any(one.start - one.explicit == number.end + 1 for one in sums)
    return follows and line.words(number.end, number.end + 1)[0] in _AT and number.start == setting.clause.start


def _is_counted(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the line speaks of how many there are to be, in this clause or in the short ones before it."""
    if setting.is_asked() and _answers_count(context):
        return True
    if _FILLING.isdisjoint(line.said):
        return False
    first = max(0, setting.clause.start - _SHORT * _REACH)
    begun = line.words(first, number.start)
    is_short = setting.clause.end - setting.clause.start <= _SHORT
    return not _FILLING.isdisjoint(line.words(setting.clause.start, setting.clause.end)) or (
        is_short and not _FILLING.isdisjoint(begun)
    )


def _answers_count(context: ReadingContext) -> bool:
    """Whether the other side just spoke of as many as the live offer names: "we would not fill 210 seats"."""
    issue = pieces_of(context)
    live = context.own_offer.amount(issue.id) if issue is not None and context.own_offer else 0
    heard = context.other_words.rpartition("\n")[2]
    return issue is not None and live > 0 and any(f"{live} {name}" in heard for name in issue.words)
