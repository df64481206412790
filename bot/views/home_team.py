"""Home for managers: how far everybody is with what is open, what waits for a decision, and the way to assign."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.states import Progress
from bot.views.assign_buttons import OPEN_ASSIGN
from bot.views.blocks import actions, as_text, button, context, divider, section
from bot.views.board_card import board_blocks, now_words, title_of
from bot.views.dates import moment
from bot.views.message import Block
from bot.views.totals import totals_words
from engine.board.shown import Shown

OPEN_DISPUTES = "open_disputes"
"""Opens the disputes that wait for a manager."""


class TeamShown(NamedTuple):
    """The windows that are open, the soonest closing first, `more` of them, how many disputes wait, and a board."""

    funnels: Sequence[Progress] = ()
    more: int = 0
    disputes: int = 0
    board: Shown | None = None
    names: Mapping[str, str] = {}


def team_blocks(team: TeamShown | None) -> Sequence[Block]:
    """What a manager looks after; nothing for others."""
    if team is None:
        return ()
    rows = [section(_funnel(each)) for each in team.funnels] or [context("No assignment is open.")]
    more = (context(f"{team.more} more: `/haggle assignments` lists them all."),) if team.more else ()
    waiting = button(OPEN_DISPUTES, f"Disputes · {team.disputes} open" if team.disputes else "Disputes")
    buttons = actions("home_team", button(OPEN_ASSIGN, "Assign practice"), waiting)
    return divider(), section("*Your team*"), *rows, *more, buttons, *_board(team)


def _board(team: TeamShown) -> Sequence[Block]:
    """Who leads; nothing while nobody has played."""
    if team.board is None or not team.board.runs:
        return ()
    return board_blocks(title_of(team.board, now_words(team.board.period)), team.board, team.names)


def _funnel(progress: Progress) -> str:
    title = as_text(progress.assignment.title)
    return f"*{title}* · closes {moment(progress.window.closes_at)}\n{totals_words(progress.totals)}"
