"""A run held in the terminal: the very engine that runs in Slack, with every event at one and the same moment.

Nothing in a run hangs on the hour, so the same lines give the same document whenever they are said.
"""

from datetime import UTC, datetime

from bot.console.rep_lines import Entry
from engine.director.director import Line, end_by_rep, give_hint, open_run
from engine.director.replay import extended, say
from engine.negotiation.events import Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.scenario.scenario import Scenario

MODE = "strict"
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def sit_down(scenario: Scenario) -> Negotiation:
    """The run, opened."""
    return fold(scenario, open_run(scenario, MODE, MOMENT))


def take(negotiation: Negotiation, entry: Entry) -> Negotiation:
    """The run after a line, which is known by its number from 1, or after `/hint` or `/end`."""
    match entry.command:
        case "hint":
            return extended(negotiation, give_hint(negotiation, MOMENT))
        case "end":
            return get_up(negotiation)
        case _:
            return say(negotiation, Line(entry.text, str(lines_said(negotiation) + 1)), MOMENT)


def get_up(negotiation: Negotiation) -> Negotiation:
    """The run, ended by the rep unless it is over already."""
    if negotiation.status == "ended":
        return negotiation
    return extended(negotiation, end_by_rep(negotiation, MOMENT))


def lines_said(negotiation: Negotiation) -> int:
    """How many lines the rep has said."""
    return sum(isinstance(event, Said) and event.side == "rep" for event in negotiation.events)
