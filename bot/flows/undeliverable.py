"""Slack refused a post for good: the row is closed with a reason that a person sees."""

import logging

from bot.flows.house import House
from storage import outbox
from storage.outbox import Outgoing
from storage.posts import Brief, Direct

log = logging.getLogger(__name__)

_MENDS = {
    "not_in_channel": "I am not in <#{channel}>. Type `/invite @Haggle` there, then start again.",
    "channel_not_found": "I can't see <#{channel}>. If it is private, type `/invite @Haggle` there, then start again.",
    "is_archived": "<#{channel}> is archived. Start the run in another channel.",
    "missing_scope": "Haggle lacks a permission there. An admin can mend it: reinstall the app from its manifest.",
    "restricted_action": "This workspace doesn't let apps post in <#{channel}>. Start the run in another channel.",
}
_UNKNOWN = "Slack refused a message of mine in <#{channel}> ({error}). Start the run again, or in another channel."


async def give_up(house: House, outgoing: Outgoing, error: str) -> None:
    """Closes the row as dead. Where a run cannot even open, it is ended and its rep is told by direct message."""
    log.error("post refused", extra={"oid": outgoing.oid, "error": error})
    await outbox.mark_dead(house.database, outgoing.oid, error, house.now())
    run = outgoing.run
    if not isinstance(outgoing.post, Brief) or run is None:
        return
    told = Direct(run.rep, _MENDS.get(error, _UNKNOWN).format(channel=run.channel, error=error))
    async with house.database.writing() as connection:
        await outbox.enqueue(connection, run.team, f"dead:{outgoing.oid}", told, now=house.now())
    house.wake.posts.set()
