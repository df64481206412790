"""What a hint is made of before it is worded."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation


class Found(NamedTuple):
    """One thing that the rep could do now: which hint says so, what it is about (empty: the run), and its slots."""

    kind: str
    subject: str = ""
    slots: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """`explore:timeline`: a run gives each hint once."""
        return f"{self.kind}:{self.subject}" if self.subject else self.kind


Finder = Callable[[Negotiation], Iterable[Found]]
"""Looks at a run for one kind of thing to do; what it finds rests on what the rep could know."""
