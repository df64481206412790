"""Every element, the blocks that hold it, and the surfaces that take it."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from bot.sandbox.blocks.checks import ADDRESS, choice, integer, items, pattern, shape, string, tagged
from bot.sandbox.blocks.composition import (
    CONFIRMED,
    FOCUS,
    IMAGE,
    PLACEHOLDER,
    STYLE,
    WORKFLOW,
    element,
    plain,
)
from bot.sandbox.blocks.inputs import (
    EMAIL_INPUT,
    FILE_INPUT,
    NUMBER_INPUT,
    PLAIN_TEXT_INPUT,
    RICH_TEXT_INPUT,
    URL_INPUT,
)
from bot.sandbox.blocks.menus import CHECKBOXES, OVERFLOW, RADIO_BUTTONS, SELECTS
from bot.sandbox.blocks.problems import Check, Fields
from bot.sandbox.blocks.surface import EVERYWHERE, Surface

Host = Literal["actions", "section", "input", "context_actions"]

_DATE = pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d")
_TIMESTAMP = integer(1_000_000_000, 9_999_999_999)
_VALUE = string(2000)
_NAMED: Fields = {"accessibility_label": string(75)}
_SEEN_BY: Fields = {"visible_to_user_ids": items(string(None, 1))}
_PICKED: Fields = {**CONFIRMED, **FOCUS}
_FEEDBACK = shape({"text": plain(75), "value": _VALUE}, _NAMED)

_BUTTON = element(
    {"text": plain(75)},
    {
        **CONFIRMED,
        **_NAMED,
        **_SEEN_BY,
        "value": _VALUE,
        "url": ADDRESS,
        "style": STYLE,
        "agent_prompt": string(4000),
        "agent_prompt_display": string(),
    },
)
_WORKFLOW_BUTTON = element({"text": plain(75), "workflow": WORKFLOW}, {**CONFIRMED, **_NAMED, "style": STYLE})
_DATEPICKER = element({}, {**_PICKED, **PLACEHOLDER, "initial_date": _DATE})
_TIMEPICKER = element({}, {**_PICKED, **PLACEHOLDER, "initial_time": _TIME, "timezone": string(None, 1)})
_DATETIMEPICKER = element({}, {**_PICKED, "initial_date_time": _TIMESTAMP})
_FEEDBACK_BUTTONS = element({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, {})
_ICON_BUTTON = element(
    {"icon": choice("trash"), "text": plain(75)}, {**CONFIRMED, **_NAMED, **_SEEN_BY, "value": _VALUE}
)

_PRESSED: frozenset[Host] = frozenset({"actions", "section"})
_CHOSEN: frozenset[Host] = frozenset({"actions", "section", "input"})
_WIDE: frozenset[Host] = frozenset({"actions", "input"})
_TYPED: frozenset[Host] = frozenset({"input"})
_SMALL: frozenset[Host] = frozenset({"context_actions"})
_SHOWN: frozenset[Host] = frozenset({"section"})
_MODAL: frozenset[Surface] = frozenset({"modal"})
_MESSAGE: frozenset[Surface] = frozenset({"message"})


class Element(NamedTuple):
    """What an element must look like, the blocks that hold it, and the surfaces that take it."""

    check: Check
    hosts: frozenset[Host]
    surfaces: frozenset[Surface] = EVERYWHERE


ELEMENTS: Mapping[str, Element] = {
    "button": Element(_BUTTON, _PRESSED),
    "workflow_button": Element(_WORKFLOW_BUTTON, _PRESSED, _MESSAGE),
    "overflow": Element(OVERFLOW, _PRESSED),
    "image": Element(IMAGE, _SHOWN),
    "checkboxes": Element(CHECKBOXES, _CHOSEN),
    "radio_buttons": Element(RADIO_BUTTONS, _CHOSEN),
    "datepicker": Element(_DATEPICKER, _CHOSEN),
    "timepicker": Element(_TIMEPICKER, _CHOSEN),
    "datetimepicker": Element(_DATETIMEPICKER, _WIDE, _MODAL | _MESSAGE),
    **{kind: Element(check, _CHOSEN) for kind, check in SELECTS.items()},
    "plain_text_input": Element(PLAIN_TEXT_INPUT, _TYPED),
    "email_text_input": Element(EMAIL_INPUT, _TYPED, _MODAL),
    "url_text_input": Element(URL_INPUT, _TYPED, _MODAL),
    "number_input": Element(NUMBER_INPUT, _TYPED, _MODAL),
    "rich_text_input": Element(RICH_TEXT_INPUT, _WIDE, frozenset({"modal", "home"})),
    "file_input": Element(FILE_INPUT, _TYPED, _MODAL),
    "feedback_buttons": Element(_FEEDBACK_BUTTONS, _SMALL, _MESSAGE),
    "icon_button": Element(_ICON_BUTTON, _SMALL, _MESSAGE),
}
BUTTON = tagged({"button": _BUTTON})


@cache
def elements_in(host: Host, surface: Surface) -> Check:
    """A check for an element that may stand in such a block on such a surface."""
    fitting = {kind: each for kind, each in ELEMENTS.items() if host in each.hosts and surface in each.surfaces}
    return tagged({kind: each.check for kind, each in fitting.items()})
