"""What a number comes to in a measure: so many months, so much a seat, so much over last year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from engine.reading.beside import end_of, ending_with, percent_end, stands_before, starting_with
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import change_direction
from engine.reading.line import Line
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.money import amount_of, may_be_price
from engine.reading.phrases import Hit, Phrasebook, within
from engine.reading.quantity import Number, Quantity, Sense
from engine.reading.shared_units import REPLACING
from engine.reading.tokens import Kind
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Issue, IssueKind, Measure
from engine.values import value

_REACH = 4
"""Tokens within which a word such as "do" puts a number forward."""
FEW_WORDS = 5
FAR = 60
_MOST_PERCENT = 25
"""A bare number up to it rather is a percentage than a price."""
PUT_FORWARD = (
    Cue.COMMIT, Cue.ASK, Cue.SUPPOSE, Cue.HEDGE, Cue.GIVE, Cue.NOT, Cue.TOO, Cue.BOUND, Cue.LIMIT, Cue.OFF,
)  # fmt: skip
_LEADS = frozenset({"the", "and", "or", "for", "at", "on", "a", "with", "but"})
_MORE = frozenset({"more", "extra", "additional", "another", "new", "add", "adding", "added"})
_FEWER = frozenset(
    {
        "fewer",
        "less",
        "drop",
        "dropped",
        "dropping",
        "cutting",
        "remove",
        "removed",
        "unused",
        "cut",
        "off",
        "out",
        "minus",
        "lose",
    }
)
_TAKING, _AWAY = frozenset({"take", "taking", "took", "get", "leave"}), frozenset({"off", "out", "away"})
"""What takes so many away from both sides: "take 5 seats off"."""
_CURRENCY_WORDS = frozenset({"dollars", "bucks", "usd"})
_TYING = (("at",), ("of",), ("to",), ("is",), ("@",))
_OF_KNOWN = (("the",), ("those",), ("these",), ("other",), ("all",))
"""What stands before so many of something that was spoken of."""
_EACH = (("at",), ("@",))


@value
class MeasureSense:
    """A number in one of the measures: the issue it speaks to, how much, and the token after it all."""

    issue: Issue
    measure: Measure
    amount: int
    end: int
    is_marked: bool = False
    """Whether a word with the number leaves no doubt: "net 60", "a 5 % uplift"."""

    @property
    def is_plausible(self) -> bool:
        return self.issue.low <= self.amount <= self.issue.high


def senses_of(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Sequence[MeasureSense]:
    """What the number may come to, the likeliest first."""
    by_words = _may_word_one(line, context)
    if rate_end := percent_end(line, number) or (by_words and _rate_end(line, number, context)):
        return _percentages(line, number, rate_end, setting, context)
    issues = context.issues if by_words else ()
    found = [sense for issue in issues for sense in _in_words(line, issue, context).get(number.start, ())]
    if found:
        return sorted(found, key=lambda sense: -sense.end)
    alone = _of_money if is_money(line, number) else _of_bare
    found = list(alone(line, number, setting, context))
    return found if found and not change_direction(line, number, setting, context) else []


def _of_money(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[MeasureSense]:
    """What a sum with no unit beside it may come to."""
    yield from _at_each(line, number, context)
    yield from _as_before(line, number, context)
    yield from _named_nearby(line, number, setting, context)


def _of_bare(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[MeasureSense]:
    """What a number that is nothing but a number may come to."""
    yield from _led_by_name(line, number, setting, context)
    yield from _at_each(line, number, context)
    yield from _unit_left_out(line, number, setting, context)
    yield from _replacing(line, number, context)
    yield from _put_right(line, number, context)
    yield from _as_before(line, number, context)
    yield from _bare_count(line, number, context)


def _may_word_one(line: Line, context: ReadingContext) -> bool:
    """Whether the line has a word without which no measure is put in words."""
    return not context.vocabulary.measure_words.isdisjoint(line.said)


@once_for_each
def _in_words(line: Line, issue: Issue, context: ReadingContext) -> dict[int, tuple[MeasureSense, ...]]:
    """The measures of the issue that numbers of the line are put in, by the token at which the number begins."""
    found = ((number.start, tuple(_worded(line, number, issue, context))) for number in line.numbers)
    return {start: senses for start, senses in found if senses}


def _worded(line: Line, number: Quantity, issue: Issue, context: ReadingContext) -> Iterator[MeasureSense]:
    """The measures whose words stand right after the number, or right before it."""
    for measure in issue.measures:
        if _is_percentage(issue, measure):
            continue
        way = _way(line, number) if measure.over else 0
        end = end_of(line, _after_number(line, number, way), starting_with(measure.words))
        marked = stands_before(line, number.start, ending_with(measure.before))
        if end or marked:
            sense = _sense(line, issue, measure, number, end or number.end, context)
            amount = measure.over + way * sense.amount if way else sense.amount
            yield replace(sense, amount=amount, is_marked=marked)


def _way(line: Line, number: Quantity) -> int:
    """1 for so many more, -1 for so many fewer, 0 for a number that stands for itself."""
    if line.words(number.start - 1, number.start) == ("to",):
        return 0
    lead, after = line.words(max(0, number.start - 2), number.start), line.words(number.end, number.end + 2)
    if _TAKING.intersection(lead) and _AWAY.intersection(after[1:]):
        return -1
    near = {*lead, *after[:1]}
    return 1 if near & _MORE else -1 if near & _FEWER else 0


def _percentages(
    line: Line, number: Quantity, end: int, setting: Setting, context: ReadingContext
) -> list[MeasureSense]:
    """The issue that a percentage speaks to: the one named nearest, the one last talked of, else the price."""
    if change_direction(line, number, setting, context) or line.words(end, end + 1) == ("of",):
        return []
    found = []
    percentages = [(issue, one) for issue in context.issues for one in issue.measures if _is_percentage(issue, one)]
    for issue in context.issues:
        for measure in issue.measures:
            if (issue, measure) in percentages:
                near = _nearness(line, number, setting, issue, measure)
                is_price, last = issue.kind is IssueKind.PRICE, context.last_issue == issue.id
                sense = _sense(line, issue, measure, number, end, context)
                understood = (
                    (last or is_price or len(percentages) == 1)
                    and sense.is_plausible
                    and _is_bare(line, number, setting, end)
                )
                rank = near if near < FAR else FAR + 1 - last
                if near < FAR or understood:
                    found.append((rank, is_price, replace(sense, is_marked=near < FAR // 2)))
    return [sense for _, _, sense in sorted(found, key=lambda entry: entry[:2])]


def _rate_end(line: Line, number: Quantity, context: ReadingContext) -> int:
    """The token after a word for a percentage that has no sign, "4.9 apr"; 0 for none."""
    rates = (one for issue in context.issues if issue.kind is IssueKind.COUNT for one in issue.measures)
    return max((end_of(line, number.end, starting_with(one.words)) for one in rates if "%" in one.words), default=0)


def _is_bare(line: Line, number: Quantity, setting: Setting, end: int) -> bool:
    """Whether a percentage is put forward without the thing that it is of: "I can do 5 %", not "99.9 % uptime"."""
    following = line.words(end, end + 1)
    return is_put(line, number, setting, reach=_REACH) and not any(names_thing(word) for word in following)


def _nearness(line: Line, number: Quantity, setting: Setting, issue: Issue, measure: Measure) -> int:
    """Tokens between the number and the nearest word for what it is a percentage of; `FAR` where there is none."""
    if issue.kind is IssueKind.PRICE:
        hits = _hits_in(line, setting.sentence.start, setting.clause.end, measure.words)
        taken = [hit for hit in line.issues if hit.label != issue.id and hit.end - hit.start > 1]
        hits = [hit for hit in hits if not any(other.start <= hit.start < other.end for other in taken)]
    else:
        hits = [Hit("", hit.start, hit.end) for hit in line.issues if hit.label == issue.id]
        hits = [hit for hit in hits if setting.sentence.start <= hit.start < setting.clause.end]
    return min((_distance(line, number, setting, hit) for hit in hits), default=FAR)


def _distance(line: Line, number: Quantity, setting: Setting, hit: Hit[str]) -> int:
    """Tokens between, a word in another clause counted as further off than any in the same one."""
    between = hit.start - number.end if hit.start >= number.end else number.start - hit.end
    same = setting.clause.start <= hit.start < setting.clause.end
    return max(0, between) if same else min(FAR - 1, FAR // 2 + max(0, between))


def _bare_count(line: Line, number: Quantity, context: ReadingContext) -> Iterator[MeasureSense]:
    """A number alone after a count was talked of, "36", or a small one where the price goes by percent: "say 4"."""
    issue = context.issue(context.last_issue) if context.last_issue else context.price
    words = (token for token in line.tokens if token.kind is Kind.WORD)
    if issue is None or number.sense is Sense.OTHER or any(islice(words, FEW_WORDS, None)):
        return
    if any(names_thing(word) for word in line.words(number.end, number.end + 1)):
        return
    if line.words(number.start - 1, number.start) in _OF_KNOWN:
        return
    for measure in issue.measures:
        sense = _sense(line, issue, measure, number, number.end, context)
        is_small = number.value <= _MOST_PERCENT and measure.over != 0
        if sense.is_plausible and (is_small if issue.kind is IssueKind.PRICE else measure is issue.measures[0]):
            yield sense


def _led_by_name(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[MeasureSense]:
    """A small bare number that a word such as "at" ties to the issue just named: "a cap at 5", "seats down to 160"."""
    lead = line.words(number.start - 1, number.start)
    before = within(line.issues, setting.clause.start, number.start)
    is_tied = lead in _TYING or any(hit.end == number.start for hit in before)
    if not is_tied or number.sense is not Sense.AMOUNT:
        return
    taken = {one.end for one in setting.numbers}
    beside = within(line.issues, setting.sentence.start, min(number.end + _REACH, setting.clause.end))
    for hit in reversed(beside):
        issue = context.issue(hit.label)
        if issue is None or issue.kind is not IssueKind.COUNT or may_be_price(number, context):
            continue
        if issue.scale == 1 and (hit.start in taken or number.decimals):
            continue
        senses = (_sense(line, issue, measure, number, number.end, context) for measure in issue.measures)
        if fitting := next((sense for sense in senses if sense.is_plausible), None):
            yield replace(fitting, is_marked=True)
            return


def _at_each(line: Line, number: Quantity, context: ReadingContext) -> Iterator[MeasureSense]:
    """A number too small for the whole price right after a count of pieces: "180 seats at 250"."""
    price = context.price
    if line.words(number.start - 1 - number.explicit, number.start)[:1] not in _EACH or number.scaled:
        return
    if amount_of(number, price, context).plausible:
        return
    at = number.start - 1 - number.explicit
    for measure in price.measures:
        pieces = context.issue(measure.per) if measure.per else None
        counted = (one for one in line.numbers if one.end <= at) if pieces and measure.times == 1 else ()
        worded = _in_words(line, pieces, context) if pieces else {}
        if any(sense.end == at for one in counted for sense in worded.get(one.start, ())):
            yield replace(_sense(line, price, measure, number, number.end, context), is_marked=True)


def _as_before(line: Line, number: Quantity, context: ReadingContext) -> Iterator[MeasureSense]:
    """The measure of the speaker's own price, which is no whole thousand: 35 after "38 a seat" is 35 a seat."""
    price, own, unit = context.price, context.own_price, context.currency.unit
    if not price.measures or not own or own % (1_000 * unit) == 0 or number.scaled or number.grouped:
        return
    for measure in price.measures:
        whole = measure.times * (_pieces(line, measure, context) if measure.per else 1)
        if measure.over or whole < 2 or own % (whole * unit):
            continue
        sense = _sense(line, price, measure, number, number.end, context)
        if own <= 2 * sense.amount <= 3 * own:
            yield replace(sense, is_marked=True)


