"""Every block that an app may send, and the surfaces that take it.

`file`, `call` and `auth_provider` are not here: Slack writes the first two itself, and the last needs hosts that the
manifest's schema does not know.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from bot.sandbox.blocks.cards import ALERT, CARD, CAROUSEL, PLAN, TASK_CARD
from bot.sandbox.blocks.checks import any_of, boolean, choice, items, string, tagged
from bot.sandbox.blocks.composition import BLOCK_ID, IMAGE, block, picture, plain, rendered
from bot.sandbox.blocks.data import DATA_TABLE, DATA_VISUALIZATION, TABLE
from bot.sandbox.blocks.layout import CONTEXT, VIDEO, actions, context_actions, input_block, section
from bot.sandbox.blocks.problems import FINE, Check, Found, ruled_out
from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.blocks.surface import EVERYWHERE, Surface
from bot.sandbox.wire import Json

MOST_MARKDOWN = 12_000


def _collapsing(value: Json) -> Found:
    collapsible = value.get("is_collapsible")
    if value.get("default_collapsed") and not collapsible:
        return ruled_out("`default_collapsed` needs `is_collapsible`", "/default_collapsed")
    if value.get("has_header_divider") and collapsible:
        return ruled_out("`has_header_divider` can not be set with `is_collapsible`", "/has_header_divider")
    return FINE


_IN_CONTAINERS = ("actions", "context", "divider", "header", "image", "input", "rich_text", "section", "table", "video")


def _container(surface: Surface) -> Check:
    children = tagged({kind: BLOCKS[kind].check(surface) for kind in _IN_CONTAINERS})
    return block(
        {"child_blocks": items(children, 10)},
        {
            "title": plain(150),
            "rich_text_title": RICH_TEXT,
            "subtitle": rendered(150),
            "icon": IMAGE,
            "width": choice("narrow", "standard", "wide", "full"),
            "is_collapsible": boolean,
            "default_collapsed": boolean,
            "has_header_divider": boolean,
        },
        any_of("title", "rich_text_title"),
        _collapsing,
    )


class Block(NamedTuple):
    """How a block must look on a surface, and the surfaces that take it."""

    check: Callable[[Surface], Check]
    surfaces: frozenset[Surface] = EVERYWHERE


def _always(check: Check) -> Callable[[Surface], Check]:
    return lambda surface: check


_MESSAGES: frozenset[Surface] = frozenset({"message"})

BLOCKS: Mapping[str, Block] = {
    "section": Block(section),
    "header": Block(_always(block({"text": plain(150)}))),
    "divider": Block(_always(block({}))),
    "actions": Block(actions),
    "context": Block(_always(CONTEXT)),
    "image": Block(_always(picture(block_id=BLOCK_ID, title=plain(2000)))),
    "input": Block(input_block),
    "rich_text": Block(_always(RICH_TEXT)),
    "video": Block(_always(VIDEO)),
    "alert": Block(_always(ALERT), frozenset({"modal"})),
    "card": Block(_always(CARD), frozenset({"message", "home"})),
    "carousel": Block(_always(CAROUSEL), frozenset({"message", "home"})),
    "markdown": Block(_always(block({"text": string(MOST_MARKDOWN, 1)})), _MESSAGES),
    "table": Block(_always(TABLE), _MESSAGES),
    "data_table": Block(_always(DATA_TABLE), _MESSAGES),
    "data_visualization": Block(_always(DATA_VISUALIZATION), _MESSAGES),
    "container": Block(_container, _MESSAGES),
    "context_actions": Block(context_actions, _MESSAGES),
    "task_card": Block(_always(TASK_CARD), _MESSAGES),
    "plan": Block(_always(PLAN), _MESSAGES),
}


@cache
def blocks_on(surface: Surface) -> Check:
    """A check for a block that the surface takes."""
    return tagged({kind: each.check(surface) for kind, each in BLOCKS.items() if surface in each.surfaces})
