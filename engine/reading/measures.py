"""Amounts said in a measure of their own: "36 months", "net 45", "capped at 3 %", "$390 a seat", "a 5 % uplift"."""

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from engine.reading.beside import percent_end
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import Change
from engine.reading.echoes import is_said_back
from engine.reading.elsewhere import is_elsewhere
from engine.reading.freezes import speaks_of_next_time
from engine.reading.how_many import so_many
from engine.reading.line import Line
from engine.reading.loan_talk import is_called_theirs, talked_of_loan
from engine.reading.loans import loan_senses
from engine.reading.measure_senses import (
    FAR,
    FEW_WORDS,
    PUT_FORWARD,
    MeasureSense,
    book_of,
    is_money,
    is_put,
    senses_of,
)
from engine.reading.modality import Setting, is_traded, modality_of
from engine.reading.money import amount_of, is_price, may_be_price
from engine.reading.phrases import Hit, within
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import Doubt, Modality, ReadOffer
from engine.reading.shared_units import REPLACING
from engine.reading.stretches import is_no_term
from engine.reading.tokens import Kind
from engine.reading.turned_down import is_turned_down, is_unused
from engine.scenario.scenario import IssueKind
from engine.terms.terms import IssueId


class Unmeasured(Enum):
    """That a number is in no measure: it is to be read as plain money."""

    UNMEASURED = "unmeasured"


UNMEASURED = Unmeasured.UNMEASURED

_TOLD = frozenset(
    {
        "was",
        "were",
        "had",
        "been",
        "ago",
        "currently",
        "already",
        "previous",
        "previously",
        "fell",
        "rose",
        "grew",
        "climbed",
        "shrank",
        "jumped",
        "improved",
    }
)
_AT_PRESENT = frozenset({"today", "now", "currently"})
_BACK_IN = ("back", "in")
_TELLING = frozenset({"last", "up", "down", "back"})
_QUOTED_TO_THEM = frozenset({("you", "are"), ("puts", "you"), ("gets", "you")})
_BEING, _WAYS = frozenset({"is", "are"}), frozenset({"up", "down"})
_PERIODS = frozenset({"year", "yr", "quarter", "month", "week", "spring", "summer", "fall", "autumn", "winter", "time"})
_SET_AGAINST = frozenset(
    {"on", "over", "from", "than", "of", "at", "as", "to", "below", "above", "under", "match", "your"}
)
"""What stands before a "last year" that a price is compared with."""
_REPLACED = (*REPLACING, ("down", "from"), ("up", "from"), ("compared", "to"))
_STILL, _NEEDING = (
    frozenset({"still", "really", "all", "actually"}),
    frozenset({"need", "use", "using", "want", "have"}),
)
_IS_IT_STILL = (("is", "it", "still"), ("is", "that", "still"), ("are", "you", "still"))
_OF_THEM = frozenset(
    {("are", "they"), ("do", "they"), ("are", "those"), ("are", "these"), ("of", "them"), ("of", "those")}
)
_POINTS_IN_TIME = (("in",), ("within",), ("every",))
_NO_PRICES = frozenset({"page", "pager", "slide", "summary", "report", "memo", "overview", "budget", "budgets"})
"""What stays as it was and is no price: "one page with the total, same as last year", "your budget is the same"."""
_LASTING = ("over",)
"""Before months it says how long, not that there are to be more: "over 24 months"."""
_STRETCHES = frozenset({"next", "coming", "last", "past", "previous"})
"""Words before a number that make it a stretch of time: "what changes in the next twelve months"."""
_FOR_THE_NEXT = ("for", "the", "next")
_EXPLAINING = (("that", "is"), ("it", "is"), ("which", "is"), ("this", "is"), ("so", "that"))
_COMPARING = frozenset({"below", "under", "above", "over", "than", "beats", "near"})
_IN_USE = ("in", "use")
_OF_WHOLE = frozenset({("of", "your"), ("of", "the"), ("of", "our"), ("of", "those"), ("of", "all")})
_ARTICLES = (("the",), ("those",), ("that",), ("your",), ("our",))
_HAD_REACH = 4
_HAVING = frozenset(
    {
        ("you", "use"),
        ("you", "have"),
        ("you", "bought"),
        ("you", "own"),
        ("you", "run"),
        ("pay", "for"),
        ("you", "fill"),
        ("you", "filled"),
        ("you", "seat"),
    }
)
_SECOND = (("or",), ("plus",))
"""What leads in another sum, for which alone a condition after it holds."""
_OR = frozenset({"or", "to", "-", "/"})


