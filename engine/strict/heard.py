"""What the counterpart's last line spoke of, and whether a question of the rep that names nothing goes into that."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.tokens import words_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.scenario import Scenario, Topic, Visibility
from engine.strict.part import UNKNOWNS
from engine.strict.text_index import TextIndex

_QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_QUESTION = re.compile(r"[^.?!]*\?")
_FEW = 3
_SENTENCE = 16
"""Letters from which a text is found inside a line wherever it stands."""
_NO_ANSWERS = ("NOT_FOLLOWED", "NO_ANSWER", *sorted(UNKNOWNS))
_OPENING = frozenset({"why", "how", "what", "and", "but", "so", "in"})
_TO_A_DOUBT = frozenset(
    words_of(
        "that it this there those these why worry worries worried concern concerned help helps mean problem exactly "
        "specifically happened bother bothers ease afraid fear matter about such"
    )
)
"""Words of a question that points at a doubt said before it."""
_HELPING = ("help", "helps")
"""They point at a doubt, but for whoever asks who it is that needs it."""
_TO_WHAT_WAS_SAID = re.compile(
    r"\b(?:that|this|those)\b(?! (?:would|will|could|can|you|we|i|they|he|she|it|the|renewal|year|car|one|week|month"
    r"|time|truck|plan|contract|deal|offer|price)\b)"
    r"|\b(?:mean|exactly|specifically|happened|happens(?! (?:when|if)\b))\b"
)
"""Words of a question that points at what was said before it, whatever that was."""
PRIORITIES = Topic("priorities")
"""The topic of the fact that tells what matters most."""
_MORE_THAN_THAT = re.compile(r"\b(?:others?|else|first|then|instead|which|more|most|what (?:is|are|do|does|would) )")
"""Words of a question for what matters, right after something that does not."""
_BEFORE_THAT = re.compile(r"\bwhat (?:comes|goes|ranks|matters|counts|is) (?:before|above|ahead of)\b")
"""The same beside the name of what does not matter: "what comes before towing then?"."""
_POINTING = re.compile(r"\b(?:it|they|them|he|she|him|her|these|that)\b")
_IT_HAPPENS = re.compile(
    r"\b(?:has|have|had|did|does|do|was|were|is) (?:that|it|this|they|those|you)\b[^?]{0,40}"
    r"\b(?:happen|happens|happened|happening|before|often|ever|always|cost|hurt|bother|bothers|long|hard|bad|through)\b"
)
"""A question for a yes or no about something that was told."""
_EXAMPLE = re.compile(r"\b(?:an|any|some) (?:examples?|instance)\b|\bfor (?:example|instance)\?*$")
"""A question for an instance of what was told."""
_WHEN_IT_WAS = re.compile(r"\b(?:when|last time|how often)\b[^?]{0,24}\b(?:that|this|it|those) (?:last )?happen")
_ONCE_MORE = re.compile(r"\b(?:did you say|again|once more|remind|repeat)\b", re.IGNORECASE)
_SMALL = 4
"""Letters up to which a word that both lines share says nothing."""
ANYWHERE = frozenset(
    words_of(
        "about really would could should which where there their these those still other others thing things think "
        "price number renewal contract years people today every"
    )
)
"""Longer words that any two lines may share."""


def asks_once_more(negotiation: Negotiation) -> bool:
    """Whether the rep's line asks to hear something again: "who signs, did you say?"."""
    return _ONCE_MORE.search(negotiation.lines[-1].text) is not None


def topic_of_last_line(negotiation: Negotiation, read: ReadAct) -> Topic | None:
    """The topic of what the last line told, where the question goes into it; the last of those that it shares words
    with, else the last."""
    points = _told(negotiation)
    asked = _words(read.span.text)
    for point in reversed(points):
        if not asked.isdisjoint(point.words):
            return point.topic
    is_meant = (
        points_back(read)
        or _EXAMPLE.search(read.span.text.lower()) is not None
        or (read.topic is None and _POINTING.search(read.span.text.lower()) is not None)
    )
    alone = {detail.answer for detail in negotiation.scenario.details if detail.alone} if is_meant else ()
    meant = [point for point in points if point.text not in alone] if is_meant else []
    return meant[-1].topic if meant else None


