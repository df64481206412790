"""What a view of a run needs, read in one go."""

from typing import NamedTuple

from bot.flows.house import House
from engine.judges import comment
from engine.judges.comment import Comment
from engine.scenario.scenario import Scenario
from engine.scoring import verdict
from engine.scoring.verdict import Verdict
from storage import attempts, comments, disputes, runs, verdicts
from storage.attempts import Counting
from storage.connection import Connection
from storage.disputes import Dispute
from storage.runs import Run
from storage.verdicts import Adjusted


class RunView(NamedTuple):
    """A run with the scenario it was opened on, and its verdict once there is one.

    `adjusted` is what disputes have changed it to, None where managers have changed nothing.
    """

    run: Run
    scenario: Scenario
    verdict: Verdict | None
    adjusted: Adjusted | None = None


class DisputeView(NamedTuple):
    """A dispute with the run that it belongs to, and all the disputes of that run, it included."""

    dispute: Dispute
    run: Run
    scenario: Scenario
    verdict: Verdict
    every: tuple[Dispute, ...]


async def run_view(house: House, run: Run) -> RunView:
    """The run as it stands, with its scenario and verdict."""
    async with house.database.reading() as connection:
        found = await _verdict(connection, run)
    return RunView(run, await house.scenarios.of(run), *found)


async def run_by_id(house: House, team: str, run_id: str) -> RunView | None:
    """The team's run of that id, None where it has none."""
    async with house.database.reading() as connection:
        run = await runs.get(connection, team, run_id)
    return await run_view(house, run) if run else None


async def disputes_of(house: House, run: Run) -> tuple[Dispute, ...]:
    """Every dispute of the run, the earliest first."""
    async with house.database.reading() as connection:
        return await disputes.of_run(connection, run.team, run.id)


async def counting_of(house: House, run: Run) -> Counting | None:
    """What the run counts for; None where it is practice."""
    async with house.database.reading() as connection:
        return await attempts.of_run(connection, run.team, run.id)


async def comments_follow(house: House, run: Run) -> bool:
    """Whether a model is still to comment on the run's verdict."""
    async with house.database.reading() as connection:
        return await comments.are_due(connection, run.team, run.id)


async def comments_of(house: House, run: Run) -> tuple[Comment, ...]:
    """What a model has commented on the run's verdict; nothing until it has."""
    async with house.database.reading() as connection:
        row = await comments.of_run(connection, run.team, run.id)
    return comment.decode(row.payload) if row else ()


async def dispute_view(house: House, team: str, dispute_id: str) -> DisputeView | None:
    """The dispute with all that showing it needs, as it stands; None where the team has none of that id."""
    async with house.database.reading() as connection:
        found = await disputes.get(connection, team, dispute_id)
    view = await run_by_id(house, team, found.run_id) if found else None
    if found is None or view is None or view.verdict is None:
        return None
    return DisputeView(found, view.run, view.scenario, view.verdict, await disputes_of(house, view.run))


async def _verdict(connection: Connection, run: Run) -> tuple[Verdict | None, Adjusted | None]:
    """The judge's verdict, and what disputes have changed it to."""
    row = await verdicts.get(connection, run.team, run.id) if run.status == "ended" else None
    return (verdict.decode(row.payload), row.adjusted) if row else (None, None)