def measured(
    line: Line, number: Quantity, setting: Setting, context: ReadingContext
) -> ReadOffer | Doubt | Unmeasured | None:
    """The offer or doubt that a number in a measure makes, None where it makes none, else that it is in no measure."""
    if not context.has_measures:
        return UNMEASURED
    talked_of = talked_of_loan(line, number, context)
    senses = (
        talked_of
        or loan_senses(line, number, setting, context)
        or so_many(line, number, setting, context)
        or senses_of(line, number, setting, context)
    )
    if not senses:
        return UNMEASURED
    sense = next((sense for sense in senses if sense.is_plausible), senses[0])
    span = line.span(_start(line, number), sense.end)
    if sense.issue.kind is IssueKind.COUNT and sense.is_plausible and _is_taken_out(line, number, setting):
        return ReadOffer(sense.issue.id, sense.amount, Modality.REJECTED, span)
    if not _is_offered(line, number, setting, sense, context):
        return None
    if not (sense.is_plausible or _was_asked_about(sense, context)):
        return Doubt(sense.issue.id, sense.amount, span)
    if _explains_total(line, number, sense, context):
        return None
    theirs = (
        context.is_theirs(sense.issue.id, sense.amount)
        or is_said_back(line, number, setting, context)
        or (talked_of != [] and is_called_theirs(line, number))
    )
    lasts = sense.issue.kind is IssueKind.COUNT and line.words(number.start - 1, number.start) == _LASTING
    modality = modality_of(setting, number.start, is_theirs=theirs and not lasts)
    if sense.issue.kind is IssueKind.COUNT and is_turned_down(line, number, setting, sense.end):
        modality = Modality.REJECTED
    if modality is Modality.ECHO and not theirs and _is_told_them(line, number):
        modality = Modality.FIRM
    if modality is Modality.PROBE and is_traded(line.settings, setting):
        modality = Modality.CONDITIONAL
    elif modality is Modality.CONDITIONAL and is_first_choice(line, number, setting, context):
        modality = Modality.FIRM
    return ReadOffer(sense.issue.id, sense.amount, modality, span)


def _was_asked_about(sense: MeasureSense, context: ReadingContext) -> bool:
    """Whether the other side has just asked whether that amount was meant."""
    doubted = context.doubted
    return doubted is not None and (doubted.issue, doubted.amount) == (sense.issue.id, sense.amount)


def _is_told_them(line: Line, number: Quantity) -> bool:
    """Whether it is what the other side would get: "you're at 579", "puts you at 579"."""
    lead = line.words(max(0, number.start - _HAD_REACH), number.start)
    return not _QUOTED_TO_THEM.isdisjoint(pairwise(lead))


