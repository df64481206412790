"""The next window of what repeats is planned, and who has come to a group or gone is noticed."""

from datetime import datetime, timedelta

from bot.flows.assigning.drawing import drawn_for
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.scheduling.firing import Fire
from bot.flows.scheduling.members import Members, members_of
from bot.flows.scheduling.planning import comes_again, plan_window, walls_of
from bot.flows.scheduling.posting import window_of
from bot.flows.scheduling.schedules import place_of
from engine.errors import RuleViolation, StaleRun
from engine.timing.local_time import instant
from storage import assignments, outbox, people
from storage.assignments import Assignment
from storage.connection import Connection
from storage.people import Person
from storage.posts import AssignmentTrouble, Destination
from storage.timetable import Due, Outcome

EARLIEST = "Etc/GMT+12"
"""Where a day is over last of all."""


async def hold_assignment(connection: Connection, due: Due) -> None:
    """Holds the assignment that the due is of."""
    await assignments.hold(connection, due.team, place_of(due.schedule).assignment)


async def plan_next(house: House, directory: Directory, due: Due) -> Fire:
    """Plans the window after the one that opens now; those that were over before they were planned are left out."""
    found = await _read(house, due)
    if found is None:
        return _cancelled
    number = _next_number(found, place_of(due.schedule).number, house.now())
    if not comes_again(found, number):
        return _cancelled
    members = await members_of(directory, found.whom, found.manager)
    try:
        seeds = found.seeds or await drawn_for(house, found, number)
    except RuleViolation as cannot:
        return _not_drawn(found, str(cannot))

    async def plan(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
        await _still(connection, found)
        await plan_window(connection, found, number, seeds, members.people, now)
        await _tell_unseen(connection, found, number, members, now)
        return Outcome("planned")

    return plan


def _not_drawn(assignment: Assignment, why: str) -> Fire:
    """The manager is told once; it is tried again every day."""

    async def tell(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
        number = place_of(due.schedule).number
        told = AssignmentTrouble(assignment.id, number, assignment.manager, "undrawn", why)
        to, cause = Destination(assignment.manager), f"undrawn:{assignment.id}:{number}"
        await outbox.enqueue(connection, assignment.team, cause, told, to=to, now=now)
        return Outcome("not drawn", next_at=now + timedelta(days=1))

    return tell


async def gather(house: House, directory: Directory, due: Due) -> Fire:
    """Plans a window again shortly before it opens, with who is in its groups and channels by then."""
    number = place_of(due.schedule).number
    found = await _read(house, due)
    if found is None:
        return _cancelled
    members = await members_of(directory, found.whom, found.manager)

    async def plan(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
        await _still(connection, found)
        window = await window_of(connection, due.team, found.id, number)
        if window is None:
            return Outcome("cancelled")
        everybody = {**await _begun(connection, found, number, now), **members.people}
        await plan_window(connection, found, number, window.seeds, everybody, now)
        return Outcome("planned")

    return plan


async def _read(house: House, due: Due) -> Assignment | None:
    async with house.database.reading() as connection:
        found = await assignments.get(connection, due.team, place_of(due.schedule).assignment)
    return found if found and found.status == "active" else None


def _next_number(assignment: Assignment, number: int, now: datetime) -> int:
    following = number + 1
    while comes_again(assignment, following) and instant(walls_of(assignment, following).due_on, EARLIEST) <= now:
        following += 1
    return following


async def _still(connection: Connection, read: Assignment) -> None:
    """StaleRun unless the assignment, which is held, is as it was read."""
    if await assignments.get(connection, read.team, read.id) != read:
        raise StaleRun(f"The assignment {read.id} was changed.")


async def _begun(connection: Connection, assignment: Assignment, number: int, now: datetime) -> dict[str, Person]:
    """Those for whom the window has begun, who stay in it."""
    inside = await assignments.assignees_of(connection, assignment.team, assignment.id, number)
    begun = tuple(each.person for each in inside if each.starts_at <= now)
    return await people.these(connection, assignment.team, begun)


async def _tell_unseen(
    connection: Connection, assignment: Assignment, number: int, members: Members, now: datetime
) -> None:
    if members.unseen:
        why = " ".join(members.unseen)
        told = AssignmentTrouble(assignment.id, number, assignment.manager, "unseen", why)
        to, cause = Destination(assignment.manager), f"unseen:{assignment.id}:{number}"
        await outbox.enqueue(connection, assignment.team, cause, told, to=to, now=now)


async def _cancelled(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    return Outcome("cancelled")
