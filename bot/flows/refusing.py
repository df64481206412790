"""An entry is left without effect, and the rep is told why, in the thread and to them alone."""

from bot.flows.house import House
from storage import outbox, turns
from storage.market_posts import AskTake, AskWhom
from storage.posts import Destination, Whisper
from storage.turns import Claim


async def refuse(house: House, claim: Claim, reason: str) -> None:
    """The entry came too late for the state that the run is in by now, or cannot be; the rep is told."""
    await tell_privately(house, claim, Whisper(claim.run.rep, reason), reason)


async def tell_privately(house: House, claim: Claim, post: Whisper | AskWhom | AskTake, reason: str) -> None:
    """Drops the entry, and tells the rep what the post says."""
    await turns.drop(house.database, claim, reason)
    where = Destination(claim.run.channel, claim.run.thread_ts)
    async with house.database.writing() as connection:
        await outbox.enqueue(
            connection, claim.run.team, f"refused:{claim.entry_id}", post, to=where, now=house.now()
        )  # fmt: skip
    house.wake.posts.set()
