"""Terms named in the same breath as a question for the deal: "can I write it up, 24,300 with delivery?"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.reading import Act, Modality, ReadOffer


def as_to_be_signed(line: Line, offers: Sequence[ReadOffer]) -> list[ReadOffer]:
    """The offers; what is only asked about, and follows such a question in its sentence, is put forward."""
    stretches = [*_after_closing(line)]
    return [
        replace(offer, modality=Modality.FIRM)
        if offer.modality is Modality.PROBE and any(offer.span.start in stretch for stretch in stretches)
        else offer
        for offer in offers
    ]


def _after_closing(line: Line) -> Iterator[range]:
    """Where, in the message, a sentence goes on after a clause that asks for the deal and names no number itself."""
    for setting in line.settings:
        clause, sentence = setting.clause, setting.sentence
        closes = any(hit.label is Act.ASK_SALE for hit in setting.acts)
        if closes and not setting.numbers and not setting.has(Cue.SUPPOSE) and clause.end < sentence.end:
            rest = line.span(clause.end, sentence.end)
            yield range(rest.start, rest.end)