def _unit_left_out(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[MeasureSense]:
    """The measure of an earlier number that this one stands beside: "36 months gets you 46,200, 24 gets you 47,300"."""
    if number.decimals or not _leads_in(line, number, setting):
        return
    if may_be_price(number, context):
        return
    earlier = [one for one in line.numbers if setting.sentence.start <= one.start < number.start]
    for issue in context.issues if earlier else ():
        worded = _in_words(line, issue, context)
        for measure in dict.fromkeys(sense.measure for one in earlier for sense in worded.get(one.start, ())):
            is_alike = measure.per if issue.kind is IssueKind.PRICE else len(setting.numbers) > 1
            alike = _sense(line, issue, measure, number, number.end, context)
            if is_alike and alike.is_plausible:
                yield replace(alike, is_marked=True)


def _replacing(line: Line, number: Quantity, context: ReadingContext) -> Iterator[MeasureSense]:
    """The measure of the number that it takes the place of: "72 instead of 80 seats"."""
    replaced = next((other.start for other in line.numbers if other.start > number.start), 0)
    lead = line.words(number.end, replaced)
    if lead[-2:] not in REPLACING or len(lead) > _LONGEST_LEAD:
        return
    for issue in context.issues:
        for sense in _in_words(line, issue, context).get(replaced, ()):
            yield replace(_sense(line, issue, sense.measure, number, number.end, context), is_marked=True)


def _put_right(line: Line, number: Quantity, context: ReadingContext) -> Iterator[MeasureSense]:
    """The measure of the number before it that it is said not to be: "not for twelve months, but for thirty-six"."""
    before = next((other for other in reversed(line.numbers) if other.end <= number.start), None)
    if before is None or "not" not in line.words(max(0, before.start - 2), before.start):
        return
    for issue in context.issues:
        for sense in _in_words(line, issue, context).get(before.start, ()):
            if line.words(sense.end, number.start) in _BUT_FOR:
                yield replace(_sense(line, issue, sense.measure, number, number.end, context), is_marked=True)


_BUT_FOR = ((",", "for"), ("but", "for"), (",", "but", "for"), (",", "but"), ("but",))
_LONGEST_LEAD = 3
"""Words of "in place of"."""


def _leads_in(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number begins the clause, or what an "or" sets beside it or a "for" ties to it."""
    begun = max([one.end for one in setting.numbers if one.end <= number.start], default=setting.clause.start)
    lead = line.words(begun, number.start)
    return set(lead) <= _LEADS and (begun == setting.clause.start or "or" in lead or lead == ("for",))


def _named_nearby(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[MeasureSense]:
    """A sum too small for the whole price in a clause that names a smaller measure: "the seat price would be $390"."""
    price = context.price
    if not number.explicit or price.low <= number.value * context.currency.unit:
        return
    for measure in price.measures:
        sense = _sense(line, price, measure, number, number.end, context)
        is_part = not measure.over and (measure.times > 1 or measure.per is not None)
        named = is_part and _hits_in(line, setting.clause.start, setting.clause.end, measure.words)
        if named and sense.is_plausible:
            yield sense


def _sense(
    line: Line, issue: Issue, measure: Measure, number: Quantity, end: int, context: ReadingContext
) -> MeasureSense:
    if issue.kind is not IssueKind.PRICE:
        return MeasureSense(issue, measure, rounded(number.value * measure.times), end)
    unit = context.currency.unit
    if measure.over:
        whole: Number = Fraction(measure.over * (100 + number.value), 100 * unit)
    elif measure.per or measure.times > 1:
        whole = number.value * measure.times * (_pieces(line, measure, context) if measure.per else 1)
    else:
        whole = Fraction(amount_of(number, issue, context).minor, unit)
    return MeasureSense(issue, measure, rounded(whole) * unit, end)


def is_money(line: Line, number: Quantity) -> bool:
    return number.scaled or number.grouped or number.explicit


def _pieces(line: Line, measure: Measure, context: ReadingContext) -> int:
    """How many pieces a price for each is for: as many as the line names, as the live offer has, or as there were."""
    issue = context.issue(measure.per) if measure.per else None
    worded = _in_words(line, issue, context) if issue else {}
    for senses in worded.values():
        return senses[0].amount
    live = context.own_offer.amount(measure.per) if context.own_offer and measure.per else 0
    return live or measure.pieces


def rounded(amount: Number) -> int:
    return int(amount + Fraction(1, 2))


def is_put(line: Line, number: Quantity, setting: Setting, *, reach: int) -> bool:
    """Whether a word near the number puts it forward, or the clause says little else."""
    near = any(hit.label in PUT_FORWARD and number.start - hit.end <= reach for hit in setting.cues)
    return near or setting.clause.end - setting.clause.start - (number.end - number.start) <= FEW_WORDS


def _is_percentage(issue: Issue, measure: Measure) -> bool:
    return "%" in measure.words or (issue.kind is IssueKind.PRICE and measure.over != 0)


def _after_number(line: Line, number: Quantity, way: int) -> int:
    """The token after the number, a word for its currency or for more and fewer passed over."""
    words = set(line.words(number.end, number.end + 1))
    return number.end + bool(words & _CURRENCY_WORDS or (way and words & (_MORE | _FEWER)))


def _hits_in(line: Line, start: int, end: int, wordings: tuple[str, ...]) -> list[Hit[str]]:
    return book_of(wordings).find(line.spelled, start, end)


@lru_cache(maxsize=256)
def book_of(wordings: tuple[str, ...]) -> Phrasebook[str]:
    return Phrasebook([("", wordings)])
