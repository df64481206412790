"""Runs of the reference reps, and what they earned."""

from dataclasses import replace
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.panel.branching import Branching, opened
from engine.panel.panel import PANEL
from engine.panel.policy import Policy
from engine.scenario.scenario import Scenario

MOST_LINES = 60


class Played(NamedTuple):
    """What one rep came home with: minor units above its limit, 0 without a deal; `theirs` the counterpart's alike."""

    policy: Policy
    profit: int
    is_deal: bool
    rounds: int
    theirs: int = 0


def play_policy(start: Branching, policy: Policy) -> Negotiation:
    """The whole run of this rep."""
    now = start
    for _ in range(MOST_LINES):
        reading = policy.next_line(now.view) if now.run.status == "open" else None
        if reading is None:
            break
        now = now.after(reading)
    return now.ended()


def play_panel(scenario: Scenario, panel: tuple[Policy, ...] = PANEL) -> tuple[Played, ...]:
    """What each rep of the panel makes of the scenario, in the panel's order."""
    start = opened(replace(scenario, metrics=()))
    return tuple(_outcome(policy, play_policy(start, policy)) for policy in panel)


def _outcome(policy: Policy, run: Negotiation) -> Played:
    if run.agreed is None:
        return Played(policy, 0, is_deal=False, rounds=run.round)
    sides = run.scenario.rep, run.scenario.counterpart
    profit, theirs = (side.interests.surplus(run.agreed) for side in sides)
    return Played(policy, profit, True, run.round, theirs)
