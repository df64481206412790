"""The form that starts a run."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.views.forms import channel_select, input_block, plain
from bot.views.message import Block
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack
from storage.team_defaults import Usual

START_MODAL = "start_run"
SEED, PACK, CHANNEL, MODE, MODEL = "seed", "pack", "channel", "mode", "model"
OPTION_LIMIT = 75
_WHERE = "A channel that Haggle is in. Leave it empty to play in your own messages with Haggle."
_WHO = "A seed pack hands you the next buyer of its list whom you have not met."


_HOW = {
    "strict": ("Strict", "The rules word the buyer; no language model"),
    "freeplay": ("Freeplay", "A language model words what the rules decide"),
    "flavor": ("Flavor", "The same, in the tone of your team's earlier runs"),
}


class Choice(NamedTuple):
    """The modes and the models that can be had, and which of them are usual."""

    modes: Sequence[str] = ("strict",)
    models: Sequence[str] = ()
    usual: Usual = Usual()


STRICT_ALONE = Choice()


def start_modal(
    packs: Sequence[Pack], channel: str | None, choice: Choice = STRICT_ALONE, made: Sequence[SeedPack] = ()
) -> dict[str, Any]:
    """The form; `channel` is where the run goes unless the rep picks another. `made` are the team's own seed packs."""
    groups = [
        {"label": plain(pack.title[:OPTION_LIMIT]), "options": [_anyone(pack), *map(_listed, _lists(pack, made))]}
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
            *_modes(choice),
            *_models(choice),
        ],
    }


def _modes(choice: Choice) -> list[Block]:
    """The choice between the modes, where there is one."""
    if len(choice.modes) < 2:
        return []
    options: dict[str, Block] = {
        mode: {"text": plain(_HOW[mode][0]), "description": plain(_HOW[mode][1]), "value": mode}
        for mode in choice.modes
    }
    radio: Block = {
        "type": "radio_buttons",
        "action_id": MODE,
        "options": list(options.values()),
        "initial_option": options[choice.usual.mode],
    }
    hint = "The same seed is the same buyer, and is scored by the same rules, in each."
    return [input_block(MODE, "Mode", radio, hint)]


def _models(choice: Choice) -> list[Block]:
    """The choice between the models, where there is one; a model's name may be longer than Slack shows."""
    if len(choice.models) < 2:
        return []
    options: dict[str, Block] = {name: {"text": plain(name[-OPTION_LIMIT:]), "value": name} for name in choice.models}
    select: Block = {
        "type": "static_select",
        "action_id": MODEL,
        "options": list(options.values()),
        "initial_option": options.get(choice.usual.model, options[choice.models[0]]),
    }
    return [input_block(MODEL, "Language model", select, "For freeplay and flavor; strict mode needs none.")]


def _lists(pack: Pack, made: Sequence[SeedPack]) -> list[SeedPack]:
    ours = [listed for listed in made if (listed.pack, listed.draw_epoch) == (pack.id, pack.draw_epoch)]
    return [*pack.seed_lists, *ours]


def _anyone(pack: Pack) -> Block:
    return {"text": plain(f"Anyone from {pack.title}"[:OPTION_LIMIT]), "value": pack.id}


def _listed(listed: SeedPack) -> Block:
    return {
        "text": plain(listed.title),
        "description": plain(f"{len(listed.seeds)} buyers · {listed.skill}"[:OPTION_LIMIT]),
        "value": listed.ref,
    }
