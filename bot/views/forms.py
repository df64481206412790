"""What forms are made of, as plain dicts within Slack's limits."""

from bot.views.message import Block
from bot.visible import visible


def plain(text: str) -> Block:
    """Text that Slack shows as written."""
    return {"type": "plain_text", "text": visible(text)}


def input_block(block_id: str, label: str, element: Block, hint: str = "", *, optional: bool = False) -> Block:
    """A field of a form, with its label and hint."""
    block: Block = {"type": "input", "block_id": block_id, "label": plain(label), "element": element}
    return {**block, **({"hint": plain(hint)} if hint else {}), **({"optional": True} if optional else {})}


def channel_select(
    action_id: str, initial: str | None, placeholder: str = "A channel", *, direct: bool = False
) -> Block:
    """A choice of channels; with `direct` also of the person's own messages with the app."""
    kinds = ["public", "private", *(["im"] if direct else [])]
    select: Block = {
        "type": "conversations_select",
        "action_id": action_id,
        "placeholder": plain(placeholder),
        "filter": {"include": kinds, "exclude_bot_users": False},
    }
    return {**select, **({"initial_conversation": initial} if initial else {})}
