"""The button that shares a run's buyer, and the form that it opens."""

from typing import Any

from bot.views.blocks import button, escape, section
from bot.views.forms import channel_select, input_block, plain
from bot.views.message import Block
from engine.scenario.scenario import Scenario

SHARE = "share_run"
SHARE_MODAL = "share_buyer"
CHANNEL, SCORE = "share_channel", "share_score"
WITHOUT, WITH = "without", "with"


def share_button(run_id: str) -> Block:
    """Opens the form for the run's buyer."""
    return button(SHARE, "Share", run_id)


def share_modal(scenario: Scenario, run_id: str, channel: str | None, score: int | None) -> dict[str, Any]:
    """The form; `score` is the presser's own in this run, None where there is none to tell."""
    role = scenario.counterpart.role
    what = (
        f"A card in the channel starts *{escape(scenario.counterpart.name)}* for whoever presses it, each in a thread "
        f"of their own. It shows what anyone can see of the {role}, and nothing that the {role} keeps back."
    )
    where = input_block(CHANNEL, "Where", channel_select(CHANNEL, channel), "A channel that Haggle is in.")
    return {
        "type": "modal",
        "callback_id": SHARE_MODAL,
        "private_metadata": run_id,
        "title": plain(f"Share this {role}"),
        "submit": plain("Share"),
        "close": plain("Cancel"),
        "blocks": [section(what), where, *([_score(score)] if score is not None else [])],
    }


def _score(score: int) -> Block:
    without = {"text": plain("Leave it out"), "value": WITHOUT}
    shown = {"text": plain(f"Show it: {score} of 100"), "value": WITH}
    radio = {
        "type": "radio_buttons",
        "action_id": SCORE,
        "options": [without, shown],
        "initial_option": without,
    }
    return input_block(SCORE, "Your score", radio)
