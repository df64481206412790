"""The form that starts a run."""

from typing import Any

from bot.views.message import Block

START_MODAL = "start_run"
SEED, PACK, CHANNEL = "seed", "pack", "channel"
_WHERE = "A channel that Haggle is in. Leave it empty to play in your own messages with Haggle."


def start_modal(packs: dict[str, str], channel: str | None) -> dict[str, Any]:
    """The modal; `packs` gives titles by id, `channel` is where the run goes unless the rep picks another."""
    options = [{"text": _plain(title[:75]), "value": pack} for pack, title in packs.items()]
    conversations: Block = {
        "type": "conversations_select",
        "action_id": CHANNEL,
        "placeholder": _plain("Your messages with Haggle"),
        "filter": {"include": ["public", "private", "im"], "exclude_bot_users": False},
    }
    if channel:
        conversations["initial_conversation"] = channel
    return {
        "type": "modal",
        "callback_id": START_MODAL,
        "title": _plain("Start a run"),
        "submit": _plain("Start"),
        "close": _plain("Cancel"),
        "blocks": [
            _input(CHANNEL, "Where", conversations, _WHERE, optional=True),
            _input(
                PACK,
                "Pack",
                {"type": "static_select", "action_id": PACK, "options": options, "initial_option": options[0]},
            ),
            _input(
                SEED,
                "Seed",
                {"type": "plain_text_input", "action_id": SEED, "max_length": 60, "placeholder": _plain("18422")},
                "The same seed is the same buyer. Leave it empty for somebody new.",
                optional=True,
            ),
        ],
    }


def _input(block_id: str, label: str, element: Block, hint: str = "", *, optional: bool = False) -> Block:
    block: Block = {"type": "input", "block_id": block_id, "label": _plain(label), "element": element}
    return {**block, **({"hint": _plain(hint)} if hint else {}), **({"optional": True} if optional else {})}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}
