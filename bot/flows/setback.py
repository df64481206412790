"""A turn broke: the line is kept and tried again, and given up with an apology when it breaks every time."""

from datetime import timedelta

from bot.flows.house import House
from storage import outbox, turns
from storage.posts import Destination, Whisper
from storage.turns import Claim

TRIES = 5


async def set_back(house: House, claim: Claim, apology: str) -> None:
    """Puts the entry back for later; after five tries it is dropped and the rep is told."""
    now = house.now()
    if claim.attempts < TRIES:
        later = now + timedelta(seconds=2**claim.attempts)
        await turns.release(house.database, claim, not_before=later, reason="the turn broke")
        return
    await turns.bury(house.database, claim, "the turn broke every time")
    async with house.database.writing() as connection:
        where = Destination(claim.run.channel, claim.run.thread_ts)
        told = Whisper(claim.run.rep, apology)
        cause = f"broken:{claim.entry_id}"
        await outbox.enqueue(connection, claim.run.team, cause, told, to=where, now=now)
    house.wake.posts.set()
