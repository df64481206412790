"""Which of the acts that are answered at the table a sentence is like, more than like any other question."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from engine.reading.act_questions import ACT_EXAMPLES, OWN, act_classifier
from engine.reading.known_questions import words_in
from engine.reading.question_words import stem
from engine.reading.reading import Act
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import leading
from engine.scenario.scenario import NOTHING, Topic

_EACH_STRANGE = 150
"""By how much, in thousandths of the margin, a sentence must be more like an act for each word that stands in none of
the questions for one."""
_FEWEST = 3
"""Words below which a sentence says too little: "you in?"."""
_OTHERS = frozenset(words_of("they them their he him his she her now currently day week month monthly"))
"""Words of a question on somebody else, or on what goes on already: "what are you paying for it a day?"."""
_POINTING_BACK = ("me", "that")
"""What asks for what was just spoken of: "then tell me that number"."""
_OF_ANYBODY = (Act.ASK_SALE, Act.NEXT_STEP)
"""Acts that may well speak of others: "shall we call her?"."""


class LikelyAct(NamedTuple):
    """The topic of an act, and how like the questions for it the words are."""

    topic: Topic
    likeness: int


def likely_act(words: Sequence[str], ahead: int, like: int) -> LikelyAct | None:
    """The act that the words are `ahead` likelier to ask for than anything else, and `like` those that do.

    None where it is none, says too little, or speaks of others.
    """
    if len(words) < _FEWEST:
        return None
    known = act_classifier()
    weights = known.likenesses(words)
    topic, lead = leading(weights)
    if topic not in OWN or lead < ahead or weights[topic] < like:
        return None
    if OWN[topic] not in _OF_ANYBODY and speaks_of_others(words):
        return None
    strange = {stem(word) for word in known.put_right(words) if word.isalpha()} - _stems()
    return LikelyAct(topic, weights[topic]) if weights[topic] >= like + len(strange) * _EACH_STRANGE else None


def speaks_of_others(words: Sequence[str]) -> bool:
    """Whether the words speak of somebody not at the table, of what goes on already, or of what was just said."""
    return not _OTHERS.isdisjoint(words) or _POINTING_BACK in pairwise(words)


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """The words of all questions for an act, endings aside."""
    return frozenset(word for example in ACT_EXAMPLES if example.topic != NOTHING for word in words_in(example))
