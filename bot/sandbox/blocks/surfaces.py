"""Whole messages and views: what Slack would refuse, and ids for what has none."""

import json

from bot.sandbox.blocks.composition import check_optional_text, check_text
from bot.sandbox.blocks.layout import IN_HOME, IN_MESSAGE, IN_MODAL, check_block
from bot.sandbox.blocks.problems import Problems
from bot.sandbox.errors import SlackError
from bot.sandbox.ids import Ids
from bot.sandbox.records import ViewKind
from bot.sandbox.wire import Json, as_objects, text_at, walk

MOST_IN_MESSAGE = 50
MOST_IN_VIEW = 100
MOST_TEXT_IN_BLOCKS = 13_000
MOST_CHARTS = 2


def accept_message_blocks(ids: Ids, value: object) -> list[Json]:
    """The blocks of a message with ids filled in; SlackError `invalid_blocks` with every reason."""
    blocks = _list_of_blocks(value)
    problems = Problems()
    _check_blocks(problems, blocks, MOST_IN_MESSAGE, IN_MESSAGE)
    if sum(block.get("type") == "data_visualization" for block in blocks) > MOST_CHARTS:
        problems.add("/blocks", f"no more than {MOST_CHARTS} data_visualization blocks allowed")
    if problems.found:
        raise SlackError(
            "invalid_blocks",
            errors=problems.found,
            response_metadata={"messages": [f"[ERROR] {each}" for each in problems.found]},
        )
    if sum(len(text_at(each, "text")) for each in walk(blocks)) > MOST_TEXT_IN_BLOCKS:
        raise SlackError("msg_blocks_too_long")
    return fill_ids(ids, blocks)


def accept_view(ids: Ids, value: object, *kinds: ViewKind) -> Json:
    """The view with ids filled in; SlackError `invalid_arguments` with every reason."""
    view = value if isinstance(value, dict) else {}
    problems = Problems()
    kind = view.get("type")
    if kind not in kinds:
        problems.add("/view/type", f"must be one of: {', '.join(kinds)}")
    blocks = as_objects(view.get("blocks"))
    if not isinstance(view.get("blocks"), list):
        problems.add("/view", "missing required field: blocks")
    _check_blocks(problems, blocks, MOST_IN_VIEW, IN_MODAL if kind == "modal" else IN_HOME, "/view/blocks")
    for key, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        problems.optional_length("/view", view, key, most)
    if kind == "modal":
        _check_modal(problems, view, blocks)
    if problems.found:
        raise SlackError.with_messages("invalid_arguments", problems.found)
    if len(json.dumps(view)) > 250_000:
        raise SlackError("view_too_large")
    return {**view, "blocks": fill_ids(ids, blocks)}


def _check_modal(problems: Problems, view: Json, blocks: list[Json]) -> None:
    if problems.require("/view", view, "title"):
        check_text(problems, "/view/title", view["title"], 24, plain=True)
    check_optional_text(problems, "/view", view, "submit", 24, plain=True)
    check_optional_text(problems, "/view", view, "close", 24, plain=True)
    if view.get("submit") is None and any(block.get("type") == "input" for block in blocks):
        problems.add("/view", "missing required field: submit")


def _list_of_blocks(value: object) -> list[Json]:
    if not isinstance(value, list) or not all(isinstance(block, dict) for block in value):
        raise SlackError("invalid_blocks_format")
    return value


def _check_blocks(
    problems: Problems, blocks: list[Json], most: int, allowed: frozenset[str], path: str = "/blocks"
) -> None:
    problems.count(path, blocks, most, least=0)
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        check_block(problems, f"{path}/{index}", block, allowed)
        block_id = text_at(block, "block_id")
        if block_id and block_id in seen:
            problems.add(f"{path}/{index}/block_id", f"`block_id` {block_id} already exists for another block")
        seen.add(block_id)


def fill_ids(ids: Ids, blocks: list[Json]) -> list[Json]:
    """The same blocks, with a block id and an action id wherever one was left out."""
    return [_with_ids(ids, block) for block in blocks]


def _with_ids(ids: Ids, block: Json) -> Json:
    filled = {**block, "block_id": block.get("block_id") or ids.fresh("")[:5]}
    for key in ("accessory", "element"):
        element = block.get(key)
        if isinstance(element, dict):
            filled[key] = _with_action_id(ids, element)
    if block.get("type") in ("actions", "context_actions"):
        filled["elements"] = [_with_action_id(ids, each) for each in as_objects(block.get("elements"))]
    return filled


def _with_action_id(ids: Ids, element: Json) -> Json:
    if element.get("type") == "image" or element.get("action_id"):
        return element
    return {**element, "action_id": ids.fresh("")[:5]}
