"""How disputes read: the same words on the verdict, on the managers' cards and in what the rep is told."""

from collections.abc import Sequence

from bot.views.blocks import as_text, escape, quoted, section
from bot.views.message import Block
from bot.views.verdict_words import mark_in_words
from engine.scoring.disputing import adjusted, changes_in
from engine.scoring.verdict import Verdict
from storage.disputes import Dispute
from storage.verdicts import Adjusted

AFTER = "after dispute"
_A_SECTION = 6
"""Disputes in one section: Slack takes 3,000 characters there."""


def after_disputes(verdict: Verdict, disputes: Sequence[Dispute]) -> Verdict | None:
    """The verdict as managers have changed it; None where they have changed nothing."""
    changes = changes_in(dispute.disputed for dispute in disputes)
    return adjusted(verdict, changes) if changes else None


def passes(verdict: Verdict | Adjusted) -> str:
    """`passed` or `not passed`."""
    return "passed" if verdict.passed else "not passed"


def beside(adjusted: Adjusted | None) -> str:
    """What stands beside a score where runs are listed: ` (80 after dispute, passed)`; nothing where it is the same."""
    return "" if adjusted is None else f" ({adjusted.total} {AFTER}, {passes(adjusted)})"


def score_lines(verdict: Verdict, after: Verdict | None) -> str:
    """The score with its pass mark; after a change both, each with whose it is."""
    mark = f"({mark_in_words(verdict)})"
    if after is None:
        return f"*{verdict.total} / 100* — {passes(verdict)} {mark}"
    judge = f"*{verdict.total} / 100* by the judge — {passes(verdict)} {mark}"
    return f"{judge}\n*{after.total} / 100* {AFTER} — {passes(after)}"


def disputes_sections(verdict: Verdict, disputes: Sequence[Dispute]) -> list[Block]:
    """Every dispute of the run with what became of it; nothing where there is none."""
    lines = [f"• {_with_its_fate(verdict, dispute)}" for dispute in disputes]
    groups = [lines[start : start + _A_SECTION] for start in range(0, len(lines), _A_SECTION)]
    return [
        section("\n".join([*(("*Disputes*",) if number == 0 else ()), *group])) for number, group in enumerate(groups)
    ]


def fate(dispute: Dispute) -> str:
    """What became of the points: `4 / 7 by the judge, 6 / 7 after dispute`."""
    given = f"{dispute.given} / {dispute.of}"
    match dispute.status:
        case "open":
            return f"{given} · disputed, waits for a manager"
        case "upheld":
            return f"{given} · disputed, points upheld"
        case "changed":
            return f"{given} by the judge, *{dispute.points} / {dispute.of}* {AFTER}"


def _with_its_fate(verdict: Verdict, dispute: Dispute) -> str:
    told = f"*{escape(verdict.check(dispute.check_id).title)}* · {fate(dispute)}"
    if dispute.status == "open":
        return told
    return f"{told} — {as_text(dispute.decider_name or '')}: {quoted(dispute.reason or '')}"


def set_off(words: str) -> str:
    """Somebody's words as a quotation of their own line."""
    return f"> {as_text(words)}"
