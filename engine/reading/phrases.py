"""Ready wordings looked up in a line: at each word the phrases that begin there, in time linear in the line."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, product
from typing import Generic, NamedTuple, TypeVar

from engine.reading.tokens import words_of

LabelT = TypeVar("LabelT", bound=Hashable)

GAP = "~"
"""Stands in a phrase for up to three words."""
STOP = "."
"""Stands at the end of a phrase after which nothing more is said: the end, or a mark such as "?"."""
_STOPS = frozenset({".", "?", "!", ",", ";", "\n"})
_GAP_WORDS = 3
_MOST_TREES = 8_192


class Hit(NamedTuple, Generic[LabelT]):
    """A phrase found: what it means and the tokens (end excluded) it covers."""

    label: LabelT
    start: int
    end: int


_hit: Callable[[type[Hit[LabelT]], tuple[LabelT, int, int]], Hit[LabelT]] = tuple.__new__
"""Makes a hit in half the time that `Hit(...)` takes."""


class _Node(Generic[LabelT]):
    """Where the words read so far lead: the words that may follow, and what a phrase that ends here means."""

    __slots__ = ("after_gap", "at_stop", "following", "is_end", "labels")

    def __init__(self) -> None:
        self.following: dict[str, _Node[LabelT]] = {}
        self.labels: tuple[LabelT, ...] = ()
        self.after_gap: dict[str, _Node[LabelT]] | None = None
        self.at_stop: tuple[LabelT, ...] = ()
        """What a phrase means that ends here where nothing more is said."""
        self.is_end = False
        """Whether a phrase ends here, or has its gap here."""

    def end(self, label: LabelT, *, at_stop: bool) -> None:
        """Let a phrase end here, or only where nothing more is said."""
        self.is_end = True
        if at_stop:
            self.at_stop = _with(self.at_stop, label)
        else:
            self.labels = _with(self.labels, label)

    def then(self, word: str, *, past_gap: bool) -> "_Node[LabelT]":
        """Where the word leads from here, at once or past a gap; made where nothing has led there yet."""
        beyond = self.following
        if past_gap:
            self.is_end = True
            beyond = self.after_gap = {} if self.after_gap is None else self.after_gap
        node = beyond.get(word)
        if node is None:
            node = beyond[word] = _Node()
        return node


def _with(labels: tuple[LabelT, ...], label: LabelT) -> tuple[LabelT, ...]:
    return labels if label in labels else (*labels, label)


class _Way(NamedTuple, Generic[LabelT]):
    """How far a phrase has been put in: below which node, whether a gap or a stop comes next, and the word that it must
    still begin with."""

    node: _Node[LabelT]
    gap: bool = False
    stop: bool = False
    first: str | None = None


def _plant(way: _Way[LabelT], pieces: Sequence[Sequence[tuple[str, ...]]], label: LabelT) -> None:
    """Put in what the pieces stand for, one option of each after the other."""
    if not pieces:
        if way.first is None:
            way.node.end(label, at_stop=way.stop)
        return
    for words in pieces[0]:
        further = _along(way, words)
        if further is not None:
            _plant(further, pieces[1:], label)


def _along(way: _Way[LabelT], words: tuple[str, ...]) -> _Way[LabelT] | None:
    """The way on through these words; None where the phrase would begin with another word."""
    node, gap, stop, first = way
    for word in words:
        if first is not None:
            if word != first:
                return None
            first = None
        if stop:
            node, stop = node.then(STOP, past_gap=False), False
        if word == GAP:
            gap = True
        elif word == STOP and not gap:
            stop = True
        else:
            node, gap = node.then(word, past_gap=gap), False
    return _Way(node, gap, stop, first)


@lru_cache(maxsize=_MOST_TREES)
def _tree(first: str, wordings: tuple[tuple[LabelT, str], ...]) -> _Node[LabelT]:
    """Where the first word of these leads; the buyers of a pack have most of them in common."""
    root: _Node[LabelT] = _Node()
    for label, wording in wordings:
        _plant(_Way(root, first=first), _options(wording), label)
    return root.following.get(first, root)


class Phrasebook(Generic[LabelT]):
    """Phrases as trees of words, given by what they mean, one by one or as one text with commas.

    A phrase may offer choices, `too (high|low)`, one gap of up to three words, `put ~ in`, and a full stop where
    nothing may come after it, `what do you want .`.
    """

    def __init__(self, phrases: Iterable[tuple[LabelT, str | Iterable[str]]]) -> None:
        self._wordings: dict[str, list[tuple[LabelT, str]]] = {}
        """What the book holds, by the word that it begins with."""
        for label, wordings in phrases:
            for wording in listed(wordings) if isinstance(wordings, str) else wordings:
                for first in _first_words(wording):
                    self._wordings.setdefault(first, []).append((label, wording))
        self._unread = {*self._wordings}
        self._nodes: dict[str, _Node[LabelT]] = {}

    @classmethod
    def of_all(cls, books: "Iterable[Phrasebook[LabelT]]") -> "Phrasebook[LabelT]":
        """One book with the phrases of all of these."""
        whole = cls(())
        for book in books:
            for first, wordings in book._wordings.items():
                whole._wordings.setdefault(first, []).extend(wordings)
        whole._unread = {*whole._wordings}
        return whole

    def read(self, firsts: Collection[str] | None = None) -> None:
        """Make the trees of what begins with these words, or with any: of most books little is ever looked up."""
        for first in {*self._unread} if firsts is None else firsts:
            self._nodes[first] = _tree(first, tuple(self._wordings[first]))
            self._unread.discard(first)

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Hit[LabelT]]:
        """Every phrase within the words from `start` to `end` (out), in order; of one label the longest at a place."""
        hits: list[Hit[LabelT]] = []
        limit = len(words) if end is None else end
        inside = words[start:limit]
        if self._wordings.keys().isdisjoint(inside):
            return hits
        if not self._unread.isdisjoint(inside):
            self.read(self._unread.intersection(inside))
        for at, node in enumerate(map(self._nodes.get, inside), start):
            if node is not None and (node.is_end or (at + 1 < limit and words[at + 1] in node.following)):
                found: dict[LabelT, int] = {}
                _walk(node, words, at + 1, limit, found)
                for label, ends in found.items():
                    hits.append(_hit(Hit, (label, at, ends)))
        return hits


def _walk(node: _Node[LabelT], words: Sequence[str], at: int, limit: int, found: dict[LabelT, int]) -> None:
    """Note what phrases mean that end on the way on from here, the end of the longest for each."""
    while True:
        if node.is_end:
            _note(node, words, at, limit, found)
        following = node.following.get(words[at]) if at < limit else None
        if following is None:
            return
        node, at = following, at + 1


def _note(node: _Node[LabelT], words: Sequence[str], at: int, limit: int, found: dict[LabelT, int]) -> None:
    """Note what phrases mean that end here, or past the gap that stands here."""
    for label in node.labels:
        if at > found.get(label, 0):
            found[label] = at
    if node.at_stop and (at == limit or words[at] in _STOPS):
        found.update(dict.fromkeys(node.at_stop, at))
    if node.after_gap is not None:
        for label, ends in _past_gap(node.after_gap, words, at, limit).items():
            found[label] = max(ends, found.get(label, 0))


def _past_gap(beyond: dict[str, _Node[LabelT]], words: Sequence[str], at: int, limit: int) -> dict[LabelT, int]:
    """The ends of phrases past the gap that stands here, each with as few words in the gap as will do."""
    found: dict[LabelT, int] = {}
    furthest = min(at + _GAP_WORDS + 1, limit)
    if beyond.keys().isdisjoint(words[at:furthest]):
        return found
    for skipped in range(at, furthest):
        after = beyond.get(words[skipped])
        if after is not None:
            inside: dict[LabelT, int] = {}
            _walk(after, words, skipped + 1, limit, inside)
            found = inside | found
    return found


def within(hits: Sequence[Hit[LabelT]], start: int, end: int) -> Sequence[Hit[LabelT]]:
    """The hits, given in order, that begin within these tokens (end excluded)."""
    return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]


def _start(hit: Hit[LabelT]) -> int:
    return hit.start


_CHOICE = re.compile(r"(?<!\S)\(([^()]*)\)(?!\S)")
"""A choice between whole words."""


def listed(text: str) -> tuple[str, ...]:
    """The wordings of a list written as one text, a comma between them."""
    return tuple(wording.strip() for wording in text.split(",") if wording.strip())


def expand(wording: str) -> tuple[tuple[str, ...], ...]:
    """Every plain phrase that a wording with choices stands for: `too (high|low)` gives two."""
    return tuple(_in_one(chosen) for chosen in product(*_options(wording)))


@lru_cache(maxsize=8_192)
def _options(wording: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """What a wording may say, piece by piece.

    One with a choice inside a word is a single piece, and each of its phrases an option.
    """
    pieces = _CHOICE.split(wording)
    if any("(" in between for between in pieces[::2]):
        before, _, rest = wording.partition("(")
        choices, _, after = rest.partition(")")
        return (tuple(words for choice in choices.split("|") for words in expand(f"{before}{choice}{after}")),)
    return tuple(
        tuple(map(_plain, piece.split("|"))) if at % 2 else (_plain(piece),)
        for at, piece in enumerate(pieces)
        if at % 2 or piece.strip()
    )


def _first_words(wording: str) -> Iterable[str]:
    """The words that the phrases of a wording begin with, each once."""
    firsts: dict[str, None] = {}
    for options in _options(wording):
        firsts |= dict.fromkeys(words[0] for words in options if words)
        if all(options):
            break
    return firsts


@lru_cache(maxsize=8_192)
def _plain(piece: str) -> tuple[str, ...]:
    """The words and gaps of a piece without choices."""
    return tuple(chain.from_iterable((part,) if part == GAP else words_of(part) for part in piece.split()))


def _in_one(pieces: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The pieces as one phrase; two gaps beside one another are one."""
    words = tuple(chain.from_iterable(pieces))
    if GAP not in words:
        return words
    return tuple(word for word, before in zip(words, ("", *words), strict=False) if not word == before == GAP)
