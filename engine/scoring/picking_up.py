"""Whether a line picks up what the counterpart had said: in its words, on its topic, or with a question about it.

"I hear you" is easily said. What shows that somebody listened is in the rest of the line.
"""

import re
from collections.abc import Iterator, Sequence

from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Scenario
from engine.scoring.inquiry import QUESTIONS
from engine.scoring.record import Turn, sentence_around
from engine.strict.trust import is_harsh

LISTENING = (Act.ACKNOWLEDGE, Act.SUMMARY, Act.APOLOGISE)
SPEAKING_TO = (*LISTENING, *QUESTIONS, Act.PRESENT, Act.NEXT_STEP)
"""Acts whose topic says what a line is about."""
IN_THEIR_WORDS = 2
"""Words in which they told of themselves that show, without an acknowledgement, that a line picks it up."""
SHORTEST_STEM = 4

_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?=\S)[^.?!\n]*)*[.?!]*")
_POINTING = re.compile(r"\b(?:that|this|it|those)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?", re.IGNORECASE)
_ENDING = re.compile(r"(?:'s|ing|ies|ied|ed|es|s)$")
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a about above absolutely actually after again all almost along already alright also always am an and another"
        " any anyone anything anyway appreciate are aren't around as ask asked at away back be because been before"
        " being best better between both bring but buy by call can can't cannot clear clearly come comes completely"
        " concern concerns could couldn't course day deal decide did didn't do does doesn't doing don't done down each"
        " easy either else enough entirely even ever every everything exactly fair feel feeling feels few fine first"
        " for from get gets getting give given go goes going good got great had hard has have haven't having he hear"
        " heard hearing hello help helpful her here hers him his hope how however i i'd i'll i'm i've idea if important"
        " in indeed into is isn't issue it it's its itself just keep kind know known last least less let let's like"
        " little long look looking lot made make makes many matter matters may maybe me mean means might mind mine more"
        " most much must my need needed needs never new next nice no none not nothing now number of off offer often oh"
        " ok okay on once one only onto or other others our ours out over own part people perfect perfectly point"
        " possible position price probably put question quite rather ready real really reason reasonable right said"
        " same saw say saying says see seem seems seen sense sentiment shall she should side sign situation so some"
        " somebody someone something soon sorry sort sound sounds still such sure take takes talk tell telling than"
        " thank thanks that that's the their theirs them then there there's these they they're thing things think this"
        " those though thought through time to today together told too totally true truly try two under understand"
        " understandable understandably understood until up us use used using valid very view want wanted wants was"
        " wasn't way we we'd we'll we're we've well went were what what's when where whether which while who whole why"
        " will with within without won't work works worry worries would wouldn't write yeah yes yet you you'd you'll"
        " you're you've your yours yourself"
    )
)
"""Words that anybody can say of anything, and those in which any deal is talked of."""


def picks_up(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line shows that the rep heard what the counterpart had said before it.

    With an acknowledgement a word of theirs just now is enough, as is a topic that they had spoken on, or a question
    about it; without one it takes two words of what they had told. Making good is to say sorry for the line before.
    An acknowledgement of which no words are known has the benefit of the doubt after something that was told.
    """
    if is_harsh(turn.reading):
        return False
    said_back = _said_back(turn) - _common(scenario)
    if len(_told(scenario, turns, turn) & said_back) >= IN_THEIR_WORDS:
        return True
    if not turn.reading.has(*LISTENING):
        return False
    if not _own_words(turns, turn).isdisjoint(said_back) or _is_on_their_topic(scenario, turn):
        return True
    return _asks_on(turn) or _makes_good(turns, turn) or (_is_wordless(turn) and _was_told(turns, turn))


def is_empty(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line says that the rep has heard, and shows nothing of it."""
    return turn.reading.has(*LISTENING) and not picks_up(scenario, turns, turn)


def content(text: str) -> frozenset[str]:
    """The stems of the words that mean something by themselves; figures are none."""
    words = (word.lower() for word in _WORD.findall(text.replace("’", "'")))
    return frozenset(_stem(word) for word in words if word not in _EMPTY_WORDS and len(word) > 2)


def _stem(word: str) -> str:
    """What forms of a word have in common: `worr` of worry, worries and worried; short words keep all but an `s`."""
    short = _ENDING.sub("", word).rstrip("eyi")
    return short if len(short) >= SHORTEST_STEM else word.removesuffix("s")


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


def _asks_on(turn: Turn) -> bool:
    """Whether there is a question that only makes sense after what was said: "what is behind that?"."""
    asked = [read for read in turn.news.acts if read.act in (Act.INVITE_DOUBT, *QUESTIONS) and read.topic is None]
    if any(read.act in (Act.INVITE_DOUBT, Act.FOLLOW_UP) for read in asked):
        return True
    return any(_POINTING.search(sentence_around(turn.said.text, read.span)) for read in asked)


def _makes_good(turns: Sequence[Turn], turn: Turn) -> bool:
    before = turns[turn.number - 1].reading if turn.number else Reading()
    return turn.news.has(Act.APOLOGISE) and is_harsh(before)
