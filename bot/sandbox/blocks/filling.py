"""Ids for blocks and elements that came without."""

from collections.abc import Iterator

from bot.sandbox.ids import Ids
from bot.sandbox.wire import Json, as_objects, text_at

_ELEMENT_LISTS = {"actions": "elements", "context_actions": "elements", "card": "actions"}
_BLOCK_LISTS = {"container": "child_blocks", "carousel": "elements", "plan": "tasks"}


def fill_ids(ids: Ids, blocks: list[Json]) -> list[Json]:
    """The same blocks, with a block id and an action id wherever one was left out."""
    return [_with_ids(ids, block) for block in blocks]


def innermost(blocks: list[Json]) -> Iterator[Json]:
    """The blocks that elements stand in: the children of a block that holds blocks, else the block itself."""
    for block in blocks:
        inner = _BLOCK_LISTS.get(text_at(block, "type"))
        if inner:
            yield from innermost(as_objects(block.get(inner)))
        else:
            yield block


def _with_ids(ids: Ids, block: Json) -> Json:
    filled = {**block, "block_id": block.get("block_id") or ids.fresh("")[:5]}
    for key in ("accessory", "element"):
        element = block.get(key)
        if isinstance(element, dict):
            filled[key] = _with_action_id(ids, element)
    kind = text_at(block, "type")
    if kind in _ELEMENT_LISTS and _ELEMENT_LISTS[kind] in block:
        listed = _ELEMENT_LISTS[kind]
        filled[listed] = [_with_action_id(ids, each) for each in as_objects(block[listed])]
    if kind in _BLOCK_LISTS and _BLOCK_LISTS[kind] in block:
        inner = _BLOCK_LISTS[kind]
        filled[inner] = fill_ids(ids, as_objects(block[inner]))
    return filled


def _with_action_id(ids: Ids, element: Json) -> Json:
    if element.get("type") == "image" or element.get("action_id"):
        return element
    return {**element, "action_id": ids.fresh("")[:5]}
