"""A line of the counterpart's, under its own name and face."""

from bot.views.blocks import escape
from bot.views.message import Message


def line_message(text: str) -> Message:
    """The line as plain text: a person speaking needs no blocks."""
    return Message(escape(text))
