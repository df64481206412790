"""A message that looks back, as a modal: what is pressed in Home has no message to stand beside."""

from collections.abc import Iterator
from typing import Any

from bot.views.blocks import escape, section
from bot.views.forms import plain
from bot.views.history import CLOSE
from bot.views.message import Block, Message

ROWS = 30
"""Rows of a table in one section."""


def look_modal(title: str, message: Message) -> dict[str, Any]:
    """The message under this title. A modal closes by itself, and has its tables as text."""
    blocks = [shown for block in message.blocks for shown in _in_a_modal(block)]
    return {
        "type": "modal",
        "title": plain(title),
        "close": plain("Close"),
        "blocks": blocks or [section(message.text)],
    }


def _in_a_modal(block: Block) -> Iterator[Block]:
    if block["type"] == "table":
        yield from _as_text(block["rows"])
    elif block["type"] != "actions":
        yield block
    elif kept := [element for element in block["elements"] if element.get("action_id") != CLOSE]:
        yield {**block, "elements": kept}


def _as_text(rows: list[list[Block]]) -> Iterator[Block]:
    """The rows with their columns one under the other."""
    cells = [[str(cell["text"]) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    for start in range(0, len(lines), ROWS):
        yield section(f"```{escape(chr(10).join(lines[start : start + ROWS]))}```")
