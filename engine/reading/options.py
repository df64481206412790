"""Packages to choose from stay apart: of "A, 12 months at list; B, 24 months and net 45" nothing binds yet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from engine.reading.line import Line
from engine.reading.phrases import Phrasebook, listed
from engine.reading.reading import BINDING, Modality, ReadOffer
from engine.terms.terms import IssueId

_CHOOSING = """
    which (one|would|do|of|is|suits|works|option|package|way), whichever, your (pick|choice), pick (one|either|which),
    choose, (do|would|which) you (prefer|rather), you prefer, would you rather, take your pick, up to you which,
    (two|2|three|3|both) (options|packages|ways|choices|proposals|alternatives|variants|versions|plans),
    (a|the) choice, either, what suits you, which of, or would you (like|prefer), a or b
"""
_LABELS = """
    (option|package|plan|variant|choice|proposal|version) (a|b|c|1|2|3|one|two|three),
    (first|second|third) (option|package|plan|variant|choice|proposal|version),
    the first (is|one|:), the second (is|one|:)
"""
_HAVING = frozenset({"with", "without"})
_NAMES = ("a", "b", "c", "1", "2", "3", "one", "two")
_MARKED = (*(f"{name} {mark}" for name in _NAMES for mark in ":)"), "a ,", "b ,")


@lru_cache(maxsize=1)
def _choosing() -> Phrasebook[str]:
    return Phrasebook([("", listed(_CHOOSING))])


@lru_cache(maxsize=1)
def _labels() -> Phrasebook[str]:
    return Phrasebook([("", (*listed(_LABELS), *_MARKED))])


def left_to_choose(line: Line, offers: Sequence[ReadOffer]) -> list[ReadOffer]:
    """The offers; those of several packages to choose from bind nobody, and only the last of an "or" binds whole."""
    standing = [offer for offer in offers if offer.modality in BINDING and offer.amount]
    if not _differ(standing) or len({offer.issue for offer in standing}) == 1:
        return list(offers)
    if gives_choice(line):
        return [replace(one, modality=Modality.PROBE) if one in standing else one for one in offers]
    left = _left_behind(line, standing)
    return [replace(one, modality=Modality.PROBE) if one in left else one for one in offers]


def gives_choice(line: Line) -> bool:
    """Whether the line lets the other side choose, or sets packages apart by letters or numbers."""
    if _choosing().find(line.spelled):
        return True
    return len({line.spelled[hit.start : hit.end] for hit in _labels().find(line.spelled)}) > 1


def has_and_has_not(line: Line) -> bool:
    """Whether the line sets what has something against what has not: "24,300 with the mats, 24,100 without"."""
    return line.said >= _HAVING


def _differ(offers: Iterable[ReadOffer]) -> bool:
    """Whether two of the offers say different things of the same issue."""
    amounts: dict[IssueId, set[int]] = {}
    for offer in offers:
        amounts.setdefault(offer.issue, set()).add(offer.amount)
    return any(len(found) > 1 for found in amounts.values())


def _left_behind(line: Line, standing: Sequence[ReadOffer]) -> list[ReadOffer]:
    """What only goes with the first of two packages that an "or" sets against each other."""
    ors = [line.span(at, at + 1).start for at, word in enumerate(line.spelled) if word == "or"]
    if has_and_has_not(line):
        ors.append(standing[-1].span.start)
    for at in reversed(ors):
        before = [offer for offer in standing if offer.span.start < at]
        after = [offer for offer in standing if offer.span.start >= at]
        if _differ((*before, *after)) and not _differ(after):
            return [offer for offer in before if offer.issue not in {other.issue for other in after}]
    return []
