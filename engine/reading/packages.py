"""A package is firm as a whole: of "if I cap it at 3 %, 24,000, would you sign?" the cap is as firm as the price."""

from collections.abc import Sequence
from dataclasses import replace

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.reading import Modality, ReadOffer
from engine.terms.terms import IssueId

_OWN = frozenset({"i", "we"})


def as_one_package(line: Line, offers: Sequence[ReadOffer], price: IssueId) -> list[ReadOffer]:
    """The offers, what the speaker would do for a price as firm as the price of its sentence."""
    whole = list(offers)
    for setting in line.settings:
        if not _supposes_own_act(line, setting):
            continue
        sentence = line.span(setting.sentence.start, setting.sentence.end)
        clause = line.span(setting.clause.start, setting.clause.end)
        here = [one for one in whole if sentence.start <= one.span.start < sentence.end]
        if any(one.issue == price and one.modality is Modality.CONDITIONAL for one in here):
            whole = [_joined(one, clause.start, clause.end) for one in whole]
    return whole


def _supposes_own_act(line: Line, setting: Setting) -> bool:
    """Whether the clause begins "if I" or "if we"."""
    start = setting.clause.start
    return setting.clause.supposing and not _OWN.isdisjoint(line.words(start, start + 3))


def _joined(offer: ReadOffer, start: int, end: int) -> ReadOffer:
    is_part = start <= offer.span.start < end and offer.modality is Modality.PROBE
    return replace(offer, modality=Modality.CONDITIONAL) if is_part else offer
