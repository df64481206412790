"""What a person chooses from: select menus of every source, checkboxes, radio buttons and overflow menus."""

from bot.sandbox.blocks.checks import any_of, at_most_one_of, boolean, integer, items, string
from bot.sandbox.blocks.composition import (
    CHOICE_OPTION,
    CONFIRMED,
    FILTER,
    FOCUS,
    MENU_OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    PLACEHOLDER,
    element,
)
from bot.sandbox.blocks.problems import FINE, Check, Fields, Found, Problem, Rule, ruled_out
from bot.sandbox.wire import Json, as_objects

_ID = string(None, 1)
_ONE: Fields = {**CONFIRMED, **FOCUS, **PLACEHOLDER}
_MANY: Fields = {**_ONE, "max_selected_items": integer(1)}
_OPTIONS: Fields = {"options": items(MENU_OPTION, 100), "option_groups": items(OPTION_GROUP, 100)}
_EXTERNAL: Fields = {"min_query_length": integer(0)}
_CONVERSATIONS: Fields = {"default_to_current_conversation": boolean, "filter": FILTER}
_RESPONSE_URL: Fields = {"response_url_enabled": boolean}
_SOME_OPTIONS = items(MENU_OPTION, 100)
_CHOICES = items(CHOICE_OPTION, 10)


def _within(name: str) -> Rule:
    """A rule that no more is chosen at first than may be chosen."""

    def rule(menu: Json) -> Found:
        most, chosen = menu.get("max_selected_items"), menu.get(name)
        if isinstance(most, int) and isinstance(chosen, list) and len(chosen) > most:
            return ruled_out("must not hold more than `max_selected_items`", f"/{name}")
        return FINE

    return rule


def _among_options(name: str) -> Rule:
    """A rule that what is chosen at first stands among the options."""

    def rule(menu: Json) -> Found:
        chosen, offered = menu.get(name), _offered(menu)
        if not isinstance(chosen, list):
            places = [("", chosen)] if chosen is not None else []
        else:
            places = [(f"/{index}", each) for index, each in enumerate(chosen)]
        return tuple(
            Problem(f"`{name}` must match one of the options", f"/{name}{place}")
            for place, each in places
            if each not in offered
        )

    return rule


def _offered(menu: Json) -> list[Json]:
    grouped = [each for group in as_objects(menu.get("option_groups")) for each in as_objects(group.get("options"))]
    return [*as_objects(menu.get("options")), *grouped]


def _static(name: str, check: Check, fields: Fields, *rules: Rule) -> Check:
    one = (any_of("options", "option_groups"), at_most_one_of("options", "option_groups"))
    return element({}, {**fields, **_OPTIONS, name: check}, *one, _among_options(name), *rules)


def _listed(name: str, check: Check) -> Check:
    return element({"options": _CHOICES}, {**CONFIRMED, **FOCUS, name: check}, _among_options(name))


def _several(name: str, check: Check, fields: Fields | None = None) -> Check:
    return element({}, {**_MANY, **(fields or {}), name: check}, _within(name))


OVERFLOW = element({"options": items(OVERFLOW_OPTION, 5)}, CONFIRMED)
CHECKBOXES = _listed("initial_options", _CHOICES)
RADIO_BUTTONS = _listed("initial_option", CHOICE_OPTION)
SELECTS: Fields = {
    "static_select": _static("initial_option", MENU_OPTION, _ONE),
    "external_select": element({}, {**_ONE, **_EXTERNAL, "initial_option": MENU_OPTION}),
    "users_select": element({}, {**_ONE, "initial_user": _ID}),
    "conversations_select": element({}, {**_ONE, **_CONVERSATIONS, **_RESPONSE_URL, "initial_conversation": _ID}),
    "channels_select": element({}, {**_ONE, **_RESPONSE_URL, "initial_channel": _ID}),
    "multi_static_select": _static("initial_options", _SOME_OPTIONS, _MANY, _within("initial_options")),
    "multi_external_select": _several("initial_options", _SOME_OPTIONS, _EXTERNAL),
    "multi_users_select": _several("initial_users", items(_ID)),
    "multi_conversations_select": _several("initial_conversations", items(_ID), _CONVERSATIONS),
    "multi_channels_select": _several("initial_channels", items(_ID)),
}
