"""What a line does, act by act: asking, presenting, offering, accepting, leaving …"""

from collections.abc import Iterator
from functools import lru_cache

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.lexicon import WORDINGS
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.moves import acts_of_offers
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.questions import questions
from engine.reading.reading import Act, ReadAct, ReadOffer
from engine.reading.topics import named_topics, topic_within, topics_within
from engine.scenario.scenario import Topic

_NOT_WHEN_NEGATED = frozenset(
    {Act.ACCEPT, Act.PRESSURE, Act.INSULT, Act.WALK, Act.ACKNOWLEDGE, Act.CLAIM, Act.DENIGRATE, Act.ASK_SALE}
)
_NOT_WHEN_ASKED = frozenset({Act.ACCEPT, Act.WALK, Act.REJECT, Act.ACKNOWLEDGE})
_TAKES_TOPIC = frozenset({Act.ACKNOWLEDGE, Act.CLAIM, Act.FOLLOW_UP, Act.NEXT_STEP, Act.SUMMARY, Act.REJECT})
_OUTDONE = {Act.REJECT: Act.WALK, Act.RAPPORT: Act.GREET}

Lexicon = tuple[tuple[Act, tuple[str, ...]], ...]


def read_acts(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> tuple[ReadAct, ...]:
    """Every act in the line, in the order of the text; the same act on the same topic once."""
    topics = named_topics(line, context)
    asked = questions(line, topics, context)
    found = [
        *asked,
        *_worded(line, topics, context),
        *_presented(line, topics, asked),
        *acts_of_offers(line, offers, context),
    ]
    once: dict[tuple[Act, Topic | None], ReadAct] = {}
    for act in sorted(found, key=lambda act: (act.span.start, act.act)):
        once.setdefault((act.act, act.topic), act)
    return _settled(tuple(once.values()), offers)


@lru_cache(maxsize=32)
def _book(lexicon: Lexicon) -> Phrasebook[Act]:
    added = dict(lexicon)
    return Phrasebook({act: (*listed(WORDINGS.get(act, "")), *added.get(act, ())) for act in Act})


def _worded(line: Line, topics: tuple[Hit[Topic], ...], context: ReadingContext) -> Iterator[ReadAct]:
    book = _book(context.lexicon)
    for setting in line.settings:
        clause = setting.clause
        for hit in book.find(line.tokens[clause.start : clause.end]):
            start, end = hit.start + clause.start, hit.end + clause.start
            if _stands(hit.label, line, setting, start, end):
                topic = topic_within(topics, clause.start, clause.end) if hit.label in _TAKES_TOPIC else None
                yield ReadAct(hit.label, line.span(start, end), topic)


def _stands(act: Act, line: Line, setting: Setting, start: int, end: int) -> bool:
    if act in _NOT_WHEN_NEGATED and _is_negated(setting, start):
        return False
    if act in _NOT_WHEN_ASKED and setting.is_asked():
        return False
    if act is Act.ACCEPT:
        return not setting.clause.supposing and _accepts(line, setting, start, end)
    if act is Act.REJECT and line.words(start, end) == ("no",):
        rest = line.words(end, setting.clause.end)
        return not rest or rest[0] in _AFTER_NO
    if act is Act.REJECT:
        return not setting.clause.supposing and not _is_harmless(setting, start)
    return True


def _is_negated(setting: Setting, at: int) -> bool:
    return any(hit.start < at for hit in setting.cues if hit.label is Cue.NOT)


def _is_harmless(setting: Setting, at: int) -> bool:
    limited = any(hit.label is Cue.LIMIT and 0 <= hit.start - at <= 5 for hit in setting.cues)
    return limited or any(hit.start <= at < hit.end for hit in setting.cues if hit.label is Cue.HARMLESS)


_LIGHT = frozenset(
    {
        "ok",
        "yes",
        "sure",
        "alright",
        "fine",
        "great",
        "cool",
        "perfect",
        "done",
        "deal",
        "agree",
        "sold",
        "is good",
        "is ok",
        "acceptable",
    }
)
_AFTER_LIGHT = frozenset(
    {"thanks", "thank", "then", "with", "on", "at", "i", "we", "it", "that", "you", "by", "to", "sir", "for"}
)
_BEFORE_LIGHT = frozenset(
    {
        "good",
        "great",
        "a",
        "the",
        "no",
        "this",
        "that",
        "best",
        "big",
        "better",
        "fair",
        "real",
        "any",
        "your",
        "our",
        "you",
        "they",
        "to",
        "well",
        "almost",
        "get",
        "not",
    }
)


_AFTER_NO = frozenset(
    {"i", "we", "that", "it", "you", "not", "sir", "sorry", "can", "for", "to", "the", "car", "company", "then"}
)


def _accepts(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether a wording of acceptance is one: "ok" alone is, "a great deal" and "ok, so what color" are not."""
    words = " ".join(line.words(start, end))
    before = line.tokens[start - 1].word if start > setting.clause.start else ""
    if words not in _LIGHT:
        return True
    if before in _BEFORE_LIGHT:
        return False
    rest = line.words(end, setting.clause.end)
    return not rest or rest[0] in _AFTER_LIGHT


def _presented(line: Line, topics: tuple[Hit[Topic], ...], asked: tuple[ReadAct, ...]) -> Iterator[ReadAct]:
    """A statement that names a topic presents something on it."""
    taken = [(act.span.start, act.span.end) for act in asked]
    for setting in line.settings:
        clause = setting.clause
        span = line.span(clause.start, clause.end)
        if any(start <= span.start < end for start, end in taken):
            continue
        for topic in topics_within(topics, clause.start, clause.end):
            yield ReadAct(Act.PRESENT, span, topic)


def _settled(acts: tuple[ReadAct, ...], offers: tuple[ReadOffer, ...]) -> tuple[ReadAct, ...]:
    """The acts without those that a stronger one in the same words makes void."""
    return tuple(
        act
        for act in acts
        if not any(other is not act and _OUTDONE.get(act.act) is other.act and _overlap(act, other) for other in acts)
    )


def _overlap(one: ReadAct, other: ReadAct) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
