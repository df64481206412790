"""Questions that only ask what the counterpart makes of what the line offers: "would that be easier to sign?"."""

import re

from engine.reading.reading import Act, ReadAct, Reading

_ASKS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_OF_THAT = re.compile(
    r"^\W*(?:(?:and|so|but|then|ok|well)\W+)*(?:would|does|is|will|could|can|do you think) (?:that|this|it)\b"
    r"|^\W*(?:(?:and|so|but|then|ok|well)\W+)*(?:(?:can|could|will|would) you )?"
    r"(?:sign|agree|take|accept|go|live|do (?:it|that|this))\b"
    r"|^\W*(?:(?:and|so|but|then|ok|well)\W+)*how(?:'?s| is| does| do| would| will)? (?:that|this|it|those)\b"
    r"(?: \w+){0,3} (?:sound|sounds|look|looks|sit|sits|go|land|feel|work|suit)\b"
)
_SUPPOSING = re.compile(
    r"^\W*(?:(?:and|so|ok|well|but)\W+)*(?:what if|suppose) (?:i|we)\b.*\b(?:price|(?:per|a) seat|discount)\b"
)
"""A question that itself puts up a price, though without a figure."""


def is_of_the_offer(read: ReadAct, reading: Reading) -> bool:
    """Whether the question points at terms that the line puts up before it, or puts them up in words."""
    if read.act in _ASKS and _SUPPOSING.match(read.span.text.lower()):
        return True
    if read.act not in _ASKS or not any(offer.span.start < read.span.start for offer in reading.binding()):
        return False
    return _OF_THAT.match(read.span.text.lower()) is not None
