"""Whether a line asks for the counterpart's price, and which terms the counterpart stands by."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.terms.terms import Terms

_OF_A_PRICE = frozenset({"price", "number", "figure", "offer", "counter", "much", "pay", "best", "high"})
"""Words that make a wording of asking for an offer one for a price; "what do you think" asks for none."""


def asks_its_price(reading: Reading) -> bool:
    """Whether the line asks what the counterpart would pay or wants."""
    return any(_is_of_a_price(read) for read in reading.acts)


def own_terms(negotiation: Negotiation, mood: Mood) -> Terms | None:
    """The terms that the counterpart stands by: those it would sign but for something, else its live offer."""
    return mood.pending or negotiation.counterpart_terms


def is_answered_by_its_price(negotiation: Negotiation, question: ReadAct, reading: Reading) -> bool:
    """Whether a question only asks for the price that the counterpart has named already."""
    if own_terms(negotiation, negotiation.mood) is None:
        return False
    asked = (read.span for read in reading.acts if _is_of_a_price(read))
    return any(question.span.start <= span.start < question.span.end for span in asked)


def _is_of_a_price(read: ReadAct) -> bool:
    words = (word.strip("?!.,'") for word in read.span.text.lower().split())
    return read.act is Act.ASK_OFFER and not _OF_A_PRICE.isdisjoint(words)
