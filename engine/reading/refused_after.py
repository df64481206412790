"""The other side's price in a line that goes on to say no, and puts nothing in its place: "20% off? No, sorry."."""

from collections.abc import Sequence
from dataclasses import replace

from engine.reading.context import ReadingContext
from engine.reading.reading import BINDING, Act, Modality, ReadAct, ReadOffer


def as_refused(
    offers: tuple[ReadOffer, ...], worded: Sequence[ReadAct], context: ReadingContext
) -> tuple[ReadOffer, ...]:
    """The offers; an echo of the other side's price is refused where words of refusal, and none of assent, follow."""
    priced = [offer for offer in offers if offer.issue == context.price.id]
    if not context.other_price or not priced or any(offer.modality in BINDING for offer in priced):
        return offers
    end = priced[-1].span.end
    follow = {act.act for act in worded if act.span.start >= end}
    if Act.REJECT not in follow or Act.ACCEPT in follow:
        return offers
    return tuple([_refused(offer, context) for offer in offers])


def _refused(offer: ReadOffer, context: ReadingContext) -> ReadOffer:
    is_echo = offer.modality is Modality.ECHO and context.is_theirs(offer.issue, offer.amount)
    return replace(offer, modality=Modality.REJECTED) if is_echo else offer
