"""The buttons of assigning."""

from bot.views.blocks import button
from bot.views.message import Block

ASSIGN, CHANGE_ORDER, DISCARD = "assign_order", "change_order", "discard_order"
"""They carry the draft and its revision."""
OPEN_ASSIGN = "open_assign"
"""Opens the empty form."""
EDIT_ASSIGNMENT, COPY_ASSIGNMENT = "edit_assignment", "copy_assignment"
"""They carry the assignment's id."""


def edit_button(assignment: str) -> Block:
    """Opens the form with the assignment in it."""
    return button(EDIT_ASSIGNMENT, "Edit", assignment)


def copy_button(assignment: str) -> Block:
    """Opens the form for another one like it."""
    return button(COPY_ASSIGNMENT, "Copy", assignment)
