"""Questions on one of the counterpart's needs, however they are put: what it rests on, how much of it there is."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.tokens import words_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Scenario, Topic
from engine.strict.heard import PRIORITIES

_WHY = re.compile(r"\b(?:why|how come|what (?:made|makes)|what is behind)\b")
_WEIGHING = re.compile(
    r"\b(?:matters?|important|care|cares|needs?|weighs?|counts?|wants?|musts?|looking for|priorit\w+|rank)\b"
)
"""Words of a question how much something matters."""
_AGAINST = re.compile(
    r"\b(?:why|how come|wrong with|wrong w|worry|worries|against|keeps you from|problem|issue with)\b"
)
_TO_CHOOSE = re.compile(r"\bor\b|\bwhich (?:one|of)\b")
_REASON = Topic("reason")
_SMALL = 3
"""Letters up to which a word names no need."""


def need_asked_about(negotiation: Negotiation, read: ReadAct, reading: Reading) -> Topic | None:
    """The need that a question for a reason names, "why three rows?", where it is taken to ask why the talk is on."""
    if read.act is Act.ASK_CLOSED or not (read.topic is None or read.guessed or read.topic in (_REASON, PRIORITIES)):
        return None
    words = words_of(read.span.text.lower())
    if not _WHY.search(" ".join(words)):
        return None
    named = _needs_by_word(negotiation.scenario)
    beside = (one.topic for one in reading.acts if one.span.start == read.span.start and one.topic is not None)
    needs = dict(negotiation.scenario.needs)
    return next((named[word] for word in words if word in named), next((one for one in beside if one in needs), None))


def asks_which_need(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question puts needs to choose from: "what are you after, space or fuel or something else?"."""
    text = read.span.text.lower()
    if not _TO_CHOOSE.search(text) or not {PRIORITIES} <= {fact.topic for fact in negotiation.scenario.facts}:
        return False
    needs, named = dict(negotiation.scenario.needs), _needs_by_word(negotiation.scenario)
    put = {named[word] for word in words_of(text) if word in named}
    put |= {one.topic for one in reading.acts if one.span.start == read.span.start and one.topic in needs}
    return len(put) > 1


def is_on_the_topic(scenario: Scenario, asked: Topic | None, topic: Topic) -> bool:
    """Whether a question on `asked` is one on the topic: the need that weighs most is what the priorities tell of."""
    return asked == topic or (topic == PRIORITIES and bool(scenario.needs) and scenario.needs[0][0] == asked)


def is_new_need(negotiation: Negotiation, topic: Topic) -> bool:
    """Whether the topic is a need of which nothing has been said yet."""
    mood = negotiation.mood
    is_told = f"need:{topic}" in mood.heard or str(PRIORITIES) in mood.told
    return topic in dict(negotiation.scenario.needs) and not is_told


def asks_how_much_it_matters(question: str) -> bool:
    """Whether a question on a need asks for its weight, and not for what lies behind it."""
    return _WEIGHING.search(question.lower()) is not None


def asks_what_speaks_against(question: str) -> bool:
    """Whether a question wants to know what is wrong with a thing, and not what it would do: "why not two years?"."""
    return _AGAINST.search(question.lower()) is not None


@once_for_each
def _needs_by_word(scenario: Scenario) -> dict[str, Topic]:
    """The needs by the single words that name them; a word of several names none."""
    found: dict[str, Topic | None] = {}
    for topic, _ in scenario.needs:
        for word in dict(scenario.topics).get(topic, ()):
            if word.isalpha() and len(word) > _SMALL:
                found[word] = topic if found.get(word, topic) == topic else None
    return {word: topic for word, topic in found.items() if topic is not None}
