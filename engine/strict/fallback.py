"""What to say when nothing else is to be said."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.again import last_point
from engine.strict.caring import topic_name
from engine.strict.open_doubts import open_objections
from engine.strict.part import Part, Place
from engine.strict.speaking import may_ask_price, with_terms
from engine.strict.unplaced import to_statement

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    _WORD.findall(
        "a an the is are was it its this that these those i we you he she they my your our to of for and but or in on"
        " at with not have has do can will would"
    )
)
"""Words that make a line a sentence."""
_HUMS = frozenset(_WORD.findall("hm hmm um uh mm ah oh well so right ok"))
_AGAIN = _HUMS | frozenset(_WORD.findall("what huh eh sorry pardon meaning come again say that excuse me wait really"))
"""Words of a line that only wants to hear it once more."""
_SENTENCE = 4
"""Words from which a statement says something."""


def plain_answer(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    """The answer to a line that nothing else was said to.

    What the rep states of its own is taken up, and then led back to what is open.
    """
    stated = "" if reading.kinds - {Act.REJECT} or reading.offers or reading.doubts else _stated(negotiation)
    if not stated:
        return (_answer(negotiation, reading),)
    noted = Part(Place.REACTION, stated, needed=True)
    return (noted, open_point(negotiation)) if _has_open_point(negotiation) else (noted,)


def _stated(negotiation: Negotiation) -> str:
    line = _last_line(negotiation)
    words = set(_WORD.findall(line.lower()))
    return to_statement(negotiation.scenario, line) if len(words - _AGAIN) >= _SENTENCE and words & _SMALL_WORDS else ""


def _last_line(negotiation: Negotiation) -> str:
    return next((said.text for said in reversed(negotiation.lines) if said.side == "rep"), "")


def _answer(negotiation: Negotiation, reading: Reading) -> Part:
    """That it was heard, where the table stands, a nudge, or, for a line that is no sentence, that it is unclear.

    With terms on the table nothing unplaced is merely acknowledged: it could be taken for a yes.
    """
    if reading.has(Act.ASK_TIME):
        return Part(Place.MOVE, "WAIT", needed=True)
    if reading.has(Act.NEXT_STEP):
        return Part(Place.MOVE, "PLAN", needed=True)
    if reading.has(Act.PRESENT, Act.CLAIM, Act.SUMMARY):
        return Part(Place.MOVE, "HEARD", needed=True)
    if reading.doubts and not reading.acts:
        return Part(Place.MOVE, "UNSURE", needed=True)
    if reading.acts or reading.offers:
        return open_point(negotiation)
    return _to_the_unplaced(negotiation)


def open_point(negotiation: Negotiation) -> Part:
    """What the counterpart comes back to: its own terms, a doubt that nobody has settled, the price, the next word."""
    scenario, mood = negotiation.scenario, negotiation.mood
    if negotiation.counterpart_terms is not None:
        return with_terms(negotiation, "HOLD", negotiation.counterpart_terms)
    for doubt in open_objections(scenario, mood):
        return Part(Place.MOVE, "REMIND", (("topic", topic_name(scenario, doubt.topic)),), needed=True)
    return Part(Place.MOVE, "ASK_PRICE" if may_ask_price(negotiation, mood) else "GO_ON", needed=True)


def _to_the_unplaced(negotiation: Negotiation) -> Part:
    """The answer to a line in which nothing could be placed.

    A sentence is asked about in turn and led back to what is open; to hums and to "what?" it only leads back.
    """
    words = set(_WORD.findall(_last_line(negotiation).lower()))
    if words <= _HUMS and negotiation.counterpart_terms is None:
        return Part(Place.MOVE, "GO_ON", needed=True)
    if not words and any(character.isdigit() for character in _last_line(negotiation)):
        return Part(Place.MOVE, "UNSURE", needed=True)
    if words <= _AGAIN:
        return last_point(negotiation, negotiation.mood)
    if not words & _SMALL_WORDS:
        return Part(Place.MOVE, "UNSURE", needed=True)
    asks = negotiation.round % 2 == 0 or not _has_open_point(negotiation)
    return Part(Place.MOVE, "ASK_BACK", needed=True) if asks else open_point(negotiation)


def _has_open_point(negotiation: Negotiation) -> bool:
    return negotiation.counterpart_terms is not None or bool(open_objections(negotiation.scenario, negotiation.mood))
