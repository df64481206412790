"""Offers that were read into a line and that the rep puts right: "I said 80,000, not 72,450", believed at no cost."""

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.negotiation.events import Offered, Said
from engine.reading.figures import figures
from engine.reading.reading import Modality, Reading
from engine.scenario.scenario import Scenario

_PUTS_RIGHT = re.compile(
    r"\b((i|we|i've|we've) (only |just |clearly |never |did say |did not |didn't )*"
    r"(said|say|wrote|write|meant|mean|offered|offer|mention|mentioned)|never (said|offered|meant|mentioned)"
    r"|mis(heard|hear|read|understood|understand|took)|not what (i|we) (said|meant|wrote|offered)"
    r"|you got (me|that) wrong|(is|was|'s)(n't| not) (my|our) (price|offer|number))\b"
)


def misheard(scenario: Scenario, offers: Sequence[Offered], lines: Sequence[Said], reading: Reading) -> Offered | None:
    """The rep's live offer, where its last line denies that price and no line of its own named it in full.

    `lines` end with the line of the reading. What stands in full in the rep's own words was said, whoever denies it.
    """
    if not offers or not lines:
        return None
    price = scenario.price_issue.id
    live = offers[-1].terms.amount(price)
    if not _denies(lines[-1].text, live, reading, scenario):
        return None
    said = frozenset[Fraction]().union(*(figures(line.text) for line in lines[:-1] if line.side == "rep"))
    return None if Fraction(live, scenario.currency.unit) in said else offers[-1]


def _denies(text: str, live: int, reading: Reading, scenario: Scenario) -> bool:
    """Whether the line refuses the price as its own, or says another in its place."""
    priced = [offer for offer in reading.offers if offer.issue == scenario.price_issue.id]
    if not priced or not _PUTS_RIGHT.search(text.lower().replace("’", "'")):
        return False
    if any(offer.amount == live and offer.modality is Modality.REJECTED for offer in priced):
        return True
    return any(offer.amount != live for offer in reading.binding() if offer in priced)
