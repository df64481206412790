"""What Slack asks of all the blocks of a message together."""

import re
from collections.abc import Iterator

from bot.sandbox.blocks.catalogue import MOST_MARKDOWN
from bot.sandbox.blocks.problems import Found, Problem, ruled_out
from bot.sandbox.errors import SlackError
from bot.sandbox.wire import Json, as_objects, text_at

MOST_CHARACTERS = 13_000
MOST_CHARTS = 2
MOST_IN_CELLS = 10_000
HEADER_COSTS = 100
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_READ = frozenset({"text", "title", "alt_text", "caption", "label", "name", "author_name", "provider_name", "fallback"})


def check_totals(blocks: list[Json]) -> Found:
    """What is wrong with the blocks of a message together; SlackError for what Slack gives a code of its own."""
    everything = list(_with_children(blocks))
    tables = [block for block in everything if block.get("type") in ("table", "data_table")]
    markdown = [text_at(block, "text") for block in everything if block.get("type") == "markdown"]
    if len(tables) + sum(map(_tables_in, markdown)) > 1:
        raise SlackError.with_errors("invalid_blocks", ["only_one_table_allowed"])
    found: list[Problem] = []
    if sum(_characters(table.get("rows")) for table in tables) > MOST_IN_CELLS:
        found += ruled_out(f"table cells must hold less than {MOST_IN_CELLS + 1} characters in all")
    if sum(map(len, markdown)) > MOST_MARKDOWN:
        found += ruled_out(f"markdown blocks must hold less than {MOST_MARKDOWN + 1} characters in all")
    if sum(block.get("type") == "data_visualization" for block in everything) > MOST_CHARTS:
        found += ruled_out(f"no more than {MOST_CHARTS} data_visualization blocks allowed")
    if not found and _weight(blocks) > MOST_CHARACTERS:
        raise SlackError("msg_blocks_too_long")
    return tuple(found)


def _with_children(blocks: list[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        yield from as_objects(block.get("child_blocks"))


def _tables_in(markdown: str) -> int:
    """How many tables Slack makes of a markdown text: rows of dashes between bars, outside code."""
    return len(_TABLE.findall(_FENCED.sub("", markdown)))


def _weight(blocks: list[Json]) -> int:
    """Characters that people read, and a hundred for each header on top of its own."""
    return _characters(blocks) + HEADER_COSTS * sum(block.get("type") == "header" for block in _with_children(blocks))


def _characters(value: object) -> int:
    if isinstance(value, list):
        return sum(map(_characters, value))
    if not isinstance(value, dict):
        return 0
    return sum(
        (len(inner) if name in _READ else 0) if isinstance(inner, str) else _characters(inner)
        for name, inner in value.items()
    )
