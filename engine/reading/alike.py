"""Lines that two people wrote nearly word for word.

Lines are words without case and punctuation, every number the same word: a copied line with another price is copied.
Two lines are alike where the longest common subsequence of their words is at least `ALIKE` percent of the longer one.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
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
Three = tuple[str, str, str]


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
    spoken = unicodedata.normalize("NFKC", line).casefold().replace("’", "'").replace("'", "")
    plain = "".join(letter if letter.isalnum() else " " for letter in _joined(spoken))
    return tuple("#" if any(map(str.isdigit, word)) else word for word in plain.split())[:MOST_WORDS]


def likeness(mine: Sequence[str], theirs: Sequence[str], sheet: Iterable[str]) -> Likeness:
    """Which of my lines are nearly theirs; courtesies, lines of the sheet and short ones are left out."""
    stock = frozenset(three for line in (*COURTESIES, *sheet) for three in _threes(words_of(line)))
    ours, others = _compared(mine, stock), _compared(theirs, stock)
    left, pairs = dict(others), []
    for place, words in ours.items():
        match = next((there for there, said in left.items() if are_alike(words, said)), None)
        if match is not None:
            del left[match]
            pairs.append(Pair(place, match))
    return Likeness(tuple(pairs), len(ours))


def are_alike(one: Words, other: Words) -> bool:
    """Whether the lines are nearly the same, word for word."""
    needed = ALIKE * max(len(one), len(other))
    if 100 * min(len(one), len(other)) < needed or 100 * (Counter(one) & Counter(other)).total() < needed:
        return False
    return 100 * _common(one, other) >= needed


def _compared(lines: Sequence[str], stock: frozenset[Three]) -> dict[int, Words]:
    """The lines that somebody had to find words for, by their places."""
    worded = {place: words_of(line) for place, line in enumerate(lines)}
    return {place: words for place, words in worded.items() if len(words) >= FEWEST_WORDS and not _is(stock, words)}


def _is(stock: frozenset[Three], words: Words) -> bool:
    threes = _threes(words)
    return 100 * sum(three in stock for three in threes) >= STOCK * len(threes)


def _threes(words: Words) -> list[Three]:
    return list(zip(words, words[1:], words[2:], strict=False))


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


def _joined(spoken: str) -> str:
    """Without what stands inside a number: `33,900.50` is one word."""
    letters = list(spoken)
    for place in range(1, len(letters) - 1):
        if letters[place] in ",." and letters[place - 1].isdigit() and letters[place + 1].isdigit():
            letters[place] = "0"
    return "".join(letters)
