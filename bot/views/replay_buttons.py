"""The button that opens a run's replay."""

from bot.views.blocks import button
from bot.views.message import Block

REPLAY = "replay_run"
"""Opens the replay of the run in its value."""


def replay_button(run_id: str) -> Block:
    """Opens the replay of a run that is over."""
    return button(REPLAY, "Replay", run_id)
