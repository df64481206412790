"""What the posts of an assignment show, read in one go at the moment at which they are sent."""

from typing import NamedTuple

from bot.flows.house import House
from bot.flows.progress import PersonState, Progress, progress_of
from bot.flows.scheduling.posting import state_of, why_not, why_not_remind, window_of
from engine.errors import HaggleError, UnknownPack
from engine.timing.working_hours import is_working
from storage import assignments, preferences, roster
from storage.assignments import Assignee, Assignment, Window
from storage.connection import Connection

SECONDS = 5.0
"""So long a card waits for how hard its buyers are; one that is not known by then is shown without it."""


class NothingToPost(HaggleError):
    """What was to be posted is void by now."""


class Assigned(NamedTuple):
    """A window as it is for one person; `words` say how hard its buyers are, empty where that is not known."""

    assignment: Assignment
    window: Window
    whose: Assignee
    state: PersonState
    words: tuple[str, ...]
    is_reminded: bool


async def assigned_to(house: House, team: str, assignment: str, number: int, person: str, *, stands: bool) -> Assigned:
    """The window for its card; NothingToPost where that does not stand yet and they are not to have it any more."""
    async with house.database.reading() as connection:
        reason = await why_not(connection, team, assignment, number, person)
        if reason and not stands:
            raise NothingToPost(reason)
        found = await _read(house, connection, team, assignment, number, person)
    return found._replace(words=await words_of(house, found.assignment, found.window))


async def left_to_do(house: House, team: str, assignment: str, number: int, person: str) -> Assigned:
    """The window for a reminder; NothingToPost where they are not to be reminded at this moment."""
    now = house.now()
    async with house.database.reading() as connection:
        if reason := await why_not_remind(connection, team, assignment, number, person, now):
            raise NothingToPost(reason)
        found = await _read(house, connection, team, assignment, number, person)
    if not is_working(now, found.whose.zone):
        raise NothingToPost("outside hours")
    return found._replace(words=await words_of(house, found.assignment, found.window))


async def window_progress(house: House, team: str, assignment: str, number: int) -> Progress:
    """How far everybody is with the window; NothingToPost where it was cancelled."""
    async with house.database.reading() as connection:
        progress = await progress_of(connection, team, assignment, number, house.now())
    if progress.assignment.status == "cancelled":
        raise NothingToPost("cancelled")
    return progress


async def words_of(house: House, assignment: Assignment, window: Window) -> tuple[str, ...]:
    """How hard each of the window's buyers is, in a word; empty where that is not known in time."""
    try:
        pack = house.packs.get(assignment.pack)
    except UnknownPack:
        return ("",) * len(window.seeds)
    known = await house.difficulties.soon(pack.pack, pack.hash, window.seeds, SECONDS)
    return tuple(known[seed].word if seed in known else "" for seed in window.seeds)


async def _read(
    house: House, connection: Connection, team: str, assignment_id: str, number: int, person: str
) -> Assigned:
    assignment = await assignments.get(connection, team, assignment_id)
    window = await window_of(connection, team, assignment_id, number)
    whose = await roster.get(connection, team, assignment_id, number, person)
    if assignment is None or window is None or whose is None:
        raise NothingToPost("not in it")
    state = await state_of(connection, assignment, window, whose, house.now())
    is_reminded = whose.muted_at is None and await preferences.wants_reminders(connection, team, person)
    return Assigned(assignment, window, whose, state, (), is_reminded)
