"""A manager excuses somebody from a window, or cancels the whole assignment."""

from dataclasses import replace
from datetime import datetime

from bot.flows.following import known
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.scheduling.planning import cancel_plan
from bot.flows.scheduling.posting import redraw_card
from bot.flows.scheduling.schedules import of_window
from engine.errors import RuleViolation
from storage import assignments, attempts, audit, outbox, roster, timetable
from storage.assignments import Assignment
from storage.audit import Act
from storage.connection import Connection
from storage.lanes import root_oid
from storage.posts import BriefRedraw


async def excuse(
    house: House, managers: Managers, team: str, by: str, assignment: str, number: int, person: str
) -> None:
    """The person has nothing to do in the window any more. RuleViolation says why that cannot be."""
    await only_managers(managers, by)
    now = house.now()
    async with house.database.writing() as connection:
        made = await known(connection, team, assignment)
        _refuse_cancelled(made)
        if await roster.hold(connection, team, assignment, number, person) is None:
            raise RuleViolation("That person is not in this assignment any more.")
        if await assignments.excuse(connection, team, assignment, number, person, by, now):
            await timetable.remove(connection, team, of_window(assignment, number), person)
            await _show(connection, team, assignment, number, person, now)
            await audit.note(connection, team, Act(now, by, "excused", person, {"assignment": assignment, "n": number}))
    house.wake.posts.set()


async def cancel(house: House, managers: Managers, team: str, by: str, assignment: str) -> Assignment:
    """The assignment as it was; nothing more of it is posted. RuleViolation says why it cannot be cancelled."""
    await only_managers(managers, by)
    now = house.now()
    async with house.database.writing() as connection:
        made = await known(connection, team, assignment)
        _refuse_cancelled(made)
        await assignments.change(connection, replace(made, status="cancelled", revision=made.revision + 1))
        await cancel_plan(connection, team, assignment)
        for window in await assignments.windows_of(connection, team, assignment):
            for whose in await assignments.assignees_of(connection, team, assignment, window.number):
                await _show(connection, team, assignment, window.number, whose.person, now)
        await audit.note(connection, team, Act(now, by, "cancelled assignment", assignment, {}))
    house.wake.posts.set()
    return made


def _refuse_cancelled(assignment: Assignment) -> None:
    if assignment.status == "cancelled":
        raise RuleViolation(f"{assignment.title} was cancelled already.")


async def _show(connection: Connection, team: str, assignment: str, number: int, person: str, now: datetime) -> None:
    """The person's card, and the briefs of their runs under way, say how it stands now."""
    await redraw_card(connection, team, assignment, number, person, now)
    for played in await attempts.of_person_in_window(connection, team, assignment, number, person):
        if played.ended_at is None:
            first = root_oid(team, played.run_id)
            await outbox.follow(connection, team, first, BriefRedraw(played.run_id), now=now)
