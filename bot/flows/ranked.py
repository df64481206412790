"""Ranked runs: while the window of a seed is open, what its counterpart hides goes to the rep alone."""

from collections.abc import Sequence
from datetime import datetime

from bot.flows.house import House
from engine.negotiation.negotiation import Negotiation
from storage import outbox, runs
from storage.lanes import verdict_oid
from storage.posts import Destination, Reveal, VerdictCardUpdate
from storage.runs import Run
from storage.turns import Aside

MOST_AT_ONCE = 100


def is_withheld(run: Run, now: datetime) -> bool:
    """Whether others may still meet the run's counterpart in a ranked run."""
    return run.withheld_until is not None and now < run.withheld_until


def reveal_to_rep(run: Run, after: Negotiation, now: datetime) -> tuple[Aside, ...]:
    """What the counterpart was not saying, in the rep's own messages, where the thread may not show it yet."""
    if after.outcome is None or not is_withheld(run, now):
        return ()
    return (Aside(f"reveal:{run.id}", Destination(run.rep), Reveal(run.id)),)


async def show_what_was_withheld(house: House) -> int:
    """Draws the verdicts of runs whose window has closed again, whole; how many there were."""
    now = house.now()
    async with house.database.writing() as connection:
        due: Sequence[Run] = await runs.no_longer_withheld(connection, now, MOST_AT_ONCE)
        for run in due:
            if run.status == "ended":
                await outbox.follow(
                    connection, run.team, verdict_oid(run.team, run.id), VerdictCardUpdate(run.id), now=now
                )
    if due:
        house.wake.posts.set()
    return len(due)
