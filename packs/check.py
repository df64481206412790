"""What is wrong with a pack beyond its schema, all of it at once, so that an author mends it in one go."""

from collections.abc import Iterator
from typing import TypeAlias

from engine.scenario.pack import Pack

Place: TypeAlias = tuple[str | int, ...]
Finding: TypeAlias = tuple[Place, str]


def problems_of(pack: Pack) -> tuple[Finding, ...]:
    """Every problem found, as the place in the pack and what to do about it; empty for a pack that can be played."""
    return tuple(_findings(pack))


def _findings(pack: Pack) -> Iterator[Finding]:
    yield from ()
