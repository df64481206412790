"""Many texts looked up in a line that may hold a few of them, without looking for each."""

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

_EntryT = TypeVar("_EntryT")
_WORD = re.compile(r"\w+")


class TextIndex(Generic[_EntryT]):
    """Entries by the longest word that stands whole inside their text; texts and lines are compared as they are."""

    def __init__(self, entries: Iterable[tuple[str, _EntryT]]) -> None:
        self._by_word: dict[str, list[tuple[int, _EntryT]]] = {}
        self._others: list[tuple[int, _EntryT]] = []
        for at, (text, entry) in enumerate(entries):
            # The first and the last word of a text may be part of a longer one in the line.
            whole = _WORD.findall(text)[1:-1]
            (self._by_word.setdefault(max(whole, key=len), []) if whole else self._others).append((at, entry))

    def likely(self, line: str) -> list[_EntryT]:
        """The entries whose text the line may hold, in their order: it has their word, or they have none."""
        words = self._by_word.keys() & set(_WORD.findall(line))
        found = [*self._others, *(each for word in words for each in self._by_word[word])]
        return [entry for _, entry in sorted(found, key=_place)]


def _place(found: tuple[int, object]) -> int:
    return found[0]
