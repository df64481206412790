"""Which acts a run allows in which state: one table, and the words for what it forbids."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from engine.errors import RuleViolation
from engine.negotiation.negotiation import Status

Action = Literal["say", "hint", "pause", "resume", "end", "expire"]

TRANSITIONS: Mapping[tuple[Status, Action], Status] = MappingProxyType(
    {
        ("open", "say"): "open",
        ("open", "hint"): "open",
        ("open", "pause"): "paused",
        ("open", "end"): "ended",
        ("open", "expire"): "ended",
        ("paused", "resume"): "open",
        ("paused", "end"): "ended",
        ("paused", "expire"): "ended",
    }
)
"""The state that an act leads to; `say` may also end the run. A pair that is missing is forbidden."""

_REFUSALS: Mapping[tuple[Status, Action], str] = MappingProxyType(
    {
        ("open", "resume"): "This run is not paused; just write your next line.",
        ("paused", "say"): "This run is paused, so your line is not part of it. Press Resume to go on.",
        ("paused", "hint"): "This run is paused, so there is no hint now, and none was counted. Press Resume to go on.",
        ("paused", "pause"): "This run is paused already. Press Resume to go on.",
        ("ended", "hint"): "This run is over, so there is no hint any more, and none was counted.",
        ("ended", "say"): "This run is over, so your line is not part of it. Retry the seed to play it again.",
    }
)
_OVER = "This run is over. Retry the seed to play it again."


def check(status: Status, action: Action) -> Status:
    """The state that the act leads to; RuleViolation, in words for the rep, where it is forbidden."""
    try:
        return TRANSITIONS[status, action]
    except KeyError:
        raise RuleViolation(_REFUSALS.get((status, action), _OVER)) from None
