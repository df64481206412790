"""Which topic a question sounds like, told by questions whose topic is known: a complement naive Bayes classifier.

Each word and each pair of neighbours speaks for a topic by how seldom it stands in the questions of all others (Rennie
et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers"). Counts and logarithms are integers, so a
question is on the same topic on every machine.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from engine.reading.phrases import expand
from engine.reading.tokens import words_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Examples, Topic
from engine.seed import FRACTION_BITS, log2_fixed

_SMOOTHING = 3
"""What every count of tenths begins with."""
_TENTHS = 10
_COMMON, _FEW = 4, 3
"""A word that stands in the questions on one topic of four says little, unless those are fewer than three."""
_PARTS = 6
"""Bits of a doubling that are kept."""
_MOST_OF_ONE = 6
"""Phrases that a wording with choices counts as, so that one with many does not drown the rest."""
_POINTING = frozenset({"that", "it", "this", "those", "he", "she", "they", "him", "her", "them"})
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_STEM = 3
"""Letters that stay at the least when an ending is taken off."""


class Likeness(NamedTuple):
    """How much speaks for a topic, in 1/64 of a doubling; of use only beside others of the same words."""

    topic: Topic
    weight: int


class Resemblance:
    """The classifier, made ready from examples."""

    def __init__(self, examples: tuple[Examples, ...]) -> None:
        counted = [Counter(_features_in(example)) for example in examples]
        total: Counter[str] = Counter()
        for counts in counted:
            total.update(counts)
        size, least = _TENTHS * total.total(), _SMOOTHING * len(total)
        self._topics = [example.topic for example in examples]
        self._each = [_log(size - _TENTHS * counts.total() + least) for counts in counted]
        self._told_by: dict[str, list[tuple[int, int]]] = {feature: [] for feature in total}
        self._common = {
            word
            for word in total
            if " " not in word and sum(word in counts for counts in counted) >= max(_FEW, len(counted) // _COMMON)
        }
        """Words that stand in questions on anything."""
        for at, counts in enumerate(counted):
            for feature, count in counts.items():
                seldom = _log(_TENTHS * (total[feature] - count) + _SMOOTHING)
                self._told_by[feature].append((at, _log(_TENTHS * total[feature] + _SMOOTHING) - seldom))

    def unknown(self, words: Sequence[str]) -> int | None:
        """How many of the words that say what a question is about stand in no example; None where too few stand in one.

        Most must, and one at least: two where it points at something said before, "does that settle it?".
        """
        telling = {_stem(word) for word in words if word.isalpha()} - self._common
        known = sum(stem in self._told_by for stem in telling)
        is_covered = 2 * known >= len(telling) and known > (not _POINTING.isdisjoint(words))
        return len(telling) - known if is_covered else None

    def likenesses(self, words: Sequence[str]) -> list[Likeness]:
        """How much the words speak for each topic, the likeliest first, equal ones in the pack's order.

        Empty where none of the words stands in an example.
        """
        told_by = [self._told_by[feature] for feature in _features(words) if feature in self._told_by]
        if not told_by:
            return []
        weights = [len(told_by) * each for each in self._each]
        for telling in told_by:
            for at, weight in telling:
                weights[at] += weight
        found = map(Likeness, self._topics, weights)
        return sorted(found, key=lambda likeness: -likeness.weight)


@once_for_each
def resemblance_of(examples: tuple[Examples, ...]) -> Resemblance:
    """The classifier of a pack's examples."""
    return Resemblance(examples)


def _features_in(example: Examples) -> Iterator[str]:
    for question in example.questions:
        yield from _features(words_of(question.lower()))
    for wording in example.wordings:
        for words in expand(wording)[:_MOST_OF_ONE]:
            yield from _features(words)


def _features(words: Sequence[str]) -> list[str]:
    stems = [_stem(word) for word in words if word.isalnum()]
    return [*stems, *(f"{one} {two}" for one, two in pairwise(stems))]


@lru_cache(maxsize=4_096)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def _log(number: int) -> int:
    """The logarithm to base 2 in parts of 1/64."""
    return log2_fixed(number) >> (FRACTION_BITS - _PARTS)
