"""A manager follows how everybody is getting on."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.flows.copied_lines import alike_in, compare_ended_runs
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.my_assignments import difficulties
from bot.flows.progress import progress_of, totals_of, totals_of_states
from bot.flows.weak_checks import weakest
from bot.states import Alike, Overview, Progress, Totals, Weak
from engine.errors import RuleViolation
from storage import assignments, audit, findings, roster
from storage.assignments import Assignment, Window
from storage.audit import Act
from storage.connection import Connection

PER_PAGE = 5
GONE = "I can't find that assignment any more. `/haggle assignments` lists those there are."


class TeamPage(NamedTuple):
    """Some of the team's assignments, the latest first; `number` counts pages from 1."""

    overviews: tuple[Overview, ...]
    number: int
    pages: int
    total: int


class Everybody(NamedTuple):
    """A window with everybody in it, and whose lines are nearly somebody else's.

    `windows` says how many the assignment has so far.
    """

    progress: Progress
    windows: int
    alike: tuple[Alike, ...]


class Buyers(NamedTuple):
    """The same with how hard each buyer is in a word, how far everybody is with each, and the weakest checks."""

    progress: Progress
    windows: int
    hard: dict[tuple[str, int], str]
    per_seed: tuple[Totals, ...]
    weak: tuple[Weak, ...]
    shows_seeds: bool


async def team_assignments(house: House, managers: Managers, team: str, user: str, number: int = 1) -> TeamPage:
    """A page of what the team is assigned; RuleViolation unless the person is a manager."""
    await only_managers(managers, user)
    now = house.now()
    async with house.database.reading() as connection:
        every = await assignments.of_team(connection, team)
        pages = max(1, -(-len(every) // PER_PAGE))
        shown = min(max(1, number), pages)
        some = every[(shown - 1) * PER_PAGE : shown * PER_PAGE]
        return TeamPage(tuple([await _overview(connection, each, now) for each in some]), shown, pages, len(every))


async def everybody(house: House, managers: Managers, team: str, user: str, assignment: str, number: int) -> Everybody:
    """Everybody in the window; that they were looked at is noted. RuleViolation unless the person is a manager."""
    found = await _looked_at(house, managers, team, user, assignment, number)
    async with house.database.writing() as connection:
        await audit.note(connection, team, Act(house.now(), user, "saw people", assignment, {"window": number}))
    return found


async def _looked_at(house: House, managers: Managers, team: str, user: str, assignment: str, number: int) -> Everybody:
    await only_managers(managers, user)
    async with house.database.reading() as connection:
        windows = await assignments.windows_of(connection, team, assignment)
        progress = await progress_of(connection, team, assignment, number, house.now())
        return Everybody(progress, len(windows), await alike_in(connection, team, assignment, number))


async def buyers(house: House, managers: Managers, team: str, user: str, assignment: str, number: int) -> Buyers:
    """The window by its buyers; RuleViolation unless the person is a manager."""
    progress, windows, _ = await _looked_at(house, managers, team, user, assignment, number)
    made, window = progress.assignment, progress.window
    async with house.database.reading() as connection:
        weak = weakest(await findings.of_window(connection, team, assignment, number))
        shows = await shows_seeds(connection, made, window, user, house.now())
    hard = await difficulties(house, made, window.seeds)
    return Buyers(progress, windows, hard, per_seed(progress), weak, shows)


async def findings_of(
    house: House, team: str, assignment: str, number: int
) -> tuple[tuple[Weak, ...], tuple[Alike, ...]]:
    """The weakest check of the window, and whose lines are nearly somebody else's; for its digest."""
    while await compare_ended_runs(house):
        pass
    async with house.database.reading() as connection:
        weak = weakest(await findings.of_window(connection, team, assignment, number), 1)
        return weak, await alike_in(connection, team, assignment, number)


def per_seed(progress: Progress) -> tuple[Totals, ...]:
    """How many people are how far with each buyer of the window, in its order."""
    counted = range(len(progress.window.seeds))
    return tuple(totals_of_states(each.seeds[nth].state for each in progress.people) for nth in counted)


async def shows_seeds(connection: Connection, assignment: Assignment, window: Window, user: str, now: datetime) -> bool:
    """Whoever wrote the seeds knows them; drawn ones are hidden until the start, and from one who is to play them."""
    if not assignment.drawn:
        return True
    whose = await roster.get(connection, window.team, window.assignment, window.number, user)
    return now >= (whose.due_at if whose else window.opens_at)


async def _overview(connection: Connection, assignment: Assignment, now: datetime) -> Overview:
    windows = await assignments.windows_of(connection, assignment.team, assignment.id)
    window = shown_window(windows, now)
    if window is None:
        return Overview(assignment, None, totals_of(()), (), 0)
    place = (assignment.team, assignment.id, window.number)
    progress = await progress_of(connection, *place, now)
    weak = weakest(await findings.of_window(connection, *place), 1)
    return Overview(assignment, window, progress.totals, weak, len(windows))


def shown_window(windows: Sequence[Window], now: datetime) -> Window | None:
    """The latest window that has opened, or else the first; None where there is none."""
    opened = [each for each in windows if each.opens_at <= now]
    return opened[-1] if opened else next(iter(windows), None)


async def known(connection: Connection, team: str, assignment: str) -> Assignment:
    """The assignment, held by whoever changes it; RuleViolation where there is none."""
    return _there(await assignments.hold(connection, team, assignment))


async def known_here(connection: Connection, team: str, assignment: str) -> Assignment:
    """The assignment, to be looked at; RuleViolation where there is none."""
    return _there(await assignments.get(connection, team, assignment))


def _there(found: Assignment | None) -> Assignment:
    if found is None:
        raise RuleViolation(GONE)
    return found
