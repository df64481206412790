"""The buttons of disputes."""

from bot.views.blocks import actions, button
from bot.views.message import Block

DISPUTE = "dispute_run"
"""Opens the form in which the rep disputes a check of the run in its value."""
UPHOLD, CHANGE = "dispute_uphold", "dispute_change"
"""Open the form in which a manager decides the dispute in their value."""


def dispute_button(run_id: str) -> Block:
    """Contests a check; only the rep of the run gets any further."""
    return button(DISPUTE, "Dispute", run_id)


def deciding_buttons(dispute_id: str) -> Block:
    """What a manager can do with an open dispute; neither is put forward."""
    return actions(
        f"dispute:{dispute_id}",
        button(UPHOLD, "Uphold", dispute_id),
        button(CHANGE, "Change the points", dispute_id),
    )
