"""What a line asks: openly or for a yes or no, on which topic, and whether it follows up."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.lexicon import ASKING, CLOSED_QUESTION, OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import words_of
from engine.reading.topics import topics_within
from engine.scenario.scenario import Topic

_ASKING: Phrasebook[str] = Phrasebook([("asks", ASKING)])
_ASKING_FIRST = frozenset(wording.split()[0] for wording in listed(ASKING))
_AFTER_OPEN = frozenset(words_of("brings made happens happened kind about much many long far often"))
"""Second words that make a question of a line without a question mark."""
_LEADING = frozenset(
    {
        "and",
        "so",
        "but",
        "ok",
        "well",
        "also",
        "then",
        "now",
        "oh",
        "hi",
        "hello",
        "hey",
        "ouch",
        "great",
        "yes",
        "or",
        "just",
        "exactly",
        "please",
        "roughly",
        "about",
    }
)
_SUBJECTS = frozenset({"you", "your", "he", "she", "they", "it", "we", "the", "this", "that", "there"})
_EARLY = 6
"""Words within which a question turns its verb round: "what rate does your bank give you"."""
_NOT_ASKING = ("what if", "how about", "why not", "what a ", "how does that", "what would it take", "what do you say")


def questions(line: Line, topics: tuple[Hit[Topic], ...], context: ReadingContext) -> tuple[ReadAct, ...]:
    """The questions of the line in order; one act for each topic that a question names."""
    found: list[ReadAct] = []
    last = context.last_topic
    for setting in line.settings:
        act = _asked(line, setting)
        if act is None:
            continue
        clause = setting.clause
        span = line.span(clause.start, clause.end)
        named = topics_within(topics, clause.start, clause.end)
        found.extend(ReadAct(act, span, topic) for topic in named)
        if not named:
            found.append(ReadAct(act, span))
        if last is not None and last in named:
            found.append(ReadAct(Act.FOLLOW_UP, span, last))
        last = named[-1] if named else last
    return tuple(found)


def is_turned_round(words: tuple[str, ...]) -> bool:
    """Whether words that begin with a "what" or the like ask without their mark: "what rate does your bank give"."""
    return any(second in CLOSED_QUESTION or second in _AFTER_OPEN for second in words[1:2]) or any(
        one in CLOSED_QUESTION and two in _SUBJECTS for one, two in pairwise(words[1:_EARLY])
    )


def _asked(line: Line, setting: Setting) -> Act | None:
    clause = setting.clause
    start = clause.start
    while start < clause.end and line.spelled[start] in _LEADING:
        start += 1
    words = line.words(start, clause.end)
    if len(words) < 2 or clause.supposing:
        return None
    if words[0] in OPEN_QUESTION and " ".join(words[:_EARLY]).startswith(_NOT_ASKING):
        return None
    if words[0] in _ASKING_FIRST and _ASKING.find(line.spelled, clause.start, clause.end):
        return Act.ASK_OPEN
    if words[0] in OPEN_QUESTION and (setting.sentence.question or is_turned_round(words)):
        return Act.ASK_OPEN
    if words[0] in CLOSED_QUESTION and (setting.is_asked() or (words[1] == "you" and words[0] != "so")):
        return Act.ASK_CLOSED
    if setting.is_asked() and not setting.has(Cue.SUPPOSE):
        inside = next((word for word in words if word in OPEN_QUESTION), None)
        return Act.ASK_OPEN if inside else Act.ASK_CLOSED
    return None
