"""Which detail of what was just told a question is after, where none of its wordings is in it: told by likeness."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.reading.question_forms import LEADING
from engine.reading.reading import Act, ReadAct
from engine.reading.resemblance import Resemblance
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import TopicClassifier, classifier_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.manner import Detail
from engine.scenario.scenario import NOTHING, Examples, Scenario, Topic
from engine.strict.answer_type import AnswerType, wanted
from engine.strict.heard import asks_once_more, facts_just_hinted, facts_just_told
from engine.strict.knowledge import knowledge_of
from engine.strict.types_given import answers, asks_for_more_than_a_yes, asks_for_the_same, only_says_yes_or_no

SMOOTHING = 1
"""For the few questions that a detail has."""
_SURE = 200
"""How much, in 1/64 of a doubling, the words of a question must speak for a detail."""
_AHEAD = 100
"""By how much more than for any other detail of what was told."""
_EACH_UNKNOWN = 150
"""By how much more still for each telling word that stands in none of their questions, where the question is of
another topic by its words; more than `_MOST_UNKNOWN` make it a question on that."""
_MOST_UNKNOWN = 1
_MUCH_MORE = 1_000
"""By how much a question must be more like those on another topic to be on that, whatever was just told."""
_MORE_ON_NEW = 600
"""The same where nothing has been told on that other topic yet."""
_FEW = 4
"""Tokens of a question that is hardly more than a "why", with its mark."""
_WHAT_MAKES_YOU = (("what", "makes", "you", "say"), ("what", "makes", "you", "think"))
"""How one begins that only asks why: "what makes you say that?"."""
_PLAIN = 3
"""Words of a wording that plainly asks for what it is of."""
_WHERE = re.compile(r"\bwhere\b")
MORE = "more:"
"""How the name of what goes beyond a fact begins."""
_MOST_KEPT = 512


class Wording(NamedTuple):
    """A wording found in a question: how many words it has, whether it points at what was said before, and the type of
    answer that it asks for itself."""

    length: int
    points: bool
    wants: AnswerType | None = None


@once_for_each
def like(negotiation: Negotiation, read: ReadAct, worded: Mapping[str, Wording]) -> Detail | None:
    """The detail of what the last line told whose questions this one is most like; None where it is like none.

    `worded` are details whose wordings the question holds, whatever they are of, each with the longest.
    """
    scenario, just_told = negotiation.scenario, facts_just_told(negotiation) | facts_just_hinted(negotiation)
    words = words_of(read.span.text.lower())
    if not just_told or asks_once_more(negotiation) or is_why(words):
        return None
    open_to, resemblance = _choice(scenario, just_told)
    asked = resemblance.verbatim(words)
    if asked is not None:
        return _unless_kept_back(negotiation, open_to[asked])
    topics = {fact.topic for fact in scenario.facts if fact.id in just_told}
    otherwise = [(name, each) for name, each in worded.items() if each.length >= _PLAIN and name not in open_to]
    is_worded_otherwise = any(not read.guessed or _is_told(negotiation, name) for name, _ in otherwise)
    ahead = _ahead(resemblance, classifier_of(scenario.examples), words, read, topics, _much_more(negotiation, read))
    if ahead is None or (is_worded_otherwise and _is_of_another(read, topics)):
        return None
    if any(each.length > _PLAIN and not each.points and _is_told(negotiation, name) for name, each in otherwise):
        return None
    name = nearest(resemblance, words, ahead)
    if name is None or not is_of_the_type(scenario, open_to[name], read.span.text):
        return None
    return _unless_kept_back(negotiation, open_to[name])


def _unless_kept_back(negotiation: Negotiation, detail: Detail) -> Detail | None:
    """The detail; None where it is of a fact that is only hinted at, and gives something of that away."""
    return detail if detail.alone or detail.of in negotiation.mood.told else None


def _is_told(negotiation: Negotiation, name: str) -> bool:
    """Whether the detail is one of this counterpart's, of a fact that it has told."""
    detail = knowledge_of(negotiation.scenario).details.get(name)
    return detail is not None and detail.of in negotiation.mood.told


def is_of_the_type(scenario: Scenario, detail: Detail, question: str) -> bool:
    """Whether the detail gives what the question wants.

    Of a person, of a number, of a place, and of what else there is to say on a fact that is only sure where it is asked
    for such.
    """
    if detail.id.startswith(MORE):
        fact = knowledge_of(scenario).facts[detail.of]
        return asks_for_the_same(question, (fact.then, *fact.further))
    if asks_for_more_than_a_yes(question) and only_says_yes_or_no(detail.answer):
        return False
    asked = questions_on(scenario, detail.id)
    if _WHERE.search(question.lower()) and not any(_WHERE.search(each.lower()) for each in asked):
        return False
    if wanted(question) in (AnswerType.PERSON, AnswerType.COUNT):
        return asks_for_the_same(question, asked)
    return answers(detail.answer, question, asked)


def questions_on(scenario: Scenario, name: str) -> tuple[str, ...]:
    """The pack's questions on the detail."""
    examples = _asked_of(scenario.details_asked).get(name)
    return () if examples is None else examples.questions


