"""A hint: what to do, what it took, and where it belongs."""

from bot.views.blocks import context, escape, section
from bot.views.links import Links
from bot.views.message import Message
from storage.posts import Hint


def hint_message(hint: Hint, workspace_url: str) -> Message:
    """The hint; a copy outside its thread leads there."""
    words = f"*Hint* · {escape(hint.text)}"
    thread = Links(workspace_url, hint.thread.channel, hint.thread.thread or "")
    if hint.whisper:
        note = f"{_cost(hint)} Only you see this; a copy is in your messages with Haggle."
    else:
        note = f"{_cost(hint)} {escape(hint.run)}{thread.arrow(thread.thread)}"
    return Message(f"Hint: {escape(hint.text)} {_cost(hint)}", (section(words), context(note)))


def _cost(hint: Hint) -> str:
    if not hint.points:
        return f"Shown again, which costs nothing. Hints so far: −{hint.taken}."
    return f"−{hint.points} points. Hints so far: −{hint.taken}."
