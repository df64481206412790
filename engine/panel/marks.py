"""What the reference panel scores on a scenario: the marks that scores on the same buyer are held against."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from engine.panel.branching import opened
from engine.panel.judging import REMEMBERED, field_of
from engine.panel.playing import play_policy
from engine.panel.policy import Policy
from engine.panel.reference import REFERENCE
from engine.scenario.scenario import Scenario
from engine.scoring.score import score
from engine.values import Same


def marks(scenario: Scenario, panel: tuple[Policy, ...] = REFERENCE) -> Iterator[int]:
    """The total of each reference rep, judged as any rep is; about a hundredth of a second each, and remembered."""
    known = _known(Same(scenario), panel)
    return iter(tuple(known.values())) if len(known) == len(panel) else _judged(scenario, panel, known)


def _judged(scenario: Scenario, panel: tuple[Policy, ...], known: dict[int, int]) -> Iterator[int]:
    field = field_of(scenario)
    start = opened(replace(scenario, metrics=()))
    for place, policy in enumerate(panel):
        known[place] = score(play_policy(start, policy), field).total
        yield known[place]


@lru_cache(REMEMBERED)
def _known(_: Same[Scenario], panel: tuple[Policy, ...]) -> dict[int, int]:
    """The marks by the rep's place in the panel, to be filled in that order."""
    return {}
