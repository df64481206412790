"""Somebody is in another time zone than their windows were planned in: what is still to come moves with them."""

from dataclasses import replace
from datetime import datetime

from bot.flows.house import House
from bot.flows.scheduling.planning import plan_again, walls_of
from bot.flows.scheduling.schedules import START, of_window
from engine.timing.local_time import instant
from storage import assignments, roster, timetable
from storage.assignments import Assignee, Assignment

AT_ONCE = 100


async def follow_moves(house: House) -> int:
    """How many windows of people who have moved were moved with them."""
    async with house.database.reading() as connection:
        moved = await roster.moved(connection, house.now(), AT_ONCE)
    return sum([await _move(house, each.assignee, each.zone) for each in moved])


async def _move(house: House, read: Assignee, zone: str) -> bool:
    async with house.database.writing() as connection:
        now, place = house.now(), (read.team, read.assignment, read.number)
        assignment = await assignments.hold(connection, read.team, read.assignment)
        whose = await roster.hold(connection, *place, read.person)
        if assignment is None or whose != read:
            return False
        start = of_window(whose.assignment, whose.number, START)
        has_begun = any(each.recipient == whose.person for each in await timetable.fired(connection, read.team, start))
        moved = moved_to(whose, assignment, zone, now, has_begun=has_begun)
        await roster.move(connection, moved)
        if assignment.status == "active":
            await plan_again(connection, assignment, moved, now)
        return True


def moved_to(whose: Assignee, assignment: Assignment, zone: str, now: datetime, *, has_begun: bool) -> Assignee:
    """The person there. What has begun for them stays begun, and nobody is overdue because of a flight."""
    walls = walls_of(assignment, whose.number)
    starts_at, due_at = instant(walls.starts_on, zone), instant(walls.due_on, zone)
    return replace(
        whose,
        zone=zone,
        starts_at=whose.starts_at if has_begun else max(starts_at, now),
        due_at=due_at if due_at > now else whose.due_at,
    )
