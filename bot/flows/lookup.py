"""What a view of a run needs, read in one go."""

from typing import NamedTuple

from bot.flows.house import House
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Verdict
from storage import runs, verdicts
from storage.runs import Run


class RunView(NamedTuple):
    """A run with the scenario it was opened on, and its verdict once there is one."""

    run: Run
    scenario: Scenario
    verdict: Verdict | None


class HomeView(NamedTuple):
    """What a person's Home shows: live runs first, then the latest that ended."""

    live: tuple[RunView, ...]
    ended: tuple[RunView, ...]


async def run_view(house: House, team: str, run_id: str) -> RunView | None:
    """The run of that id, None where the team has none."""
    async with house.database.reading() as connection:
        run = await runs.get(connection, team, run_id)
        verdict = await verdicts.get(connection, team, run_id)
    return RunView(run, await house.scenarios.of(run), verdict) if run else None


async def home_view(house: House, team: str, rep: str, limit: int = 12) -> HomeView:
    """The person's latest runs."""
    async with house.database.reading() as connection:
        mine = await runs.of_rep(connection, team, rep, limit)
        scored = {run.id: await verdicts.get(connection, team, run.id) for run in mine if run.status == "ended"}
    views = [RunView(run, await house.scenarios.of(run), scored.get(run.id)) for run in mine]
    return HomeView(
        live=tuple(view for view in views if view.run.status != "ended"),
        ended=tuple(view for view in views if view.run.status == "ended"),
    )
