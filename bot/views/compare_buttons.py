"""The buttons that lead to a comparison."""

from bot.views.blocks import button
from bot.views.message import Block

COMPARE = "compare_run"
"""Compares the run in its value with another one on the same buyer, or asks with which."""
WITH = "compare_with"
"""Compares the two runs in its value."""


def compare_button(run_id: str) -> Block:
    """Leads to a comparison of the run."""
    return button(COMPARE, "Compare with…", run_id)