def goes_into_last_line(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether a question without a topic shares a word with what was said last: "where do you go for three hours?"."""
    if not any(read.act in _QUESTIONS and read.topic is None for read in reading.acts):
        return False
    asked = " ".join(_QUESTION.findall(negotiation.lines[-1].text))
    return not _words(negotiation.last_heard).isdisjoint(_words(asked))


def goes_into_it(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether a question for a yes or no goes into what was told, "has that happened?", or takes up a word of it."""
    if _IT_HAPPENS.search(read.span.text.lower()) is not None or _EXAMPLE.search(read.span.text.lower()) is not None:
        return True
    asked = _words(read.span.text)
    return any(not asked.isdisjoint(point.words) for point in _told(negotiation))


def asks_when_it_was(read: ReadAct) -> bool:
    """Whether a question is on the last time that something told came about, whatever else it seems to name."""
    return _WHEN_IT_WAS.search(read.span.text.lower()) is not None


def topic_of_shared_words(negotiation: Negotiation, read: ReadAct) -> Topic | None:
    """The topic of what the last line told, where the question takes up a word of it."""
    asked = _words(read.span.text)
    return next((point.topic for point in _told(negotiation) if not asked.isdisjoint(point.words)), None)


def asks_what_matters_more(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether it is asked what comes before a thing, or has just called one minor and is asked for the others."""
    text = read.span.text.lower()
    if _BEFORE_THAT.search(text) is not None:
        return True
    if not (read.topic is None or read.guessed) or _MORE_THAN_THAT.search(text) is None:
        return False
    lines = negotiation.scenario.phrases.of("NEED_MINOR", negotiation.scenario.temper.style)
    heard = negotiation.last_heard
    pieces = ([piece for piece in line.split("{topic}") if len(piece) > _SMALL] for line in lines)
    return any(said and all(piece in heard for piece in said) for said in pieces)


def goes_into_a_doubt(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether a question that names nothing may be about a doubt just raised: "why?", "what would help with that?"."""
    words = _plain_words(read)
    is_meant = _is_bare(read) or not _TO_A_DOUBT.difference(_HELPING if "who" in words else ()).isdisjoint(words)
    return is_meant or not _words(read.span.text).isdisjoint(_words(negotiation.last_heard))


def points_back(read: ReadAct) -> bool:
    """Whether a question goes into what was said before it rather than standing on its own: "how come?"."""
    return _is_bare(read) or _TO_WHAT_WAS_SAID.search(read.span.text.lower()) is not None


def _is_bare(read: ReadAct) -> bool:
    """Whether it is hardly more than the word that asks: "why?", "how so?"."""
    words = _plain_words(read)
    return len(words) <= _FEW and words[:1] != [] and words[0] in _OPENING


def _plain_words(read: ReadAct) -> list[str]:
    return [word.strip("?!.,") for word in read.span.text.lower().replace("'s", " is").split()]


class _Point(NamedTuple):
    """Something that a line told: where in the line, in what text, on what topic, and its longer words."""

    at: int
    text: str
    topic: Topic
    words: set[str]


@once_for_each
def facts_just_told(negotiation: Negotiation) -> frozenset[str]:
    """Ids of the told facts that the last line spoke of."""
    scenario, told = negotiation.scenario, negotiation.mood.told
    heard = _last_answer(scenario, negotiation.heard).lower()
    likely = _telling_texts(scenario).likely(heard)
    return frozenset(
        [each.of for each in likely if (each.alone or each.of in told) and _stands_at(each.small, heard) >= 0]
    )


def facts_just_hinted(negotiation: Negotiation) -> frozenset[str]:
    """Ids of the facts that the last line hinted at and that are kept back otherwise."""
    scenario, mood = negotiation.scenario, negotiation.mood
    heard = _last_answer(scenario, negotiation.heard).lower()
    hinted = (fact for fact in scenario.facts if fact.id in mood.hinted and fact.id not in mood.told and fact.vague)
    return frozenset(fact.id for fact in hinted if _stands_at(fact.vague.lower(), heard) >= 0)


class _Telling(NamedTuple):
    """A text in small letters, the fact that it tells of, and whether it is told without that."""

    small: str
    of: str
    alone: bool = False


@once_for_each
def _telling_texts(scenario: Scenario) -> TextIndex[_Telling]:
    """All that tells of a fact, in small letters: what begins with a slot is said with a capital."""
    told = ((text, fact.id) for fact in scenario.facts for text in (fact.exact, fact.in_other_words, fact.more) if text)
    hooks = ((hook.answer, hook.tells[0]) for hook in scenario.hooks if hook.tells)
    texts = (
        *(_Telling(text.lower(), of) for text, of in (*told, *hooks)),
        *(_Telling(detail.answer.lower(), detail.of, detail.alone) for detail in scenario.details),
    )
    return TextIndex((each.small, each) for each in texts)


def _told(negotiation: Negotiation) -> list[_Point]:
    """What was told or hinted at in the last line that did not only say that it had no answer, in order."""
    return _told_in(negotiation.scenario, negotiation.heard)


@once_for_each
def _told_in(scenario: Scenario, lines: tuple[str, ...]) -> list[_Point]:
    heard, topics = _last_answer(scenario, lines), {fact.id: fact.topic for fact in scenario.facts}
    points = [_Point(at, text, topics[fact], _words(text)) for at, text, fact in _found(scenario, heard)]
    why = ((heard.find(text), text, topic) for topic, text in scenario.reasons if text)
    return sorted([*points, *(_Point(at, text, topic, _words(text)) for at, text, topic in why if at >= 0)])


def _found(scenario: Scenario, heard: str) -> Iterator[tuple[int, str, str]]:
    """Each thing that the line told or hinted at: where it stood, in what text and of what fact."""
    spoken = heard.lower()
    for small, text, of in _texts_of(scenario).likely(spoken):
        at = _stands_at(small, spoken)
        if at >= 0:
            yield at, text, of
    for answer, of in _answers_of(scenario).likely(heard):
        if answer in heard:
            yield heard.find(answer), answer, of


@once_for_each
def _texts_of(scenario: Scenario) -> TextIndex[tuple[str, str, str]]:
    """What may be said of each fact that is not hidden: in small letters, as it is written, and the fact's id."""
    return TextIndex(
        (text.lower(), (text.lower(), text, fact.id))
        for fact in scenario.facts
        if fact.visibility is not Visibility.HIDDEN
        for text in (fact.exact, fact.in_other_words, fact.vague, fact.more)
        if text
    )


@once_for_each
def _answers_of(scenario: Scenario) -> TextIndex[tuple[str, str]]:
    """What else tells of a fact: answers to what its own words call for, and details; each with the fact's id."""
    hooks = ((hook.answer, hook.tells[0]) for hook in scenario.hooks if hook.tells)
    details = ((detail.answer, detail.of) for detail in scenario.details)
    return TextIndex((answer, (answer, of)) for answer, of in (*hooks, *details))


@once_for_each
def _last_answer(scenario: Scenario, lines: tuple[str, ...]) -> str:
    """The last of the lines that did not only say that it had no answer."""
    *earlier, heard = lines or ("",)
    while earlier and _had_no_answer(scenario, heard):
        heard = earlier.pop()
    return heard


def _stands_at(text: str, heard: str) -> int:
    """Where the text stands in the line, a short one only where a sentence begins; -1 where it does not."""
    at = heard.find(text)
    return at if at < 0 or len(text) >= _SENTENCE or _begins_there(heard, at) else -1


def _begins_there(heard: str, at: int) -> bool:
    """Whether a sentence begins at that place."""
    return at == 0 or heard[at - 2] in ".?!:"


def _had_no_answer(scenario: Scenario, heard: str) -> bool:
    """Whether the line said that it did not follow, or knew nothing."""
    lines = (line for act in _NO_ANSWERS for line in scenario.phrases.of(act, scenario.temper.style))
    return any(line in heard for line in lines)


def _words(text: str) -> set[str]:
    return {word for word in words_of(text.lower()) if len(word) > _SMALL and word.isalpha()} - ANYWHERE
