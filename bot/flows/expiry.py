"""Runs left alone for too long are ended as stalled."""

from datetime import timedelta

from bot.flows.house import House
from engine.scenario.rules import Rules
from storage import inbox, runs
from storage.runs import Run

BATCH = 200


async def expire_idle(house: House) -> int:
    """How many runs were given their notice; their worker ends them."""
    before = house.now() - timedelta(minutes=Rules().idle_minutes)
    async with house.database.writing() as connection:
        idle = await runs.idle_since(connection, before, BATCH)
        for run in idle:
            entry = inbox.Entry(
                team=run.team,
                event_id=notice_of(run),
                channel=run.channel,
                thread_ts=run.thread_ts or "",
                user=run.rep,
                kind="expire",
                received_at=house.now(),
            )
            await inbox.accept(connection, entry)
    if idle:
        house.wake.turns.set()
    return len(idle)


def notice_of(run: Run) -> str:
    """The key of the notice for the run as it stands; once anything has happened since, the notice is void."""
    return f"expire:{run.id}:{run.revision}"
