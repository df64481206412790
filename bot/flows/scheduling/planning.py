"""A window is planned: who is in it, when it starts and is due for each of them, and what falls due with that."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.flows.scheduling.cards import redraw_card
from bot.flows.scheduling.schedules import (
    DIGEST,
    GATHER,
    NEXT,
    OVER,
    REMIND,
    START,
    SUMMARY,
    of_assignment,
    of_window,
)
from engine.timing.local_time import instant
from engine.timing.repeating import Walls, held
from engine.timing.working_hours import reminders
from storage import assignments, roster, timetable
from storage.assignments import Assignee, Assignment, Window
from storage.connection import Connection
from storage.people import Person
from storage.timetable import Due

GATHERING = timedelta(hours=1)
"""So long before a window opens, who is in its groups and channels is looked up once more."""


async def plan_window(
    connection: Connection,
    assignment: Assignment,
    number: int,
    seeds: Sequence[int],
    people: Mapping[str, Person],
    now: datetime,
) -> Window:
    """Stores the window, everybody in it and what falls due for them, in the caller's transaction.

    A window that is planned anew is changed: who was excused or muted stays so, and what was posted is not posted
    again, but drawn again. The assignment is to be held. What should have begun by now begins at once.
    """
    walls = walls_of(assignment, number)
    everybody = [assignee_of(assignment, number, walls, person) for person in people.values()]
    window = _window(assignment, number, tuple(seeds), walls, everybody)
    is_new = await roster.put_window(connection, window, everybody)
    kept = await assignments.assignees_of(connection, window.team, window.assignment, number)
    await plan_dues(connection, assignment, window, kept, now)
    for each in () if is_new else kept:
        await redraw_card(connection, each.team, each.assignment, number, each.person, now)
    return window


async def cancel_plan(connection: Connection, team: str, assignment_id: str) -> None:
    """Nothing of the assignment falls due any more."""
    await timetable.remove(connection, team, of_assignment(assignment_id))


def walls_of(assignment: Assignment, number: int) -> Walls:
    """The wall times of the window of that number."""
    return held(Walls(assignment.starts_on, assignment.due_on), assignment.repeats, number)


def comes_again(assignment: Assignment, number: int) -> bool:
    """Whether there is to be a window of that number."""
    if number > 1 and not assignment.repeats:
        return False
    return assignment.until_on is None or walls_of(assignment, number).starts_on <= assignment.until_on


def assignee_of(assignment: Assignment, number: int, walls: Walls, person: Person) -> Assignee:
    """The person in the window, with its instants where they are."""
    return Assignee(
        team=assignment.team,
        assignment=assignment.id,
        number=number,
        person=person.person,
        zone=person.zone,
        starts_at=instant(walls.starts_on, person.zone),
        due_at=instant(walls.due_on, person.zone),
    )


async def plan_dues(
    connection: Connection, assignment: Assignment, window: Window, everybody: Sequence[Assignee], now: datetime
) -> None:
    """What has not fallen due of the window falls due at these times, and nothing else of it."""
    prefix = of_window(window.assignment, window.number)
    before = {(each.schedule, each.recipient) for each in await timetable.fired(connection, window.team, prefix)}
    dues = (*_of_window(assignment, window, now), *(due for each in everybody for due in dues_of(each, now)))
    await timetable.remove(connection, window.team, prefix)
    await timetable.add(connection, [due for due in dues if (due.schedule, due.recipient) not in before])


async def plan_again(connection: Connection, assignment: Assignment, assignee: Assignee, now: datetime) -> None:
    """What has not fallen due for this person, and of the window as a whole, falls due at their times by now."""
    place = (assignee.assignment, assignee.number)
    windows = await assignments.windows_of(connection, assignee.team, assignee.assignment)
    window = next(each for each in windows if each.number == assignee.number)
    fired = await timetable.fired(connection, assignee.team, of_window(*place))
    before = {(each.schedule, each.recipient) for each in fired}
    await timetable.remove(connection, assignee.team, of_window(*place), assignee.person)
    dues = (*_of_window(assignment, window, now), *dues_of(assignee, now))
    await timetable.add(connection, [due for due in dues if (due.schedule, due.recipient) not in before])


def dues_of(assignee: Assignee, now: datetime) -> Iterator[Due]:
    """What falls due for one person: the card at their start, at most two reminders, and the end."""
    team, where = assignee.team, (assignee.assignment, assignee.number)
    yield Due(team, of_window(*where, START), assignee.person, START, max(assignee.starts_at, now))
    yield Due(team, of_window(*where, OVER), assignee.person, OVER, assignee.due_at)
    if assignee.muted_at is None:
        moments = reminders(assignee.starts_at, assignee.due_at, assignee.zone, now)
        for which, at in moments._asdict().items():
            if at is not None:
                yield Due(team, of_window(*where, f"{REMIND}:{which}"), assignee.person, REMIND, at)


def _of_window(assignment: Assignment, window: Window, now: datetime) -> Iterator[Due]:
    def due(kind: str, recipient: str, at: datetime) -> Due:
        return Due(window.team, of_window(window.assignment, window.number, kind), recipient, kind, at)

    if assignment.channel:
        yield due(SUMMARY, assignment.channel, max(window.opens_at, now))
    if assignment.repeats:
        yield due(NEXT, "", max(window.opens_at, now))
    if (assignment.whom.groups or assignment.whom.channels) and window.opens_at - GATHERING > now:
        yield due(GATHER, "", window.opens_at - GATHERING)
    yield due(DIGEST, assignment.manager, window.closes_at)


def _window(
    assignment: Assignment,
    number: int,
    seeds: tuple[int, ...],
    walls: Walls,
    everybody: Sequence[Assignee],
) -> Window:
    """Where nobody is in it, it is held by UTC."""
    return Window(
        team=assignment.team,
        assignment=assignment.id,
        number=number,
        seeds=seeds,
        starts_on=walls.starts_on,
        due_on=walls.due_on,
        opens_at=min((each.starts_at for each in everybody), default=instant(walls.starts_on, "UTC")),
        closes_at=max((each.due_at for each in everybody), default=instant(walls.due_on, "UTC")),
    )
