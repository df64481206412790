"""What a seller finds for the other side comes off its price: "what if I found you 10%?", "I can get you 5%"."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

_FINDING = frozenset(words_of("find found save squeeze scrape dig dug scratch shave spare"))
_GIVING = frozenset(words_of("get got give gave getting giving hand offer"))
_SAYING = _FINDING | _GIVING | {"there", "that", "do"}
_OWN = frozenset({"i", "we"})
_FOR_THEM = frozenset({("for", "you"), ("in", "it"), ("to", "you")})
_GIVE_YOU = frozenset(
    {("give", "you"), ("get", "you"), ("save", "you"), ("find", "you"), ("offer", "you"), ("do", "for")}
)
_REACH = 5
_REACH_AFTER = 8
_HIGHER = frozenset({"increase", "uplift", "raise", "rise", "hike", "higher", "more"})


def is_found_for_them(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether so much is found or given to the other side, who pays: it comes off."""
    if context.price_slope <= 0 or _SAYING.isdisjoint(line.said) or number.sense not in (Sense.PERCENT, Sense.AMOUNT):
        return False
    lead = line.words(max(setting.clause.start, number.start - _REACH), number.start)
    after = line.words(number.end, min(number.end + _REACH_AFTER, setting.clause.end))
    if not _HIGHER.isdisjoint((*lead, *after)):
        return False
    if not _FINDING.isdisjoint(lead):
        return not _OWN.isdisjoint(lead)
    if number.sense is not Sense.PERCENT:
        return False
    pairs = frozenset(pairwise(after))
    is_theirs = "you" in lead or not _FOR_THEM.isdisjoint(pairs)
    if not _GIVING.isdisjoint(lead) and not _OWN.isdisjoint(lead):
        return is_theirs
    is_given_after = not _OWN.isdisjoint(after) and not _GIVE_YOU.isdisjoint(pairs)
    return is_given_after or (lead[:2] in (("there", "is"), ("that", "is")) and is_theirs)
