"""How far everybody is with an assignment: one rule, and the totals that every view shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from bot.states import STATES, Mine, PersonState, Progress, SeedState, State, Totals
from engine.errors import RuleViolation
from storage import assignments, attempts
from storage.assignments import UNLIMITED, Assignee, Assignment
from storage.attempts import Held, Played
from storage.connection import Connection

__all__ = [
    "STATES", "Mine", "PersonState", "Progress", "SeedState", "State", "Totals", "assignments_of", "progress_of",
]  # fmt: skip

MOST_HELD = 60
"""The latest windows that somebody is shown of all those they were ever in."""


def seed_state(
    seed: int, played: Sequence[Played], assignment: Assignment, whose: Assignee, now: datetime
) -> SeedState:
    """How far somebody is with a buyer; `played` are their runs on it that count, in order.

    What counts has ended before it was due.
    """
    in_time = [each for each in played if each.ended_at is not None and each.ended_at < whose.due_at]
    live = next((each for each in played if each.ended_at is None), None)
    best = max(in_time, key=lambda each: (each.score or 0, -each.nth), default=None)
    shown = live or best
    return SeedState(
        seed,
        _state_of_seed(played, in_time, assignment, whose, now),
        len(played),
        best.score if best else None,
        shown.run_id if shown else None,
        live is not None,
    )


def _state_of_seed(
    played: Sequence[Played], in_time: Sequence[Played], assignment: Assignment, whose: Assignee, now: datetime
) -> State:
    if whose.excused_at is not None:
        return "excused"
    if any(passes(each, assignment) for each in in_time):
        return "passed"
    if now >= whose.due_at:
        return "did not pass" if in_time else "overdue"
    if len(in_time) == len(played) and is_used_up(len(played), assignment):
        return "did not pass"
    return "in progress" if played else "not started"


def passes(played: Played, assignment: Assignment) -> bool:
    """Whether the run, as disputes have left its score, reaches the assignment's pass mark and complies."""
    return played.score is not None and played.score >= assignment.pass_mark and played.complies


def is_used_up(attempts: int, assignment: Assignment) -> bool:
    """Whether so many attempts on a buyer are all that there are."""
    return assignment.attempts != UNLIMITED and attempts >= assignment.attempts


_A_MOMENT = timedelta(microseconds=1)


def person_state(
    whose: Assignee, seeds: Sequence[int], played: Sequence[Played], assignment: Assignment, now: datetime
) -> PersonState:
    """How far somebody is with a window of these buyers; `played` are their runs that count in it, in order.

    Of one that was cancelled nothing becomes overdue any more.
    """
    if assignment.status == "cancelled":
        now = min(now, whose.due_at - _A_MOMENT)
    each = tuple(
        seed_state(seed, [one for one in played if one.seed == seed], assignment, whose, now) for seed in seeds
    )
    return PersonState(whose.person, _state_of_person([one.state for one in each], whose), whose.due_at, each)


def _state_of_person(states: Sequence[State], whose: Assignee) -> State:
    found = set(states)
    if whose.excused_at is not None:
        return "excused"
    if found == {"passed"}:
        return "passed"
    if found <= {"passed", "did not pass"}:
        return "did not pass"
    if "overdue" in found:
        return "overdue"
    return "not started" if found == {"not started"} else "in progress"


def totals_of(people: Iterable[PersonState]) -> Totals:
    """How many of them are in each state."""
    return totals_of_states(each.state for each in people)


def totals_of_states(states: Iterable[State]) -> Totals:
    """How many there are of each state."""
    counted = Counter(states)
    return Totals(counted.total(), *(counted[state] for state in STATES))


async def progress_of(connection: Connection, team: str, assignment_id: str, number: int, now: datetime) -> Progress:
    """Everybody in that window of the assignment, by their ids; RuleViolation where there is none."""
    assignment = await assignments.get(connection, team, assignment_id)
    windows = await assignments.windows_of(connection, team, assignment_id)
    window = next((each for each in windows if each.number == number), None)
    if assignment is None or window is None:
        raise RuleViolation("I can't find that assignment any more. `/haggle assignments` lists those there are.")
    people = await assignments.assignees_of(connection, team, assignment_id, number)
    theirs = _by_person(await attempts.in_window(connection, team, assignment_id, number))
    states = tuple(person_state(each, window.seeds, theirs.get(each.person, ()), assignment, now) for each in people)
    return Progress(assignment, window, states, totals_of(states))


async def assignments_of(connection: Connection, team: str, person: str, now: datetime) -> tuple[Mine, ...]:
    """What the person is or was assigned: first what is open, the soonest due first, then the rest, the last due first.

    The rest is also what has not started for them, and what was cancelled.
    """
    held = await attempts.held_for(connection, team, person, MOST_HELD)
    ids = sorted({each.assignment.id for each in held})
    played = await attempts.of_person(connection, team, person, ids) if ids else ()
    mine = [_mine(each, played, now) for each in held]
    still_open = sorted((each for each in mine if each.is_open(now)), key=lambda each: each.state.due_at)
    return (*still_open, *(each for each in mine if not each.is_open(now)))


def _mine(held: Held, played: Sequence[Played], now: datetime) -> Mine:
    here = [each for each in played if (each.assignment, each.number) == (held.assignment.id, held.window.number)]
    state = person_state(held.assignee, held.window.seeds, here, held.assignment, now)
    return Mine(held.assignment, held.window, held.assignee, state)


def _by_person(played: Sequence[Played]) -> Mapping[str, tuple[Played, ...]]:
    return {person: tuple(theirs) for person, theirs in groupby(played, key=lambda each: each.person)}
