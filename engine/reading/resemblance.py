"""Which of a few things a question sounds like, told by questions on them: a complement naive Bayes classifier.

Each word and each pair of neighbours speaks for a thing by how seldom it stands in the questions on all others (Rennie
et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers"). It is counted in no time, and so fit for
what changes from turn to turn; for the topics of a pack there is a classifier that learns. Counts and logarithms are
integers, so a question is on the same thing on every machine.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from engine.reading.known_questions import KnownQuestions, stems_in
from engine.reading.lanes import apart, side_by_side
from engine.reading.question_words import features, stems
from engine.scenario.scenario import Examples, Topic
from engine.seed import log2_64ths

_TENTHS = 10
_MOST_EXAMPLES = 4_096


class Resemblance(KnownQuestions):
    """The classifier, made ready from examples; every count of tenths begins with `smoothing`."""

    def __init__(self, examples: tuple[Examples, ...], smoothing: int) -> None:
        super().__init__(examples)
        self._counts, self._smoothing = list(map(counted_in, examples)), smoothing
        self._total: Counter[str] = Counter()
        for counts in self._counts:
            self._total.update(counts)
        self._weights: dict[str, int] = {}

    def evidence(self, words: Sequence[str]) -> dict[Topic, int]:
        """How much more the words speak for each topic than for none of them, in 1/64 of a doubling.

        Empty where none of the words stands in an example.
        """
        known = [feature for feature in features(stems(self.put_right(words))) if feature in self._total]
        if not known:
            return {}
        speaking = sum([self._weights.get(feature) or self._weigh(feature) for feature in known])
        return dict(zip(self.topics, apart(speaking, len(self.topics)), strict=True))

    def _weigh(self, feature: str) -> int:
        all_told = _TENTHS * self._total[feature] + self._smoothing
        weights = side_by_side(
            log2_64ths(all_told) - log2_64ths(all_told - _TENTHS * counts[feature]) for counts in self._counts
        )
        self._weights[feature] = weights
        return weights


@lru_cache(maxsize=_MOST_EXAMPLES)
def counted_in(example: Examples) -> Counter[str]:
    """How often each word and pair of neighbours stands in the examples on one thing."""
    return Counter(feature for kept in stems_in(example) for feature in features(kept))
