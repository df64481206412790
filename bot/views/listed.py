"""Runs as lists show them."""

from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Verdict
from storage.runs import Run
from storage.verdicts import Adjusted

Viewed = tuple[Run, Scenario, Verdict | None, Adjusted | None]
"""A run with the scenario it was opened on, its verdict once there is one, and what disputes have changed that to."""
Listed = tuple[int, Viewed, int]
"""A run's number among its person's, the run, and how many other runs of theirs on the same buyer have ended."""
