"""How it goes: the last scores, and whom to meet next. Slack draws charts in messages alone: Home has bars of text."""

from collections.abc import Sequence
from statistics import mean
from typing import Any, NamedTuple

from bot.views.blocks import button, context, divider, escape, section
from bot.views.listed import Listed
from bot.views.message import Block
from bot.views.start_buttons import START_DRILL
from engine.scoring.rubric import check_of
from engine.scoring.verdict import Drill

MOST_BARS, MOST_POINTS = 8, 20
A_BAR = 5
"""Points that one sign of a bar stands for."""
TITLE = "Your scores"


class Score(NamedTuple):
    """What a run came to, after disputes; `number` is the run's among its person's."""

    number: int
    total: int
    passed: bool


def scores_of(ended: Sequence[Listed]) -> tuple[Score, ...]:
    """The scores of these runs, which come the latest first, in the order in which they were won."""
    found = [
        Score(number, (adjusted or verdict).total, (adjusted or verdict).passed)
        for number, (_, _, verdict, adjusted), _ in ended
        if verdict is not None
    ]
    return tuple(reversed(found))


def trend_blocks(ended: Sequence[Listed]) -> Sequence[Block]:
    """The last scores as bars with their figures; nothing before the second."""
    scores = scores_of(ended)[-MOST_BARS:]
    if len(scores) < 2:
        return ()
    widest = len(str(scores[-1].number))
    bars = "\n".join(_bar(score, widest) for score in scores)
    return divider(), section(f"*{TITLE}*\n```{bars}```"), context(trend_words(scores))


def trend_words(scores: Sequence[Score]) -> str:
    """What the scores come to, in a sentence."""
    totals = [score.total for score in scores]
    passed = sum(score.passed for score in scores)
    return (
        f"Last {len(totals)} runs: {totals[-1]} now, {round(mean(totals))} on average, {max(totals)} at best. "
        f"{passed} of {len(totals)} passed."
    )


def trend_chart(scores: Sequence[Score]) -> tuple[dict[str, Any], ...]:
    """The scores as a line, for a message; nothing before the second."""
    shown = scores[-MOST_POINTS:]
    if len(shown) < 2:
        return ()
    labels = [str(score.number) for score in shown]
    points = [{"label": label, "value": score.total} for label, score in zip(labels, shown, strict=True)]
    axes = {"categories": labels, "x_label": "Run", "y_label": "Score"}
    chart = {"type": "line", "series": [{"name": "Score", "data": points}], "axis_config": axes}
    return ({"type": "data_visualization", "title": TITLE, "chart": chart},)


def drill_blocks(drill: Drill | None) -> Sequence[Block]:
    """Whom to meet next, and why."""
    if drill is None:
        return ()
    title = escape(check_of(drill.check).title)
    text = f"*Practise next: {title}*\nIt has cost you most lately. This buyer {escape(drill.why)}: {drill.share_code}"
    return divider(), section(text, button(START_DRILL, "Start the drill", drill.share_code))


def _bar(score: Score, widest: int) -> str:
    return f"{score.number:>{widest}}  {score.total:>3}  {'█' * ((score.total + A_BAR // 2) // A_BAR)}"
