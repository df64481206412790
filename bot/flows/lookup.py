"""What a view of a run needs, read in one go."""

from typing import NamedTuple

from bot.flows.house import House
from engine.scenario.scenario import Scenario
from engine.scoring import verdict
from engine.scoring.verdict import Verdict
from storage import runs, verdicts
from storage.connection import Connection
from storage.runs import Run


class RunView(NamedTuple):
    """A run with the scenario it was opened on, and its verdict once there is one."""

    run: Run
    scenario: Scenario
    verdict: Verdict | None


class HomeView(NamedTuple):
    """What a person's Home shows."""

    live: tuple[RunView, ...]
    ended: tuple[RunView, ...]


async def run_view(house: House, run: Run) -> RunView:
    """The run as it stands, with its scenario and verdict."""
    async with house.database.reading() as connection:
        found = await _verdict(connection, run)
    return RunView(run, await house.scenarios.of(run), found)


async def run_by_id(house: House, team: str, run_id: str) -> RunView | None:
    """The team's run of that id, None where it has none."""
    async with house.database.reading() as connection:
        run = await runs.get(connection, team, run_id)
    return await run_view(house, run) if run else None


async def home_view(house: House, team: str, rep: str, limit: int = 12) -> HomeView:
    """The person's live runs, then the latest that ended."""
    async with house.database.reading() as connection:
        mine = await runs.of_rep(connection, team, rep, limit)
        found = [(run, await _verdict(connection, run)) for run in mine]
    views = [RunView(run, await house.scenarios.of(run), scored) for run, scored in found]
    return HomeView(
        live=tuple(view for view in views if view.run.status != "ended"),
        ended=tuple(view for view in views if view.run.status == "ended"),
    )


async def _verdict(connection: Connection, run: Run) -> Verdict | None:
    row = await verdicts.get(connection, run.team, run.id) if run.status == "ended" else None
    return verdict.decode(row.payload) if row else None
