"""The forms of disputes: the rep's, and the two in which a manager decides."""

from typing import Any

from bot.views.blocks import context, section
from bot.views.dispute_card import evidence_of
from bot.views.dispute_words import set_off
from bot.views.forms import input_block, plain
from bot.views.links import Links
from bot.views.message import Block
from engine.scoring.rubric import Area
from engine.scoring.verdict import Checked, Verdict
from storage.disputes import Dispute

DISPUTE_MODAL, UPHOLD_MODAL, CHANGE_MODAL = "dispute", "uphold_dispute", "change_dispute"
CHECK, WORDS, REASON, POINTS = "dispute_check", "dispute_words", "dispute_reason", "dispute_points"
OPTION_LIMIT = 75
_INTRO = (
    "A manager reads your sentence beside what the check rests on, and upholds the points or changes them, with a "
    "reason. Both scores stay visible. A check can be disputed once."
)
_CHOOSE = "Choose a check to see what it found, and the words it rests on."


def dispute_modal(
    verdict: Verdict, run_id: str, links: Links, most_words: int, chosen: str | None = None
) -> dict[str, Any]:
    """The form; under the choice stands the evidence of the check that is `chosen`."""
    groups = [
        {"label": plain(area.area.title()), "options": options}
        for area in verdict.areas
        if (options := _options(verdict, area.area))
    ]
    select: Block = {
        "type": "static_select",
        "action_id": CHECK,
        "placeholder": plain("A check that was observed"),
        "option_groups": groups,
    }
    words: Block = {
        "type": "plain_text_input",
        "action_id": WORDS,
        "max_length": most_words,
        "placeholder": plain("I asked about the week before I named a price."),
    }
    found = section(evidence_of(verdict.check(chosen), links)) if chosen else context(_CHOOSE)
    return _modal(
        DISPUTE_MODAL,
        run_id,
        "Dispute a check",
        "Dispute",
        section(_INTRO),
        {**input_block(CHECK, "Which check", select), "dispatch_action": True},
        found,
        input_block(WORDS, "Why its points are wrong", words, f"One sentence, at most {most_words} characters."),
    )


def uphold_modal(dispute: Dispute, verdict: Verdict, links: Links, most_words: int) -> dict[str, Any]:
    """The form in which a manager upholds what the judge gave."""
    said = f"The check stays at {dispute.given} of {dispute.of}."
    shown = _summary(dispute, verdict, links)
    return _modal(UPHOLD_MODAL, dispute.id, "Uphold the points", "Uphold", *shown, section(said), _reason(most_words))


def change_modal(dispute: Dispute, verdict: Verdict, links: Links, most_words: int) -> dict[str, Any]:
    """The form in which a manager gives other points."""
    number: Block = {
        "type": "number_input",
        "action_id": POINTS,
        "is_decimal_allowed": False,
        "min_value": "0",
        "max_value": str(dispute.of),
        "placeholder": plain(f"0 to {dispute.of}"),
    }
    hint = f"A whole number from 0 to {dispute.of}. The judge gave {dispute.given}."
    return _modal(
        CHANGE_MODAL,
        dispute.id,
        "Change the points",
        "Change",
        *_summary(dispute, verdict, links),
        input_block(POINTS, "Points", number, hint),
        _reason(most_words),
    )


def _modal(callback: str, subject: str, title: str, submit: str, *blocks: Block) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": callback,
        "private_metadata": subject,
        "title": plain(title),
        "submit": plain(submit),
        "close": plain("Cancel"),
        "blocks": list(blocks),
    }


def _options(verdict: Verdict, area: Area) -> list[Block]:
    return [_option(check) for check in verdict.checks if check.area == area and check.won is not None]


def _option(check: Checked) -> Block:
    quote = " ".join(check.quote.split())
    described = _cut(f"“{quote}”" if quote else check.note)
    return {"text": plain(_cut(f"{check.title} · {check.won} of {check.of}")), "description": plain(described),
            "value": check.id}  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= OPTION_LIMIT else f"{text[: OPTION_LIMIT - 1].rstrip()}…"


def _summary(dispute: Dispute, verdict: Verdict, links: Links) -> tuple[Block, ...]:
    """What is decided, so that nobody has to look behind the form."""
    check = verdict.check(dispute.check_id)
    return (
        section(evidence_of(check, links)),
        section(f"*<@{dispute.rep}> says*\n{set_off(dispute.words)}"),
    )


def _reason(most_words: int) -> Block:
    reason: Block = {"type": "plain_text_input", "action_id": REASON, "multiline": True, "max_length": most_words}
    return input_block(REASON, "Reason", reason, "The rep reads it, and it stands beside the score in the thread.")
