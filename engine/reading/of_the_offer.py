"""Questions that only ask what the counterpart makes of what the line offers: "would that be easier to sign?"."""

import re

from engine.reading.reading import Act, Modality, ReadAct, Reading

_ASKS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_LEADING = r"^\W*(?:(?:and|so|but|then|ok|well)\W+)*"


def _beginning(*forms: str) -> re.Pattern[str]:
    """Questions that begin so, whatever leads them in."""
    return re.compile(f"{_LEADING}(?:{'|'.join(forms)})")


_OF_THAT = _beginning(
    r"(?:would|does|is|will|could|can|do you think) (?:that|this|it)\b",
    r"(?:(?:can|could|will|would) you (?:both |two )?)?(?:sign|agree|take|accept|go|live|do (?:it|that|this))\b",
    r"how(?:'?s| is| does| do| would| will)? (?:that|this|it|those)\b"
    r"(?: \w+){0,3} (?:sound|sounds|look|looks|sit|sits|go|land|feel|work|suit)\b",
)
_SIGNING = _beginning(
    r"(?:are )?(?:you|u|ya|y'all) in\W*$",
    r"what(?:'ll| will|'s)? it(?: gonna| going to)? be\W*$",
    r".*\b(?:get|put|have|see) your name on\b",
)
"""How it is asked for a yes to the terms, whatever it names: "you in?", "what'll it be?"."""
_SUPPOSING = _beginning(r"(?:what if|suppose) (?:i|we)\b.*\b(?:price|(?:per|a) seat|discount)\b")
"""A question that itself puts up a price, though without a figure."""
_COMPARING = re.compile(
    r"\b(?:that|this|it)(?:'s)?\b[^?]{0,24}\b(?:compares?|ballpark|fits?|within|in line|near|close to|far (?:from|off)"
    r"|in (?:your|the) range)\b"
    r"|\bcompare (?:that|this|it)\b|\b(?:far (?:is|off is)|how does) (?:that|this|it)\b"
    r"|\b(?:happy|okay|ok|fine|comfortable|good|live|all right) with (?:that|this|it)\b"
)
"""How a question sets terms against what the other side had in mind: "does that fit your budget?"."""
_DOING = _beginning(
    r"(?:would|will|could|does|do) (?:that|it|this|those|they) (?:take|fit|hold|suit|do|work|cover|carry)\b"
)
"""How it is asked whether what was shown does what it is wanted for."""
_STRIKES = _beginning(
    r"how(?:'s| is| does| do| would| will)? (?:that|this|it|those|they)\b"
    r"(?: \w+){0,2} (?:compares?|strikes?|sounds?|looks?|fits?|sits?|suits?|measures? up|stacks? up)\b",
    r"what (?:do|would) you (?:think|make|say)(?: of| about| to)? (?:that|this|it)\b",
    r"how (?:do|would) you (?:find|like|feel about|see) (?:that|this|it)\W*$",
    r"what(?:'s| is|s) your (?:view|take|opinion|thought|verdict|reaction)\b",
    r"where (?:does|would) (?:that|this|it) (?:sit|land|leave|put)\b",
)
"""How it is asked, without naming it, what somebody makes of what was shown: "how does that compare?"."""


def asks_how_it_strikes(text: str) -> bool:
    """Whether the question only asks what they make of what stands before it."""
    return _STRIKES.match(text.lower().replace("’", "'")) is not None


def is_of_what_was_shown(read: ReadAct) -> bool:
    """Whether it asks what something shown does for them, whatever else it sounds like: "would that hold it all?"."""
    return read.act is Act.ASK_CLOSED and _DOING.match(read.span.text.lower()) is not None


def _is_behind_terms(read: ReadAct, reading: Reading) -> bool:
    """Whether the line puts up terms before the question, be it only with an "if"."""
    put_up = (offer for offer in reading.offers if offer.modality not in (Modality.REJECTED, Modality.ECHO))
    return any(offer.span.start < read.span.start for offer in put_up)


def compares_the_offer(read: ReadAct, reading: Reading) -> bool:
    """Whether the question sets terms that the line puts up before it against what the other side would have.

    The answer is what that side offers in turn, whatever the question names.
    """
    if read.act not in _ASKS or not _is_behind_terms(read, reading):
        return False
    return _COMPARING.search(read.span.text.lower().replace("’", "'")) is not None


def is_of_the_offer(read: ReadAct, reading: Reading) -> bool:
    """Whether the question points at terms that the line puts up before it, or puts them up in words."""
    if read.act in _ASKS and _SUPPOSING.match(read.span.text.lower()):
        return True
    if read.act not in _ASKS or not _is_behind_terms(read, reading):
        return False
    asked = read.span.text.lower().replace("’", "'")
    return any(form.search(asked) for form in (_OF_THAT, _STRIKES, _SIGNING))
