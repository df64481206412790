"""Amounts said instead of another just named: "what if 24,000? I mean 24,200" asks about 24,200 alone."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.reading import Modality, ReadOffer
from engine.reading.shared_units import REPLACING
from engine.reading.tokens import words_of

_KEPT = (Modality.PROBE, Modality.CONDITIONAL)
_OPEN = {*_KEPT, Modality.FIRM}
_TAKING_BACK = frozenset(
    words_of(
        "sorry wait correction typo oops whoops scratch strike meant mean rather er misread mistyped mistake typed"
    )
)
_BETWEEN = _TAKING_BACK | frozenset(
    words_of(
        "no i we that make or my bad actually well uh um hold on it is the a not to say write type should read be "
        "wrong wrongly finger fat slip eh ah argh hmm ugh ooh shoot damn nah now just"
    )
)
"""All that stands between an amount and the one that takes its place."""
_HALTING = frozenset({("no", "wait"), ("scratch", "that"), ("hold", "on"), ("oh", "wait"), ("wait", "no")})
"""With these a number is taken back, whatever is said before the next: "31,500. No wait, I forgot the fee, 32,100"."""
_FEW_BETWEEN = 8
_MARKS = frozenset(",.-–—…;:!(")
_REACH = 3
_FEW_WORDS = 2


def as_corrected(offer: ReadOffer, number: Quantity, line: Line, at: int, earlier: Sequence[ReadOffer]) -> ReadOffer:
    """The offer of a number in the setting `at`, no firmer than the one it corrects, if it corrects any."""
    corrected = earlier[-1] if earlier else None
    if corrected is None or corrected.issue != offer.issue or corrected.modality not in _KEPT:
        return offer
    if offer.modality is not Modality.FIRM or not _corrects(line, at, number):
        return offer
    return replace(offer, modality=corrected.modality)


def is_replaced(line: Line, number: Quantity) -> bool:
    """Whether another number takes its place: "24,300 instead of 24,900"."""
    start, _ = line.extent(number)
    return line.words(start - 2, start) in REPLACING


def takes_back(line: Line, number: Quantity, offer: ReadOffer, earlier: Sequence[ReadOffer]) -> bool:
    """Whether the offer of the number takes the place of the last one: "220, sorry, 230", "220. No wait, 230"."""
    if not earlier or earlier[-1].issue != offer.issue or not {earlier[-1].modality, offer.modality} <= _OPEN:
        return False
    before = next((one for one in reversed(line.numbers) if one.end <= number.start), None)
    if before is None or line.span(*line.extent(before)) != earlier[-1].span:
        return False
    between = [word for word in line.words(line.extent(before)[1], line.extent(number)[0]) if word not in _MARKS]
    if {tuple(between[:2]), tuple(between[-2:])} & _HALTING and len(between) <= _FEW_BETWEEN:
        return True
    said = frozenset(between) - ({"sorry"} if "?" in between else set())
    takes = not _TAKING_BACK.isdisjoint(said) or ("make", "that") in pairwise(between)
    return takes and said <= _BETWEEN | {"?", "sorry"} and ("mean" not in said or "i" in said)


def _corrects(line: Line, at: int, number: Quantity) -> bool:
    """Whether an "I mean" leads the number in, in its clause or, where that says little else, in the one before."""
    setting = line.settings[at]
    if setting.before(number.start, Cue.COMMIT):
        return False
    if any(number.start - hit.end <= _REACH for hit in setting.before(number.start, Cue.MEANT)):
        return True
    return at > 0 and _says_little_else(setting, number) and line.settings[at - 1].has(Cue.MEANT)


def _says_little_else(setting: Setting, number: Quantity) -> bool:
    return setting.clause.end - setting.clause.start - (number.end - number.start) <= _FEW_WORDS
