"""One Web API call: its arguments, however they were sent, held against what the method takes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from bot.sandbox.body import parse_json
from bot.sandbox.errors import SlackError

_YES = frozenset({"true", "True", "1", "t"})
_NO = frozenset({"false", "False", "0", "f", ""})
_EVERYWHERE = frozenset({"token", "team_id", "pretty"})
"""Bolt sends `team_id` even where the reference does not list it."""


class Kind(Enum):
    """What an argument must be. A form or a query writes numbers, flags, arrays and objects as text."""

    TEXT = "a string"
    FLAG = "a boolean"
    NUMBER = "an integer"
    ARRAY = "an array"
    OBJECT = "an object"
    JSON = "JSON"
    """Read by the method itself, which has an error of its own for what is malformed."""


@dataclass(frozen=True, slots=True)
class Call:
    """The arguments of one call of a method. JSON bodies keep their types; query and form give strings."""

    method: str
    arguments: Mapping[str, object]

    def has(self, key: str) -> bool:
        """Whether the argument was given, and not as null."""
        return self.arguments.get(key) is not None

    def text(self, key: str, default: str = "") -> str:
        """The argument as text."""
        value = self.arguments.get(key)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """The argument as a yes or no: true, 1, "true", "1"."""
        value = self.arguments.get(key)
        return default if value is None else value is True or str(value) in _YES

    def number(self, key: str, default: int) -> int:
        """The argument as a whole number."""
        value = self.arguments.get(key)
        return default if value in (None, "") else int(str(value))

    def json(self, key: str, code: str) -> object:
        """The argument as JSON, parsed when it came as a string; SlackError `code` when it cannot be."""
        value = self.arguments.get(key)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return parse_json(value)
        except ValueError:
            raise SlackError(code) from None

    def require(self, *keys: str) -> None:
        """SlackError `invalid_arguments` naming every one of `keys` that was not given."""
        missing = [key for key in keys if self.arguments.get(key) in (None, "")]
        if missing:
            raise SlackError.with_messages("invalid_arguments", [f"missing required field: {key}" for key in missing])


def check(method: str, arguments: Mapping[str, object], takes: Mapping[str, Kind], required: tuple[str, ...]) -> Call:
    """The call with these arguments; SlackError `invalid_arguments` naming everything that is wrong with them."""
    wrong = [f"no such argument: {key}" for key in arguments if key not in takes and key not in _EVERYWHERE]
    wrong += [f"missing required field: {key}" for key in required if arguments.get(key) in (None, "")]
    for key, value in arguments.items():
        kind = takes.get(key)
        if kind and value is not None and not _IS[kind](value):
            wrong.append(f"must be {kind.value} [json-pointer:/{key}]")
    if wrong:
        raise SlackError.with_messages("invalid_arguments", wrong)
    return Call(method, arguments)


def wrong_argument(key: str, why: str) -> SlackError:
    """The refusal of a call for what its argument `key` holds."""
    return SlackError.with_messages("invalid_arguments", [f"{why} [json-pointer:/{key}]"])


def _is_flag(value: object) -> bool:
    return isinstance(value, bool) or value in (0, 1) or (isinstance(value, str) and value in _YES | _NO)


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    text = str(value).removeprefix("-")
    return value == "" or (text.isascii() and text.isdigit() and len(text) < 20)


def _holds(type_: type) -> Callable[[object], bool]:
    def is_one(value: object) -> bool:
        if not isinstance(value, str) or not value:
            return value == "" or isinstance(value, type_)
        try:
            return isinstance(parse_json(value), type_)
        except ValueError:
            return False

    return is_one


_IS: dict[Kind, Callable[[object], bool]] = {
    Kind.TEXT: lambda value: isinstance(value, str),
    Kind.FLAG: _is_flag,
    Kind.NUMBER: _is_number,
    Kind.ARRAY: _holds(list),
    Kind.OBJECT: _holds(dict),
    Kind.JSON: lambda value: True,
}
