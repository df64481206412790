"""Asking for a sale before there is anything to buy: "ready to buy today?" as a first line."""

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.strict.price_asked import own_terms

_PROPOSING = (Act.NEXT_STEP, Act.ASK_OFFER, Act.ASK_LEAVE, Act.INVITE_DOUBT)


def asks_when_to_buy(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the words ask for a sale with nothing on the table, and name a topic: that is a question on the topic."""
    if read.topic is None or read.guessed or reading.offers or reading.has(*_PROPOSING):
        return False
    is_tabled = negotiation.rep_terms is not None or own_terms(negotiation, negotiation.mood) is not None
    return not is_tabled and any(other.act is Act.ASK_SALE and read.span.holds(other.span) for other in reading.acts)
