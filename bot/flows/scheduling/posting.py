"""What of an assignment is posted at its time, and why something is not."""

from dataclasses import replace
from datetime import datetime

from bot.flows.house import House
from bot.flows.progress import PersonState, person_state
from bot.flows.scheduling.cards import redraw_card as redraw_card
from bot.flows.scheduling.planning import comes_again
from bot.flows.scheduling.schedules import cause_of, place_of
from engine.timing.working_hours import is_working, nearest
from storage import assignments, attempts, outbox, people, preferences, roster
from storage.assignments import Assignee, Assignment, Window
from storage.connection import Connection
from storage.posts import AssignmentCard, AssignmentSummary, Destination, Digest, Post, Reminder
from storage.timetable import Due, Outcome


async def post_card(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Posts the assignment into the person's messages."""
    assignment, number = place_of(due.schedule)
    if reason := await why_not(connection, due.team, assignment, number, due.recipient):
        return Outcome(reason)
    return await _post(connection, due, AssignmentCard(assignment, number, due.recipient), now)


async def post_summary(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Posts the assignment into its channel."""
    assignment, number = place_of(due.schedule)
    if not await _is_on(connection, due.team, assignment):
        return Outcome("cancelled")
    return await _post(connection, due, AssignmentSummary(assignment, number), now)


async def post_reminder(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Reminds the person, in their working hours; the reminder waits for these, unless it is due before."""
    assignment, number = place_of(due.schedule)
    if reason := await why_not_remind(connection, due.team, assignment, number, due.recipient, now):
        return Outcome(reason)
    whose = await roster.get(connection, due.team, assignment, number, due.recipient)
    if whose and not is_working(now, whose.zone):
        later = nearest(now, whose.zone, after=now, before=whose.due_at)
        return Outcome("moved" if later else "outside hours", next_at=later)
    return await _post(connection, due, Reminder(assignment, number, due.recipient), now)


async def post_digest(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Tells the manager how it went; what does not repeat has ended with that."""
    place = place_of(due.schedule)
    assignment = await assignments.get(connection, due.team, place.assignment)
    window = await window_of(connection, due.team, place.assignment, place.number)
    if assignment is None or window is None or assignment.status == "cancelled":
        return Outcome("cancelled")
    if window.closes_at > now:
        return Outcome("moved", next_at=window.closes_at)
    if not comes_again(assignment, place.number + 1) and assignment.status == "active":
        await assignments.change(connection, replace(assignment, status="ended"))
    return await _post(connection, due, Digest(place.assignment, place.number, due.recipient), now)


async def redraw_overdue(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Draws the card again of somebody for whom it is over with something left to play: nothing can be started now."""
    place = place_of(due.schedule)
    if reason := await why_not(connection, due.team, *place, due.recipient):
        return Outcome(reason)
    whose = await roster.get(connection, due.team, *place, due.recipient)
    if whose and whose.due_at > now:
        return Outcome("moved", next_at=whose.due_at)
    await redraw_card(connection, due.team, *place, due.recipient, now)
    return Outcome("redrawn")


async def why_not(connection: Connection, team: str, assignment: str, number: int, person: str) -> str:
    """Why nothing of the window is posted to the person; empty where it is."""
    if not await _is_on(connection, team, assignment):
        return "cancelled"
    whose = await roster.get(connection, team, assignment, number, person)
    known = await people.get(connection, team, person)
    if whose is None:
        return "not in it"
    if known is not None and known.has_left:
        return "left"
    return "excused" if whose.excused_at else ""


async def why_not_remind(
    connection: Connection, team: str, assignment_id: str, number: int, person: str, now: datetime
) -> str:
    """Why the person is not to be reminded of the window at this moment, whatever the hour; empty where they are."""
    if reason := await why_not(connection, team, assignment_id, number, person):
        return reason
    assignment = await assignments.get(connection, team, assignment_id)
    window = await window_of(connection, team, assignment_id, number)
    whose = await roster.get(connection, team, assignment_id, number, person)
    if assignment is None or window is None or whose is None:
        return "not in it"
    if whose.muted_at or not await preferences.wants_reminders(connection, team, person):
        return "muted"
    if now >= whose.due_at:
        return "over"
    state = await state_of(connection, assignment, window, whose, now)
    return state.state if state.is_done else ""


async def state_of(
    connection: Connection, assignment: Assignment, window: Window, whose: Assignee, now: datetime
) -> PersonState:
    """How far the person is with the window."""
    place = (window.team, window.assignment, window.number, whose.person)
    return person_state(whose, window.seeds, await attempts.of_person_in_window(connection, *place), assignment, now)


async def window_of(connection: Connection, team: str, assignment: str, number: int) -> Window | None:
    """The window of that number, None where there is none."""
    windows = await assignments.windows_of(connection, team, assignment)
    return next((each for each in windows if each.number == number), None)


async def _is_on(connection: Connection, team: str, assignment: str) -> bool:
    found = await assignments.get(connection, team, assignment)
    return found is not None and found.status != "cancelled"


async def _post(connection: Connection, due: Due, post: Post, now: datetime) -> Outcome:
    cause = cause_of(due.schedule, due.recipient)
    oid = await outbox.enqueue(connection, due.team, cause, post, to=Destination(due.recipient), now=now)
    return Outcome("posted", oid) if oid else Outcome("posted before")
