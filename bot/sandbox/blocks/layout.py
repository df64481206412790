"""Layout blocks: shapes and limits, and on which surface each may stand."""

from collections.abc import Callable

from bot.sandbox.blocks.composition import check_optional_text, check_text
from bot.sandbox.blocks.elements import (
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    check_element,
)
from bot.sandbox.blocks.problems import Problems
from bot.sandbox.wire import Json, as_object, objects_at, text_at


def check_block(problems: Problems, path: str, block: Json, allowed: frozenset[str]) -> None:
    """Notes a block whose type is unknown or out of place here, and its own faults."""
    kind = text_at(block, "type")
    if kind not in allowed:
        problems.add(f"{path}/type", f"unsupported type: {kind or '(none)'}")
        return
    problems.optional_length(path, block, "block_id", 255)
    _CHECKS[kind](problems, path, block)
    _check_action_ids(problems, path, block)


def _check_action_ids(problems: Problems, path: str, block: Json) -> None:
    seen: set[str] = set()
    for index, element in enumerate(objects_at(block, "elements")):
        action_id = text_at(element, "action_id")
        if action_id and action_id in seen:
            problems.add(
                f"{path}/elements/{index}/action_id", f"`action_id` {action_id} already exists for another element"
            )
        seen.add(action_id)


def _section(problems: Problems, path: str, block: Json) -> None:
    fields = objects_at(block, "fields")
    if block.get("text") is None and not fields:
        problems.add(path, "missing required field: text or fields")
    check_optional_text(problems, path, block, "text", 3000)
    if block.get("fields") is not None:
        problems.count(f"{path}/fields", fields, 10)
        for index, field in enumerate(fields):
            check_text(problems, f"{path}/fields/{index}", field, 2000)
    if block.get("accessory") is not None:
        check_element(problems, f"{path}/accessory", as_object(block["accessory"]), IN_SECTION)


def _header(problems: Problems, path: str, block: Json) -> None:
    if problems.require(path, block, "text"):
        check_text(problems, f"{path}/text", block["text"], 150, plain=True)


def _elements(allowed: frozenset[str], most: int) -> Callable[[Problems, str, Json], None]:
    def check(problems: Problems, path: str, block: Json) -> None:
        elements = objects_at(block, "elements")
        problems.count(f"{path}/elements", elements, most)
        for index, element in enumerate(elements):
            check_element(problems, f"{path}/elements/{index}", element, allowed)

    return check


def _context(problems: Problems, path: str, block: Json) -> None:
    elements = objects_at(block, "elements")
    problems.count(f"{path}/elements", elements, 10)
    for index, element in enumerate(elements):
        here = f"{path}/elements/{index}"
        if element.get("type") == "image":
            check_element(problems, here, element, frozenset({"image"}))
        else:
            check_text(problems, here, element, 3000)


def _image(problems: Problems, path: str, block: Json) -> None:
    check_element(problems, path, block, frozenset({"image"}))
    check_optional_text(problems, path, block, "title", 2000, plain=True)


def _input(problems: Problems, path: str, block: Json) -> None:
    if not problems.require(path, block, "label", "element"):
        return
    check_text(problems, f"{path}/label", block["label"], 2000, plain=True)
    check_optional_text(problems, path, block, "hint", 2000, plain=True)
    check_element(problems, f"{path}/element", as_object(block["element"]), IN_INPUT)


def _markdown(problems: Problems, path: str, block: Json) -> None:
    if problems.require(path, block, "text"):
        problems.optional_length(path, block, "text", 12000)


def _rich_text(problems: Problems, path: str, block: Json) -> None:
    kinds = ("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")
    for index, element in enumerate(objects_at(block, "elements")):
        if element.get("type") not in kinds:
            problems.add(f"{path}/elements/{index}/type", f"must be one of: {', '.join(kinds)}")
    problems.require(path, block, "elements")


def _table(problems: Problems, path: str, block: Json) -> None:
    if problems.require(path, block, "rows"):
        rows = block["rows"]
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            problems.add(f"{path}/rows", "must be a list of lists of cells")
        elif len(rows) > 100:
            problems.add(f"{path}/rows", f"no more than 100 items allowed [{len(rows)}]")
        elif any(len(row) > 20 for row in rows):
            problems.add(f"{path}/rows", "no more than 20 columns allowed")


def _data_visualization(problems: Problems, path: str, block: Json) -> None:
    if problems.require(path, block, "title", "chart"):
        title = block["title"]
        problems.length(f"{path}/title", title if isinstance(title, str) else "", 50, least=1)
        kinds = ("line", "bar", "area", "pie")
        if as_object(block["chart"]).get("type") not in kinds:
            problems.add(f"{path}/chart/type", f"must be one of: {', '.join(kinds)}")


def _nothing_more(problems: Problems, path: str, block: Json) -> None:
    """Blocks whose inside is not looked at."""


_CHECKS: dict[str, Callable[[Problems, str, Json], None]] = {
    "section": _section,
    "header": _header,
    "divider": _nothing_more,
    "actions": _elements(IN_ACTIONS, 25),
    "context": _context,
    "context_actions": _elements(IN_CONTEXT_ACTIONS, 5),
    "image": _image,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "table": _table,
    "data_table": _nothing_more,
    "data_visualization": _data_visualization,
    "video": _nothing_more,
    "card": _nothing_more,
    "carousel": _nothing_more,
    "container": _nothing_more,
    "plan": _nothing_more,
    "task_card": _nothing_more,
    "alert": _nothing_more,
}
_EVERYWHERE = frozenset({"section", "header", "divider", "actions", "context", "image", "input", "rich_text", "video"})
IN_MODAL = _EVERYWHERE | {"alert"}
IN_HOME = _EVERYWHERE | {"card", "carousel"}
IN_MESSAGE = frozenset(_CHECKS) - {"alert"}
