"""Home for managers: how far everybody is with what is open, what waits for a decision, and the way to assign."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.states import Progress
from bot.views.blocks import actions, as_text, button, context, divider, section
from bot.views.dates import moment
from bot.views.message import Block
from bot.views.totals import totals_words

OPEN_ASSIGN = "open_assign"
"""Opens the form in which practice is assigned."""
OPEN_DISPUTES = "open_disputes"
"""Opens the disputes that wait for a manager."""


class TeamShown(NamedTuple):
    """The windows that are open, the soonest closing first, `more` of them, and how many disputes wait."""

    funnels: Sequence[Progress] = ()
    more: int = 0
    disputes: int = 0


def team_blocks(team: TeamShown | None) -> Sequence[Block]:
    """What a manager looks after; nothing for others."""
    if team is None:
        return ()
    rows = [section(_funnel(each)) for each in team.funnels] or [context("No assignment is open.")]
    more = (context(f"{team.more} more: `/haggle assignments` lists them all."),) if team.more else ()
    waiting = button(OPEN_DISPUTES, f"Disputes · {team.disputes} open" if team.disputes else "Disputes")
    buttons = actions("home_team", button(OPEN_ASSIGN, "Assign practice"), waiting)
    return divider(), section("*Your team*"), *rows, *more, buttons


def _funnel(progress: Progress) -> str:
    title = as_text(progress.assignment.title)
    return f"*{title}* · closes {moment(progress.window.closes_at)}\n{totals_words(progress.totals)}"
