"""The standing card of a window in a person's messages, and how it is drawn again."""

from datetime import datetime

from bot.flows.house import House
from bot.flows.scheduling.schedules import START, cause_of, of_window
from storage import attempts, outbox, roster
from storage.connection import Connection
from storage.lanes import Oid, oid_for
from storage.posts import AssignmentCardUpdate


def card_oid(team: str, assignment: str, number: int, person: str) -> Oid:
    """The oid of the person's card of the window."""
    return oid_for(team, cause_of(of_window(assignment, number, START), person))


async def redraw_for_run(house: House, team: str, run_id: str) -> None:
    """Draws the card again of the window that the run counts in, if it does: the run has a verdict, or another one."""
    async with house.database.reading() as connection:
        counting = await attempts.of_run(connection, team, run_id)
    if counting is None:
        return
    whose = counting.held.assignee
    async with house.database.writing() as connection:
        await redraw_card(connection, team, whose.assignment, whose.number, whose.person, house.now())
    house.wake.posts.set()


async def redraw_card(
    connection: Connection, team: str, assignment: str, number: int, person: str, now: datetime
) -> None:
    """The person's card is drawn again where it stands; in the transaction that changes what it shows."""
    first = card_oid(team, assignment, number, person)
    if await roster.hold(connection, team, assignment, number, person) and await outbox.is_known(connection, first):
        await outbox.follow(connection, team, first, AssignmentCardUpdate(assignment, number, person), now=now)
