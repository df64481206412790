"""Which of very many things a question is most like: the nearest centroid of their questions, and the nearest question.

Rocchio's classifier (Rocchio 1971; Manning, Raghavan and Schütze 2008, section 14.2) over tf-idf weights: each question
is a vector of its features, one that few things are asked by longer than a common one, and each thing the sum of the
questions on it. What is nearest so is weighed again, the nearest of its questions counting a fifth. Nothing is learned,
so it takes a thousand things as easily as ten, and further ones at any time. All in integers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import isqrt
from operator import mul

from engine.reading.known_questions import KnownQuestions, told_in
from engine.reading.lanes import apart, unit
from engine.reading.question_words import told_by
from engine.scenario.scenario import Examples, Topic
from engine.seed import log2_64ths

_DOUBLING = 64
_BITS = 10
"""Bits of a vector's length."""
_DOT = 2 * _BITS
ALIKE = 1_000
"""The likeness of a question to things whose questions are all this one."""
_WHOLE, _FOURTH = 4, 1
"""What a question counts, and a wording of it that may be but a piece of one."""
_ALL, _NEAREST = 4, 1
"""What all questions on a thing count together, and what the nearest of them does."""

_NOTHING = Examples(Topic(""), ())

Vector = Mapping[str, int]
"""Features with how much each speaks; its length is 1 << 10 at the most."""


class Centroids(KnownQuestions):
    """What each of the examples is asked by, made when it is first asked for."""

    def __init__(self, examples: tuple[Examples, ...]) -> None:
        super().__init__(examples)
        standing = Counter(feature for one in examples for feature in _features_of(one))
        most = log2_64ths(1 + len(examples))
        self._rarity = {feature: most - log2_64ths(1 + count) + _DOUBLING for feature, count in standing.items()}
        self._unknown = most + _DOUBLING
        self._examples: dict[str, Examples] = {example.topic: example for example in examples}
        self._made: dict[str, AskedBy] = {}

    def of(self, thing: str) -> "AskedBy":
        """What one of the things is asked by; nothing where there are no questions on it."""
        if thing not in self._made:
            self._made[thing] = self.asked_by(self._examples.get(thing, _NOTHING))
        return self._made[thing]

    def asked_by(self, example: Examples) -> "AskedBy":
        """What the example is asked by."""
        return AskedBy(self, example)

    def asked(self, words: Sequence[str]) -> Vector:
        """The question as a vector; what stands in no example takes its part of the length."""
        found = told_by(self.put_right(words))
        return self.vector(found, sum(feature not in self._rarity for feature in found))

    def vector(self, found: Iterable[str], unknown: int = 0) -> Vector:
        """These features, and so many unknown ones, as a vector."""
        weights = {feature: rarity for feature in found if (rarity := self._rarity.get(feature))}
        return _of_one_length(weights, unknown * self._unknown * self._unknown)

    def speaking(self, told: Iterable[str]) -> Iterable[tuple[str, int]]:
        """The features of a known question, with how much each speaks in its vector."""
        known = [feature for feature in told if feature in self._rarity]
        rare = [self._rarity[feature] for feature in known]
        whole = isqrt(sum(map(mul, rare, rare)))
        return zip(known, [(rarity << _BITS) // whole for rarity in rare], strict=True)


class AskedBy:
    """What a thing is asked by: its questions, and the centroid of these and, each counting less, its wordings."""

    def __init__(self, known: Centroids, example: Examples) -> None:
        self._known, self._example = known, example
        self.asked = len(example.questions) + len(example.wordings)
        """Questions and wordings on the thing."""

    @cached_property
    def centroid(self) -> Vector:
        """The centroid; empty where there are no questions."""
        whole: defaultdict[str, int] = defaultdict(int)
        for at, told in enumerate(told_in(self._example)):
            counts = _WHOLE if at < len(self._example.questions) else _FOURTH
            for feature, weight in self._known.speaking(told):
                whole[feature] += counts * weight
        return _of_one_length(whole)

    @cached_property
    def _standing(self) -> Mapping[str, int]:
        """How much each feature speaks in each of the questions, side by side."""
        found: defaultdict[str, int] = defaultdict(int)
        for at, told in enumerate(told_in(self._example)[: len(self._example.questions)]):
            own = unit(at)
            for feature, weight in self._known.speaking(told):
                found[feature] += weight * own
        return found

    def nearest(self, asked: Vector) -> int:
        """How like a question the likest of the questions on the thing is, in thousandths."""
        if not self._example.questions:
            return 0
        standing = self._standing
        alike = sum([weight * standing[feature] for feature, weight in asked.items() if feature in standing])
        return max(apart(alike, len(self._example.questions))) * ALIKE >> _DOT


def likenesses(asked: Vector, vectors: Iterable[Vector]) -> list[int]:
    """How like a question each of the vectors is, in thousandths: the cosine of the two."""
    features = asked.items()
    return [
        sum([weight * vector[feature] for feature, weight in features if feature in vector]) * ALIKE >> _DOT
        for vector in vectors
    ]


def likeness(asked: Vector, by: AskedBy) -> int:
    """How like a question is to all that a thing is asked by and, for a fifth, to the nearest of it; in thousandths."""
    (together,) = likenesses(asked, [by.centroid])
    return (_ALL * together + _NEAREST * by.nearest(asked)) // (_ALL + _NEAREST)


def _of_one_length(weights: Mapping[str, int], beside: int = 0) -> Vector:
    """The weights together as long as every vector, where `beside` is the square of what else counts."""
    whole = isqrt(sum([weight * weight for weight in weights.values()]) + beside)
    return {feature: (weight << _BITS) // whole for feature, weight in weights.items()}


def _features_of(example: Examples) -> set[str]:
    """All that tells a question on the thing, each once."""
    return set().union(*told_in(example))
