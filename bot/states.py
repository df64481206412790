"""How far somebody is with what they were assigned, as flows find it and views show it."""

from datetime import datetime
from typing import Literal, NamedTuple

from storage.assignments import Assignee, Assignment, Window

State = Literal["not started", "in progress", "passed", "did not pass", "overdue", "excused"]
STATES: tuple[State, ...] = ("not started", "in progress", "passed", "did not pass", "overdue", "excused")


class SeedState(NamedTuple):
    """How far somebody is with one buyer of a window.

    `attempts` counts their runs, also one that is under way; `best` is the best score that counts. `run_id` is the run
    under way (`is_live`), or else the one of the best score; None without either.
    """

    seed: int
    state: State
    attempts: int
    best: int | None
    run_id: str | None
    is_live: bool = False


class PersonState(NamedTuple):
    """How far somebody is with a window, and when it is due for them; `seeds` are in the window's order."""

    person: str
    state: State
    due_at: datetime
    seeds: tuple[SeedState, ...]

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left for them to do."""
        return self.state in ("passed", "did not pass", "excused")


class Totals(NamedTuple):
    """How many people are in each state; `people` are all of them."""

    people: int
    not_started: int
    in_progress: int
    passed: int
    did_not_pass: int
    overdue: int
    excused: int

    def of(self, state: State) -> int:
        """How many people are in this state."""
        counts: tuple[int, ...] = self[1:]
        return counts[STATES.index(state)]


class Progress(NamedTuple):
    """Everybody in a window of an assignment."""

    assignment: Assignment
    window: Window
    people: tuple[PersonState, ...]
    totals: Totals

    def person(self, person: str) -> PersonState | None:
        """How far that person is; None where they are not in the window."""
        return next((each for each in self.people if each.person == person), None)


class Mine(NamedTuple):
    """A window that somebody is in, with how far they are."""

    assignment: Assignment
    window: Window
    assignee: Assignee
    state: PersonState

    def is_open(self, now: datetime) -> bool:
        """Whether they can play it now, and have something left to play."""
        has_started = self.assignee.starts_at <= now < self.assignee.due_at
        return has_started and self.assignment.status != "cancelled" and not self.state.is_done


class Weak(NamedTuple):
    """A check of which `met` of so many runs earned at least half of the points."""

    title: str
    met: int
    runs: int


class Overview(NamedTuple):
    """An assignment as a manager sees it in a list: its latest window that has opened, or else its first.

    Without a window, nobody is in it yet. `windows` says how many there are so far.
    """

    assignment: Assignment
    window: Window | None
    totals: Totals
    weak: tuple[Weak, ...]
    windows: int


class Alike(NamedTuple):
    """`lines` of the `of` lines of a run that are nearly those of another one, which ended before it."""

    run_id: str
    person: str
    other: str
    other_person: str
    seed: int
    lines: int
    of: int
