"""Which topic a question is on, learned from questions whose topic is known: a passive-aggressive classifier.

A question is a vector of its features, each as long as it is rare (Crammer et al. 2006, "Online passive-aggressive
algorithms", PA-I for several classes; the weights of all rounds averaged). It is gone through round by round: where its
own topic does not lead every other by the margin, its features are made to speak for the one and against the other.
Everything is reckoned in integers, and in an order that hangs on the questions alone, so the same questions teach the
same on every machine.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import isqrt
from operator import add, itemgetter, mul
from typing import NamedTuple
from zlib import crc32

from engine.reading.known_questions import KnownQuestions, told_in
from engine.reading.lanes import apart, unit
from engine.reading.question_words import told_by
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import NOTHING, Examples, Topic
from engine.seed import log2_64ths

MARGIN = 1_000
"""By how much the topic of each question is to lead the next one when it is learned, as likenesses are told."""
_ROUNDS = 2
_LENGTH = 8
"""Bits of a vector's length."""
_ONE = 18
"""Bits of one in what a question scores."""
_LEAD = 2 << _ONE
"""The margin in that."""
_STEP = 2 * _LENGTH
"""Bits by which a step, times a feature, is more than a weight."""
_DOUBLING = 64
_MOST_KEPT = 512


class _Sample(NamedTuple):
    """A question: the place of its topic, those of its features, how much each counts, and what picks their weights."""

    topic: int
    features: tuple[int, ...]
    lengths: list[int]
    pick: Callable[[Sequence[int]], tuple[int, ...]]
    order: int
    """A number by which questions are mixed."""


class TopicClassifier(KnownQuestions):
    """The classifier of the topics of a pack, which learns as it is made."""

    def __init__(self, examples: tuple[Examples, ...]) -> None:
        super().__init__(examples)
        read = [(topic, found) for topic, one in enumerate(examples) for found in told_in(one)]
        standing = Counter(feature for _, found in read for feature in found)
        most = log2_64ths(len(read)) if read else 0
        self._rarity = {feature: most - log2_64ths(count) + _DOUBLING for feature, count in standing.items()}
        self._unknown = most + _DOUBLING
        places = {feature: place for place, feature in enumerate(standing)}
        samples = [self._sample(topic, found, places) for topic, found in read if found]
        self._weights = dict(zip(standing, _learned(samples, len(standing), len(examples)), strict=True))
        self._kept: dict[tuple[str, ...], dict[Topic, int]] = {}

    def _sample(self, topic: int, found: Sequence[str], places: Mapping[str, int]) -> _Sample:
        own = tuple([places[feature] for feature in found])
        # Of one place alone an itemgetter gives no tuple; a second one that counts nothing makes it one.
        picked, lengths = (own, self._lengths(found)) if len(own) > 1 else ((*own, 0), [*self._lengths(found), 0])
        return _Sample(topic, picked, lengths, itemgetter(*picked), crc32(" ".join(found).encode()))

    def _lengths(self, known: Sequence[str], unknown: int = 0) -> list[int]:
        """How much each of these features counts, together a vector of one length; unknown words take their part."""
        rare = [self._rarity[feature] for feature in known]
        whole = isqrt(sum(map(mul, rare, rare)) + unknown * self._unknown * self._unknown)
        return [(length << _LENGTH) // whole for length in rare]

    def likenesses(self, words: Sequence[str]) -> dict[Topic, int]:
        """How like the question is to those on each topic, in thousandths of the margin; to be set beside one another.

        Empty where none of the words stands in an example.
        """
        given = tuple(words)
        if given not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[given] = self._likenesses(given)
        return self._kept[given]

    def _likenesses(self, words: Sequence[str]) -> dict[Topic, int]:
        found = told_by(self.put_right(words))
        known = [feature for feature in found if feature in self._rarity]
        if all(" " in feature for feature in known):
            return {}
        unknown = sum(feature.isalnum() and feature not in self._rarity for feature in found)
        weights = [self._weights[feature] for feature in known]
        scores = apart(sum(map(mul, weights, self._lengths(known, unknown))), len(self.topics))
        return {topic: score * MARGIN // (_LEAD * _ROUNDS) for topic, score in zip(self.topics, scores, strict=True)}


def leading(likenesses: Mapping[Topic, int]) -> tuple[Topic, int]:
    """The topic that a question is most like, and by how much more than any other; one that is like none has none."""
    topic = max(likenesses, key=lambda one: likenesses[one], default=NOTHING)
    second = max((likeness for other, likeness in likenesses.items() if other != topic), default=0)
    return topic, likenesses.get(topic, 0) - second


def _learned(samples: Sequence[_Sample], known: int, topics: int) -> list[int]:
    """How much each feature speaks for each topic, side by side; the sum of what it did after each round."""
    now, added = [0] * known, [0] * known
    for turn in range(_ROUNDS):
        for sample in sorted(samples, key=lambda sample: crc32(bytes([turn]), sample.order)):
            scores = apart(sum(map(mul, sample.pick(now), sample.lengths)), topics)
            own = scores[sample.topic]
            scores[sample.topic] = min(scores) - 1
            best = max(scores)
            if own - best < _LEAD:
                _correct(now, sample, scores.index(best), min(1 << _ONE, (_LEAD - own + best) // 2))
        added = list(map(add, added, now))
    return added


def _correct(weights: list[int], sample: _Sample, rival: int, step: int) -> None:
    """Make the features of the sample speak more for its topic, and less for the rival, by so much."""
    way = unit(sample.topic) - unit(rival)
    for feature, length in zip(sample.features, sample.lengths, strict=True):
        weights[feature] += (step * length >> _STEP) * way


@once_for_each
def classifier_of(examples: tuple[Examples, ...]) -> TopicClassifier:
    """The classifier of a pack's examples, made once."""
    return _made(examples)


@lru_cache(maxsize=16)
def _made(examples: tuple[Examples, ...]) -> TopicClassifier:
    """One for equal examples, as of a pack and of the same pack that a run has pinned."""
    return TopicClassifier(examples)
