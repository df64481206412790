"""blocks.validate: what is wrong with blocks, a message or a view, without posting it."""

from collections.abc import Callable

from bot.sandbox.blocks.problems import Found
from bot.sandbox.blocks.surfaces import block_problems, message_problems, view_problems
from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import Method, Tier, parsed
from bot.sandbox.wire import Json

MOST = 100_000
_CHECKS: dict[str, Callable[[object], Found]] = {
    "blocks": block_problems,
    "message": message_problems,
    "view": view_problems,
}


def _validate(sandbox: Sandbox, call: Call) -> Json:
    given = [kind for kind in _CHECKS if call.has(kind)]
    if len(given) != 1:
        raise _wrong("exactly one of `blocks`, `message` and `view` must be given")
    [kind] = given
    if len(call.text(kind)) > MOST:
        raise _wrong(f"must be less than {MOST + 1} characters [json-pointer:/{kind}]")
    try:
        value = call.json(kind, "invalid_json")
    except SlackError:
        raise _wrong(f"must be valid JSON [json-pointer:/{kind}]") from None
    found = _CHECKS[kind](value)
    if found:
        raise SlackError(f"invalid_{kind}", errors=[each.as_json() for each in found])
    return {}


def _wrong(reason: str) -> SlackError:
    return SlackError.with_messages("invalid_arguments", [reason])


METHODS = {
    "blocks.validate": Method(
        _validate,
        Tier.THREE,
        parsed("blocks", "message", "view"),
        refuses=("invalid_blocks", "invalid_message", "invalid_view"),
    ),
}
