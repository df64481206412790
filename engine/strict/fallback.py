"""What to say when nothing else is to be said."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.part import Part, Place
from engine.strict.speaking import may_ask_price, with_terms

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    _WORD.findall(
        "a an the is are was it its this that these those i we you he she they my your our to of for and but or in on"
        " at with not have has do can will would"
    )
)
"""Words that make a line a sentence."""
_HUMS = frozenset(_WORD.findall("hm hmm um uh mm ah oh well so right ok"))


def plain_answer(negotiation: Negotiation, reading: Reading) -> Part:
    """That it was heard, where the table stands, a nudge, or, for a line that is no sentence, that it is unclear.

    With terms on the table nothing unplaced is merely acknowledged: it could be taken for a yes.
    """
    if reading.has(Act.ASK_TIME):
        return Part(Place.MOVE, "WAIT", needed=True)
    if reading.has(Act.NEXT_STEP):
        return Part(Place.MOVE, "PLAN", needed=True)
    if reading.has(Act.PRESENT, Act.CLAIM, Act.ACKNOWLEDGE, Act.SUMMARY):
        return Part(Place.MOVE, "HEARD", needed=True)
    if reading.doubts and not reading.acts:
        return Part(Place.MOVE, "UNSURE", needed=True)
    unplaced = "" if reading.acts else _to_the_unplaced(negotiation)
    if unplaced and not (unplaced == "HEARD" and negotiation.counterpart_terms is not None):
        return Part(Place.MOVE, unplaced, needed=True)
    if negotiation.counterpart_terms is not None:
        return with_terms(negotiation, "HOLD", negotiation.counterpart_terms)
    return Part(Place.MOVE, "ASK_PRICE" if may_ask_price(negotiation, negotiation.mood) else "GO_ON", needed=True)


def _to_the_unplaced(negotiation: Negotiation) -> str:
    """The act that answers a line in which nothing could be placed."""
    line = next((said.text for said in reversed(negotiation.lines) if said.side == "rep"), "")
    words = set(_WORD.findall(line.lower()))
    if words & _SMALL_WORDS:
        return "HEARD"
    return "UNSURE" if words - _HUMS else "GO_ON"
