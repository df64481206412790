"""Prices that name no amount: the middle between both prices, or a part of the list price."""

from collections.abc import Iterator
from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import Change
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import middle, minor_units
from engine.reading.quantity import Sense
from engine.reading.shares import shares

_THEIRS = (("you", "are"), ("you", "say"), ("you", "said"), ("you", "want"), ("you", "offered"))
_OURS = tuple((one, verb) for one in ("i", "we") for verb in ("am", "are", "say", "said", "want", "offered"))
_ON_THE_ROAD = frozenset(
    {"drive", "drives", "driving", "junction", "exit", "parking", "motorway", "highway", "station"}
)
"""Where sides that meet half-way meet in person."""
_COMING = (("will", "drive"), ("can", "drive"))
HALF_WAY = (("halfway",), ("half", "way"), ("the", "middle"))
"""What proposes the middle where it is all that a clause says."""
_LONGEST_HALF_WAY = max(map(len, HALF_WAY))


def half_way(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The middle between both prices where the clause proposes it."""
    is_short = setting.clause.end - setting.clause.start <= _LONGEST_HALF_WAY
    if not (is_short or setting.has(Cue.MIDDLE)):
        return
    hits = [hit for hit in setting.cues if hit.label is Cue.MIDDLE]
    amount = _between_both_named(line, setting, context) or middle(context)
    said = frozenset(line.words(setting.sentence.start, setting.sentence.end))
    is_of_prices = _ON_THE_ROAD.isdisjoint(said - ({"drive"} if _comes_over(line) else set()))
    if amount and hits and is_of_prices and "met" not in line.words(setting.clause.start, setting.clause.end):
        yield Change(amount, hits[0].start, hits[0].end)
    elif amount and line.words(setting.clause.start, setting.clause.end) in HALF_WAY:
        yield Change(amount, setting.clause.start, setting.clause.end)


def _between_both_named(line: Line, setting: Setting, context: ReadingContext) -> int:
    """Half-way between the two prices that the sentence puts beside each other: "you're at 20, I'm at 25, so split it".

    0 where it does not, or both prices are on the table.
    """
    if context.own_price and context.other_price:
        return 0
    before = (one for one in line.numbers if setting.sentence.start <= one.start < setting.clause.end)
    named = [minor_units(one.value, context) for one in before if one.sense is Sense.AMOUNT]
    return sum(named) // 2 if len(set(named)) == len(named) == 2 and _sets_beside(line, setting) else 0


def _sets_beside(line: Line, setting: Setting) -> bool:
    words = line.words(setting.sentence.start, setting.clause.end)
    return any(pair in _THEIRS for pair in pairwise(words)) and any(pair in _OURS for pair in pairwise(words))


def _comes_over(line: Line) -> bool:
    """Whether the speaker says that it drives to the other side: "meet me halfway and I'll drive over tonight"."""
    return any(pair in _COMING for pair in pairwise(line.spelled)) if "drive" in line.said else False


def part_price(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """Half of the list price, or another part, where the clause names it."""
    for hit in shares(line, setting) if context.list_price else ():
        yield Change(int(context.list_price * hit.label), hit.start, hit.end)
        return
