"""A rep wants the reminders of a window later, or not at all."""

from datetime import datetime, timedelta

from bot.flows.house import House
from bot.flows.scheduling.cards import redraw_card
from bot.flows.scheduling.schedules import REMIND, of_window
from engine.errors import RuleViolation
from engine.timing.working_hours import nearest
from storage import assignments, roster, timetable
from storage.assignments import Assignee
from storage.connection import Connection
from storage.timetable import Due

SNOOZED_BY = timedelta(days=1)


async def snooze(house: House, team: str, assignment: str, number: int, person: str) -> datetime | None:
    """When the next reminder comes instead, a day later; None where none comes any more.

    RuleViolation where the person is not in that window.
    """
    now = house.now()
    async with house.database.writing() as connection:
        whose = await _in_it(connection, team, assignment, number, person)
        pending = await _pending(connection, whose)
        if not pending:
            return None
        first, others = pending[0], pending[1:]
        await timetable.remove(connection, team, first.schedule, person)
        after = max(first.at, now)
        later = nearest(after + SNOOZED_BY, whose.zone, after=after, before=whose.due_at)
        if later and all(each.at != later for each in others):
            await timetable.add(connection, [first._replace(at=later)])
        left = [each.at for each in others] + ([later] if later else [])
        return min(left, default=None)


async def mute(house: House, team: str, assignment: str, number: int, person: str) -> None:
    """The person is not reminded of the window any more; their card says so."""
    now = house.now()
    async with house.database.writing() as connection:
        whose = await _in_it(connection, team, assignment, number, person)
        await roster.mute(connection, team, assignment, number, person, now)
        for due in await _pending(connection, whose):
            await timetable.remove(connection, team, due.schedule, person)
        await redraw_card(connection, team, assignment, number, person, now)
    house.wake.posts.set()


async def _in_it(connection: Connection, team: str, assignment: str, number: int, person: str) -> Assignee:
    await assignments.hold(connection, team, assignment)
    whose = await roster.hold(connection, team, assignment, number, person)
    if whose is None:
        raise RuleViolation("You are not in that assignment any more. `/haggle assignments` lists yours.")
    return whose


async def _pending(connection: Connection, whose: Assignee) -> list[Due]:
    """The person's reminders of the window that are still to come, the next first."""
    prefix = of_window(whose.assignment, whose.number, REMIND)
    return [due for due in await timetable.to_come(connection, whose.team, prefix) if due.recipient == whose.person]
