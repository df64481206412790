"""Runs left alone for too long are ended as stalled."""

from datetime import timedelta

from bot.flows.house import House
from engine.scenario.rules import Rules
from storage import inbox, runs

BATCH = 200


async def expire_idle(house: House) -> int:
    """How many runs were given their notice; their worker ends them."""
    before = house.now() - timedelta(minutes=Rules().idle_minutes)
    async with house.database.writing() as connection:
        idle = await runs.idle_since(connection, before, BATCH)
        for run in idle:
            entry = inbox.NewEntry(
                team=run.team,
                event_id=f"expire:{run.id}:{run.revision}",
                channel=run.channel,
                thread=run.thread,
                message_ts=None,
                user=run.rep,
                kind="expire",
                text="",
            )
            await inbox.accept(connection, entry, house.now())
    if idle:
        house.wake.turns.set()
    return len(idle)
