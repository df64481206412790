"""What a question wants to hear about: told by its likeness to questions whose topic is known, and by what it names.

Words alone mislead: "is there anything about the battery that bothers you?" names a battery and asks for a worry.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from engine.reading.known_questions import POINTING
from engine.reading.lexicon import CLOSED_QUESTION, OPEN_QUESTION
from engine.reading.likely_acts import likely_act
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, within
from engine.reading.reading import Act
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import classifier_of, leading
from engine.reading.topics import topics_within
from engine.scenario.scenario import NOTHING, Examples, Topic

_LIKELIEST = 3
"""So many of the likeliest topics are what a question may have been on."""
_SURE = 70
"""By how much, in thousandths of the margin that was learned, one topic must be likelier than all others to count
though nothing names it."""
_SURE_OF_ACT = 120
"""The same for what asks for something at the table."""
_BARE = 160
"""How much likelier still where hardly a word says what the question is about."""
_PROPOSED = 300
"""The same where the question proposes something: "shall we call her, and I bring the numbers?"."""
_OWN = (("i",), ("we",))
_PROPOSING = frozenset((verb, who) for verb in ("shall", "should", "can", "could", "may") for who in ("we", "i"))
_BARE_AND_CLOSED = 200
"""The same for one that only wants a yes or no, and so rather a yes to something else: "can you sign?"."""
_ABOUT_SOMETHING = 180
"""By how much it must be likelier than nothing the other side could tell."""
_LIKE_AT_ALL = 400
"""How like the question must be to those on a topic."""
_MORE_UNKNOWN = 100
"""How much more for each word that stands in no example."""
_EACH_WORD = 30
"""By how much a topic that the words name may be less likely than the likeliest, for each word of the longest name."""
_JOINING, _MARKS = frozenset({"and"}), frozenset({",", ";", "-"})
_ASKS = OPEN_QUESTION | CLOSED_QUESTION
_MOST_WORDS = 40
"""Words of a question that are looked at: of a longer one the last."""
_LEADING_UP = frozenset(
    words_of(
        "can could may might would will i you me us we let ask tell talk speak chat hear know learn more a bit little "
        "something some like love want to just please so and ok well also mind if quickly briefly what then all the"
    )
)
"""Words before an "about" that say nothing of what is asked about: "could you tell me a bit more about your team?"."""
_FAR, _BRIEF = 12, 6
"""Words before the "about", and behind it, at the most."""
_SHORT = 6
"""Words up to which "how are you" asks for nothing else."""
_FEWEST = 2
"""Words that a part of a question has at the least."""
_SPEAK_FOR_THEMSELVES = frozenset(
    {Act.ASK_OFFER, Act.ASK_NEED, Act.ASK_REASON, Act.ASK_CHOICE, Act.ASK_SALE, Act.ASK_AGAIN, Act.INVITE_DOUBT,
     Act.NEXT_STEP}
)  # fmt: skip
"""Acts whose wordings already say what a question is after."""
_OTHERS = frozenset({"he", "she", "they", "him", "her", "them"})


class AskedTopic(NamedTuple):
    """A topic that a question is on; `guessed` where nothing but its likeness to other questions says so."""

    topic: Topic
    guessed: bool = False


def topics_asked(line: Line, setting: Setting, start: int, end: int) -> tuple[AskedTopic, ...]:
    """The topics of the question in these tokens, in order; those that its words name where there are no examples."""
    by_name = topics_within(line.topics, start, end)
    if not line.vocabulary.examples:
        return _named(by_name)
    known = classifier_of(line.vocabulary.examples).verbatim(line.words(start, end))
    if known is not None:
        return () if known == NOTHING else (AskedTopic(known, guessed=known not in by_name),)
    if _speaks_for_itself(line, setting, start, end):
        return _named(by_name)
    parts = list(_parts(line, start, end))
    of_parts = [_topics_of(line, *part) for part in parts] if len(parts) > 1 else []
    if sum(map(bool, of_parts)) > 1:
        together = _once(chain.from_iterable(of_parts))
        likely = _likeliest(line.words(start, end), line.vocabulary.examples)
        return tuple(asked for asked in together if asked.topic in likely or not asked.guessed) or together
    stretches = ((start, end), *_around(line, setting, start, end))
    return next(filter(None, (_topics_of(line, *stretch) for stretch in stretches)), ())


def _around(line: Line, setting: Setting, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What a question that says too little may rest on: its whole sentence, then the one before it as well."""
    sentence = setting.sentence
    if any(sentence.start <= number.start < sentence.end for number in line.numbers):
        return
    if (sentence.start, sentence.end) != (start, end):
        yield sentence.start, sentence.end
    if not POINTING.isdisjoint(line.words(start, end)):
        before = bisect_left(line.sentences, sentence.start, key=attrgetter("start"))
        earlier = line.sentences[before - 1] if before else None
        if earlier is not None and not any(earlier.start <= number.start < earlier.end for number in line.numbers):
            yield earlier.start, sentence.end


