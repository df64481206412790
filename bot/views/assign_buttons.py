"""The buttons of assigning."""

from bot.views.assigned_buttons import COPY, EDIT
from bot.views.blocks import button
from bot.views.message import Block

ASSIGN, CHANGE_ORDER, DISCARD = "assign_order", "change_order", "discard_order"
"""They carry the draft and its revision."""
OPEN_ASSIGN = "open_assign"
"""Opens the empty form."""


def edit_button(assignment: str) -> Block:
    """Opens the form with the assignment in it."""
    return button(EDIT, "Edit", assignment)


def copy_button(assignment: str) -> Block:
    """Opens the form for another one like it."""
    return button(COPY, "Copy", assignment)
