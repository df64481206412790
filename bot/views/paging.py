"""Rows spread over pages, so that each fits into what Slack takes."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.views.message import Block

ROOM = 40
"""Blocks of rows on a page; Slack takes 50 in a message, and head and foot need some."""


class Page(NamedTuple):
    """The blocks of one page; `number` counts from 1."""

    blocks: tuple[Block, ...]
    number: int
    pages: int


def page_of(rows: Sequence[Sequence[Block]], number: int, room: int = ROOM) -> Page:
    """The page of that number, or the nearest there is. A row stays whole; none may need more than a page."""
    pages: list[list[Block]] = [[]]
    for row in rows:
        if pages[-1] and len(pages[-1]) + len(row) > room:
            pages.append([])
        pages[-1].extend(row)
    shown = min(max(1, number), len(pages))
    return Page(tuple(pages[shown - 1]), shown, len(pages))
