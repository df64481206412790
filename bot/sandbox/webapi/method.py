"""What a Web API method is: its handler, and what it takes, needs and refuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call, Kind, check
from bot.sandbox.wire import Json

TokenKind = Literal["bot", "app"]
Handler = Callable[[Sandbox, Call], Json]

ALWAYS = (
    "account_inactive",
    "fatal_error",
    "internal_error",
    "invalid_arguments",
    "invalid_auth",
    "invalid_charset",
    "invalid_form_data",
    "invalid_json",
    "invalid_post_type",
    "json_not_object",
    "missing_scope",
    "not_allowed_token_type",
    "not_authed",
    "ratelimited",
    "request_too_large",
    "token_revoked",
)
"""The codes that every method can give."""


class Tier(Enum):
    """How often a method may be called: its name with Slack, and calls a minute in one workspace."""

    ONE = ("Tier 1", 1)
    TWO = ("Tier 2", 20)
    THREE = ("Tier 3", 50)
    FOUR = ("Tier 4", 100)
    MANY = ("special", 600)
    POSTING = ("special", 300)
    """Besides, about one message a second in each channel."""

    @property
    def label(self) -> str:
        """The name that Slack's reference gives it."""
        return self.value[0]

    @property
    def a_minute(self) -> int:
        """Calls a minute."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Method:
    """One method. The registry's coverage table is made from these fields.

    `scopes` are alternatives: any one of them is enough to call it; a method whose scope depends on the kind of
    conversation checks the rest itself. `idle` are arguments that Slack knows and that have no effect here.
    `refuses` are the method's own error codes, `omits` those of Slack that cannot arise here.
    """

    handler: Handler
    tier: Tier
    takes: Mapping[str, Kind] = field(default_factory=dict)
    idle: Mapping[str, Kind] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    tokens: tuple[TokenKind, ...] = ("bot",)
    refuses: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()

    def read(self, name: str, arguments: Mapping[str, object]) -> Call:
        """The call with these arguments; SlackError `invalid_arguments` naming all that is wrong with them."""
        return check(name, arguments, {**self.takes, **self.idle}, self.required)


def texts(*names: str) -> dict[str, Kind]:
    """Arguments that are strings."""
    return dict.fromkeys(names, Kind.TEXT)


def flags(*names: str) -> dict[str, Kind]:
    """Arguments that are yes or no."""
    return dict.fromkeys(names, Kind.FLAG)


def numbers(*names: str) -> dict[str, Kind]:
    """Arguments that are whole numbers."""
    return dict.fromkeys(names, Kind.NUMBER)


def parsed(*names: str) -> dict[str, Kind]:
    """Arguments that are JSON and whose faults the method names itself."""
    return dict.fromkeys(names, Kind.JSON)


def missing_scope(sandbox: Sandbox, needed: str) -> SlackError:
    """The refusal of a call for want of the scope `needed`."""
    return SlackError("missing_scope", needed=needed, provided=",".join(sandbox.manifest.scopes))
