"""Text objects, options and confirm dialogs."""

from bot.sandbox.blocks.problems import Problems
from bot.sandbox.wire import Json, as_object, as_objects, text_at


def check_text(problems: Problems, path: str, value: object, most: int, *, plain: bool = False) -> None:
    """Notes a text object that is malformed, empty, or longer than `most` characters."""
    text = as_object(value)
    kind = text_at(text, "type")
    allowed = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    if kind not in allowed:
        problems.add(f"{path}/type", f"must be one of: {', '.join(allowed)}")
    elif not isinstance(text.get("text"), str):
        problems.add(path, "missing required field: text")
    else:
        problems.length(f"{path}/text", text_at(text, "text"), most, least=1)


def check_optional_text(
    problems: Problems, path: str, payload: Json, key: str, most: int, *, plain: bool = False
) -> None:
    """Notes a malformed text object under `key`; absence is fine."""
    if payload.get(key) is not None:
        check_text(problems, f"{path}/{key}", payload[key], most, plain=plain)


def check_options(problems: Problems, path: str, options: object, most: int, *, least: int = 1) -> None:
    """Notes faults in a list of options: number, texts (75), values (150)."""
    items = as_objects(options)
    problems.count(path, items, most, least)
    for index, option in enumerate(items):
        here = f"{path}/{index}"
        if problems.require(here, option, "text", "value"):
            check_text(problems, f"{here}/text", option["text"], 75)
            problems.length(f"{here}/value", text_at(option, "value"), 150, least=1)
        check_optional_text(problems, here, option, "description", 75)


def check_option_groups(problems: Problems, path: str, groups: object) -> None:
    """Notes faults in a list of option groups: at most 100, each with a label (75) and options."""
    items = as_objects(groups)
    problems.count(path, items, 100)
    for index, group in enumerate(items):
        here = f"{path}/{index}"
        if problems.require(here, group, "label", "options"):
            check_text(problems, f"{here}/label", group["label"], 75, plain=True)
            check_options(problems, f"{here}/options", group["options"], 100)


def check_confirm(problems: Problems, path: str, value: object) -> None:
    """Notes faults in a confirm dialog: title 100, text 300, both buttons 30."""
    confirm = as_object(value)
    if problems.require(path, confirm, "title", "text", "confirm", "deny"):
        check_text(problems, f"{path}/title", confirm["title"], 100, plain=True)
        check_text(problems, f"{path}/text", confirm["text"], 300)
        check_text(problems, f"{path}/confirm", confirm["confirm"], 30, plain=True)
        check_text(problems, f"{path}/deny", confirm["deny"], 30, plain=True)
