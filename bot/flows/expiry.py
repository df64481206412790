"""Runs left alone for too long are ended as stalled."""

from datetime import datetime, timedelta

from bot.flows.house import House
from engine.scenario.rules import Rules
from storage import inbox, runs
from storage.runs import Run

BATCH = 200


async def expire_idle(house: House) -> int:
    """How many runs were given their notice; their worker ends them. Each run's own rules say how long it may rest."""
    now = house.now()
    shortest = min((each.pack.rules.idle_minutes for each in house.packs.loaded.values()), default=Rules().idle_minutes)
    async with house.database.writing() as connection:
        quiet = await runs.idle_since(connection, now - timedelta(minutes=shortest), BATCH)
        idle = [run for run in quiet if now - run.touched_at > timedelta(minutes=run.rules.idle_minutes)]
        for run in idle:
            await inbox.accept(connection, _notice(run, now))
    if idle:
        house.wake.turns.set()
    return len(idle)


def _notice(run: Run, now: datetime) -> inbox.Entry:
    return inbox.Entry(
        team=run.team,
        event_id=notice_of(run),
        channel=run.channel,
        thread_ts=run.thread_ts or "",
        user=run.rep,
        kind="expire",
        received_at=now,
    )


def notice_of(run: Run) -> str:
    """The key of the notice for the run as it stands; once anything has happened since, the notice is void."""
    return f"expire:{run.id}:{run.revision}"
