"""One thing wrong in a pack: where it stands, and what to do about it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple, TypeAlias

Place: TypeAlias = tuple[str | int, ...]


class Finding(NamedTuple):
    """The place in the pack, as a path of names, and the message for its author."""

    place: Place
    message: str


def unknown(place: Place, what: str, name: str, known: Iterable[str]) -> Finding:
    """A name that stands for nothing, with the nearest one that does."""
    near = get_close_matches(name, list(known), n=1)
    return Finding(place, f"there is no {what} {name}" + (f"; did you mean {near[0]}?" if near else ""))
