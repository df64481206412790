"""What a fault may name: methods, events, interactions and commands that can occur here."""

from difflib import get_close_matches
from fnmatch import fnmatchcase

from bot.sandbox.errors import FaultError
from bot.sandbox.faults.kinds import Match
from bot.sandbox.manifest import Manifest
from bot.sandbox.subscriptions import SENT
from bot.sandbox.webapi.registry import METHODS

_OTHERS = (
    "app_rate_limited",
    "block_actions",
    "block_suggestion",
    "message_action",
    "shortcut",
    "view_closed",
    "view_submission",
)


def check_names(manifest: Manifest, match: Match) -> None:
    """FaultError when a name or a pattern fits no method, or nothing that the app can be sent."""
    if match.method:
        _check("method", match.method, [*METHODS, "response_url"])
    if match.event:
        events = dict.fromkeys(event.partition(".")[0] for event in SENT)
        commands = [each.command for each in manifest.features.slash_commands]
        _check("event", match.event, [*events, *_OTHERS, *commands])


def _check(field: str, given: str, known: list[str]) -> None:
    if any(fnmatchcase(each, given) for each in known):
        return
    near = get_close_matches(given, known, 1, 0)
    raise FaultError(f"match.{field}: nothing here is called {given!r}, so it would never strike; {near[0]!r} is near.")
