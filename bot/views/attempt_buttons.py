"""The buttons that start assigned runs."""

from bot.views.blocks import button
from bot.views.message import Block

START_ASSIGNED = "start_assigned"
"""Starts the buyer of the window in its value, `assignment:number:buyer`; a row of them adds what tells them apart."""


def start_assigned_button(text: str, assignment: str, number: int, buyer: int) -> Block:
    """Starts that buyer of the window, counted from 1."""
    return button(f"{START_ASSIGNED}:{buyer}", text, f"{assignment}:{number}:{buyer}", style="primary")
