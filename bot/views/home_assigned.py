"""Home's assignments: what is open, with a way into each buyer, and what is to come or over in a line each."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.states import Mine
from bot.views.blocks import context, divider, section
from bot.views.message import Block
from bot.views.my_assignments import closed_line, open_blocks
from storage.posts import Destination

MOST_OPEN, MOST_OTHERS, MOST_BLOCKS = 4, 3, 40
_ALL = "`/haggle assignments` shows everything that you were ever assigned."


def assigned_blocks(
    mine: Sequence[Mine],
    hard: Mapping[tuple[str, int], str],
    threads: Mapping[str, Destination],
    now: datetime,
    workspace_url: str,
) -> Sequence[Block]:
    """The person's assignments, the soonest due first; nothing for who was never assigned any."""
    if not mine:
        return ()
    to_do = [each for each in mine if each.is_open(now)][:MOST_OPEN]
    others = [each for each in mine if not each.is_open(now)][:MOST_OTHERS]
    rows = [block for each in to_do for block in open_blocks(each, hard, threads, workspace_url)]
    lines = [section("\n".join(closed_line(each, now) for each in others))] if others else []
    if not to_do:
        rows = [context("Nothing is left to do just now.")]
    return divider(), section("*Assigned to you*"), *rows[:MOST_BLOCKS], *lines, context(_ALL)
