"""Deleting one's own data: what goes, what stays, and the word that confirms it."""

from typing import Any

from bot.views.blocks import context, section
from bot.views.forms import input_block, plain
from bot.views.message import Block, Message

DELETION_MODAL, TYPED = "delete_me", "delete_me_word"

_GOES = (
    "*What goes, at once and for good*\n"
    "• your runs with every line, their scores, comments and excerpts; a run under way ends with them\n"
    "• your disputes and what you wrote in them\n"
    "• your places on boards, your attempts and assignments, your settings\n"
    "• your name on buyers that you shared, and under whatever you decided or made for the team\n"
    "• what I posted in your threads and in our messages: I take it out of Slack, some forty messages a minute"
)
_STAYS = (
    "*What stays*\n"
    "• sums in which nobody can be told apart: what language models cost, and that somebody had their data deleted\n"
    "• assignments and seed packs that you made for others, without your name\n"
    "• digests and tables that managers were sent before: they stand in their messages"
)
_ONLY_YOU = (
    "*What only you or Slack can delete*\n"
    "• the lines that you typed: they are your messages. Delete them in Slack, or ask whoever runs the workspace\n"
    "• notes of mine that only you saw: they vanish when Slack is loaded anew\n"
    "• what others copied or saved, and backups of whoever runs Haggle"
)
_FIRST = "`/haggle export` sends you everything as a file first."
_MANAGER = "You are a manager: if an admin made you one, that ends too."
GONE = (
    "Your data is deleted. What I had posted in your threads and here disappears from Slack in the next minutes; the "
    "lines that you typed are yours to delete. `/haggle start` begins anew at any time."
)


def deletion_modal(word: str, *, manages: bool) -> dict[str, Any]:
    """The form; a manager is told what it means for them."""
    typed: Block = {"type": "plain_text_input", "action_id": TYPED, "max_length": 20, "placeholder": plain(word)}
    return {
        "type": "modal",
        "callback_id": DELETION_MODAL,
        "title": plain("Delete my data"),
        "submit": plain("Delete"),
        "close": plain("Keep everything"),
        "blocks": [
            section(_GOES),
            section(_STAYS),
            section(_ONLY_YOU),
            context(_FIRST, *((_MANAGER,) if manages else ())),
            input_block(TYPED, f"Type {word} to confirm", typed),
        ],
    }


def farewell_message() -> Message:
    """The last thing that the person is told."""
    return Message(GONE, (section(GONE),))
