"""Amounts said in a measure of their own: "36 months", "net 45", "capped at 3 %", "$390 a seat", "a 5 % uplift"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import Change, change_direction
from engine.reading.echoes import is_said_back
from engine.reading.elsewhere import is_elsewhere
from engine.reading.issues import NamedIssues
from engine.reading.line import Line
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting, is_traded, modality_of
from engine.reading.money import amount_of
from engine.reading.phrases import Hit, Phrasebook, expand, within
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import Doubt, Modality, ReadOffer
from engine.reading.tokens import Kind
from engine.scenario.scenario import Issue, IssueKind, Measure


class Unmeasured(Enum):
    """That a number is in no measure: it is to be read as plain money."""

    UNMEASURED = "unmeasured"


UNMEASURED = Unmeasured.UNMEASURED

_REACH = 4
"""Tokens within which a word such as "do" puts a number forward."""
_FEW_WORDS = 5
_FAR = 60
_MOST_PERCENT = 25
"""A bare number up to it rather is a percentage than a price."""
_PUT_FORWARD = (
    Cue.COMMIT, Cue.ASK, Cue.SUPPOSE, Cue.HEDGE, Cue.GIVE, Cue.NOT, Cue.TOO, Cue.BOUND, Cue.LIMIT, Cue.OFF,
)  # fmt: skip
_TOLD = frozenset({"was", "were", "had", "been", "ago", "currently", "already", "previous", "previously"})
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
_REPLACED = (("instead", "of"), ("rather", "than"), ("down", "from"), ("up", "from"), ("compared", "to"))
_CURRENCY_WORDS = frozenset({"dollars", "bucks", "usd"})
_POINTS_IN_TIME = (("in",), ("within",), ("every",))
_STRETCHES = frozenset({"next", "coming", "last", "past", "previous"})
"""Words before a number that make it a stretch of time: "what changes in the next twelve months"."""
_FOR_THE_NEXT = ("for", "the", "next")
_OR = frozenset({"or", "to", "-", "/"})
_PERCENT = (("%",), ("percent",), ("pct",), ("per", "cent"))


@dataclass(frozen=True, slots=True)
class _Sense:
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


def measured(
    line: Line, number: Quantity, setting: Setting, named: NamedIssues, context: ReadingContext
) -> ReadOffer | Doubt | Unmeasured | None:
    """The offer or doubt that a number in a measure makes, None where it makes none, else that it is in no measure."""
    if not context.vocabulary.measures:
        return UNMEASURED
    senses = _senses(line, number, setting, named, context)
    if not senses:
        return UNMEASURED
    sense = next((sense for sense in senses if sense.is_plausible), senses[0])
    if not _is_offered(line, number, setting, named, sense):
        return None
    span = line.span(_start(line, number), sense.end)
    if not sense.is_plausible:
        return Doubt(sense.issue.id, sense.amount, span)
    if _explains_total(line, number, sense, context):
        return None
    theirs = context.is_theirs(sense.issue.id, sense.amount) or is_said_back(line, number, setting, context)
    modality = modality_of(setting, number.start, is_theirs=theirs)
    if modality is Modality.PROBE and is_traded(line.settings, setting):
        modality = Modality.CONDITIONAL
    return ReadOffer(sense.issue.id, sense.amount, modality, span)


def _explains_total(line: Line, number: Quantity, sense: _Sense, context: ReadingContext) -> bool:
    """Whether the price for each piece only says what a total named before comes to."""
    totals = (amount_of(other, sense.issue, context).minor for other in line.numbers if other.start < number.start)
    return sense.measure.per is not None and any(abs(total - sense.amount) * 50 <= total for total in totals)


def held_level(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The price as it was, where the clause proposes no change to it: "a flat renewal"."""
    for measure in context.price.measures:
        hits = _book(measure.level).find(line.spelled, setting.clause.start, setting.clause.end)
        proposed = setting.has(*_PUT_FORWARD) or setting.clause.end - setting.clause.start <= 2 * _FEW_WORDS
        if measure.over and hits and proposed and not _tells(line, setting) and not setting.is_asked():
            yield Change(measure.over, hits[0].start, hits[0].end)
            return


def _senses(
    line: Line, number: Quantity, setting: Setting, named: NamedIssues, context: ReadingContext
) -> Sequence[_Sense]:
    """What the number may come to, the likeliest first."""
    by_words = _may_word_one(line, context)
    if percent_end := _end_of(line, number.end, _PERCENT) or (by_words and _rate_end(line, number, context)):
        return _percentages(line, number, percent_end, setting, named, context)
    found = [sense for issue in context.issues for sense in _in_words(line, number, issue, context)] if by_words else []
    if found:
        return sorted(found, key=lambda sense: -sense.end)
    bare = [*_bare_count(line, number, context), *_named_nearby(line, number, setting, context)]
    return bare if bare and not change_direction(line, number, setting, context) else []


