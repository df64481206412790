"""What a person has chosen in an element, as Slack writes it, and what a form says of it."""

import re
from typing import NamedTuple

from bot.sandbox.blocks.filling import innermost
from bot.sandbox.errors import Refusal
from bot.sandbox.records import State
from bot.sandbox.wire import Json, as_objects, as_texts, object_at, objects_at, text_at, walk

_FIELD = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_BLANK: tuple[object, ...] = (None, "", [])


class Placed(NamedTuple):
    """An element, the id of the block it stands in, and whether the app is told of what is chosen in it."""

    block_id: str
    element: Json
    dispatches: bool


class Here(NamedTuple):
    """The conversation that a person has before them, and its kind in the words of a select's filter."""

    channel: str
    kind: str


def find_element(blocks: list[Json], action_id: str, block_id: str | None = None) -> Placed | None:
    """The element with this action id, in the named block if one is named."""
    for block in innermost(blocks):
        here = text_at(block, "block_id")
        if block_id is not None and here != block_id:
            continue
        for element in walk(block):
            if element.get("action_id") == action_id:
                return Placed(here, element, block.get("type") != "input" or block.get("dispatch_action") is True)
    return None


def initial_state(blocks: list[Json], kept: State | None = None, here: Here | None = None) -> State:
    """What the elements hold before anyone touches them; `kept` values stay where their ids still stand.

    Selects that default to the current conversation begin with `here`, where their filter lets it pass.
    """
    state: State = {}
    for block in innermost(blocks):
        block_id = text_at(block, "block_id")
        for element in walk(block):
            kind, action_id = text_at(element, "type"), text_at(element, "action_id")
            if kind not in _FIELD or kind == "overflow" or not action_id:
                continue
            field, initial = _FIELD[kind]
            value = element.get(initial) or _current(element, here)
            default: Json = {"type": kind, field: [] if value is None and kind in _MANY else value}
            old = (kept or {}).get(block_id, {}).get(action_id)
            state.setdefault(block_id, {})[action_id] = old if old and old.get("type") == kind else default
    return state


def _current(element: Json, here: Here | None) -> object:
    if here is None or not element.get("default_to_current_conversation"):
        return None
    kinds = as_texts(object_at(element, "filter").get("include"))
    if kinds and here.kind not in kinds:
        return None
    return [here.channel] if element.get("type") in _MANY else here.channel


_MANY = frozenset(kind for kind, (field, _) in _FIELD.items() if field.endswith("s"))


def chosen(element: Json, plain: object) -> Json:
    """The element's state for a plain value: text, an option's value, an id, a date, or a list of them."""
    kind = text_at(element, "type")
    if kind not in _FIELD:
        return {"type": kind}
    field = _FIELD[kind][0]
    if field == "selected_options":
        return {"type": kind, field: [_option(element, value) for value in _several(plain)]}
    if field == "selected_option":
        return {"type": kind, field: None if plain in (None, "") else _option(element, plain)}
    if kind in _MANY:
        return {"type": kind, field: _several(plain)}
    if field == "value":
        return {"type": kind, field: None if plain in (None, "") else str(plain)}
    return {"type": kind, field: plain}


def _several(plain: object) -> list[object]:
    if plain in _BLANK:
        return []
    return plain if isinstance(plain, list) else [plain]


def _option(element: Json, plain: object) -> Json:
    value = text_at(plain, "value") if isinstance(plain, dict) else plain
    for option in options_of(element):
        if option.get("value") == value:
            return option
    raise Refusal(400, "unknown_option", f"There is no option {value!r} in {text_at(element, 'action_id')}.")


def options_of(element: Json) -> list[Json]:
    """The options of an element, those of its groups included."""
    return [
        *objects_at(element, "options"),
        *(option for group in objects_at(element, "option_groups") for option in objects_at(group, "options")),
    ]


def field_errors(blocks: list[Json], state: State) -> dict[str, str]:
    """What Slack's own form would say under each input, by block id, before the app is asked."""
    errors = {}
    for block in blocks:
        if block.get("type") != "input":
            continue
        block_id = text_at(block, "block_id")
        element = object_at(block, "element")
        said = _complaint(element, state[block_id][text_at(element, "action_id")], bool(block.get("optional")))
        if said:
            errors[block_id] = said
    return errors


def _complaint(element: Json, held: Json, optional: bool) -> str | None:
    kind = text_at(element, "type")
    value = held.get(_FIELD[kind][0]) if kind in _FIELD else "present"
    if value in _BLANK:
        return None if optional else "Please complete this required field."
    if not isinstance(value, str):
        return _too_many(element, value)
    match kind:
        case "plain_text_input":
            return _wrong_length(element, value)
        case "number_input":
            return _wrong_number(element, value)
        case "email_text_input" if not _EMAIL.fullmatch(value):
            return "Please enter a valid email address."
        case "url_text_input" if "://" not in value:
            return "Please enter a valid URL."
        case _:
            return None


def _too_many(element: Json, value: object) -> str | None:
    most = element.get("max_files", 10) if element.get("type") == "file_input" else element.get("max_selected_items")
    held = as_texts(value) or as_objects(value)
    return f"Please choose at most {most}." if isinstance(most, int) and len(held) > most else None


def _wrong_length(element: Json, value: str) -> str | None:
    least, most = element.get("min_length"), element.get("max_length")
    if isinstance(least, int) and len(value) < least:
        return f"Please write at least {least} characters."
    if len(value) > (most if isinstance(most, int) else 3000):
        return f"Please write at most {most if isinstance(most, int) else 3000} characters."
    return None


def _wrong_number(element: Json, value: str) -> str | None:
    if not _NUMBER.fullmatch(value):
        return "Please enter a number."
    if "." in value and not element.get("is_decimal_allowed"):
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if isinstance(least, str | int | float) and float(value) < float(least):
        return f"Please enter a number of at least {least}."
    if isinstance(most, str | int | float) and float(value) > float(most):
        return f"Please enter a number of at most {most}."
    return None
