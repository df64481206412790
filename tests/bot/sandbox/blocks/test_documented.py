"""The tables of blocks and elements in docs/sandbox.md, held against what is checked."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.sandbox.blocks.catalogue import BLOCKS
from bot.sandbox.blocks.elements import ELEMENTS

DOCS = Path(__file__).parents[4] / "docs" / "sandbox.md"
Row = tuple[frozenset[str], ...]


def _rows(heading: str, columns: int) -> Iterator[tuple[str, Row]]:
    """Each name of a table's first column, with the words of the columns after it."""
    table = DOCS.read_text().split(f"#### {heading}\n\n")[1].split("\n\n")[0]
    for line in table.splitlines()[2:]:
        cells = line.strip("|").split("|")
        row = tuple(frozenset(cell.strip() for cell in column.split(",")) for column in cells[1 : 1 + columns])
        for name in re.findall(r"`(\w+)`", cells[0]):
            yield name, row


def test_the_docs_say_which_surfaces_take_each_block() -> None:
    assert dict(_rows("Blocks", 1)) == {kind: (block.surfaces,) for kind, block in BLOCKS.items()}


def test_the_docs_say_which_blocks_hold_each_element_and_where() -> None:
    assert dict(_rows("Elements", 2)) == {kind: (each.hosts, each.surfaces) for kind, each in ELEMENTS.items()}
