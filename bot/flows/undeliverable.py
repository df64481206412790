"""Slack refused a post for good: the row is closed with a reason that a person sees."""

import logging

from bot.flows.boards.standing import lose_board
from bot.flows.house import House
from storage import assignments, outbox, shares
from storage.outbox import Outgoing
from storage.posts import (
    AssignmentFile,
    AssignmentSummary,
    AssignmentTrouble,
    BoardCard,
    BoardUpdate,
    Brief,
    BriefUpdate,
    Destination,
    Direct,
    HistoryFile,
    PersonFile,
    RunFile,
    ShareCard,
)

log = logging.getLogger(__name__)

_MENDS = {
    "not_in_channel": "I am not in <#{channel}>. Type `/invite @Haggle` there, then start again.",
    "channel_not_found": "I can't see <#{channel}>. If it is private, type `/invite @Haggle` there, then start again.",
    "is_archived": "<#{channel}> is archived. Start the run in another channel.",
    "missing_scope": "Haggle lacks a permission there. An admin can mend it: reinstall the app from its manifest.",
    "restricted_action": "This workspace doesn't let apps post in <#{channel}>. Start the run in another channel.",
}
_NOT_SHARED = "Slack refused the card of the buyer that you shared in <#{channel}> ({error}). Share it again elsewhere."
_NO_BOARD = (
    "Slack refused the board in <#{channel}> ({error}), so it is gone. `/haggle leaderboard here` brings it back."
)
_NO_FILE = "Slack refused the file that you asked for ({error}). Ask for it again; nothing is lost."
_NO_FILES = "Haggle may not put files into this workspace. An admin can mend it: reinstall the app from its manifest."
_UNKNOWN = "Slack refused a message of mine in <#{channel}> ({error}). Start the run again, or in another channel."
_IN_RUN = "A message of mine could not be posted in your run in <#{channel}> ({error}). It said: {text}"


async def give_up(house: House, outgoing: Outgoing, error: str, text: str) -> None:
    """Closes the row as dead and tells the rep by direct message; a run that cannot even open is ended with it."""
    log.error("post given up", extra={"oid": outgoing.oid, "error": error})
    await outbox.mark_dead(house.database, outgoing.oid, error, house.now())
    match outgoing.post:
        case ShareCard():
            await _tell_sharer(house, outgoing, error)
            return
        case BoardCard() | BoardUpdate():
            await _tell_placer(house, outgoing, error)
            return
        case AssignmentSummary() as summary:
            await _tell_manager(house, outgoing, summary, error)
            return
        case RunFile(user=user) | HistoryFile(user=user) | PersonFile(user=user) | AssignmentFile(user=user):
            words = _NO_FILES if error == "missing_scope" else _NO_FILE.format(error=error)
            await _tell(house, outgoing, Direct(user, words))
            return
    run = outgoing.run
    if run is None or isinstance(outgoing.post, BriefUpdate):
        return
    words = _MENDS.get(error, _UNKNOWN) if isinstance(outgoing.post, Brief) else _IN_RUN
    told = Direct(run.rep, words.format(channel=run.channel, error=error, text=text or "nothing that can be shown"))
    await _tell(house, outgoing, told)


async def _tell(house: House, outgoing: Outgoing, told: Direct) -> None:
    async with house.database.writing() as connection:
        await outbox.enqueue(connection, outgoing.team, f"dead:{outgoing.oid}", told, now=house.now())
    house.wake.posts.set()


async def _tell_placer(house: House, outgoing: Outgoing, error: str) -> None:
    """A board whose message cannot be posted, or is gone, stands nowhere; the manager who had placed it is told."""
    lost = await lose_board(house, outgoing.team, outgoing.lane)
    if lost:
        await _tell(house, outgoing, Direct(lost.placed_by, _NO_BOARD.format(channel=lost.channel, error=error)))


async def _tell_sharer(house: House, outgoing: Outgoing, error: str) -> None:
    async with house.database.writing() as connection:
        share = await shares.get(connection, outgoing.team, outgoing.oid)
        if share:
            told = Direct(share.sharer, _NOT_SHARED.format(channel=share.channel, error=error))
            await outbox.enqueue(connection, outgoing.team, f"dead:{outgoing.oid}", told, now=house.now())
    house.wake.posts.set()


async def _tell_manager(house: House, outgoing: Outgoing, summary: AssignmentSummary, error: str) -> None:
    async with house.database.writing() as connection:
        found = await assignments.get(connection, outgoing.team, summary.assignment)
        if found:
            told = AssignmentTrouble(summary.assignment, summary.number, found.manager, "unposted", error)
            to, cause = Destination(found.manager), f"dead:{outgoing.oid}"
            await outbox.enqueue(connection, outgoing.team, cause, told, to=to, now=house.now())
    house.wake.posts.set()
