"""Short notes by Haggle itself."""

from bot.views.blocks import actions, button, section
from bot.views.message import Message

START_SEED, NEW_SEED = "start_seed", "new_seed"
"""Buttons that start a run: on the share code in the value, or on a new seed of the pack in the value."""


def notice_message(text: str, start: str | None = None) -> Message:
    """The note; with a share code, a button that starts the same buyer stands under it."""
    if start is None:
        return Message(text)
    return Message(text, (section(text), actions("start", button(START_SEED, f"Start {start}", start))))
