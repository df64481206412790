"""The buttons of assignments, and what their values stand for."""

from typing import NamedTuple

from bot.views.blocks import button
from bot.views.message import Block

START_ASSIGNED = "start_assigned"
"""Starts the buyer of that index, from 1, in the window: `assignment:number:index`."""
SNOOZE, MUTE = "snooze_reminders", "mute_reminders"
"""Move the next reminder of a window by a day, or leave them out: `assignment:number`."""
EDIT, COPY = "edit_assignment", "copy_assignment"
"""For its manager: change the assignment of that id, or make another like it."""
CSV = "assignment_csv"
"""For its manager: the figures of the window: `assignment:number`."""


class Named(NamedTuple):
    """The window in the value of a button."""

    assignment: str
    number: int


def window_in(value: str) -> Named | None:
    """The window that the value names, None where it names none."""
    assignment, _, number = value.partition(":")
    return Named(assignment, int(number)) if assignment and number.isascii() and number.isdecimal() else None


def window_value(assignment: str, number: int) -> str:
    """The value that names the window."""
    return f"{assignment}:{number}"


def start_button(assignment: str, number: int, index: int, text: str) -> Block:
    """Starts a buyer of the window."""
    value = f"{window_value(assignment, number)}:{index}"
    return button(f"{START_ASSIGNED}:{index}", text, value, style="primary")
