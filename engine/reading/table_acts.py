"""What a sentence asks for at the table, told by its likeness where no wording of it is known: "throw me a number"."""

from collections.abc import Iterator, Sequence

from engine.reading.act_questions import OWN
from engine.reading.clauses import Sentence
from engine.reading.likely_acts import likely_act
from engine.reading.line import Line
from engine.reading.questions import Question
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import words_of

_ASKED = (120, 400)
"""By how much a question must be likelier on such an act than on anything else, and how like it must be, in thousandths
of the margin."""
_TOLD = (300, 450)
"""The same for a sentence that is none."""
_SETTLED = (
    Act.INSULT, Act.PRESSURE, Act.WALK, Act.REJECT, Act.ASK_AGAIN, Act.ASK_REASON, Act.ASK_CHOICE, Act.ASK_AFTER,
    Act.ASK_LEAVE, Act.ASK_TIME,
)  # fmt: skip
"""Acts whose wordings say what a sentence is after."""
_FEWEST_TOLD, _MOST = 4, 24
_AT_THE_TABLE = frozenset(
    words_of(
        "number numbers price figure figures offer counter quote ballpark amount sum limit max maximum "
        "ceiling pay paying sign signed signing signature contract contracts paper papers paperwork order "
        "deal yes commit renew renewing close finalize confirm ink send sending forward email mail call ring "
        "meet drive spin ride demo trial pilot try show walk tour look visit schedule book set appointment "
        "thursday tomorrow doubt doubts worry worries concern concerns question questions objection "
        "objections hesitate hesitation reservations misgivings ask missing convince decide tell shoot fire "
        "hit name throw give go buy take taking yours"
    )
)
"""Words one of which a sentence that is no question must have, to ask for anything there."""


def acts_by_likeness(line: Line, questions: Sequence[Question], worded: Sequence[ReadAct]) -> Iterator[ReadAct]:
    """The act that each sentence asks for which names no amount and no topic, and has no wording of such an act."""
    if not line.vocabulary.examples or any(read.act is Act.INJECTION for read in worded):
        return
    settled = {*OWN.values(), *_SETTLED}
    for sentence in line.sentences:
        span = line.span(sentence.start, sentence.end)
        if any(sentence.start <= number.start < sentence.end for number in line.numbers):
            continue
        if any(read.act in settled and span.holds(read.span) for read in worded) or _denies_it(line, sentence):
            continue
        if not sentence.question and any(read.act is Act.ACCEPT and span.holds(read.span) for read in worded):
            continue
        asked = [question for question in questions if span.holds(question.span)]
        if any(question.topics for question in asked):
            continue
        act = _likely(line, sentence, is_asked=bool(asked) or sentence.question)
        if act is not None:
            yield ReadAct(act, span, guessed=True)


def _denies_it(line: Line, sentence: Sentence) -> bool:
    """Whether it says that the price is not what it is about: "I meant the seats, not the price"."""
    words = line.words(sentence.start, sentence.end)
    return any(words[at : at + 1] == ("not",) and "price" in words[at + 1 : at + 4] for at in range(len(words)))


def _likely(line: Line, sentence: Sentence, *, is_asked: bool) -> Act | None:
    words = line.words(sentence.start, sentence.end)
    if len(words) > _MOST:
        return None
    if not is_asked and (len(words) < _FEWEST_TOLD or _AT_THE_TABLE.isdisjoint(words)):
        return None
    ahead, like = _ASKED if is_asked else _TOLD
    found = likely_act(words, ahead, like)
    return None if found is None else OWN[found.topic]
