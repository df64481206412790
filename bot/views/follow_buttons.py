"""What a manager presses to follow an assignment; values are `assignment:number`, and a page where there are some."""

from typing import NamedTuple

from bot.views.blocks import as_text, button, confirm
from bot.views.message import Block

PEOPLE, SEEDS = "assignment_people", "assignment_seeds"
REMIND = "assignment_remind"
EXCUSE, CANCEL = "assignment_excuse", "assignment_cancel"
ALIKE = "assignment_alike"
"""Shows the lines of two runs that are nearly the same."""
EARLIER, LATER = "assignment_earlier", "assignment_later"
"""Turn to another window of the assignment."""
BACK, MORE = "assignment_people_back", "assignment_people_more"
NEWER, OLDER = "assignments_newer", "assignments_older"
MINE = "assignments_mine"


class Place(NamedTuple):
    """The window of an assignment that a button is about, and the page, counted from 1, where it has pages."""

    assignment: str
    number: int
    page: int = 1

    def __str__(self) -> str:
        """The value of the button."""
        return f"{self.assignment}:{self.number}" + (f":{self.page}" if self.page > 1 else "")


def place_in(value: str) -> Place | None:
    """What the value of a button says; None where it names no window."""
    assignment, *numbers = value.split(":")
    good = 1 <= len(numbers) <= 2 and all(each.isascii() and each.isdigit() and len(each) < 7 for each in numbers)
    return Place(assignment, *map(int, numbers)) if assignment and good else None


def cancel_button(place: Place, title: str) -> Block:
    """Asks before it cancels."""
    sure = confirm(
        "Cancel this assignment?",
        f"Nothing more of *{as_text(title[:80])}* is posted, and runs under way go on as practice. "
        "This cannot be undone.",
        "Cancel it",
        "Keep it",
    )
    return button(CANCEL, "Cancel", str(place), style="danger", confirm=sure)


def excuse_button(place: Place, person: str) -> Block:
    """Asks before it excuses; its value ends with the person."""
    sure = confirm(
        "Excuse them?",
        f"<@{person}> has nothing to do in this assignment any more, and counts as excused.",
        "Excuse",
        "Keep them in",
    )
    return button(EXCUSE, "Excuse", f"{place}/{person}", confirm=sure)
