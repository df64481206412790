"""The hint that helps most at this point of a run.

A hint points at something to do, never at what is hidden: it rests on what was said, on both sides' offers, on the
rep's own sheet, and on what is worth asking anybody in this trade.
"""

from collections.abc import Iterator
from typing import NamedTuple

from engine.hints import table, talk
from engine.hints.found import Finder, Found
from engine.hints.wording import worded
from engine.negotiation.negotiation import Negotiation

NOTHING_NEW = "I have no new hint at this point, so nothing was counted. Say your next line, then ask again."

BY_USE: tuple[Finder, ...] = (
    talk.clarify,
    talk.warned,
    talk.apologise,
    table.beyond_limit,
    talk.gate,
    table.last_chance,
    talk.doubt,
    table.close_to_each_other,
    table.their_move,
    table.price_overdue,
    talk.explore_before_the_price,
    table.first_price,
    table.extra_they_value,
    table.bare_price,
    table.price_alone,
    talk.come_back,
    table.your_move,
    talk.explore,
    talk.question,
    talk.say_back,
    table.decide,
    talk.invite_doubt,
)
"""What to look for, the most useful first."""


class Hint(NamedTuple):
    """A hint: its id and its words."""

    id: str
    text: str


def hint_for(negotiation: Negotiation) -> Hint | None:
    """The most useful hint that this run has not had yet; None where there is nothing new to say."""
    had = {given.hint for given in negotiation.hints}
    found = next((found for found in findings(negotiation) if found.id not in had), None)
    return Hint(found.id, worded(found)) if found else None


def findings(negotiation: Negotiation) -> Iterator[Found]:
    """Everything that could be hinted at now, the most useful first."""
    return (found for finder in BY_USE for found in finder(negotiation))
