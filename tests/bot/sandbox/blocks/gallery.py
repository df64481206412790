"""Every block and every element once, valid, and what a negotiation would show in it.

`EXAMPLES` is the whole; `shown_in("message")` is what a surface takes. A message takes one table and two charts, so
examples are posted one by one. Images lie at images.example.com: a test that wants to see them answers for that host.
"""

from typing import Literal, NamedTuple

from tests.bot.sandbox.blocks.gallery_agents import AGENT_BLOCKS, CARD_BLOCKS
from tests.bot.sandbox.blocks.gallery_data import CHART_BLOCKS, TABLE_BLOCKS
from tests.bot.sandbox.blocks.gallery_elements import (
    DATETIME_BLOCKS,
    ELEMENT_BLOCKS,
    HOME_BLOCKS,
    MESSAGE_BLOCKS,
    MODAL_BLOCKS,
)
from tests.bot.sandbox.blocks.gallery_layout import ALERT_BLOCKS, LAYOUT_BLOCKS
from tests.bot.sandbox.blocks.pieces import Json

Surface = Literal["message", "modal", "home"]


class Example(NamedTuple):
    """One valid block, its name, and the surfaces that take it."""

    name: str
    block: Json
    surfaces: tuple[Surface, ...]


def _named(blocks: dict[str, Json], *surfaces: Surface) -> tuple[Example, ...]:
    return tuple(Example(name, block, surfaces) for name, block in blocks.items())


EXAMPLES: tuple[Example, ...] = (
    *_named(LAYOUT_BLOCKS, "message", "modal", "home"),
    *_named(ELEMENT_BLOCKS, "message", "modal", "home"),
    *_named(ALERT_BLOCKS, "modal"),
    *_named(MESSAGE_BLOCKS, "message"),
    *_named(DATETIME_BLOCKS, "message", "modal"),
    *_named(MODAL_BLOCKS, "modal"),
    *_named(HOME_BLOCKS, "modal", "home"),
    *_named(TABLE_BLOCKS, "message"),
    *_named(CHART_BLOCKS, "message"),
    *_named(CARD_BLOCKS, "message", "home"),
    *_named(AGENT_BLOCKS, "message"),
)


def shown_in(surface: Surface) -> tuple[Example, ...]:
    """The examples that a surface takes."""
    return tuple(example for example in EXAMPLES if surface in example.surfaces)
