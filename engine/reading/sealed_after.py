"""A price that is only floated, in a line that then asks to sign: "what if I do 27,200? Shall we write it up?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.reading.context import ReadingContext
from engine.reading.reading import BINDING, Act, Modality, ReadAct, ReadOffer

_SENTENCE_END = re.compile(r"[.?!](?=\s)")
_SEALING = re.compile(r"\b(?:sign\w*|writ\w+|papers?|paperwork|shake|close|ink|wrap|deal)\b", re.IGNORECASE)
"""Words of who wants it done, and does not only ask whether the price would do."""


def as_sealed(
    text: str, offers: tuple[ReadOffer, ...], worded: Sequence[ReadAct], context: ReadingContext
) -> tuple[ReadOffer, ...]:
    """The offers; the one price that is asked about is meant where a later sentence asks for the deal."""
    floated = [one for one in offers if one.issue == context.price.id and one.modality is Modality.PROBE]
    if len(floated) != 1 or any(one.issue == context.price.id and one.modality in BINDING for one in offers):
        return offers
    end = _SENTENCE_END.search(text, floated[0].span.end)
    if end is None or not any(_asks_to_seal(act) and act.span.start >= end.end() for act in worded):
        return offers
    return tuple([replace(one, modality=Modality.FIRM) if one in floated else one for one in offers])


def _asks_to_seal(act: ReadAct) -> bool:
    return act.act is Act.ASK_SALE and _SEALING.search(act.span.text) is not None