class _Choice(NamedTuple):
    """What may be meant after some facts were told, and the classifier of the questions on those details."""

    open_to: dict[str, Detail]
    resemblance: Resemblance


def _choice(scenario: Scenario, facts: frozenset[str]) -> _Choice:
    made = _choices(scenario)
    if facts not in made:
        open_to = _open_to(scenario, facts)
        made[facts] = _Choice(open_to, _resemblance(_examples(scenario, open_to)))
    return made[facts]


@once_for_each
def _choices(scenario: Scenario) -> dict[frozenset[str], _Choice]:
    """Those of a run that were made already."""
    return {}


def _open_to(scenario: Scenario, facts: Collection[str]) -> dict[str, Detail]:
    """The details of these facts, and what else it says to whoever goes into one."""
    known = knowledge_of(scenario)
    further = (fact for name, fact in known.facts.items() if name in facts and fact.more)
    details = (detail for name, those in known.of_fact.items() if name in facts for detail in those)
    return {
        **{detail.id: detail for detail in details},
        **{f"{MORE}{fact.id}": Detail(f"{MORE}{fact.id}", fact.id, fact.more) for fact in further},
    }


def _examples(scenario: Scenario, open_to: Collection[str]) -> tuple[Examples, ...]:
    asked = _asked_of(scenario.details_asked)
    further = ((f"{MORE}{fact.id}", fact) for fact in scenario.facts)
    return (
        *(asked[name] for name in open_to if name in asked),
        *(Examples(Topic(name), (fact.then, *fact.further)) for name, fact in further if name in open_to),
    )


@once_for_each
def _asked_of(details: tuple[Examples, ...]) -> dict[str, Examples]:
    """The questions on each detail."""
    return {examples.topic: examples for examples in details}


def _ahead(
    resemblance: Resemblance,
    usual: TopicClassifier,
    words: Sequence[str],
    read: ReadAct,
    topics: set[Topic],
    much_more: int,
) -> int | None:
    """By how much the question must be more like one detail than like any other; None where it is on something else.

    `usual` are the questions that open topics, `topics` those of what was just told. One that is `much_more` like
    another topic is on that.
    """
    if read.topic is None and is_small_talk(usual, words):
        return None
    telling = usual.telling(words)
    unknown = len(telling) - len(resemblance.known(telling))
    if usual.verbatim(words) not in (None, *topics) or (read.act is Act.ASK_CLOSED and len(telling) <= 2 * unknown):
        return None
    if not _is_of_another(read, topics):
        return _AHEAD + unknown * _EACH_UNKNOWN // 2
    is_strange = unknown > _MOST_UNKNOWN or unknown == len(telling)
    return (
        None
        if is_strange or _is_rather_on_another(usual, words, topics, much_more)
        else _AHEAD + unknown * _EACH_UNKNOWN
    )


def _is_of_another(read: ReadAct, topics: set[Topic]) -> bool:
    """Whether the question is taken to be on another topic than these."""
    return read.topic is not None and read.topic not in topics


def is_why(words: Sequence[str]) -> bool:
    """Whether it is hardly more than a "why", which wants the reason of what was told."""
    words = words[words[:1] != () and words[0] in LEADING :]
    is_short = len(words) <= _FEW and (words[:1] == ("why",) or words[:2] == ("how", "come"))
    return is_short or (words[:4] in _WHAT_MAKES_YOU and len(words) <= _FEW + 2)


def is_small_talk(usual: TopicClassifier, words: Sequence[str]) -> bool:
    """Whether the question is most like those that are about nothing."""
    weights = usual.likenesses(words)
    return bool(weights) and max(weights, key=lambda topic: weights[topic]) == NOTHING


def _much_more(negotiation: Negotiation, read: ReadAct) -> int:
    """By how much the question must be more like those on its own topic to be on that, whatever was just told."""
    told_on = negotiation.scenario.earned_on(read.topic) if read.topic is not None else ()
    is_new = read.topic is not None and not any(fact.id in negotiation.mood.told for fact in told_on)
    return _MORE_ON_NEW if is_new else _MUCH_MORE


def is_on_another(negotiation: Negotiation, read: ReadAct, topic: Topic) -> bool:
    """Whether the question is on another topic, and much more like those on that than on this one."""
    if not _is_of_another(read, {topic}):
        return False
    known = classifier_of(negotiation.scenario.examples)
    return _is_rather_on_another(known, words_of(read.span.text.lower()), {topic}, _much_more(negotiation, read))


def _is_rather_on_another(known: TopicClassifier, words: Sequence[str], topics: set[Topic], much_more: int) -> bool:
    """Whether the question is much more like those on another topic than on any of these."""
    weights = known.likenesses(words)
    return bool(weights) and max(weights.values()) - max(weights.get(topic, 0) for topic in topics) > much_more


def nearest(resemblance: Resemblance, words: Sequence[str], ahead: int = _AHEAD) -> str | None:
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
    return Resemblance(examples, SMOOTHING)
