"""What `/haggle` can do, and a guess at what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from bot.views.blocks import escape, section

COMMANDS = (
    "start",
    "share",
    "packs",
    "buy",
    "markets",
    "history",
    "replay",
    "compare",
    "assignments",
    "leaderboard",
    "disputes",
    "assign",
    "managers",
    "usage",
    "defaults",
    "export",
    "delete-me",
    "retention",
    "audit",
    "help",
)


def help_text(packs: Iterable[str]) -> str:
    """The help, shown to one person."""
    return (
        "*Haggle* is negotiation practice in a thread. You sell, a buyer answers, and at the end you get a score "
        "that shows its working.\n"
        "• `/haggle start` — a buyer you have not met\n"
        "• `/haggle start 18422` — the buyer of that seed; anyone who starts it meets the same person\n"
        "• `/haggle start 18422 car_sales` — the same, from the pack you name\n"
        "• `/haggle start 18422 freeplay` — the same, worded by a language model where one is set up; "
        "`flavor` also gives it the tone of earlier runs\n"
        "• `/haggle share` — offers the buyer of your last run here to everyone in the channel; "
        "`/haggle share car_sales@1#18422` any other\n"
        "• `/haggle packs` — what there is to play, and lists of buyers to begin with; managers make their own\n"
        "• `/haggle buy` — the other way round: you buy, among up to ten sellers; `/haggle buy laptops 77` the market "
        "of that seed, `/haggle markets` what there is\n"
        "• `/haggle markets make` — for managers: a market of your team's own; `edit`, `copy`, `remove` with its name\n"
        "• `/haggle history` — your runs; `/haggle history csv` sends them to you as a table\n"
        "• `/haggle replay` — your last run step by step, with what the buyer felt; `/haggle replay 3` your third\n"
        "• `/haggle compare 3 7` — two of your runs on the same buyer side by side\n"
        "• `/haggle assignments` — what you are assigned; for managers how far everybody is\n"
        "• `/haggle leaderboard` — how the week goes, and your place; `/haggle leaderboard month car_sales` any other\n"
        "• `/haggle disputes` — for managers: the checks that reps contest, to uphold or change\n"
        "• `/haggle assign` — for managers: who plays which buyers, and when; `/haggle assign help` says more\n"
        "• `/haggle managers` — who the managers are; admins add and remove them\n"
        "• `/haggle usage` — for managers: what the language model took, what it costs, and what is left of budgets\n"
        "• `/haggle defaults` — in which mode runs usually are held here; managers change it\n"
        "• `/haggle export` — all that is kept of you, as a file; `/haggle delete-me` deletes it, once you confirm\n"
        "• `/haggle retention` — how long what was said is kept; admins change it\n"
        "• `/haggle audit` — for admins: who saw or changed what\n"
        "• `/haggle help` — this\n"
        f"Packs here: {', '.join(f'`{pack}`' for pack in packs) or 'none'}. "
        "In the thread just type; the buttons at its top give a hint, pause, end and share the run."
    )


def unknown_command(word: str) -> str:
    """Says that the word is no command, and which was probably meant."""
    close = get_close_matches(word.lower(), COMMANDS, n=1, cutoff=0.5)
    guess = f"Did you mean `/haggle {close[0]}`?" if close else "`/haggle help` lists what there is."
    return f"`/haggle {escape(word[:40])}` isn't a command. {guess}"


def help_modal(packs: Iterable[str]) -> dict[str, Any]:
    """The help as a modal."""
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "How it works"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": [section(help_text(packs))],
    }
