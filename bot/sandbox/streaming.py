"""What a streamed message shows: its chunks, folded into blocks in the order in which they come.

Text runs on; a task's title and status replace what was there, its details and output are added to it.
"""

from collections.abc import Sequence

from bot.sandbox.wire import Json, as_object, object_at, objects_at, text_at

STATUSES = ("pending", "in_progress", "complete", "error")
MOST_TEXT = 12_000
UNTITLED = "Plan"
MOST_TASK_FIELD = 256
KINDS = ("markdown_text", "task_update", "plan_update", "blocks")


def faults(chunks: Sequence[object]) -> list[str]:
    """What is wrong with the chunks, each with its place."""
    return [f"{fault} [json-pointer:/chunks/{index}]" for index, each in enumerate(chunks) for fault in _faults(each)]


def _faults(chunk: object) -> list[str]:
    given = as_object(chunk)
    match given.get("type"):
        case "markdown_text":
            return [] if isinstance(given.get("text"), str) else ["missing required field: text"]
        case "task_update":
            return _task_faults(given)
        case "plan_update":
            return _field_faults(given, ("title",))
        case "blocks":
            return [] if isinstance(given.get("blocks"), list) else ["missing required field: blocks"]
        case _:
            return [f"type must be one of: {', '.join(KINDS)}"]


def _task_faults(chunk: Json) -> list[str]:
    found = _field_faults(chunk, ("id", "title"), ("details", "output"))
    if chunk.get("status") not in STATUSES:
        found.append(f"status must be one of: {', '.join(STATUSES)}")
    sources = chunk.get("sources")
    told = objects_at(chunk, "sources")
    if sources is not None and (sources != told or not all(text_at(each, "url") for each in told)):
        found.append("each of sources must have a url")
    return found


def _field_faults(chunk: Json, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> list[str]:
    found = [f"missing required field: {key}" for key in required if not text_at(chunk, key)]
    found += [f"{key} must be a string" for key in optional if not isinstance(chunk.get(key), str | None)]
    too_long = [key for key in (*required, *optional) if len(text_at(chunk, key)) > MOST_TASK_FIELD]
    return found + [f"{key} must be less than {MOST_TASK_FIELD + 1} characters" for key in too_long]


def fold(blocks: list[Json], chunks: Sequence[Json], *, as_plan: bool) -> list[Json]:
    """The blocks with the chunks added. Tasks stand among the text, or all together in a plan."""
    for chunk in chunks:
        match chunk["type"]:
            case "markdown_text":
                blocks = _with_text(blocks, text_at(chunk, "text"))
            case "blocks":
                blocks = [*blocks, *objects_at(chunk, "blocks")]
            case "task_update" if not as_plan:
                blocks = _with_task(blocks, chunk)
            case "task_update":
                plan = _plan_in(blocks)
                blocks = _put(blocks, {**plan, "tasks": _with_task(objects_at(plan, "tasks"), chunk)})
            case "plan_update" if as_plan:
                blocks = _put(blocks, {**_plan_in(blocks), "title": chunk["title"]})
    return blocks


def text_of(blocks: list[Json]) -> str:
    """The text of the streamed blocks, for whoever reads no blocks."""
    return "".join(text_at(block, "text") for block in blocks if block.get("type") == "markdown")


def _with_text(blocks: list[Json], text: str) -> list[Json]:
    if not text:
        return blocks
    if blocks and blocks[-1].get("type") == "markdown":
        return [*blocks[:-1], {**blocks[-1], "text": text_at(blocks[-1], "text") + text}]
    return [*blocks, {"type": "markdown", "text": text}]


def _plan_in(blocks: list[Json]) -> Json:
    plan = next((block for block in blocks if block.get("type") == "plan"), None)
    return plan or {"type": "plan", "title": UNTITLED, "tasks": []}


def _put(blocks: list[Json], plan: Json) -> list[Json]:
    if not any(block.get("type") == "plan" for block in blocks):
        return [*blocks, plan]
    return [plan if block.get("type") == "plan" else block for block in blocks]


def _with_task(blocks: list[Json], chunk: Json) -> list[Json]:
    task_id = chunk["id"]
    if not any(block.get("task_id") == task_id for block in blocks):
        return [*blocks, _updated({"type": "task_card", "task_id": task_id}, chunk)]
    return [_updated(block, chunk) if block.get("task_id") == task_id else block for block in blocks]


def _updated(card: Json, chunk: Json) -> Json:
    card = {**card, "title": chunk["title"], "status": chunk["status"]}
    for key in ("details", "output"):
        if text_at(chunk, key):
            card[key] = _longer(object_at(card, key), text_at(chunk, key))
    if chunk.get("sources"):
        card["sources"] = [*objects_at(card, "sources"), *objects_at(chunk, "sources")]
    return card


def _longer(rich_text: Json, text: str) -> Json:
    lines = objects_at(rich_text, "elements")
    before = text_at(objects_at(lines[0], "elements")[0], "text") if lines else ""
    part: Json = {"type": "text", "text": before + text}
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [part]}]}
