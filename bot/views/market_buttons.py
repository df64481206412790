"""The buttons of a run in a market, and what stands in them."""

from typing import NamedTuple

TAKE, LEAVE, COMPARE, SEND, DISCARD = "market_take", "market_leave", "market_compare", "market_send", "market_discard"
END, BUY_AGAIN, BUY_NEW, RULES = "market_end", "buy_again", "buy_new", "market_rules"
OPEN_BUY = "open_buy"
MAKE, EDIT, COPY, REMOVE = "market_make", "market_edit", "market_copy", "market_remove"


class Again(NamedTuple):
    """A market to be opened once more: where it is drawn from, its seed (empty for another), the item, who sells."""

    source: str
    seed: str = ""
    item: str = ""
    sellers: str = ""
    model: str = ""

    def __str__(self) -> str:
        """The value of the button."""
        return " ".join(part or "-" for part in self)


def again_of(value: str) -> Again:
    """What the value of a button says."""
    parts = ["" if part == "-" else part for part in value.split()]
    return Again(*(parts or [""])[:5])