def is_on_the_trade(question: str, examples: tuple[Examples, ...]) -> bool:
    """Whether a question that could not be placed is much more like those on some topic than like those on nothing."""
    words = words_of(question.lower())
    known = classifier_of(examples) if examples else None
    unknown, is_bare = known.unsupported(words) if known is not None else (0, True)
    if known is None or is_bare:
        return False
    weights = known.likenesses(words)
    best = max(weights.values())
    is_like = best >= _LIKE_AT_ALL + unknown * _MORE_UNKNOWN
    return is_like and best - weights.get(NOTHING, 0) >= _ABOUT_SOMETHING + unknown * _MORE_UNKNOWN


def may_be_on(topic: Topic, question: str, examples: tuple[Examples, ...]) -> bool:
    """Whether the topic is among the likeliest of a question, and likelier than nothing."""
    weights = classifier_of(examples).likenesses(words_of(question.lower())) if examples else {}
    if topic not in weights or weights[topic] - weights.get(NOTHING, 0) < _SURE:
        return False
    return topic in _likeliest(words_of(question.lower()), examples)


def _likeliest(words: Sequence[str], examples: tuple[Examples, ...]) -> list[Topic]:
    """The few topics that the words are most like."""
    weights = classifier_of(examples).likenesses(words[-_MOST_WORDS:])
    return sorted(weights, key=lambda topic: -weights[topic])[:_LIKELIEST]


def _speaks_for_itself(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether wordings in the clause already say what is asked; a worry may be somebody else's: "what worries him?"."""
    said = {act for act, _, _ in setting.acts if act in _SPEAK_FOR_THEMSELVES}
    if end - start <= _SHORT and any(act is Act.ASK_AFTER for act, _, _ in setting.acts):
        return True
    return bool(said - {Act.INVITE_DOUBT}) or (bool(said) and _OTHERS.isdisjoint(line.words(start, end)))


def _once(found: Iterable[AskedTopic]) -> tuple[AskedTopic, ...]:
    once: dict[Topic, AskedTopic] = {}
    for asked in found:
        once.setdefault(asked.topic, asked)
    return tuple(once.values())


def _named(topics: tuple[Topic, ...]) -> tuple[AskedTopic, ...]:
    return tuple(map(AskedTopic, topics))


def _parts(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a question that "and" joins, or a comma before what asks, each long enough to ask something."""
    begun = start
    for at in range(start, end):
        word, following = line.spelled[at], line.spelled[at + 1 : at + 2]
        if at - begun >= _FEWEST and (word in _JOINING or (word in _MARKS and not _ASKS.isdisjoint(following))):
            yield begun, at
            begun = at + 1
    yield begun, end


def _topics_of(line: Line, start: int, end: int) -> tuple[AskedTopic, ...]:
    by_name = topics_within(line.topics, start, end)
    examples, words = classifier_of(line.vocabulary.examples), _asked_about(line.words(start, end)[-_MOST_WORDS:])
    weights = examples.likenesses(words)
    if not weights:
        return _named(by_name)
    most = max(weights.values())
    # A topic without examples is taken to be as unlikely as its name allows.
    near = {
        hit.label: weight
        for hit in within(line.topics, start, end)
        if most - (weight := weights.get(hit.label, most - _worth(hit))) <= _worth(hit)
    }
    if near:
        return _named((max(near, key=lambda topic: near[topic]),))
    unknown, is_bare = examples.unsupported(words)
    bare = _BARE_AND_CLOSED if line.spelled[start] in CLOSED_QUESTION else _BARE
    is_own = words[words[0] in _JOINING :][:1] in _OWN
    proposed = _PROPOSED * (words[:2] in _PROPOSING or is_own)
    guessed = _guessed(weights, _SURE + is_bare * bare + proposed, unknown)
    act = None if is_own else likely_act(words, _SURE_OF_ACT, _LIKE_AT_ALL)
    if act is not None and (not guessed or act.likeness > most):
        return (AskedTopic(act.topic, guessed=True),)
    return guessed


def _asked_about(words: tuple[str, ...]) -> tuple[str, ...]:
    """What is named after "tell me about" or the like, which itself only sounds like the questions begun so."""
    at = words.index("about") if "about" in words[:_FAR] else 0
    is_brief = 0 < len(words) - at - 1 <= _BRIEF
    return words[at + 1 :] if at and is_brief and _LEADING_UP.issuperset(words[:at]) else words


def _worth(hit: Hit[Topic]) -> int:
    return _EACH_WORD * (hit.end - hit.start)


def _guessed(weights: dict[Topic, int], sure: int, unknown: int) -> tuple[AskedTopic, ...]:
    """The likeliest topic, where the question is like those on it at all, and so much likelier than any other."""
    best, lead = leading(weights)
    if weights[best] < _LIKE_AT_ALL + unknown * _MORE_UNKNOWN:
        return ()
    if lead < sure or weights[best] - weights.get(NOTHING, 0) < _ABOUT_SOMETHING:
        return ()
    return (AskedTopic(best, guessed=True),)