def is_first_choice(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether a condition after it holds for a later price only: the 350 of "350 delivered or 320 if you get it"."""
    if setting.clause.supposing or any(hit.start < number.start for hit in setting.cues if hit.label is Cue.BOUND):
        return False
    clauses = setting.sentence.clauses
    bound = next((one.start for one in clauses if one.supposing), 0)
    if bound < setting.clause.start:
        return False
    later = (other for other in setting.numbers if other.start > number.end and other.sense is Sense.AMOUNT)
    if any(line.words(other.start - 1 - other.explicit, other.start)[:1] in _SECOND for other in later):
        return True
    starts = {one.start for one in clauses if setting.clause.start < one.start < bound}
    others = (other for other in line.numbers if other.start - other.explicit in starts)
    return any(is_price(one, context) for one in setting.numbers) and any(is_price(one, context) for one in others)


def _explains_total(line: Line, number: Quantity, sense: MeasureSense, context: ReadingContext) -> bool:
    """Whether the price for each piece only says what a total named before comes to."""
    totals = (amount_of(other, sense.issue, context).minor for other in line.numbers if other.start < number.start)
    return sense.measure.per is not None and any(abs(total - sense.amount) * 50 <= total for total in totals)


def held_level(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The price as it was, where the clause proposes no change to it: "a flat renewal"."""
    for measure in [one for one in context.price.measures if one.over]:
        hits = book_of(measure.level).find(line.spelled, setting.clause.start, setting.clause.end)
        proposed = setting.has(*PUT_FORWARD) or setting.clause.end - setting.clause.start <= 2 * FEW_WORDS
        proposed = proposed and not (hits and _is_compared(line, setting, hits[0]))
        proposed = proposed and not (hits and _is_said_of_another(line, setting, context))
        proposed = proposed and _NO_PRICES.isdisjoint(line.words(setting.sentence.start, setting.clause.end))
        if hits and proposed and not _tells(line, setting) and not setting.is_asked():
            yield Change(measure.over, hits[0].start, hits[0].end)
            return


def _is_said_of_another(line: Line, setting: Setting, context: ReadingContext) -> bool:
    """Whether the level is that of the next renewal, or only says something of a price named with it."""
    return speaks_of_next_time(line, setting) or _names_price(line, setting, context)


def _names_price(line: Line, setting: Setting, context: ReadingContext) -> bool:
    """Whether the sentence names a price, of which the level then only says something: "80,000, no increase"."""
    numbers = _in_sentence(line, setting)
    return any(is_money(line, one) and may_be_price(one, context) for one in numbers)


def _is_of_next_time(line: Line, setting: Setting, context: ReadingContext) -> bool:
    """Whether an increase is that of the next renewal, beside a price for now: "80,000, and 3 % more next year"."""
    return speaks_of_next_time(line, setting) and _names_price(line, setting, context)


def _is_compared(line: Line, setting: Setting, hit: Hit[str]) -> bool:
    """Whether the level only places a price named before: "48,200, that's flat on last year", "below last year's"."""
    start = setting.clause.start
    explains = start > 0 and line.words(start, start + 2) in _EXPLAINING
    return explains or not _COMPARING.isdisjoint(line.words(max(start, hit.start - 2), hit.start))


def _in_sentence(line: Line, setting: Setting) -> tuple[Quantity, ...]:
    return tuple(other for one in line.settings if one.sentence is setting.sentence for other in one.numbers)


def _is_offered(
    line: Line,
    number: Quantity,
    setting: Setting,
    sense: MeasureSense,
    context: ReadingContext,
) -> bool:
    """Whether the number is put forward for the deal, not told of: "36 months", not "with us for three years"."""
    if sense.measure.over and sense.issue is context.price and _is_of_next_time(line, setting, context):
        return False
    if _tells(line, setting) or _is_replaced(line, number, sense):
        return False
    is_count = sense.issue.kind is IssueKind.COUNT
    if is_count and (_is_had(line, number, setting) or is_unused(line, number, setting, sense.end)):
        return False
    if line.words(number.start - 1, number.start) in _POINTS_IN_TIME and not sense.is_marked:
        return False
    in_sentence = within(line.issues, setting.sentence.start, setting.sentence.end)
    is_named = sense.is_marked or (is_count and any(hit.label == sense.issue.id for hit in in_sentence))
    in_words = sense.end > number.end
    is_open = not sense.issue.named_only or (in_words and _is_on_the_table(sense.issue.id, context))
    if not is_named and (not is_open or is_elsewhere(line.tokens, number, setting)):
        return False
    if not is_count and not sense.measure.over:
        return True
    others = [other for other in _in_sentence(line, setting) if other is not number]
    by_price = any(_is_a_sum(line, other, context) for other in others)
    if is_count and is_no_term(line, number, setting, is_priced=by_price, is_too_long=not sense.is_plausible):
        return False
    if _STRETCHES & set(line.words(number.start - 1, number.start)) and not is_named:
        return by_price and line.words(number.start - 3, number.start) == _FOR_THE_NEXT
    is_sum = number.explicit
    return is_named or by_price or is_sum or is_put(line, number, setting, reach=FAR)


def _is_on_the_table(issue: IssueId, context: ReadingContext) -> bool:
    """Whether the issue was talked of last, or is part of a live offer."""
    offers = (context.own_offer, context.other_offer)
    return context.last_issue == issue or any(offer is not None and offer.amount(issue) for offer in offers)


def _is_a_sum(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the number is money or a percentage, and so may be what a count beside it is traded for."""
    if is_money(line, number) or percent_end(line, number):
        return True
    return is_price(number, context)


def _tells(line: Line, setting: Setting) -> bool:
    """Whether the clause tells of what was, or of what has risen or fallen: "3 % last year", "usage is up 22 %"."""
    words = line.words(setting.clause.start, setting.clause.end)
    if not _TOLD.isdisjoint(words) or ("paying" in words and not _AT_PRESENT.isdisjoint(words)):
        return True
    if _TELLING.isdisjoint(words):
        return False
    fours = zip(("", *words), words, words[1:], (*words[2:], ""), strict=False)
    return any(
        (one in _BEING and two in _WAYS and after) or (one, two) == _BACK_IN or _is_last_year(before, one, two)
        for before, one, two, after in fours
    )


def _is_taken_out(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number names what is left out: "take the net 60 out", "I drop the two years"."""
    leaving = [hit for hit in setting.cues if hit.label is Cue.LEAVE and hit.start < number.start]
    if any(number.start < hit.end for hit in leaving):
        return True
    return any(line.words(hit.end, number.start) in _ARTICLES for hit in leaving)


def _is_last_year(before: str, one: str, two: str) -> bool:
    """Whether the words say when something was, and not what is set against it: "on last year"."""
    return one == "last" and two in _PERIODS and before not in _SET_AGAINST


def _is_had(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether so many are what the other side has: "you use 150 of your 195 seats", "do you still need all 195?"."""
    lead = line.words(max(setting.clause.start, number.start - _HAD_REACH), number.start)
    if setting.sentence.question and (_asks_if_still(lead) or _goes_on_about_them(line, number, setting)):
        return True
    if _IN_USE in pairwise(line.words(number.end, setting.clause.end)):
        return True
    return lead[-2:] in _OF_WHOLE or (not setting.clause.supposing and not _HAVING.isdisjoint(pairwise(lead)))


def _asks_if_still(lead: tuple[str, ...]) -> bool:
    """Whether it is asked if it is as many as before, or if so many are needed indeed."""
    is_needed = "you" in lead and not (_STILL.isdisjoint(lead) or _NEEDING.isdisjoint(lead))
    return is_needed or lead[-3:] in _IS_IT_STILL


def _goes_on_about_them(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the question names so many only to ask of them: "and the 70 seats, are they all in use?"."""
    said = line.words(setting.clause.end, setting.sentence.end)
    return not _OF_THEM.isdisjoint(pairwise(said))


def _is_replaced(line: Line, number: Quantity, sense: MeasureSense) -> bool:
    """Whether another number stands in its place: "5 % instead of 7 %", "from 8 % to 6 %", "24 or 36 months"."""
    lead = line.words(max(0, number.start - 3), number.start)
    if any(pair == lead[at : at + 2] for pair in _REPLACED for at in range(len(lead) - 1)):
        return True
    following = line.words(sense.end, sense.end + 1)
    if "from" in lead and following == ("to",):
        return True
    alike = {other.start for other in line.numbers if number.decimals or not other.decimals}
    return bool(_OR & set(following)) and sense.end + 1 in alike


def _start(line: Line, number: Quantity) -> int:
    before = number.start - 1
    return before if before >= 0 and line.tokens[before].kind is Kind.SIGN else number.start
