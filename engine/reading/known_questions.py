"""Questions whose topic is known: which words stand in them, and which of those say what a question is about."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from sys import intern
from typing import TypeAlias

from engine.reading.misspelled import is_slip
from engine.reading.phrases import expand
from engine.reading.question_words import stem, stems, told_by
from engine.reading.tokens import words_of, words_once
from engine.scenario.scenario import Examples, Topic

Texts: TypeAlias = tuple[str, ...]
Samples: TypeAlias = tuple[tuple[str, ...], ...]

_COMMON, _FEW = 4, 3
"""A word that stands in the questions on one topic of four says little, unless those are fewer than three."""
_SELDOM = 60
"""Questions on a topic among which a word that stands in one of them is there by chance."""
_MOST_OF_ONE = 6
"""Phrases that a wording with choices counts as, so that one with many does not drown the rest."""
_LONG = 7
"""Letters from which a word with one slip is taken for the word meant."""
POINTING = frozenset({"that", "it", "this", "those", "he", "she", "they", "him", "her", "them"})
"""Words for what was named before."""
_OF_THE, _THOSE = ["of", "the"], "those"
_VERBS = frozenset(
    words_of("do did does are were is was have will would can could you they we he she i actually really")
)
"""What follows a number that stands for the thing."""
_CLIPPED = "in"
"""How an ending is written as it is spoken: "how's it workin"."""
_MOST_EXAMPLES = 4_096


class KnownQuestions:
    """The questions and wordings of a pack's examples, ready to be looked up in."""

    def __init__(self, examples: tuple[Examples, ...]) -> None:
        self._counted = [(words_in(example), 1 + len(samples_of(example)) // _SELDOM) for example in examples]
        """How often each word stands in the examples on each topic, and how often makes it more than chance."""
        self._words = frozenset(word for counts, _ in self._counted for word in counts)
        self.topics = [example.topic for example in examples]
        self._verbatim = {kept: example.topic for example in examples for kept in _questions_of(example)}

    @cached_property
    def _long(self) -> dict[tuple[str, int], list[str]]:
        """The longer words of the examples, by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in sorted(word for word in self._words if len(word) >= _LONG - 1):
            found.setdefault((word[0], len(word)), []).append(word)
        return found

    @cached_property
    def _common(self) -> set[str]:
        """Words that stand in questions on anything."""
        least = max(_FEW, len(self._counted) // _COMMON)
        standing = Counter(word for counts, often in self._counted for word, count in counts.items() if count >= often)
        return {word for word, count in standing.items() if count >= least}

    def verbatim(self, words: Sequence[str]) -> Topic | None:
        """The topic of the example that the question is word by word, endings aside; None where it is none."""
        return self._verbatim.get(stems(words))

    def put_right(self, words: Sequence[str]) -> list[str]:
        """The words without figures; those in no example that are a slip from one that does, or "workin", read as that
        one."""
        return [word if stem(word) in self._words else self._right(word) for word in _without_figures(words)]

    def _right(self, word: str) -> str:
        if word.endswith(_CLIPPED) and stem(f"{word}g") in self._words:
            return f"{word}g"
        return word if len(word) < _LONG else self._nearest(word)

    def _nearest(self, word: str) -> str:
        kept = stem(word)
        sizes = (len(kept), len(kept) - 1, len(kept) + 1)
        near = (one for size in sizes for one in self._long.get((kept[0], size), ()))
        return next((one for one in near if is_slip(kept, one)), word)

    def telling(self, words: Sequence[str]) -> set[str]:
        """The words, endings aside, that say what a question is about: they do not stand in questions on anything."""
        return {stem(word) for word in self.put_right(words) if word.isalpha()} - self._common

    def known(self, telling: set[str]) -> set[str]:
        """Those that stand in an example."""
        return {kept for kept in telling if kept in self._words}

    def unsupported(self, words: Sequence[str]) -> tuple[int, bool]:
        """How many of the words that say what a question is about stand in no example, and whether too few do.

        One must at the least, and most: two where it points at something said before, "does that settle it?".
        """
        telling = self.telling(words)
        known = len(self.known(telling))
        is_covered = 2 * known >= len(telling) and known > (not POINTING.isdisjoint(words))
        return len(telling) - known, not is_covered


def _without_figures(words: Sequence[str]) -> list[str]:
    """The words without numbers, which stand for a thing where none follows: "how many of the 220 do you need"."""
    kept: list[str] = []
    for at, word in enumerate(words):
        if not word[0].isdecimal():
            kept.append(word)
        elif kept[-2:] == _OF_THE and words[at + 1 : at + 2] != () and words[at + 1] in _VERBS:
            kept[-1] = _THOSE
    return kept


def words_in(example: Examples) -> Counter[str]:
    """How often each word, its ending aside, stands in the examples on a topic."""
    return _counted(example.questions, example.wordings)


def samples_of(example: Examples) -> Samples:
    """The words of each question, then those that its wordings stand for."""
    return _samples(example.questions, example.wordings)


def stems_in(example: Examples) -> Samples:
    """The same without their endings."""
    return _stems(example.questions, example.wordings)


def told_in(example: Examples) -> Samples:
    """What each question, and each wording, is told by; what several are told by is one string."""
    return _told(example.questions, example.wordings)


@lru_cache(maxsize=_MOST_EXAMPLES)
def _counted(questions: Texts, wordings: Texts) -> Counter[str]:
    return Counter(chain.from_iterable(_stems(questions, wordings)))


@lru_cache(maxsize=_MOST_EXAMPLES)
def _samples(questions: Texts, wordings: Texts) -> Samples:
    phrases = (phrase for wording in wordings for phrase in expand(wording)[:_MOST_OF_ONE])
    return (*map(words_once, questions), *map(tuple, phrases))


@lru_cache(maxsize=_MOST_EXAMPLES)
def _stems(questions: Texts, wordings: Texts) -> Samples:
    return tuple(map(stems, _samples(questions, wordings)))


@lru_cache(maxsize=_MOST_EXAMPLES)
def _told(questions: Texts, wordings: Texts) -> Samples:
    told = map(told_by, _samples(questions, wordings), _stems(questions, wordings))
    return tuple([tuple(map(intern, found)) for found in told])


def _questions_of(example: Examples) -> Samples:
    return stems_in(example)[: len(example.questions)]
