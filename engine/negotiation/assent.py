"""A price that a line asks a yes to: whoever sells and asks "would you agree to 23,600?" has put that up.

To the reader it is a question, as it is in the mouth of whoever buys. What is only supposed ("what if 34?", "if I came
down to 34, would you sign?") stays one, and so does a price at which the rep loses.
What hangs on nothing but what the rep gives for it ("34, if I add the mats?") is put up.
"""

import re
from dataclasses import replace

from engine.negotiation.laying import laid_on
from engine.reading.reading import BINDING, Modality, Reading, ReadOffer
from engine.reading.text import sentence_around
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms

_FINE = (
    r"(?:acceptable|okay|ok|fine|fair|good|happy|comfortable|content|willing|reasonable|agreeable|all right|alright)"
)
_ASKS_FOR_A_YES = re.compile(
    rf"\bwould you (?:\w+ )?(?:agree(?! that)|accept|take|sign|say (?:yes )?to|be (?:\w+ )?{_FINE})\b"
    r"|\b(?:could|can) you (?:\w+ )?(?:live with|agree(?! that)|accept|sign|work with|do|stretch to)\b"
    r"|\b(?:could|can|might|may|shall) (?:we|i) (?:\w+ )?"
    r"(?:agree(?! that)|settle|shake|say|meet|close|suggest|propose)\b"
    rf"|\bwould\b[^?]{{0,120}}?\b(?:work|suit|feel right|get it done|do it|close it|be (?:\w+ )?{_FINE})\b"
    rf"|\bis\b[^?]{{0,120}}?\b{_FINE}\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"\b(?:if|whether|suppose|supposing|imagine|say we|say i|let['’]?s say|hypothetically|theoretically|assuming"
    r"|were to|came|range|ballpark|somewhere|around|roughly|about|between)\b",
    re.IGNORECASE,
)


def as_put_up(scenario: Scenario, text: str, reading: Reading, tabled: Terms) -> Reading:
    """The reading; a price that the line asks a yes to is put up, with whatever else its question puts in.

    `tabled` is what stood before the line.
    """
    price = scenario.price_issue.id
    probed = [one for one in reading.offers if one.issue == price and one.modality is Modality.PROBE]
    if len(probed) != 1 or any(one.issue == price and one.modality in BINDING for one in reading.offers):
        return reading
    sentence = sentence_around(text, probed[0].span)
    start = text.index(sentence)
    if _SUPPOSES.search(text[start : probed[0].span.end]) or not _ASKS_FOR_A_YES.search(sentence):
        return reading
    offers = tuple(_put_up(one) if start <= one.span.start < start + len(sentence) else one for one in reading.offers)
    put = replace(reading, offers=offers)
    return put if scenario.rep.interests.surplus(laid_on(scenario, tabled, put.binding())) >= 0 else reading


def _put_up(offer: ReadOffer) -> ReadOffer:
    return replace(offer, modality=Modality.FIRM) if offer.modality is Modality.PROBE else offer
