"""What a better line would have changed: the run again from that turn, with the rep's other lines as they were.

Where the rules decide, moves follow from the lines alone: the difference is what would have happened, not a guess.
"""

from typing import NamedTuple

from engine.director.director import Line
from engine.director.replay import say
from engine.negotiation.events import Ended, Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.scoring.record import Turn
from engine.terms.terms import Terms

DECIDED_BY_RULES = ("strict", "freeplay", "flavor")
"""Modes in which a model words the counterpart at most."""


class Otherwise(NamedTuple):
    """How the run would have gone: what was agreed, if anything, and the minor units that it is better for the rep.

    `goes_on` where the rep's lines were used up and nothing had ended it.
    """

    terms: Terms | None
    gain: int
    goes_on: bool = False


def otherwise(
    negotiation: Negotiation, turn: Turn, better: str, *, before: bool = False, after: bool = False
) -> Otherwise | None:
    """The run with another line in that turn, or `before` or `after` its own.

    None where they do not follow from lines alone.
    """
    if negotiation.opened.mode not in DECIDED_BY_RULES:
        return None
    said = [event for event in negotiation.events if isinstance(event, Said) and event.side == "rep"]
    number = turn.number + after
    start = negotiation.events.index(said[number]) if number < len(said) else _before_the_end(negotiation)
    run = fold(negotiation.scenario, negotiation.events[:start])
    later = said[number + (not (before or after)) :]
    lines = [(better, said[turn.number].at), *((line.text, line.at) for line in later)]
    for text, at in lines:
        if run.status != "open":
            break
        run = say(run, Line(text), at)
    return Otherwise(run.agreed, _profit(run) - _profit(negotiation), run.status == "open")


def _before_the_end(negotiation: Negotiation) -> int:
    """How many events there were before the one that ended the run."""
    ends = (at for at, event in enumerate(negotiation.events) if isinstance(event, Ended))
    return next(ends, len(negotiation.events))


def _profit(run: Negotiation) -> int:
    return run.scenario.rep.interests.surplus(run.agreed) if run.agreed is not None else 0
