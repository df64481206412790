"""The form that starts a run."""

from collections.abc import Sequence
from typing import Any

from bot.views.forms import channel_select, input_block, plain
from bot.views.message import Block
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack

START_MODAL = "start_run"
SEED, PACK, CHANNEL, MODE = "seed", "pack", "channel", "mode"
OPTION_LIMIT = 75
_WHERE = "A channel that Haggle is in. Leave it empty to play in your own messages with Haggle."
_WHO = "A seed pack hands you the next buyer of its list whom you have not met."


_HOW = {
    "strict": ("Strict", "The rules word the buyer; no language model"),
    "freeplay": ("Freeplay", "A language model words what the rules decide"),
}


def start_modal(packs: Sequence[Pack], channel: str | None, modes: Sequence[str] = ("strict",)) -> dict[str, Any]:
    """The form; `channel` is where the run goes unless the rep picks another, `modes` are those that can be had."""
    groups = [
        {"label": plain(pack.title[:OPTION_LIMIT]), "options": [_anyone(pack), *map(_listed, pack.seed_lists)]}
        for pack in packs
    ]
    who: Block = {
        "type": "static_select",
        "action_id": PACK,
        "option_groups": groups,
        "initial_option": _anyone(packs[0]),
    }
    seed: Block = {"type": "plain_text_input", "action_id": SEED, "max_length": 60, "placeholder": plain("18422")}
    where = channel_select(CHANNEL, channel, "Your messages with Haggle", direct=True)
    return {
        "type": "modal",
        "callback_id": START_MODAL,
        "title": plain("Start a run"),
        "submit": plain("Start"),
        "close": plain("Cancel"),
        "blocks": [
            input_block(CHANNEL, "Where", where, _WHERE, optional=True),
            input_block(PACK, "Pack or seed pack", who, _WHO),
            input_block(
                SEED,
                "Seed or share code",
                seed,
                "The same seed is the same buyer. Leave it empty for somebody new.",
                optional=True,
            ),
            *_choice_of(modes),
        ],
    }


def _choice_of(modes: Sequence[str]) -> list[Block]:
    """The choice between the modes, where there is one."""
    if len(modes) < 2:
        return []
    options = [{"text": plain(_HOW[mode][0]), "description": plain(_HOW[mode][1]), "value": mode} for mode in modes]
    radio: Block = {"type": "radio_buttons", "action_id": MODE, "options": options, "initial_option": options[0]}
    return [input_block(MODE, "Mode", radio, "The same seed is the same buyer, with the same score, in either.")]


def _anyone(pack: Pack) -> Block:
    return {"text": plain(f"Anyone from {pack.title}"[:OPTION_LIMIT]), "value": pack.id}


def _listed(listed: SeedPack) -> Block:
    return {
        "text": plain(listed.title),
        "description": plain(f"{len(listed.seeds)} buyers · {listed.skill}"[:OPTION_LIMIT]),
        "value": listed.ref,
    }
