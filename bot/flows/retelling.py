"""A run that is over, told again to its rep step by step."""

from typing import NamedTuple

from bot.flows.house import House
from bot.flows.ownership import own_ended_run
from engine.director.steps import Step, steps_of
from engine.scenario.scenario import Scenario


class Retold(NamedTuple):
    """A run's steps, its opening first."""

    scenario: Scenario
    run_id: str
    steps: tuple[Step, ...]


async def retold(house: House, team: str, run_id: str, user: str) -> Retold:
    """The run's steps; RuleViolation unless it is the person's own, and over."""
    view = await own_ended_run(house, team, run_id, user)
    negotiation = await house.negotiations.of(view.run)
    return Retold(view.scenario, view.run.id, steps_of(negotiation))
