"""Whether the rep asked for a thing, in whatever words: who was only not understood is not told that it never did."""

import re
from collections.abc import Iterable, Iterator

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import may_be_on
from engine.reading.context import context_of
from engine.reading.read import said_of
from engine.reading.reading import Act, ReadAct, Reading
from engine.scenario.scenario import Fact, Scenario, Topic
from engine.scoring.asking import OPEN, QUESTIONS, is_closed_too
from engine.scoring.content import SHARED, asks_as_much, content
from engine.scoring.told import answered, details_in
from engine.strict.heard import PRIORITIES

_NEEDS = (PRIORITIES, Topic("must_haves"))
"""Topics for one of which a rep asks in words that may as well mean the other: "what has to be right for you?"."""
_ASKING_WORDS = frozenset(("what", "how", "why", "who", "whose", "when", "where", "which"))
_WORD = re.compile(r"[a-z]+")
_TIMES = content("year month week")
_PART = re.compile(r"[^.?!;]+\?")
"""A question, without the sentence before it."""
_OF_ANOTHER = re.compile(r"\b(?:he|she|him|her)\b", re.IGNORECASE)


def was_asked(negotiation: Negotiation, fact: Fact, *, guessed: bool = False) -> bool:
    """Whether an open question of the rep named the fact's topic, and did not only ask about terms beside it, or about
    somebody else: "how soon does she need it back?". `guessed` where one placed by its likeness will do.

    Where they went into something that they had told, that was what it asked: "how long does it take them?".
    """
    return any(
        fact.topic == read.topic and (guessed or not read.guessed)
        for reading, answer in answered(negotiation)
        for read in reading.acts
        if read.act in OPEN and not reading.offers and _is_to_them(read, reading)
        if not details_in(negotiation.scenario, answer)
    )


def was_asked_in_its_words(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether it was, and in words of the question that earns it: what was only taken to mean it does not show that.

    A question of hardly any words of content, "by when?", is asked in any words.
    """
    lines = (line.text for line in negotiation.lines if line.side == "rep")
    is_short = len(content(fact.ask)) < SHARED
    return was_asked(negotiation, fact, guessed=is_short) and (
        is_short or any(asks_as_much(line, fact.ask) for line in lines)
    )


def was_nearly_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether a question of the rep begins as the one that earns it does, and has half of its words of content.

    Words for a time aside: "next year" says nothing of what is asked.
    """
    begins, words = _beginning(fact.ask), content(fact.ask) - _TIMES
    lines = (line.text for line in negotiation.lines if line.side == "rep")
    asked = (part for line in lines for part in _PART.findall(line) if begins and begins == _beginning(part))
    return any(words and 2 * len(words & content(part)) >= len(words) for part in asked)


def _beginning(question: str) -> str:
    """The first word of the question that asks; empty where none does."""
    return next((word for word in _WORD.findall(question.casefold()) if word in _ASKING_WORDS), "")


def may_have_been_asked(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether it was, or whether any question may have meant it, taken for one on something else or for none."""
    return not unasked(negotiation, (fact,))


def unasked(negotiation: Negotiation, facts: Iterable[Fact]) -> list[Fact]:
    """Those of the facts that no question of the rep can have meant, in order."""
    asked = {read.topic for turn in negotiation.readings for read in turn.reading.acts if read.act in QUESTIONS}
    if any(turn.reading.has(Act.ASK_NEED) for turn in negotiation.readings) or not asked.isdisjoint(_NEEDS):
        asked |= {*_NEEDS}
    scenario = negotiation.scenario
    lines = [line.text for line in negotiation.lines if line.side == "rep"]
    questions = [question for line in lines for question in _questions(scenario, line)]
    return [
        fact
        for fact in facts
        if fact.topic not in asked
        and not any(asks_as_much(line, fact.ask) for line in lines)
        and not any(may_be_on(fact.topic, question, scenario.examples) for question in questions)
    ]


def _is_to_them(read: ReadAct, reading: Reading) -> bool:
    return not is_closed_too(read, reading) and not _OF_ANOTHER.search(read.span.text)


def _questions(scenario: Scenario, text: str) -> Iterator[str]:
    """The sentences that ask, their words as they are spelled; in a line without a mark all with a word that asks."""
    line = said_of(text, context_of(scenario)).line
    for sentence in line.sentences:
        words = line.words(sentence.start, sentence.end)
        if sentence.question or ("?" not in text and not _ASKING_WORDS.isdisjoint(words)):
            yield " ".join(words)
