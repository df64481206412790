"""Ready wordings looked up in a line: at each word the phrases that begin there, in time linear in the line."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from engine.reading.tokens import Token, words_of

LabelT = TypeVar("LabelT", bound=Hashable)

GAP = "~"
"""Stands in a phrase for up to three words."""
_GAP_WORDS = 3


class Hit(NamedTuple, Generic[LabelT]):
    """A phrase found: what it means and the tokens (end excluded) it covers."""

    label: LabelT
    start: int
    end: int


class Phrasebook(Generic[LabelT]):
    """Phrases by their first word, given one by one or as one text with commas.

    A phrase may offer choices, `too (high|low)`, and one gap of up to three words, `put ~ in`.
    """

    def __init__(self, phrases: Mapping[LabelT, str | Iterable[str]]) -> None:
        found: dict[tuple[str, str], dict[tuple[tuple[str, ...], LabelT], None]] = {}
        for label, wordings in phrases.items():
            for wording in listed(wordings) if isinstance(wordings, str) else wordings:
                for words in expand(wording):
                    found.setdefault(_key(words), {})[words, label] = None
        self._by_key = {key: sorted(entries, key=lambda entry: -len(entry[0])) for key, entries in found.items()}

    def find(self, tokens: Sequence[Token]) -> list[Hit[LabelT]]:
        """Every phrase in the tokens, in order; of one label only the longest at a place."""
        hits: list[Hit[LabelT]] = []
        for start, token in enumerate(tokens):
            following = tokens[start + 1].word if start + 1 < len(tokens) else ""
            entries = [*self._by_key.get((token.word, following), ()), *self._by_key.get((token.word, ""), ())]
            seen: set[LabelT] = set()
            for words, label in entries:
                end = _match(words, tokens, start) if label not in seen else None
                if end is not None:
                    seen.add(label)
                    hits.append(Hit(label, start, end))
        return hits


def _key(words: tuple[str, ...]) -> tuple[str, str]:
    """The first two words; the first alone where the second may be any."""
    return (words[0], words[1] if len(words) > 1 and words[1] != GAP else "")


def within(hits: Sequence[Hit[LabelT]], start: int, end: int) -> Sequence[Hit[LabelT]]:
    """The hits, given in order, that begin within these tokens (end excluded)."""
    return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]


def _start(hit: Hit[LabelT]) -> int:
    return hit.start


def listed(text: str) -> tuple[str, ...]:
    """The wordings of a list written as one text, a comma between them."""
    return tuple(wording.strip() for wording in text.split(",") if wording.strip())


def expand(wording: str) -> list[tuple[str, ...]]:
    """Every plain phrase that a wording with choices stands for: `too (high|low)` gives two."""
    before, bracket, rest = wording.partition("(")
    if not bracket:
        return [tuple(_words(wording))]
    choices, _, after = rest.partition(")")
    return [words for choice in choices.split("|") for words in expand(f"{before}{choice}{after}")]


def _words(wording: str) -> Iterable[str]:
    for part in wording.split():
        yield from (GAP,) if part == GAP else words_of(part)


def _match(words: tuple[str, ...], tokens: Sequence[Token], start: int) -> int | None:
    at = start
    for index, word in enumerate(words):
        if word == GAP:
            rest = words[index + 1 :]
            ends = (_match(rest, tokens, at + skipped) for skipped in range(_GAP_WORDS + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(tokens) or tokens[at].word != word:
            return None
        at += 1
    return at
