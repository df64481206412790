"""Whether a pack's conditions hold for a profile."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from engine.scenario.written import When

Value: TypeAlias = str | int | tuple[str, ...]
Profile: TypeAlias = Mapping[str, Value]
Key = TypeVar("Key")
Made = TypeVar("Made")

NOTHING = "none"
"""How a condition names an empty list."""


def holds(when: When, profile: Profile) -> bool:
    """Whether every condition is met; of a list, one of its members has to be (of an empty one, `none`)."""
    return not when or all(_is_among(profile.get(name), values) for name, values in when.items())


class Known(dict[Key, Made]):
    """What is worked out once for each key that comes up, and kept as long as those are not too many."""

    __slots__ = ("_make",)
    MOST = 2_000

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        made = self._make(key)
        if len(self) < self.MOST:
            self[key] = made
        return made


def following(conditions: Sequence[When], make: Callable[[int], Made]) -> Callable[[Profile], Made]:
    """What follows from which of some conditions hold, worked out once for each set of them that comes up.

    `make` is given the set as a whole number: its bits stand for the conditions, the lowest for the first. What holds
    is as `holds` has it.
    """
    all_of_them = (1 << len(conditions)) - 1
    looked_at = dict.fromkeys(name for when in conditions for name in when)
    if len(looked_at) == 1:
        [only] = looked_at
        by_value: Known[Value | None, Made] = Known(lambda value: make(_let_hold(conditions, only, value)))
        return lambda profile: by_value[profile.get(only)]
    let_by_name = tuple((name, Known(partial(_let_hold, conditions, name))) for name in looked_at)
    made = Known(make)

    def follows(profile: Profile) -> Made:
        held = all_of_them
        for name, let_by in let_by_name:
            held &= let_by[profile.get(name)]
        return made[held]

    return follows


def _let_hold(conditions: Sequence[When], name: str, value: Value | None) -> int:
    """The conditions that hold as far as one attribute goes, which has this value."""
    lets = (name not in when or _is_among(value, when[name]) for when in conditions)
    return sum(1 << place for place, let in enumerate(lets) if let)


def _is_among(value: Value | None, values: tuple[str | int, ...]) -> bool:
    if isinstance(value, tuple):
        return any(member in values for member in value or (NOTHING,))
    return value in values
