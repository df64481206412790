"""Words after a number that set it against a price of the talk: "50 less than asking", "150 more than I said"."""

from collections.abc import Sequence

from engine.reading.tokens import words_of

LISTED = frozenset(
    words_of(
        "list listing listed asking msrp sticker retail card original ad advert advertised tag post posting ticket "
        "marked"
    )
)
"""What the list price goes by."""
_ASKED_FOR = LISTED | {"ask"}
_BELOW = frozenset({"less", "below", "under", "lower", "cheaper"})
_OFFERED = frozenset({"said", "offered", "was", "were", "bid", "told", "started", "opened"})
_OWN_OFFER = frozenset({"last", "first", "previous", "earlier", "offer", "number", "bid", "opening"})


def is_set_against_price(after: Sequence[str]) -> bool:
    """Whether these words, four of them, name a price that so much is taken from or added to."""
    return is_below_list(after) or _is_beyond_own(after) or _is_beyond_theirs(after)


def is_below_list(after: Sequence[str]) -> bool:
    """Whether these words take it off the list price: "50 less than asking", "200 under sticker"."""
    return after[:1] != () and after[0] in _BELOW and not _ASKED_FOR.isdisjoint(after[1:5])


def _is_beyond_own(after: Sequence[str]) -> bool:
    """Whether these words set it against what the speaker offered: "150 more than I said"."""
    if after[1] != "than":
        return False
    return (
        after[2] == "before"
        or (after[2] in {"i", "we"} and after[3] in _OFFERED)
        or (after[2] in {"my", "our"} and after[3] in _OWN_OFFER)
    )


def _is_beyond_theirs(after: Sequence[str]) -> bool:
    """Whether these words set it against what the other side said: "a hundred less than what you said"."""
    return after[2] in {"that", "you"} or list(after[1:3]) == ["what", "you"] or list(after[2:4]) == ["what", "you"]
