"""Whether a buyer's line takes the offer that stands: only where nothing in it speaks of other terms, or hesitates."""

import re
from fractions import Fraction

from engine.marketplace.amounts import of_offers, plain_numbers
from engine.marketplace.visibility import SellerView
from engine.reading.figures import figures
from engine.reading.reading import Act, Reading, ReadOffer

_TAKING = re.compile(
    r"\b(?:i|we)(?:'ll| will|'d like to| want to)? (?:take|buy)"
    r"(?:$|\s*[.,;!]|\s+(?:it|them|that|this|those|these|all|both|the (?:lot|rest|offer|deal|remaining|other|last)|"
    r"your offer|\d+|two|three|four|five|six|eight|ten|twelve|twenty)\b)|\b(?:\d+ )?pieces it is\s*(?:$|[.!,])",
    re.IGNORECASE,
)
"""Taking an offer without a word for agreeing: "I'll take five of them"."""
_AGREEING = re.compile(
    r"\b(?:deal|accept(?:ed)?|agreed?|sold|done|yes|yep|yeah|take|buy|order|confirm(?:ed)?|go ahead|works|perfect|"
    r"let's (?:do|go)|you(?:'ve| have) got)\b",
    re.IGNORECASE,
)
"""Words that agree; an "ok" or a "sure" may only say that something was heard."""
_HESITATING = re.compile(
    r"\?|\b(?:if|unless|when|but|maybe|perhaps|think|thinking|later|tomorrow|soon|time|look|boss|board|manager|check|"
    r"sleep|can't|cannot|won't|don't|not|discount|instead|coffee|seriously|free|half|dozen|would like|i'd like to|"
    r"(?:great|good|nice|bad|better|no) deal|with (?:delivery|shipping|installation))\b",
    re.IGNORECASE,
)
"""What leaves it open whether the offer is taken as it stands."""


def hesitates(text: str) -> bool:
    """Whether the line leaves it open what the buyer will do."""
    return bool(_HESITATING.search(text))


def takes(reading: Reading, text: str, price: ReadOffer | None, pieces: int | None, view: SellerView) -> bool:
    """Whether the line takes the seller's offer: it agrees, or takes up its price ("I'll take 3 at 6.75"), for no more
    than is offered, and no other number is in it."""
    if view.standing is None or reading.has(Act.REJECT) or hesitates(text):
        return False
    if (price is not None and price.amount != view.standing.price) or (pieces or 1) > view.standing.quantity:
        return False
    if _strange(text, pieces, view):
        return False
    takes_up = reading.has(Act.COUNTER, Act.ADD_ON, Act.PACKAGE) and not reading.has(Act.ASK_CLOSED)
    agrees = reading.has(Act.ACCEPT) and bool(_AGREEING.search(text))
    return agrees or (price is not None and takes_up) or bool(_TAKING.search(text))


def _strange(text: str, pieces: int | None, view: SellerView) -> frozenset[Fraction]:
    """Numbers of the line that are neither the offer's nor say how many."""
    counts = {pieces, view.needed, view.standing.quantity if view.standing else None} - {None}
    known = plain_numbers(view.item, view.stock, [count for count in counts if count]) | of_offers(
        (view.standing,), view.currency
    )
    return figures(text) - known
