"""Short notes by Haggle itself."""

from bot.views.blocks import actions, button, section
from bot.views.message import Message
from bot.views.start_buttons import START_SEED


def notice_message(text: str, start: str | None = None) -> Message:
    """The note; with a share code, a button that starts the same buyer stands under it."""
    if start is None:
        return Message(text)
    return Message(text, (section(text), actions("start", button(START_SEED, f"Start {start}", start))))
