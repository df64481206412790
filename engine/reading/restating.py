"""What the speaker only says back: "running costs first", "so fuel is the thing". It presents and claims nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from engine.reading.clauses import Sentence
from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.phrases import Phrasebook, listed
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import words_of
from engine.reading.vocabulary import Topics, once_for_each
from engine.scenario.scenario import Topic

_STEM = 4
"""Letters by which two forms of a word are taken for one."""
_MARKS = """
    (is|are|was) (the|your) (thing|one|point|worry|priority), first .,
    (is|are|was) (the|your) ~ (thing|one|point|worry|priority),
    (is|are|was) (really|clearly) (the|your) (thing|one|point|worry|priority), (comes|come|goes|go) first
"""
"""How something is said back."""
_QUOTING = """
    you (said|say|mentioned|told), you (just|also) (said|say|mentioned|told), must have been, must feel,
    must be (hard|tough|scary|annoying|exhausting|stressful), can be (hard|tough|scary|annoying|exhausting|stressful),
    (is|are) a (fair|real|common|good|valid|big) (worry|concern|point|question), fair to (think|worry|ask|want),
    (is|are) the worst, no rush, no hurry, take your time
"""
"""How it is quoted or felt along with, whatever the words."""
_OPENING = (("apart", "from"), ("aside", "from"), ("sounds", "like"), ("sound", "like"))
"""How a clause begins, after words that lead in, that leaves something out or says how it sounds."""
_LEADING = frozenset(words_of("and so that it"))
_LINKING = frozenset(
    words_of(
        "a an the so and but just only at by for from in of on to with you your then too ok right fine well yes ah oh"
    )
)
"""Words that tie together what is said back in bare words, or only say that it was heard."""
_FRAMING = _LINKING | frozenset(
    words_of(
        "that this it is are was were been be have has being thing one point first big main most more really also said"
        " say mentioned told me must apart aside what which got number priority comes goes mind"
    )
)
"""Words that say something back where a mark shows that they do."""
_DENYING = ("no", "not", "with", "noth", "none")
"""Beginnings of what says something by itself: "no fees", "nothing on top"."""
_FEW = 2
"""Words up to which a thing that stands in a question is only one to choose from: "space, safety, fuel?"."""
_PRESENTING = frozenset({Act.PRESENT, Act.CLAIM})


def as_said_back(line: Line, acts: tuple[ReadAct, ...], context: ReadingContext) -> tuple[ReadAct, ...]:
    """The acts, where what only says the other side's last words back acknowledges them and presents nothing."""
    if not context.other_words or not any(act.act in _PRESENTING for act in acts):
        return acts
    heard = _stems(words_of(context.other_words.rpartition("\n")[2]))
    return tuple([_acknowledged(line, act, heard, context) for act in acts])


def _acknowledged(line: Line, read: ReadAct, heard: frozenset[str], context: ReadingContext) -> ReadAct:
    if read.act not in _PRESENTING or not _is_said_back(line, read, heard, context):
        return read
    return replace(read, act=Act.ACKNOWLEDGE, topic=None, guessed=False)


def _is_said_back(line: Line, read: ReadAct, heard: frozenset[str], context: ReadingContext) -> bool:
    """Whether it is quoted, or all words of its sentence were just heard or, where a mark shows that it is said back,
    are what the topic is called by."""
    said, sentence = words_of(read.span.text), _sentence_of(line, read)
    if _quotes(said) or _is_put_to_choose(line, said, sentence):
        return True
    words = line.words(sentence.start, sentence.end)
    called = _called(context.topics, read.topic)
    if _only_names_it(words, called):
        return True
    if not _marks().find(words):
        own = _stems(words, _LINKING)
        return bool(own) and own <= heard
    return _stems(words, _FRAMING) <= heard.union(*called)


def _sentence_of(line: Line, read: ReadAct) -> Sentence:
    """The sentence in which the words stand."""
    return next(one for one in line.sentences if line.span(one.start, one.end).end > read.span.start)


def _quotes(said: tuple[str, ...]) -> bool:
    """Whether the words are quoted, left out or felt along with."""
    opening = next((at for at, word in enumerate(said) if word not in _LEADING), 0)
    return said[opening : opening + 2] in _OPENING or bool(_quoting().find(said))


def _is_put_to_choose(line: Line, said: Sequence[str], sentence: Sentence) -> bool:
    """Whether it is a word or two of a question: the comfort of "price, safety, comfort?"."""
    return len(said) <= _FEW and line.spelled[sentence.end : sentence.end + 1] == ("?",)


def _only_names_it(words: Iterable[str], called: Sequence[tuple[str, ...]]) -> bool:
    """Whether the whole sentence is what the topic is called, and no more: "Okay, running costs."."""
    own = tuple(word[:_STEM] for word in words if word[0].isalnum() and word not in _FRAMING)
    return own != () and own[0] not in _DENYING and own in called


@once_for_each
def _called(topics: Topics, topic: Topic | None) -> tuple[tuple[str, ...], ...]:
    """What the topic is called by, in stems."""
    wordings = next((words for named, words in topics if named == topic), ())
    return tuple(tuple(word[:_STEM] for word in words_of(each)) for each in wordings)


def _stems(words: Iterable[str], without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The beginnings of the words, marks left out."""
    return frozenset(word[:_STEM] for word in words if word[0].isalnum() and word not in without)


def _book_of(wordings: str) -> Callable[[], Phrasebook[str]]:
    return lru_cache(maxsize=1)(lambda: Phrasebook([("", listed(wordings))]))


_marks, _quoting = _book_of(_MARKS), _book_of(_QUOTING)
