"""Whether a line picks up what the counterpart had said: in its words, on its topic, or with a question about it.

"I hear you" is easily said. What shows that somebody listened is in the rest of the line.
"""

import re
from collections.abc import Iterator, Sequence

from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Scenario
from engine.scoring.content import content
from engine.scoring.inquiry import QUESTIONS
from engine.scoring.record import LONGEST_QUOTE, Turn, quote_of
from engine.scoring.stock_questions import asks_on
from engine.strict.trust import is_harsh

LISTENING = (Act.ACKNOWLEDGE, Act.SUMMARY, Act.APOLOGISE)
SPEAKING_TO = (*LISTENING, *QUESTIONS, Act.PRESENT, Act.NEXT_STEP)
"""Acts whose topic says what a line is about."""
IN_THEIR_WORDS = 2
"""Words in which they told of themselves that show, without an acknowledgement, that a line picks it up."""

_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?=\S)[^.?!\n]*)*[.?!]*")


def picks_up(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line shows that the rep heard what the counterpart had said before it.

    With an acknowledgement a word of theirs just now is enough, as is a topic that they had spoken on; without one it
    takes two words of what they had told. A question that asks on in words that fit anything counts once in a run.
    Making good is to say sorry for the line before.
    An acknowledgement of which no words are known has the benefit of the doubt after something that was told.
    """
    if is_harsh(turn.reading):
        return False
    if _carries_theirs(scenario, turns, turn):
        return True
    if _nods_and_asks_on(turn):
        return not any(
            _nods_and_asks_on(earlier) and not _carries_theirs(scenario, turns, earlier)
            for earlier in turns[: turn.number]
        )
    return turn.reading.has(*LISTENING) and _is_wordless(turn) and _was_told(turns, turn)


def earning_words(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> str:
    """The sentence of the line that holds most of their words; the line itself where none holds any."""
    theirs = (_own_words(turns, turn) | _told(scenario, turns, turn)) - _common(scenario)
    sentences = [turn.new_words[start:end].strip() for start, end in _sentences(turn)]
    best = max(sentences, key=lambda sentence: len(content(sentence) & theirs), default="")
    held = best in turn.said.text and content(best) & theirs
    return best[:LONGEST_QUOTE].strip() if held else quote_of(turn)


def is_empty(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line says that the rep has heard, and shows nothing of it."""
    return turn.reading.has(*LISTENING) and not picks_up(scenario, turns, turn)


def _carries_theirs(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line holds their words, speaks on their topic, or makes good the line before."""
    said_back = _said_back(turn) - _common(scenario)
    if len(_told(scenario, turns, turn) & said_back) >= IN_THEIR_WORDS:
        return True
    if not turn.reading.has(*LISTENING):
        return False
    if not _own_words(turns, turn).isdisjoint(said_back) or _is_on_their_topic(scenario, turn):
        return True
    return _makes_good(turns, turn)


def _nods_and_asks_on(turn: Turn) -> bool:
    return turn.reading.has(*LISTENING) and asks_on(turn)


def _told(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> frozenset[str]:
    """The words in which they told of themselves: facts, doubts, what they wait for, and the line that just did."""
    mood = turn.before
    texts = [fact.exact for fact in scenario.facts if fact.id in mood.told]
    texts += [fact.vague for fact in scenario.facts if fact.id in mood.hinted and fact.id not in mood.told]
    texts += [doubt.raised for doubt in scenario.objections if doubt.id in mood.raised]
    texts += [gate.text for gate in scenario.gates if gate.id in mood.named_gates]
    just_now = _own_words(turns, turn) if _was_told(turns, turn) else frozenset()
    return just_now.union(*map(content, texts))


def _own_words(turns: Sequence[Turn], turn: Turn) -> frozenset[str]:
    """The words of their line that were not in the rep's line which it answers."""
    return content(turn.heard) - (content(turns[turn.number - 1].said.text) if turn.number else frozenset())


def _common(scenario: Scenario) -> frozenset[str]:
    """The words for what is on the table, which anybody uses who haggles over it."""
    product = scenario.product
    issues = (word for issue in scenario.issues for word in (issue.phrase, *issue.words))
    return frozenset().union(*map(content, (product.name, product.summary, scenario.rep.public, *issues)))


def _said_back(turn: Turn) -> frozenset[str]:
    """The words of the line that count as saying something back: new ones, outside of an offer."""
    return frozenset().union(*(content(turn.new_words[start:end]) for start, end in _sentences(turn)))


def _sentences(turn: Turn) -> Iterator[tuple[int, int]]:
    offered = [offer.span.start for offer in turn.reading.offers]
    for sentence in _SENTENCE.finditer(turn.new_words):
        start, end = sentence.span()
        if not any(start <= place < end for place in offered):
            yield start, end


def _is_on_their_topic(scenario: Scenario, turn: Turn) -> bool:
    """Whether the line speaks to something that they told, or to a doubt that they still had."""
    told = (*turn.before.told, *turn.before.hinted)
    topics = {fact.topic for fact in scenario.facts if fact.id in told}
    for doubt in scenario.objections:
        if doubt.id in turn.before.raised and doubt.id not in turn.before.settled:
            topics |= {doubt.topic, *doubt.answered_by}
    return not topics.isdisjoint(turn.news.topics(*SPEAKING_TO))


def _was_told(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line that it answers told something."""
    before = turns[turn.number - 1] if turn.number else None
    return before is not None and bool(before.learnt or before.hinted or before.after.raised != before.before.raised)


def _is_wordless(turn: Turn) -> bool:
    """Whether the acknowledgement rests on no words, as those of the reference reps do."""
    return any(read.act in LISTENING and read.span.end <= read.span.start for read in turn.reading.acts)


def _makes_good(turns: Sequence[Turn], turn: Turn) -> bool:
    before = turns[turn.number - 1].reading if turn.number else Reading()
    return turn.news.has(Act.APOLOGISE) and is_harsh(before)
