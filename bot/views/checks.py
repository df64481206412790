"""Every check of the score and its points."""

from typing import Any

from bot.views.blocks import escape, section
from engine.scoring.rubric import AREA_POINTS, RUBRIC


def checks_modal() -> dict[str, Any]:
    """The rubric as a modal, one paragraph for each area."""
    blocks = [section("What a run is scored on. A check that could not be observed costs nothing.")]
    for area, points in AREA_POINTS.items():
        lines = [
            f"• *{escape(check.title)}* · {check.points} — {escape(check.asks)}"
            for check in RUBRIC
            if check.area == area
        ]
        blocks.append(section(f"*{area.title()} · {points}*\n" + "\n".join(lines)))
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Every check"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": blocks,
    }
