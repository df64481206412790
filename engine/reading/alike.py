"""Lines that two people wrote nearly word for word.

Lines are words without case and punctuation, every number the same word: a copied line with another price is copied.
Two lines are alike where the longest common subsequence of their words is at least `ALIKE` percent of the longer one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

FEWEST_WORDS = 6
"""Shorter lines are alike by chance."""
ALIKE = 85
MOST_WORDS = 120
"""Words of a line that are compared."""
STOCK = 50
"""Percent of a line's runs of three words that courtesies and the product sheet may hold before it is theirs."""
ENOUGH, AT_LEAST, SHARE = 3, 2, 50
"""So many lines are flagged; or two, where they are that share (percent) of all that were compared."""

COURTESIES = (
    "hello and welcome thank you for coming in today",
    "hi thanks for stopping by how are you doing today",
    "good morning how can i help you today",
    "good afternoon what can i do for you today",
    "thanks for reaching out how can i help",
    "nice to meet you thanks for your time today",
    "it is a pleasure to meet you",
    "it was a pleasure doing business with you",
    "thank you very much for your time and have a great day",
    "have a great rest of your day and let me know if you have any questions",
    "is there anything else that i can help you with",
    "is there anything else you would like to know",
    "please let me know if you have any other questions",
    "what brings you in today what are you looking for",
    "what got you looking",
    "tell me a little bit about what you are looking for",
    "what is most important to you",
    "do we have a deal",
    "that sounds great let us do it we have a deal",
    "i understand where you are coming from",
    "i completely understand that makes sense thank you for sharing that",
    "take your time and think about it there is no pressure",
)

Words = tuple[str, ...]
Two = tuple[str, str]
Three = tuple[str, str, str]
Stock = frozenset[Three]
"""Runs of three words that everybody uses."""
Worded = dict[int, Words]
"""Lines by their places."""


_APOSTROPHES = str.maketrans("", "", "'’")
_INSIDE_A_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
_WORD, _DIGIT = re.compile(r"[^\W_]+"), re.compile(r"\d")


class Pair(NamedTuple):
    """Two lines that are alike, by their places among the lines of each."""

    mine: int
    theirs: int


class Likeness(NamedTuple):
    """The lines that are alike, each at most once, and how many of mine were compared."""

    pairs: tuple[Pair, ...]
    compared: int

    @property
    def is_flagged(self) -> bool:
        """Whether so much can hardly be chance."""
        found = len(self.pairs)
        return found >= ENOUGH or (found >= AT_LEAST and 100 * found >= SHARE * self.compared)


def words_of(line: str) -> Words:
    """The words of a line, without case and punctuation; a number of whatever size is `#`."""
    spoken = unicodedata.normalize("NFKC", line).casefold().translate(_APOSTROPHES)
    plain = _WORD.findall(_INSIDE_A_NUMBER.sub("0", spoken))
    return tuple(word if word.isalpha() else "#" if _DIGIT.search(word) else word for word in plain[:MOST_WORDS])


def worded(said: Sequence[str], heard: Iterable[str], stock: Stock) -> Worded:
    """The lines for which somebody had to find words: courtesies, what stands on the sheet, what the other side or a
    hint had said, and short lines are left out."""
    known = stock | stock_of(heard)
    lines = {place: words_of(line) for place, line in enumerate(said)}
    return {place: words for place, words in lines.items() if len(words) >= FEWEST_WORDS and not _is(known, words)}


def stock_of(lines: Iterable[str]) -> Stock:
    """What is nobody's own wording."""
    return frozenset(three for line in lines for three in _threes(words_of(line)))


def likeness(mine: Worded, theirs: Worded) -> Likeness:
    """Which of my lines are nearly theirs."""
    by_two: dict[Two, list[int]] = {}
    for place, words in theirs.items():
        for two in set(_twos(words)):
            by_two.setdefault(two, []).append(place)
    taken: set[int] = set()
    pairs = []
    for place, words in mine.items():
        near = sorted({there for two in set(_twos(words)) for there in by_two.get(two, ())} - taken)
        match = next((there for there in near if are_alike(words, theirs[there])), None)
        if match is not None:
            taken.add(match)
            pairs.append(Pair(place, match))
    return Likeness(tuple(pairs), len(mine))


def are_alike(one: Words, other: Words) -> bool:
    """Whether the lines are nearly the same, word for word."""
    needed = ALIKE * max(len(one), len(other))
    if 100 * min(len(one), len(other)) < needed or 100 * (Counter(one) & Counter(other)).total() < needed:
        return False
    return 100 * _common(one, other) >= needed


def _is(stock: Stock, words: Words) -> bool:
    threes = _threes(words)
    return 100 * sum(three in stock for three in threes) >= STOCK * len(threes)


def _threes(words: Words) -> list[Three]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _twos(words: Words) -> list[Two]:
    """Lines that are alike have two words in a row in common: too few others stand between those that they share."""
    return list(pairwise(words))


def _common(one: Words, other: Words) -> int:
    """The length of the longest common subsequence."""
    lengths = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, there in enumerate(other, 1):
            above = lengths[place]
            lengths[place] = diagonal + 1 if word == there else max(above, lengths[place - 1])
            diagonal = above
    return lengths[-1]
