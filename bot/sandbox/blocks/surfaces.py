"""Whole messages and views: what Slack would refuse, and ids for what has none."""

import json
from collections.abc import Iterator
from functools import cache

from bot.sandbox.blocks.attachments import attachment
from bot.sandbox.blocks.catalogue import blocks_on
from bot.sandbox.blocks.checks import anything, boolean, items, shape, string, tagged
from bot.sandbox.blocks.composition import plain
from bot.sandbox.blocks.filling import fill_ids
from bot.sandbox.blocks.problems import FINE, Check, Found, Problem, ruled_out, under
from bot.sandbox.blocks.surface import Surface
from bot.sandbox.blocks.totals import check_totals
from bot.sandbox.errors import SlackError
from bot.sandbox.ids import Ids
from bot.sandbox.records import ViewKind
from bot.sandbox.wire import Json, as_objects, objects_at, walk

MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
MOST_IN_VIEW = 250_000


def accept_message_blocks(ids: Ids, value: object) -> list[Json]:
    """The blocks of a message with ids filled in; SlackError `invalid_blocks` with every reason."""
    if not isinstance(value, list) or not all(isinstance(block, dict) for block in value):
        raise SlackError("invalid_blocks_format")
    found = under("/blocks", block_problems(value) or check_totals(value))
    if found:
        raise SlackError.with_errors("invalid_blocks", [str(problem) for problem in found])
    return fill_ids(ids, value)


def accept_attachments(ids: Ids, attachments: list[Json]) -> list[Json]:
    """The attachments with ids filled in; SlackError `invalid_attachments` with what is wrong with their blocks."""
    found = under("/attachments", items(attachment(_list_of_blocks("message")), least=0)(attachments))
    if found:
        raise SlackError.with_messages("invalid_attachments", [str(problem) for problem in found])
    return [_with_ids(ids, number, each) for number, each in enumerate(attachments, start=1)]


def _with_ids(ids: Ids, number: int, attachment: Json) -> Json:
    blocks: Json = {"blocks": fill_ids(ids, objects_at(attachment, "blocks"))} if "blocks" in attachment else {}
    return {"id": number, "fallback": "[no preview available]", **attachment, **blocks}


def accept_view(ids: Ids, value: object, *kinds: ViewKind) -> Json:
    """The view with ids filled in; SlackError `invalid_arguments` with every reason."""
    found = under("/view", view_problems(value, *kinds))
    if found or not isinstance(value, dict):
        raise SlackError.with_messages("invalid_arguments", [str(problem) for problem in found])
    if len(json.dumps(value)) > MOST_IN_VIEW:
        raise SlackError("view_too_large")
    return {**value, "blocks": fill_ids(ids, objects_at(value, "blocks"))}


def block_problems(value: object, surface: Surface = "message") -> Found:
    """What is wrong with each of a surface's blocks. Pointers start at the list."""
    return _list_of_blocks(surface)(value)


def message_problems(value: object) -> Found:
    """What is wrong with the blocks of a whole message. Pointers start at the message."""
    blocks = value.get("blocks", []) if isinstance(value, dict) else value
    return under("/blocks", block_problems(blocks))


def view_problems(value: object, *kinds: ViewKind) -> Found:
    """What is wrong with a view that must be of one of the kinds. Pointers start at the view."""
    return tagged({kind: _view(kind) for kind in kinds or ("modal", "home")})(value)


@cache
def _list_of_blocks(surface: Surface) -> Check:
    each = items(blocks_on(surface), MOST_BLOCKS[surface], 0)

    def check(value: object) -> Found:
        return each(value) + _repeated_ids(value)

    return check


@cache
def _view(kind: ViewKind) -> Check:
    either: dict[str, Check] = {
        "private_metadata": string(3000),
        "callback_id": string(255),
        "external_id": string(255),
    }
    needed: dict[str, Check] = {"type": anything, "blocks": _list_of_blocks(kind)}
    if kind == "home":
        return shape(needed, either, _focus_once)
    buttons: dict[str, Check] = {"submit": plain(24), "close": plain(24)}
    closing: dict[str, Check] = {"clear_on_close": boolean, "notify_on_close": boolean}
    return shape({**needed, "title": plain(24)}, {**either, **buttons, **closing}, _submit_for_inputs, _focus_once)


def _repeated_ids(blocks: object) -> Found:
    found: list[Problem] = []
    seen: set[object] = set()
    for place, block in _placed(blocks):
        block_id = block.get("block_id")
        if isinstance(block_id, str) and block_id in seen:
            found += ruled_out(f'`block_id` "{block_id}" already exists', f"{place}/block_id")
        seen.add(block_id if isinstance(block_id, str) else None)
    return tuple(found)


def _placed(blocks: object) -> Iterator[tuple[str, Json]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if isinstance(block, dict):
            yield f"/{index}", block
            for child, inner in enumerate(as_objects(block.get("child_blocks"))):
                yield f"/{index}/child_blocks/{child}", inner


def _submit_for_inputs(view: Json) -> Found:
    if "submit" in view:
        return FINE
    inputs = [index for index, block in enumerate(objects_at(view, "blocks")) if block.get("type") == "input"]
    said = "must define `submit` to use an `input` block in modals"
    return tuple(Problem(said, f"/blocks/{index}/input") for index in inputs)


def _focus_once(view: Json) -> Found:
    focused = sum(each.get("focus_on_load") is True for each in walk(view["blocks"]))
    return FINE if focused < 2 else ruled_out("only one element can have `focus_on_load`", "/blocks")
