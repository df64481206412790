"""What the reference panel scores on a scenario: the marks that scores on the same buyer are held against."""

from collections.abc import Iterator
from dataclasses import replace

from engine.panel.branching import opened
from engine.panel.judging import field_of
from engine.panel.playing import play_policy
from engine.panel.policy import Policy
from engine.panel.reference import REFERENCE
from engine.scenario.scenario import Scenario
from engine.scoring.score import score


def marks(scenario: Scenario, panel: tuple[Policy, ...] = REFERENCE) -> Iterator[int]:
    """The total of each reference rep, judged as any rep is; about a hundredth of a second each."""
    field = field_of(scenario)
    start = opened(replace(scenario, metrics=()))
    for policy in panel:
        yield score(play_policy(start, policy), field).total
