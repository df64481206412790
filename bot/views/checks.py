"""Every check of the score: its points, and after a run what it found and the words it rests on."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.views.blocks import escape, quoted, section
from bot.views.links import Links
from bot.views.verdict import points
from engine.scoring.rubric import AREA_POINTS, RUBRIC, Area, Check
from engine.scoring.verdict import Checked, Verdict


def checks_modal() -> dict[str, Any]:
    """The rubric, one paragraph for each area."""
    heads = {area: f"{area.title()} · {of}" for area, of in AREA_POINTS.items()}
    return _modal("What a run is scored on. A check that could not be observed costs nothing.", heads, _asked)


def findings_modal(verdict: Verdict, links: Links) -> dict[str, Any]:
    """What each check found in a finished run, with the rep's own words and where they stand."""

    def found(check: Check) -> str:
        return _found(verdict.check(check.id), check, links)

    heads = {score.area: f"{score.area.title()} · {points(score.won, score.of)}" for score in verdict.areas}
    return _modal("What each check found. One that could not be observed costs nothing.", heads, found)


def _modal(intro: str, heads: Mapping[Area, str], line: Callable[[Check], str]) -> dict[str, Any]:
    blocks = [section(intro)]
    for area, head in heads.items():
        lines = [line(check) for check in RUBRIC if check.area == area]
        blocks.append(section(f"*{head}*\n" + "\n".join(lines)))
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Every check"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": blocks,
    }


def _asked(check: Check) -> str:
    return f"• *{escape(check.title)}* · {check.points} — {escape(check.asks)}"


def _found(checked: Checked, check: Check, links: Links) -> str:
    words = f" {quoted(checked.quote)}{links.arrow(checked.ref)}" if checked.quote else ""
    return f"• *{escape(check.title)}* · {points(checked.won, checked.of)} — {escape(checked.note)}{words}"
