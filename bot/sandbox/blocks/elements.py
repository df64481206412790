"""Interactive elements and images: shapes and limits."""

from collections.abc import Callable

from bot.sandbox.blocks.composition import (
    check_confirm,
    check_option_groups,
    check_optional_text,
    check_options,
    check_text,
)
from bot.sandbox.blocks.problems import Problems
from bot.sandbox.wire import Json, text_at

Check = Callable[[Problems, str, Json], None]


def check_element(problems: Problems, path: str, element: Json, allowed: frozenset[str]) -> None:
    """Notes an element whose type is unknown or out of place here, and its own faults."""
    kind = text_at(element, "type")
    if kind not in _CHECKS or kind not in allowed:
        problems.add(f"{path}/type", f"unsupported type: {kind or '(none)'}")
        return
    problems.optional_length(path, element, "action_id", 255)
    if element.get("confirm") is not None:
        check_confirm(problems, f"{path}/confirm", element["confirm"])
    check_optional_text(problems, path, element, "placeholder", 150, plain=True)
    _CHECKS[kind](problems, path, element)


def _button(problems: Problems, path: str, element: Json) -> None:
    if problems.require(path, element, "text"):
        check_text(problems, f"{path}/text", element["text"], 75, plain=True)
    problems.optional_length(path, element, "value", 2000)
    problems.optional_length(path, element, "url", 3000)
    problems.optional_length(path, element, "accessibility_label", 75)
    if element.get("style") not in (None, "primary", "danger"):
        problems.add(f"{path}/style", "must be one of: primary, danger")


def _select(problems: Problems, path: str, element: Json) -> None:
    if element.get("option_groups") is not None:
        check_option_groups(problems, f"{path}/option_groups", element["option_groups"])
    elif problems.require(path, element, "options"):
        check_options(problems, f"{path}/options", element["options"], 100)


def _choices(problems: Problems, path: str, element: Json) -> None:
    if problems.require(path, element, "options"):
        check_options(problems, f"{path}/options", element["options"], 10)


def _overflow(problems: Problems, path: str, element: Json) -> None:
    if problems.require(path, element, "options"):
        check_options(problems, f"{path}/options", element["options"], 5)


def _image(problems: Problems, path: str, element: Json) -> None:
    problems.require(path, element, "alt_text")
    problems.optional_length(path, element, "alt_text", 2000)
    problems.optional_length(path, element, "image_url", 3000)
    if element.get("image_url") is None and element.get("slack_file") is None:
        problems.add(path, "missing required field: image_url")


def _text_input(problems: Problems, path: str, element: Json) -> None:
    problems.optional_length(path, element, "initial_value", 3000)
    for key in ("min_length", "max_length"):
        value = element.get(key)
        if value is not None and not (isinstance(value, int) and 0 <= value <= 3000):
            problems.add(f"{path}/{key}", "must be a number from 0 to 3000")


def _number_input(problems: Problems, path: str, element: Json) -> None:
    problems.require(path, element, "is_decimal_allowed")


def _feedback(problems: Problems, path: str, element: Json) -> None:
    problems.require(path, element, "positive_button", "negative_button")


def _nothing_more(problems: Problems, path: str, element: Json) -> None:
    """Elements without limits of their own."""


_SELECTS = frozenset(
    many + kind + "_select"
    for many in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
)
_PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker"})
_CHOICES = frozenset({"checkboxes", "radio_buttons"})
_INPUTS = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"})

_CHECKS: dict[str, Check] = {
    **dict.fromkeys(_SELECTS | _PICKERS, _nothing_more),
    **dict.fromkeys(_CHOICES, _choices),
    "static_select": _select,
    "multi_static_select": _select,
    "button": _button,
    "workflow_button": _button,
    "overflow": _overflow,
    "image": _image,
    "plain_text_input": _text_input,
    "number_input": _number_input,
    "email_text_input": _nothing_more,
    "url_text_input": _nothing_more,
    "rich_text_input": _nothing_more,
    "file_input": _nothing_more,
    "feedback_buttons": _feedback,
    "icon_button": _nothing_more,
}

IN_ACTIONS = frozenset({"button", "workflow_button", "overflow", "rich_text_input"}) | _SELECTS | _PICKERS | _CHOICES
IN_SECTION = (
    frozenset({"button", "workflow_button", "overflow", "image", "datepicker", "timepicker"}) | _SELECTS | _CHOICES
)
IN_INPUT = _INPUTS | _SELECTS | _PICKERS | _CHOICES | {"file_input"}
IN_CONTEXT_ACTIONS = frozenset({"feedback_buttons", "icon_button"})
