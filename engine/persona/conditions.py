"""Whether a pack's conditions hold for a profile."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.scenario.written import When

Value: TypeAlias = str | int | tuple[str, ...]
Profile: TypeAlias = Mapping[str, Value]
Condition: TypeAlias = Callable[[Profile], bool]

NOTHING = "none"
"""How a condition names an empty list."""


def holds(when: When, profile: Profile) -> bool:
    """Whether every condition is met; of a list, one of its members has to be (of an empty one, `none`)."""
    return all(_is_among(profile.get(name), values) for name, values in when.items())


def condition_of(when: When) -> Condition | None:
    """`holds` of these conditions, made ready to be asked often; None where there are none, so that it always holds."""
    if not when:
        return None
    wanted = tuple((name, frozenset(values)) for name, values in when.items())
    if len(wanted) == 1:
        ((name, values),) = wanted
        return lambda profile: _is_among(profile.get(name), values)
    return lambda profile: all(_is_among(profile.get(name), values) for name, values in wanted)


def _is_among(value: Value | None, values: tuple[str | int, ...] | frozenset[str | int]) -> bool:
    if isinstance(value, tuple):
        return any(member in values for member in value or (NOTHING,))
    return value in values
