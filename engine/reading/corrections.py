"""Amounts said instead of another just named: "what if 24,000? I mean 24,200" asks about 24,200."""

from collections.abc import Sequence
from dataclasses import replace

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.reading import Modality, ReadOffer

_KEPT = (Modality.PROBE, Modality.CONDITIONAL)
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
