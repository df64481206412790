"""Every check of the score: its points, and after a run what it found and the words it rests on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.views.blocks import actions, button, context, divider, escape, quoted, section
from bot.views.counterpart import profile_in_full
from bot.views.dispute_buttons import DISPUTE
from bot.views.dispute_words import AFTER, after_disputes, disputes_sections, fate
from bot.views.links import Links
from bot.views.message import Block
from bot.views.verdict_words import hints_in_words, points
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import AREA_POINTS, HINT_POINTS, HINTS_ASK, RUBRIC, Area, Check
from engine.scoring.verdict import AreaScore, Verdict
from storage.disputes import Dispute


def checks_modal(scenario: Scenario) -> dict[str, Any]:
    """The rubric, one paragraph for each area, and which buyer the run is on."""
    heads = {area: f"{area.title()} · {of}" for area, of in AREA_POINTS.items()}
    intro = "What a run is scored on. A check that could not be observed costs nothing."
    hints = section(f"*Hints · −{HINT_POINTS} each*\n{HINTS_ASK}")
    return _modal(intro, heads, _asked, (hints,), scenario)


def findings_modal(
    scenario: Scenario, verdict: Verdict, links: Links, disputes: Sequence[Dispute] = (), run_id: str = ""
) -> dict[str, Any]:
    """What each check found in a finished run, with the rep's own words and where they stand, each said once.

    With the id of the run there is a button to dispute one, for its rep.
    """
    quotes: set[str] = set()
    disputed = {dispute.check_id: dispute for dispute in disputes}
    after = after_disputes(verdict, disputes)

    def found(check: Check) -> str:
        checked = verdict.check(check.id)
        words = "" if checked.quote in quotes else checked.quote
        quotes.add(checked.quote)
        shown = f" {quoted(words)}{links.arrow(checked.ref)}" if words else ""
        won = fate(disputed[check.id]) if check.id in disputed else points(checked.won, checked.of)
        return f"• *{escape(check.title)}* · {won} — {escape(checked.note)}{shown}"

    heads = {score.area: f"{score.area.title()} · {_both(score, after)}" for score in verdict.areas}
    intro = "What each check found. One that could not be observed costs nothing."
    ways = [actions("disputing", button(DISPUTE, "Dispute a check", run_id))] if run_id else []
    tail = (section(_taken(verdict)), *disputes_sections(verdict, disputes), *ways)
    return _modal(intro, heads, found, tail, scenario)


def _both(score: AreaScore, after: Verdict | None) -> str:
    """The points of an area, and what they are after disputes."""
    now = after.area(score.area) if after else score
    return points(score.won, score.of) + ("" if now == score else f", {points(now.won, now.of)} {AFTER}")


def _taken(verdict: Verdict) -> str:
    """Every hint of the run with what it took."""
    if not verdict.hints:
        return "*Hints · none taken*"
    lines = [f"• after round {hint.round} · −{hint.points} — {escape(hint.text)}" for hint in verdict.hints]
    return f"*Hints · {hints_in_words(verdict)}*\n" + "\n".join(lines)


def _modal(
    intro: str, heads: Mapping[Area, str], line: Callable[[Check], str], tail: Sequence[Block], scenario: Scenario
) -> dict[str, Any]:
    blocks = [section(intro)]
    for area, head in heads.items():
        lines = [line(check) for check in RUBRIC if check.area == area]
        blocks.append(section(f"*{head}*\n" + "\n".join(lines)))
    blocks += [*tail, divider(), context(f"{scenario.share_code} · {profile_in_full(scenario)}")]
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Every check"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": blocks,
    }


def _asked(check: Check) -> str:
    return f"• *{escape(check.title)}* · {check.points} — {escape(check.asks)}"
