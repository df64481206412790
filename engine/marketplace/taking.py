"""Whether a buyer's line takes the offer that stands: only where every word of it says so, for words buy at once."""

import re
from fractions import Fraction
from functools import lru_cache

from engine.marketplace.amounts import of_offers, plain_numbers
from engine.marketplace.visibility import SellerView
from engine.reading.figures import figures
from engine.reading.reading import Act, Reading, ReadOffer

_TAKING = re.compile(
    r"\b(?:deal|accept(?:ed)?|agreed?|sold|done|take|buy|order|confirm(?:ed)?|go ahead|let's (?:do|go)|it is|"
    r"you(?:'ve| have) got|(?:go|going) with)\b",
    re.IGNORECASE,
)
"""Words that take an offer."""
_CONSENTING = re.compile(r"\b(?:yes|yep|yeah|perfect|works|you win|fine|great|good|sounds)\b", re.IGNORECASE)
"""Words that may take one, or only say that something was heard."""
_HESITATING = re.compile(
    r"\?|\b(?:if|unless|when|but|maybe|perhaps|think|thinking|later|tomorrow|soon|time|look|boss|board|manager|check|"
    r"sleep|can't|cannot|won't|don't|not|discount|instead|coffee|seriously|free|half|dozen|would like|i'd like to|"
    r"(?:great|good|nice|bad|better|no) deal|with (?:delivery|shipping|installation))\b",
    re.IGNORECASE,
)
"""What leaves it open whether the offer is taken as it stands."""
LIMIT = re.compile(
    r"\b(?:max(?:imum)?|at most|budget|limit|up to|ceiling|under|below|"
    r"(?:no|not|never)(?: a cent| a penny)? (?:more|over|above)|around|roughly|somewhere)\b|[~<>]",
    re.IGNORECASE,
)
"""What makes a price a limit, which nobody offers by naming it."""
_WORDS_OF_TAKING = (
    "deal accept accepted agree agreed sold done take taking taken buy buying order confirm confirmed go going ahead "
    "yes yep yeah perfect works fine great good sounds sure ok okay alright right so then and now today just only "
    "exactly please thanks thank cheers nice lovely super excellent awesome cool very much hi "
    "hello hey there i we me us you your yours i'll we'll will have got you've need want let's let do with win "
    "it that this them these those all both the of for at in as to from each apiece per piece pieces unit "
    "units pcs total altogether everything lot rest remaining other last whole full offer offered price quantity "
    "amount ship send pack dollar dollars bucks usd euro euros eur cents "
    "two three four five six ten twelve twenty"
)
"""Words of which a line may be made that takes an offer."""
_PHRASES = re.compile(
    r"\b(?:a )?pleasure doing business(?: with you)?\b|\b(?:that's|it's) a deal\b|\bit is\b"
    r"|\bis (?:fine|good|ok|okay|great|perfect)\b",
    re.IGNORECASE,
)
"""Words that take nothing away from a yes."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def hesitates(text: str) -> bool:
    """Whether the line leaves it open what the buyer will do."""
    return bool(_HESITATING.search(text))


def takes(reading: Reading, text: str, price: ReadOffer | None, pieces: int | None, view: SellerView) -> bool:
    """Whether the line takes the seller's offer: it says so, or takes up its price ("I'd pay 6.75"), for no more than
    is offered, and nothing else is in it."""
    if not _can_take(reading, text, price, pieces, view):
        return False
    takes_up = price is not None and reading.has(Act.COUNTER, Act.PACKAGE) and not reading.has(Act.ASK_CLOSED)
    return takes_up or (bool(_TAKING.search(text)) and _says_nothing_else(text, view))


def may_take(reading: Reading, text: str, price: ReadOffer | None, pieces: int | None, view: SellerView) -> bool:
    """Whether the buyer has to be asked if the line takes the offer: it says so among other words, or says yes."""
    if not _can_take(reading, text, price, pieces, view):
        return False
    return bool(_TAKING.search(text) or (_CONSENTING.search(text) and _says_nothing_else(text, view)))


def _can_take(reading: Reading, text: str, price: ReadOffer | None, pieces: int | None, view: SellerView) -> bool:
    if view.standing is None or reading.has(Act.REJECT) or hesitates(text):
        return False
    if (price is not None and price.amount != view.standing.price) or (pieces or 1) > view.standing.quantity:
        return False
    return not (LIMIT.search(text) or _strange(text, pieces, view))


def _says_nothing_else(text: str, view: SellerView) -> bool:
    known = _known(view.item.one, view.item.many, *view.item.words, view.seller.handle)
    return all(word.casefold().replace("’", "'") in known for word in _WORD.findall(_PHRASES.sub(" ", text)))


@lru_cache(256)
def _known(*names: str) -> frozenset[str]:
    """The words of taking, and those of these names."""
    return frozenset(_WORDS_OF_TAKING.split()) | {word.casefold() for name in names for word in _WORD.findall(name)}


def _strange(text: str, pieces: int | None, view: SellerView) -> frozenset[Fraction]:
    """Numbers of the line that are neither the offer's nor say how many."""
    counts = {pieces, view.needed, view.standing.quantity if view.standing else None} - {None}
    known = plain_numbers(view.item, view.stock, [count for count in counts if count]) | of_offers(
        (view.standing,), view.currency
    )
    return figures(text) - known
