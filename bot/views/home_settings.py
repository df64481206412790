"""Home's settings: the name on boards, reminders, and whether lines of buyers may give others their tone."""

from collections.abc import Mapping
from typing import Literal

from bot.views.blocks import actions, context, divider, section
from bot.views.message import Block
from storage.preferences import Chosen

NAME, REMINDERS, EXCERPTS = "show_name", "want_reminders", "allow_excerpts"
SETTINGS: Mapping[str, Literal["name", "reminders", "excerpts"]] = {
    NAME: "name",
    REMINDERS: "reminders",
    EXCERPTS: "excerpts",
}
"""The boxes by their action ids, and which setting each is."""
_DATA = "`/haggle export` sends you all that I keep of you, `/haggle delete-me` deletes it."


def settings_blocks(chosen: Chosen, *, has_voice: bool) -> list[Block]:
    """What the person has chosen, to be changed; excerpts only where a model could be shown any."""
    boxes = [
        _box(NAME, "My name may stand on boards", "Off: you count, and your name is not shown.", not chosen.hides_name),
        _box(
            REMINDERS,
            "Remind me of assignments",
            "At most twice each, in my working hours, and never once I have passed.",
            chosen.wants_reminders,
        ),
    ]
    if has_voice:
        boxes.append(
            _box(
                EXCERPTS,
                "Lines of buyers in my runs may give other buyers their tone",
                "Never what I wrote, nor a name or a number. Off: all are deleted.",
                chosen.allows_excerpts,
            )
        )
    # Slack keeps what stands in a block of the same id: what was said elsewhere shows under another one.
    block_id = f"settings_{''.join('1' if on else '0' for on in chosen)}"
    return [divider(), section("*Settings*"), actions(block_id, *boxes), context(_DATA)]


def _box(action: str, label: str, explained: str, on: bool) -> Block:
    option: Block = {
        "text": {"type": "mrkdwn", "text": f"*{label}*"},
        "description": {"type": "mrkdwn", "text": explained},
        "value": action,
    }
    box: Block = {"type": "checkboxes", "action_id": action, "options": [option]}
    return {**box, "initial_options": [option]} if on else box
