"""What a line says for the first time: words that the rep has used before, figures aside, earn nothing again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.reading.reading import Reading, Span

_CLAUSE = re.compile(r"[^.?!,;:\n]+(?:[.,:](?=\d)[^.?!,;:\n]+)*")
_FIGURE = re.compile(r"\d[\d.,:]*")


def _clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each clause begins and ends, and its words: figures left out, case and spaces evened."""
    for clause in _CLAUSE.finditer(text):
        yield clause.start(), clause.end(), " ".join(_FIGURE.sub("#", clause.group()).casefold().split())


def _lies_within(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    return span.end > span.start and any(start <= span.start < end for start, end in stretches)


class Heard:
    """The clauses that a rep has said so far."""

    def __init__(self) -> None:
        self._clauses: set[str] = set()

    def take(self, text: str, reading: Reading) -> tuple[str, Reading]:
        """The line without the clauses that were said before, as blanks, and the acts that rest on what is left.

        An act that rests on no words stays: nothing tells that it was said before.
        """
        told = [clause for clause in _clauses(text) if clause[2]]
        again = [(start, end) for start, end, words in told if words in self._clauses]
        self._clauses.update(words for _, _, words in told)
        if not again:
            return text, reading
        acts = tuple(act for act in reading.acts if not _lies_within(act.span, again))
        for start, end in again:
            text = text[:start] + " " * (end - start) + text[end:]
        return text, replace(reading, acts=acts)