def _may_word_one(line: Line, context: ReadingContext) -> bool:
    """Whether the line has a word without which no measure is put in words."""
    return not context.vocabulary.measure_words.isdisjoint(line.said)


def _in_words(line: Line, number: Quantity, issue: Issue, context: ReadingContext) -> Iterator[_Sense]:
    """The measures whose words stand right after the number, or right before it."""
    for measure in issue.measures:
        if _is_percentage(issue, measure):
            continue
        way = _way(line, number) if measure.over else 0
        end = _end_of(line, _after_number(line, number, way), _words(measure.words))
        marked = _stands_before(line, number, _words(measure.before))
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
    line: Line, number: Quantity, end: int, setting: Setting, named: NamedIssues, context: ReadingContext
) -> list[_Sense]:
    """The issue that a percentage speaks to: the one named nearest, the one last talked of, else the price."""
    if change_direction(line, number, setting, context) or line.words(end, end + 1) == ("of",):
        return []
    found = []
    percentages = [(issue, one) for issue in context.issues for one in issue.measures if _is_percentage(issue, one)]
    for issue in context.issues:
        for measure in issue.measures:
            if (issue, measure) in percentages:
                near = _nearness(line, number, setting, named, issue, measure)
                is_price, last = issue.kind is IssueKind.PRICE, context.last_issue == issue.id
                sense = _sense(line, issue, measure, number, end, context)
                understood = (
                    (last or is_price or len(percentages) == 1)
                    and sense.is_plausible
                    and _is_bare(line, number, setting, end)
                )
                rank = near if near < _FAR else _FAR + 1 - last
                if near < _FAR or understood:
                    found.append((rank, is_price, replace(sense, is_marked=near < _FAR // 2)))
    return [sense for _, _, sense in sorted(found, key=lambda entry: entry[:2])]


def _rate_end(line: Line, number: Quantity, context: ReadingContext) -> int:
    """The token after a word for a percentage that has no sign, "4.9 apr"; 0 for none."""
    rates = (one for issue in context.issues if issue.kind is IssueKind.COUNT for one in issue.measures)
    return max((_end_of(line, number.end, _words(one.words)) for one in rates if "%" in one.words), default=0)


def _is_bare(line: Line, number: Quantity, setting: Setting, end: int) -> bool:
    """Whether a percentage is put forward without the thing that it is of: "I can do 5 %", not "99.9 % uptime"."""
    following = line.words(end, end + 1)
    return _is_put(line, number, setting, reach=_REACH) and not any(names_thing(word) for word in following)


def _nearness(
    line: Line, number: Quantity, setting: Setting, named: NamedIssues, issue: Issue, measure: Measure
) -> int:
    """Tokens between the number and the nearest word for what it is a percentage of; `_FAR` where there is none."""
    if issue.kind is IssueKind.PRICE:
        hits = _hits_in(line, setting.sentence.start, setting.clause.end, measure.words)
        taken = [hit for hit in named if hit.label != issue.id and hit.end - hit.start > 1]
        hits = [hit for hit in hits if not any(other.start <= hit.start < other.end for other in taken)]
    else:
        hits = [Hit("", hit.start, hit.end) for hit in named if hit.label == issue.id]
        hits = [hit for hit in hits if setting.sentence.start <= hit.start < setting.clause.end]
    return min((_distance(line, number, setting, hit) for hit in hits), default=_FAR)


def _distance(line: Line, number: Quantity, setting: Setting, hit: Hit[str]) -> int:
    """Tokens between, a word in another clause counted as further off than any in the same one."""
    between = hit.start - number.end if hit.start >= number.end else number.start - hit.end
    same = setting.clause.start <= hit.start < setting.clause.end
    return max(0, between) if same else min(_FAR - 1, _FAR // 2 + max(0, between))


def _bare_count(line: Line, number: Quantity, context: ReadingContext) -> Iterator[_Sense]:
    """A number alone after a count was talked of, "36", or a small one where the price goes by percent: "say 4"."""
    issue = context.issue(context.last_issue) if context.last_issue else context.price
    words = [token for token in line.tokens if token.kind is Kind.WORD]
    if issue is None or number.sense is Sense.OTHER or _is_money(line, number) or len(words) > _FEW_WORDS:
        return
    for measure in issue.measures:
        sense = _sense(line, issue, measure, number, number.end, context)
        is_small = number.value <= _MOST_PERCENT and measure.over != 0
        if sense.is_plausible and (is_small if issue.kind is IssueKind.PRICE else measure is issue.measures[0]):
            yield sense


def _named_nearby(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> Iterator[_Sense]:
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


def _sense(line: Line, issue: Issue, measure: Measure, number: Quantity, end: int, context: ReadingContext) -> _Sense:
    if issue.kind is not IssueKind.PRICE:
        return _Sense(issue, measure, _rounded(number.value * measure.times), end)
    unit = context.currency.unit
    if measure.over:
        whole = (measure.over + measure.over * number.value / 100) / unit
    else:
        whole = number.value * measure.times * (_pieces(line, measure, context) if measure.per else 1)
    return _Sense(issue, measure, _rounded(whole) * unit, end)


def _in_sentence(line: Line, setting: Setting) -> tuple[Quantity, ...]:
    return tuple(other for one in line.settings if one.sentence is setting.sentence for other in one.numbers)


def _is_money(line: Line, number: Quantity) -> bool:
    return number.scaled or number.grouped or number.explicit


def _pieces(line: Line, measure: Measure, context: ReadingContext) -> int:
    """How many pieces a price for each is for: as many as the line names, as the live offer has, or as there were."""
    issue = context.issue(measure.per) if measure.per else None
    for number in line.numbers if issue else ():
        for sense in _in_words(line, number, issue, context) if issue else ():
            return sense.amount
    live = context.own_offer.amount(measure.per) if context.own_offer and measure.per else 0
    return live or measure.pieces


def _rounded(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


def _is_offered(line: Line, number: Quantity, setting: Setting, named: NamedIssues, sense: _Sense) -> bool:
    """Whether the number is put forward for the deal, not told of: "36 months", not "with us for three years"."""
    if _tells(line, setting) or _is_replaced(line, number, sense):
        return False
    if line.words(number.start - 1, number.start) in _POINTS_IN_TIME and not sense.is_marked:
        return False
    in_sentence = within(named, setting.sentence.start, setting.sentence.end)
    is_count = sense.issue.kind is IssueKind.COUNT
    is_named = sense.is_marked or (is_count and any(hit.label == sense.issue.id for hit in in_sentence))
    if not is_named and (sense.issue.named_only or is_elsewhere(line.tokens, number, setting)):
        return False
    if not is_count and not sense.measure.over:
        return True
    others = [other for other in _in_sentence(line, setting) if other is not number]
    by_price = any(_is_money(line, other) or _end_of(line, other.end, _PERCENT) for other in others)
    if _STRETCHES & set(line.words(number.start - 1, number.start)) and not is_named:
        return by_price and line.words(number.start - 3, number.start) == _FOR_THE_NEXT
    is_sum = number.explicit
    return is_named or by_price or is_sum or _is_put(line, number, setting, reach=_FAR)


def _is_put(line: Line, number: Quantity, setting: Setting, *, reach: int) -> bool:
    """Whether a word near the number puts it forward, or the clause says little else."""
    near = any(hit.label in _PUT_FORWARD and number.start - hit.end <= reach for hit in setting.cues)
    return near or setting.clause.end - setting.clause.start - (number.end - number.start) <= _FEW_WORDS


def _tells(line: Line, setting: Setting) -> bool:
    """Whether the clause tells of what was."""
    return bool(_TOLD & set(line.words(setting.clause.start, setting.clause.end)))


def _is_replaced(line: Line, number: Quantity, sense: _Sense) -> bool:
    """Whether another number stands in its place: "5 % instead of 7 %", "from 8 % to 6 %", "24 or 36 months"."""
    lead = line.words(max(0, number.start - 3), number.start)
    if any(pair == lead[at : at + 2] for pair in _REPLACED for at in range(len(lead) - 1)):
        return True
    following = line.words(sense.end, sense.end + 1)
    starts = {other.start for other in line.numbers}
    if "from" in lead and following == ("to",):
        return True
    return bool(_OR & set(following)) and sense.end + 1 in starts


def _is_percentage(issue: Issue, measure: Measure) -> bool:
    return "%" in measure.words or (issue.kind is IssueKind.PRICE and measure.over != 0)


def _start(line: Line, number: Quantity) -> int:
    before = number.start - 1
    return before if before >= 0 and line.tokens[before].kind is Kind.SIGN else number.start


def _after_number(line: Line, number: Quantity, way: int) -> int:
    """The token after the number, a word for its currency or for more and fewer passed over."""
    words = set(line.words(number.end, number.end + 1))
    return number.end + bool(words & _CURRENCY_WORDS or (way and words & (_MORE | _FEWER)))


def _end_of(line: Line, at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """The token after the longest of the phrases that stands there, a hyphen before it passed over; 0 for none."""
    for start in (at, at + 1) if line.words(at, at + 1) == ("-",) else (at,):
        ends = [start + len(words) for words in phrases if line.words(start, start + len(words)) == words]
        if ends:
            return max(ends)
    return 0


def _stands_before(line: Line, number: Quantity, phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(line.words(max(0, number.start - len(words)), number.start) == words for words in phrases)


def _hits_in(line: Line, start: int, end: int, wordings: tuple[str, ...]) -> list[Hit[str]]:
    return _book(wordings).find(line.spelled, start, end)


@lru_cache(maxsize=256)
def _book(wordings: tuple[str, ...]) -> Phrasebook[str]:
    return Phrasebook([("", wordings)])


@lru_cache(maxsize=256)
def _words(wordings: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(words for wording in wordings for words in expand(wording))
