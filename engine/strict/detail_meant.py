"""Which detail of what was just told a question is after, where none of its wordings is in it: told by likeness."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct
from engine.reading.resemblance import Resemblance, resemblance_of
from engine.reading.tokens import words_of
from engine.scenario.manner import Detail
from engine.scenario.scenario import Examples, Topic
from engine.strict.heard import asks_once_more, facts_just_told

_SURE = 300
"""How much, in 1/64 of a doubling, the words of a question must speak for a detail."""
_AHEAD = 150
"""By how much more than for any other detail of what was told."""
_EACH_UNKNOWN = 150
"""By how much more still for each telling word that stands in none of their questions, where the question is of
another topic by its words; more than `_MOST_UNKNOWN` make it a question on that."""
_MOST_UNKNOWN = 1
_MUCH_MORE = 400
"""By how much a question must be more like those on another topic to be on that, whatever was just told."""
_FEW = 4
_PLAIN = 3
"""Words of a wording that plainly asks for what it is of."""
_MORE = "more:"
_MOST_KEPT = 512


def like(negotiation: Negotiation, read: ReadAct, worded: Mapping[str, int]) -> Detail | None:
    """The detail of what the last line told whose questions this one is most like; None where it is like none.

    `worded` are details whose wordings the question holds, whatever they are of, with the words of the longest.
    """
    scenario, just_told = negotiation.scenario, facts_just_told(negotiation)
    facts = [fact for fact in scenario.facts if fact.id in just_told]
    open_to = {detail.id: detail for detail in scenario.details if detail.of in just_told}
    further = {f"{_MORE}{fact.id}": fact for fact in facts if fact.more}
    open_to |= {name: Detail(name, fact.id, fact.more) for name, fact in further.items()}
    if not open_to:
        return None
    examples = (
        *(one for one in scenario.details_asked if one.topic in open_to),
        *(Examples(Topic(name), (fact.then, *fact.further)) for name, fact in further.items()),
    )
    words, topics = words_of(read.span.text.lower()), {fact.topic for fact in facts}
    resemblance, usual = _resemblance(examples), resemblance_of(scenario.examples)
    telling = usual.telling(words)
    unknown = len(telling) - len(resemblance.known(telling))
    if asks_once_more(negotiation) or _is_why(words) or usual.verbatim(words) not in (None, *topics):
        return None
    if read.act is Act.ASK_CLOSED and 0 < len(telling) <= 2 * unknown:
        return None
    is_of_another = read.topic is not None and read.topic not in topics
    if is_of_another and (
        unknown > _MOST_UNKNOWN
        or unknown == len(telling)
        or any(length >= _PLAIN and name not in open_to for name, length in worded.items())
        or _is_rather_on_another(usual, words, topics)
    ):
        return None
    each_unknown = _EACH_UNKNOWN if is_of_another else _EACH_UNKNOWN // 2
    nearest = _nearest(resemblance, words, _AHEAD + unknown * each_unknown)
    return None if nearest is None else open_to[nearest]


def _is_why(words: Sequence[str]) -> bool:
    """Whether it is hardly more than a "why", which wants the reason of what was told."""
    return len(words) <= _FEW and (words[:1] == ("why",) or words[:2] == ("how", "come"))


def _is_rather_on_another(known: Resemblance, words: Sequence[str], topics: set[Topic]) -> bool:
    """Whether the question is much more like those on another topic than on any of these."""
    weights = known.likenesses(words)
    return bool(weights) and max(weights.values()) - max(weights.get(topic, 0) for topic in topics) > _MUCH_MORE


def _nearest(resemblance: Resemblance, words: Sequence[str], ahead: int) -> str | None:
    """What the question is most like, if it is like that at all and so much more than like anything else."""
    known = resemblance.verbatim(words)
    weights = resemblance.evidence(words) if known is None else {}
    if not weights:
        return known
    best, *others = sorted(weights, key=lambda name: -weights[name])
    second = weights[others[0]] if others else 0
    return best if weights[best] >= _SURE and weights[best] - second >= ahead else None


@lru_cache(maxsize=_MOST_KEPT)
def _resemblance(examples: tuple[Examples, ...]) -> Resemblance:
    return Resemblance(examples)
