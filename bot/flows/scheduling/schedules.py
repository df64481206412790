"""What the schedules of assignments are called, and what they are of."""

from typing import NamedTuple

OF_ASSIGNMENTS = "assignment"
START, REMIND, OVER = "start", "remind", "over"
"""What falls due for each person."""
SUMMARY, GATHER, NEXT, DIGEST = "summary", "gather", "next", "digest"
"""What falls due for the window."""


class Place(NamedTuple):
    """A window of an assignment."""

    assignment: str
    number: int


def of_assignment(assignment: str) -> str:
    """What every schedule of the assignment begins with."""
    return f"{OF_ASSIGNMENTS}:{assignment}:"


def of_window(assignment: str, number: int, what: str = "") -> str:
    """The schedule of that in the window; without `what`, what each of the window's begins with."""
    return f"{of_assignment(assignment)}{number}:{what}"


def place_of(schedule: str) -> Place:
    """The window that the schedule is of."""
    _, assignment, number, _ = schedule.split(":", 3)
    return Place(assignment, int(number))


def cause_of(schedule: str, recipient: str) -> str:
    """What the post of such a due is known by, without the time: what was planned anew is not posted again."""
    return f"{schedule}:{recipient}"
