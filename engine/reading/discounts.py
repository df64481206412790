"""Prices said as a change: "knock off one grand", "15% off", "500 more", "split the difference"."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.mentions import Sense, sense_of
from engine.reading.modality import Setting
from engine.reading.money import amount_of, middle, minor_units
from engine.reading.numbers import Quantity

_REACH = 4
_UNTO = frozenset({"to", "at", "than", "is"})
_OFF_AFTER = frozenset({"off", "less", "discount", "cheaper", "lower", "reduction", "rebate"})
_MORE_AFTER = frozenset({"more", "higher", "extra"})


class Change(NamedTuple):
    """The price that a change comes to, in minor units, and the tokens that say so (end excluded)."""

    amount: int
    start: int
    end: int


def changed_price(line: Line, setting: Setting, stated: int, context: ReadingContext) -> Iterator[Change]:
    """Prices said as so much off or more, taken from `stated` if the line named a price, else from the live one."""
    for number in line.numbers:
        if not setting.clause.start <= number.start < setting.clause.end:
            continue
        direction = _direction(line, number, setting, context)
        base = stated or _base(line, setting, number, context)
        if direction and base:
            amount = base + direction * _step(line, number, base, context)
            if amount > 0:
                yield Change(amount, number.start, number.end)


def half_way(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The middle between both prices where the clause proposes it."""
    amount = middle(context)
    hits = [hit for hit in setting.cues if hit.label is Cue.MIDDLE]
    if amount and hits:
        yield Change(amount, hits[0].start, hits[0].end)


def _direction(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> int:
    """-1 for so much off, 1 for so much more, 0 where the number is no change."""
    sense = sense_of(line.tokens, number)
    if sense not in (Sense.AMOUNT, Sense.PERCENT):
        return 0
    for cue, words, sign in ((Cue.OFF, _OFF_AFTER, -1), (Cue.MORE, _MORE_AFTER, 1)):
        if _is_change(line, number, setting, cue, words, sense, context):
            return sign
    return 0


def _is_change(
    line: Line,
    number: Quantity,
    setting: Setting,
    cue: Cue,
    words: frozenset[str],
    sense: Sense,
    context: ReadingContext,
) -> bool:
    after = line.words(number.end, number.end + 3)
    if any(word in words for word in after[: 3 if sense is Sense.PERCENT else 2]) and "than" not in after:
        return sense is Sense.PERCENT or after[:1] == ("off",) or not _is_price_like(number, context)
    lead = line.words(max(setting.clause.start, number.start - 2), number.start)
    if any(word in _UNTO for word in lead) or (sense is Sense.AMOUNT and _is_price_like(number, context)):
        return False
    return any(hit.label is cue and 0 <= number.start - hit.end <= _REACH for hit in setting.cues)


def _is_price_like(number: Quantity, context: ReadingContext) -> bool:
    amount = amount_of(number, context.price, context)
    return amount.plausible and not amount.stretched


def _base(line: Line, setting: Setting, number: Quantity, context: ReadingContext) -> int:
    """The price that is changed: the other side's where "you" should move, else the speaker's own."""
    words = line.words(setting.clause.start, number.start)
    if "you" in words and not {"i", "we"} & set(words):
        return context.other_price or context.list_price or context.own_price
    return context.own_price or context.list_price or context.other_price


def _step(line: Line, number: Quantity, base: int, context: ReadingContext) -> int:
    if sense_of(line.tokens, number) is Sense.PERCENT:
        return int(base * min(number.value, Fraction(100)) / 100)
    step = minor_units(number.value, context)
    return 1_000 * step if number.decimals and step * 2_000 < base else step
