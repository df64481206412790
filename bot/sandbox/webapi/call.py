"""One Web API call: its arguments, however they were sent, and who makes it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

TokenKind = Literal["bot", "app"]


@dataclass(frozen=True, slots=True)
class Call:
    """The arguments of one call. JSON bodies keep their types; query and form give strings."""

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
        return default if value is None else value in (True, 1, "1", "true", "True", "t")

    def number(self, key: str, default: int) -> int:
        """The argument as a whole number; SlackError when it is none."""
        value = self.arguments.get(key)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError:
            raise SlackError.with_messages("invalid_arguments", [f"invalid number: {key}"]) from None

    def json(self, key: str, code: str) -> object:
        """The argument as JSON, parsed when it came as a string; SlackError `code` when it cannot be."""
        value = self.arguments.get(key)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(code) from None

    def require(self, *keys: str) -> None:
        """SlackError `invalid_arguments` naming every one of `keys` that was not given."""
        missing = [key for key in keys if self.arguments.get(key) in (None, "")]
        if missing:
            raise SlackError.with_messages("invalid_arguments", [f"missing required field: {key}" for key in missing])


Handler = Callable[[Sandbox, Call], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """How a method is answered, what it needs at all, and which token may call it.

    `scopes` are alternatives: any one of them is enough to call it. Methods whose scope depends on the
    kind of conversation check the rest themselves.
    """

    handler: Handler
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    tokens: tuple[TokenKind, ...] = ("bot",)


def missing_scope(sandbox: Sandbox, needed: str) -> SlackError:
    """The refusal of a call for want of the scope `needed`."""
    return SlackError("missing_scope", needed=needed, provided=",".join(sandbox.manifest.scopes))
