"""Runs of the reference reps, and what they earned."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from engine.director.director import Line, end_by_rep, open_run, taken
from engine.director.replay import extended
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.panel import PANEL
from engine.panel.policy import Policy
from engine.panel.view import topics_to_ask, view_for_rep
from engine.scenario.scenario import Scenario

SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The strict counterpart goes by moves, not by the clock, so any moment does."""
MOST_LINES = 60


class Played(NamedTuple):
    """What one rep came home with: minor units above its limit, 0 without a deal."""

    policy: Policy
    profit: int
    is_deal: bool
    rounds: int


def play_policy(scenario: Scenario, policy: Policy) -> Negotiation:
    """The whole run of this rep."""
    negotiation = fold(scenario, open_run(scenario, "strict", SOME_DAY))
    questions = topics_to_ask(scenario)
    for _ in range(MOST_LINES):
        if negotiation.status != "open":
            return negotiation
        reading = policy.next_line(view_for_rep(negotiation, questions))
        if reading is None:
            break
        negotiation = taken(negotiation, Line(""), reading, SOME_DAY)
    return extended(negotiation, end_by_rep(negotiation, SOME_DAY)) if negotiation.status == "open" else negotiation


def play_panel(scenario: Scenario, panel: tuple[Policy, ...] = PANEL) -> tuple[Played, ...]:
    """What each rep of the panel makes of the scenario, in the panel's order."""
    unmeasured = replace(scenario, metrics=())
    return tuple(_outcome(policy, play_policy(unmeasured, policy)) for policy in panel)


def _outcome(policy: Policy, run: Negotiation) -> Played:
    profit = run.scenario.rep.interests.surplus(run.agreed) if run.agreed is not None else 0
    return Played(policy, profit, run.agreed is not None, run.round)
