"""Which topic a question sounds like, told by questions whose topic is known: a complement naive Bayes classifier.

Each word and each pair of neighbours speaks for a topic by how seldom it stands in the questions of all others (Rennie
et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers"). Counts and logarithms are integers, so a
question is on the same topic on every machine.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from engine.reading.lanes import apart, side_by_side
from engine.reading.misspelled import is_slip
from engine.reading.phrases import expand
from engine.reading.tokens import words_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Examples, Topic
from engine.seed import FRACTION_BITS, log2_fixed

SMOOTHING = 3
"""What every count of tenths begins with, unless another is given: less where a topic has few examples."""
_TENTHS = 10
_COMMON, _FEW = 4, 3
"""A word that stands in the questions on one topic of four says little, unless those are fewer than three."""
_PARTS = 6
"""Bits of a doubling that are kept."""
_MOST_OF_ONE = 6
"""Phrases that a wording with choices counts as, so that one with many does not drown the rest."""
_LONG = 7
"""Letters from which a word with one slip is taken for the word meant."""
POINTING = frozenset({"that", "it", "this", "those", "he", "she", "they", "him", "her", "them"})
"""Words for what was named before."""
_CLIPPED = "in"
"""How an ending is written as it is spoken: "how's it workin"."""
_ENDINGS = ("ing", "ed", "es", "s", "ly", "e")
_MOST_EXAMPLES = 4_096
_SHORTEST = 3
"""Letters that stay at the least when an ending is taken off."""
_IRREGULAR = {
    "using": "use", "used": "use", "went": "go", "gone": "go", "bought": "buy", "drove": "driv", "driven": "driv",
    "paid": "pay", "sold": "sell", "kept": "keep", "told": "tell", "said": "say", "thought": "think", "broke": "break",
    "broken": "break", "got": "get", "children": "child", "kids": "child", "kid": "child", "felt": "feel",
    "left": "leav",
}  # fmt: skip


class Resemblance:
    """The classifier, made ready from examples."""

    def __init__(self, examples: tuple[Examples, ...], smoothing: int = SMOOTHING) -> None:
        self._counted, self._smoothing = list(map(counted_in, examples)), smoothing
        self._total: Counter[str] = Counter()
        for counts in self._counted:
            self._total.update(counts)
        size, least = _TENTHS * self._total.total(), smoothing * len(self._total)
        self._topics = [example.topic for example in examples]
        self._verbatim = {stems: example.topic for example in examples for stems in _stems_of_each(example)}
        self._each = side_by_side(_log(size - _TENTHS * counts.total() + least) for counts in self._counted)
        self._weights: dict[str, int] = {}

    @cached_property
    def _long(self) -> dict[tuple[str, int], list[str]]:
        """The longer words of the examples, by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in sorted(word for word in self._total if " " not in word and len(word) >= _LONG - 1):
            found.setdefault((word[0], len(word)), []).append(word)
        return found

    @cached_property
    def _common(self) -> set[str]:
        """Words that stand in questions on anything."""
        least = max(_FEW, len(self._counted) // _COMMON)
        standing = Counter(word for counts in self._counted for word in counts if " " not in word)
        return {word for word, count in standing.items() if count >= least}

    def _speaking(self, words: Sequence[str]) -> list[int]:
        """How much each of the words and pairs of neighbours that stand in an example speaks for each topic."""
        known = (feature for feature in _features(self._put_right(words)) if feature in self._total)
        return [self._weights.get(feature) or self._weigh(feature) for feature in known]

    def _weigh(self, feature: str) -> int:
        all_told = _TENTHS * self._total[feature] + self._smoothing
        weights = side_by_side(_log(all_told) - _log(all_told - _TENTHS * counts[feature]) for counts in self._counted)
        self._weights[feature] = weights
        return weights

    def _by_topic(self, speaking: int) -> dict[Topic, int]:
        return dict(zip(self._topics, apart(speaking, len(self._topics)), strict=True))

    def verbatim(self, words: Sequence[str]) -> Topic | None:
        """The topic of the example that the question is word by word, endings aside; None where it is none."""
        return self._verbatim.get(_stems(words))

    def _put_right(self, words: Sequence[str]) -> list[str]:
        """The words; those in no example that are a slip from one that does, or "workin", read as that one."""
        return [word if _stem(word) in self._total else self._right(word) for word in words]

    def _right(self, word: str) -> str:
        if word.endswith(_CLIPPED) and _stem(f"{word}g") in self._total:
            return f"{word}g"
        return word if len(word) < _LONG else self._nearest(word)

    def _nearest(self, word: str) -> str:
        stem = _stem(word)
        sizes = (len(stem), len(stem) - 1, len(stem) + 1)
        near = (one for size in sizes for one in self._long.get((stem[0], size), ()))
        return next((one for one in near if is_slip(stem, one)), word)

    def telling(self, words: Sequence[str]) -> set[str]:
        """The words, endings aside, that say what a question is about: they do not stand in questions on anything."""
        return {_stem(word) for word in self._put_right(words) if word.isalpha()} - self._common

    def known(self, telling: set[str]) -> set[str]:
        """Those that stand in an example."""
        return {stem for stem in telling if stem in self._total}

    def unsupported(self, words: Sequence[str]) -> tuple[int, bool]:
        """How many of the words that say what a question is about stand in no example, and whether too few do.

        One must at the least, and most: two where it points at something said before, "does that settle it?".
        """
        telling = self.telling(words)
        known = len(self.known(telling))
        is_covered = 2 * known >= len(telling) and known > (not POINTING.isdisjoint(words))
        return len(telling) - known, not is_covered

    def likenesses(self, words: Sequence[str]) -> dict[Topic, int]:
        """How much the words speak for each topic, in 1/64 of a doubling; of use only beside one another.

        Empty where none of the words stands in an example.
        """
        told_by = self._speaking(words)
        return self._by_topic(len(told_by) * self._each + sum(told_by)) if told_by else {}

    def evidence(self, words: Sequence[str]) -> dict[Topic, int]:
        """How much more the words speak for each topic than for none of them, in 1/64 of a doubling."""
        told_by = self._speaking(words)
        return self._by_topic(sum(told_by)) if told_by else {}


@once_for_each
def resemblance_of(examples: tuple[Examples, ...]) -> Resemblance:
    """The classifier of a pack's examples."""
    return _made(examples)


@lru_cache(maxsize=16)
def _made(examples: tuple[Examples, ...]) -> Resemblance:
    """One for equal examples, as of a pack and of the same pack that a run has pinned."""
    return Resemblance(examples)


@lru_cache(maxsize=_MOST_EXAMPLES)
def counted_in(example: Examples) -> Counter[str]:
    """How often each word and pair of neighbours stands in the examples on a topic."""
    return Counter(_features_in(example))


@lru_cache(maxsize=_MOST_EXAMPLES)
def _stems_of_each(example: Examples) -> tuple[tuple[str, ...], ...]:
    return tuple(_stems(words_of(question.lower())) for question in example.questions)


def _features_in(example: Examples) -> Iterator[str]:
    for question in example.questions:
        yield from _features(words_of(question.lower()))
    for wording in example.wordings:
        for words in expand(wording)[:_MOST_OF_ONE]:
            yield from _features(words)


def _features(words: Sequence[str]) -> list[str]:
    stems = _stems(words)
    return [*stems, *(f"{one} {two}" for one, two in pairwise(stems))]


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple([_stem(word) for word in words if word.isalnum()])


@lru_cache(maxsize=4_096)
def _stem(word: str) -> str:
    """The word without its ending, so that "drive", "drives" and "driving" are one, and "plan" and "planning"."""
    stem = _IRREGULAR.get(word, word)
    if stem is not word:
        return stem
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending)
            break
    if len(stem) > _SHORTEST + 1 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return f"{stem[:-1]}i" if len(stem) > _SHORTEST and stem.endswith("y") else stem


@lru_cache(maxsize=65_536)
def _log(number: int) -> int:
    """The logarithm to base 2 in parts of 1/64."""
    return log2_fixed(number) >> (FRACTION_BITS - _PARTS)
