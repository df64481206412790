"""Which of very many things a question is most like: the nearest centroid of their questions.

Rocchio's classifier (Rocchio 1971; Manning, Raghavan and Schütze 2008, section 14.2) over tf-idf weights: each question
is a vector of its features, a rare one longer than a common one, and each thing the sum of the questions on it. Nothing
is learned, so it takes a thousand things as easily as ten, and further ones at any time. All in integers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import isqrt

from engine.reading.known_questions import KnownQuestions, samples_of
from engine.reading.question_words import told_by
from engine.scenario.scenario import Examples
from engine.seed import log2_64ths

_DOUBLING = 64
_BITS = 10
"""Bits of a vector's length."""
_DOT = 2 * _BITS
ALIKE = 1_000
"""The likeness of a question to things whose questions are all this one."""
_WHOLE, _FOURTH = 4, 1
"""What a question counts, and a wording of it that may be but a piece of one."""

Vector = Mapping[str, int]
"""Features with how much each speaks; its length is 1 << 10 at the most."""


class Centroids(KnownQuestions):
    """The centroids of the examples, each made when it is first asked for."""

    def __init__(self, examples: tuple[Examples, ...]) -> None:
        super().__init__(examples)
        questions = [words for one in examples for words in samples_of(one)[: len(one.questions)]]
        standing = Counter(feature for words in questions for feature in told_by(words))
        most = log2_64ths(1 + len(questions))
        self._rarity = {feature: most - log2_64ths(1 + count) + _DOUBLING for feature, count in standing.items()}
        self._unknown = most + _DOUBLING
        self._examples: dict[str, Examples] = {example.topic: example for example in examples}
        self._made: dict[str, Vector] = {}

    def of(self, thing: str) -> Vector:
        """The centroid of the questions on one of the things; empty where there are none."""
        if thing not in self._made:
            example = self._examples.get(thing)
            self._made[thing] = self.centroid(example) if example is not None else {}
        return self._made[thing]

    def centroid(self, example: Examples) -> Vector:
        """The centroid of the example's questions and, each counting less, its wordings."""
        whole: Counter[str] = Counter()
        for at, words in enumerate(samples_of(example)):
            counts = _WHOLE if at < len(example.questions) else _FOURTH
            for feature, weight in self._vector(told_by(words), 0).items():
                whole[feature] += counts * weight
        return _of_one_length(whole)

    def asked(self, words: Sequence[str]) -> Vector:
        """The question as a vector; what stands in no example takes its part of the length."""
        found = told_by(self.put_right(words))
        return self._vector(found, sum(feature not in self._rarity for feature in found))

    def _vector(self, found: Iterable[str], unknown: int) -> Vector:
        weights = {feature: rarity for feature in found if (rarity := self._rarity.get(feature))}
        return _of_one_length(weights, unknown * self._unknown * self._unknown)


def likenesses(asked: Vector, centroids: Iterable[Vector]) -> list[int]:
    """How like a question is to what each thing is asked by, in thousandths: the cosine of the two."""
    features = asked.items()
    return [
        sum([weight * centroid[feature] for feature, weight in features if feature in centroid]) * ALIKE >> _DOT
        for centroid in centroids
    ]


def _of_one_length(weights: Mapping[str, int], beside: int = 0) -> Vector:
    """The weights together as long as every vector, where `beside` is the square of what else counts."""
    whole = isqrt(sum([weight * weight for weight in weights.values()]) + beside)
    return {feature: (weight << _BITS) // whole for feature, weight in weights.items()}
