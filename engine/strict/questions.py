"""What the rep's line asks of the counterpart: topics, each openly or for a yes or no."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading, Span
from engine.scenario.manner import Detail
from engine.scenario.scenario import Topic
from engine.strict.absent_asked_after import absent_asked_after, asks_who_that_is
from engine.strict.answered_elsewhere import ASKS, is_answered_elsewhere
from engine.strict.details import detail_asked
from engine.strict.heard import (
    PRIORITIES,
    asks_once_more,
    asks_what_matters_more,
    asks_when_it_was,
    goes_into_a_doubt,
    goes_into_it,
    points_back,
    topic_of_last_line,
    topic_of_shared_words,
)
from engine.strict.knowledge import knowledge_of
from engine.strict.needs_asked import asks_which_need, is_new_need, need_asked_about
from engine.strict.open_doubts import open_objections, was_just_raised
from engine.strict.recollection import is_guessed_wrong, is_named_by_chance, surely_recalled

_WANTED = re.compile(r"\b(?:who|when|where|why|how (?:many|much|long|soon)|how|what|which)\b")
_COUNTING = re.compile(r"how (?:many|much)")
_BESIDE = re.compile(
    r"\b(?:besides?|besids|apart from|aside from|other than|beyond|except(?: for)?)\b(?:\W+\w+){1,4}", re.IGNORECASE
)
"""What a question leaves out: "what else, besides the price?"."""
_HALF = re.compile(r"\W*and\b", re.IGNORECASE)
"""How the second half of a question begins."""
_FEW = 3
"""Words up to which such a half says nothing of its own: "and why?"."""
_AFTER = re.compile(r"\b(?:else|next|second|other|comes|then)\b[^?]*?\b(after\b(?:\W+\w+){1,4})", re.IGNORECASE)
"""What a question leaves out behind what it asks for: "what else is on your list after the price?"."""
_INVITING_ON = frozenset({"more", "else", "on", "expand", "such", "like", "then", "about", "understand"})
"""Words of a follow-up that leaves open what it wants to hear."""


class Question(NamedTuple):
    """A question on a topic; None where it follows up without naming one. `is_open` when it leaves room to tell.

    `is_named` where the line names the topic; otherwise it follows from what was said before. `asks_why` where it only
    asks for the reason of that, `is_again` where what was told is the answer. `is_plain` where a yes or no answers it:
    it names this topic and no other. `text` is its words, `at` where in the line they begin. `is_guessed`
    where only likeness tells the topic.
    """

    topic: Topic | None
    is_open: bool
    is_named: bool = True
    asks_why: bool = False
    is_plain: bool = True
    is_again: bool = False
    text: str = ""
    is_guessed: bool = False
    at: int = 0


def questions_in(negotiation: Negotiation, reading: Reading) -> tuple[Question, ...]:
    """The line's questions in order, each topic once; small talk asks for nothing.

    Of one that names several topics the first comes in its place, the others after what else the line asks.
    """
    found: dict[Topic | None, Question] = {}
    first: dict[Span, Topic | None] = {}
    for span, question in _asked(negotiation, reading):
        if question.is_guessed and span in first:
            continue
        before = found.get(question.topic, question)
        found[question.topic] = before if before.is_open else question
        first.setdefault(span, question.topic)
    if len(found) <= len(first):
        return tuple(found.values())
    leading = set(first.values())
    return tuple(sorted(found.values(), key=lambda question: question.topic not in leading))


def _asked(negotiation: Negotiation, reading: Reading) -> Iterator[tuple[Span, Question]]:
    """The questions that are answered here; the second half of one that goes into what was just said is on the same,
    unless it names what it is on: "What happened after that, and what did you change?"."""
    gone_into: Topic | None = None
    asked_before, before = False, None
    for read in reading.acts:
        if read.act not in ASKS:
            continue
        detail = detail_asked(negotiation, read, reading)
        if detail is not None:
            gone_into = _topic_of(negotiation, detail) if points_back(read) else None
        if is_answered_elsewhere(negotiation, read, reading) or _is_left_out(negotiation, read, reading):
            continue
        if read.act is Act.FOLLOW_UP and read.topic is None and _is_part_of_one_on_a_topic(read, reading):
            continue
        is_bare = read.topic is None and _HALF.match(read.span.text) and len(read.span.text.split()) <= _FEW
        if is_bare and asked_before:
            gone_into = before
            if before is None:
                continue
        if read.guessed and asked_before and before is not None and points_back(read):
            gone_into = before
        is_half = gone_into is not None and (read.guessed or bool(is_bare)) and _HALF.match(read.span.text) is not None
        topic = gone_into if is_half else _topic(negotiation, reading, read)
        if points_back(read) and topic != read.topic:
            gone_into = topic
        asked_before, before = True, topic
        if topic is not None or (read.act is Act.FOLLOW_UP and not reading.has(Act.RAPPORT, Act.OFF_TOPIC, Act.CHAT)):
            why = read.topic is None and _asks_why(read) and not _is_on_a_doubt(negotiation, topic)
            is_open = read.act is not Act.ASK_CLOSED or read.topic is None or topic == PRIORITIES
            is_named = read.topic is not None and topic == read.topic
            is_again = asks_once_more(negotiation) or (topic == read.topic and _asks_again(negotiation, read, reading))
            is_again = is_again or _only_wants_a_yes_to_it(negotiation, read, reading)
            plain = _is_plain(read, reading)
            text, at = read.span.text, read.span.start
            yield (
                read.span,
                Question(topic, is_open, is_named and not is_half, why, plain, is_again, text, read.guessed, at),
            )


def _only_wants_a_yes_to_it(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a yes or no is asked for on what was talked of last and is told: "would that be a help to you?"."""
    if read.act is not Act.FOLLOW_UP or read.topic is None:
        return False
    if not any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts):
        return False
    known = negotiation.scenario.earned_on(read.topic)
    return bool(known) and all(fact.id in negotiation.mood.told for fact in known)


def left_over(negotiation: Negotiation, reading: Reading) -> str:
    """The first open question of the line that is on nothing the counterpart knows of; empty where there is none."""
    for read in reading.acts:
        if read.act is not Act.ASK_OPEN or read.topic is not None or _is_in_another(read, reading):
            continue
        if not is_answered_elsewhere(negotiation, read, reading) and _topic(negotiation, reading, read) is None:
            return read.span.text
    return ""


def _is_in_another(read: ReadAct, reading: Reading) -> bool:
    """Whether the words are part of another question of the line, or hold one."""
    others = (other for other in reading.acts if other.act in ASKS and other is not read)
    return any(one.span.meets(read.span) for one in others)


def _is_part_of_one_on_a_topic(read: ReadAct, reading: Reading) -> bool:
    """Whether the words stand in a question that says what it is on: the "what else" of "what else must be right?"."""
    named = (other.span for other in reading.acts if other.act in ASKS and other.topic is not None)
    return any(span.holds(read.span) and span.end >= read.span.end for span in named)


def _topic_of(negotiation: Negotiation, detail: Detail) -> Topic:
    return knowledge_of(negotiation.scenario).facts[detail.of].topic


def _topic(negotiation: Negotiation, reading: Reading, read: ReadAct) -> Topic | None:
    """What the question is on; "how come?" rather goes into what was just told than into what it sounds like, and "how
    often does that happen?" is on nothing else."""
    if asks_what_matters_more(negotiation, read) or asks_which_need(negotiation, read, reading):
        return PRIORITIES
    if asks_when_it_was(read):
        return topic_of_last_line(negotiation, read) or read.topic
    needed = need_asked_about(negotiation, read, reading)
    if needed is not None:
        return needed
    absent = absent_asked_after(negotiation, reading, read)
    if absent is not None and read.guessed and asks_who_that_is(read):
        return absent
    is_guess = read.guessed and (points_back(read) or is_guessed_wrong(negotiation, read))
    is_guess = is_guess or is_named_by_chance(negotiation, read)
    if read.topic is not None and not is_guess:
        has_facts = bool(negotiation.scenario.earned_on(read.topic)) or is_new_need(negotiation, read.topic)
        return read.topic if has_facts else topic_of_shared_words(negotiation, read) or read.topic
    if absent is not None:
        return absent
    surely = surely_recalled(negotiation, read, reading)
    if surely is not None and surely.detail is None and not _names_an_offer(read, reading):
        return surely.topic
    meant = _meant_topic(negotiation, reading, read)
    return meant or (None if negotiation.mood.told else read.topic)


def _names_an_offer(read: ReadAct, reading: Reading) -> bool:
    """Whether the question puts something forward: "and 4,000 for the old one?"."""
    return any(read.span.holds(offer.span) for offer in reading.offers)


def _asks_again(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether what was told on the topic is the answer, for something else that it names.

    Whoever asks "who?" wants to hear again who it is, and not what goes beyond that.
    """
    facts = [fact for fact in negotiation.scenario.facts if fact.topic == read.topic]
    asked = _wanted(read.span.text)
    if _COUNTING.match(asked) and any(_has_number(fact.exact) and not _has_number(fact.more) for fact in facts):
        return True
    if any(asked == _wanted(fact.ask) != _wanted(fact.then) for fact in facts if fact.ask and fact.then and asked):
        return True
    told = " ".join(fact.exact for fact in facts).lower()
    beside = {other.topic for other in reading.acts if other.span == read.span} - {read.topic, None}
    words = (word for topic, words in negotiation.scenario.topics if topic in beside for word in words)
    return any(word in told for word in words)


def _wanted(question: str) -> str:
    """The word of a question that says what it wants to know: a person, a time, a number; empty where it has none."""
    found = _WANTED.search(question.lower())
    return found[0] if found else ""


def _has_number(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _is_left_out(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question names its topic only to ask for what there is beside it."""
    if read.topic is None:
        return False
    holding = (other.span for other in reading.acts if other.act in ASKS and other.span.holds(read.span))
    text = max((span.text for span in holding), key=len, default=read.span.text)
    beside = _BESIDE.search(text)
    after = _AFTER.search(text) if beside is None else None
    left_out = beside[0] if beside is not None else after[1] if after is not None else ""
    if not left_out:
        return False
    words = dict(negotiation.scenario.topics).get(read.topic, ())
    rest = text.replace(left_out, " ").lower()
    return any(word in left_out.lower() for word in words) and not any(word in rest for word in words)


def _is_plain(read: ReadAct, reading: Reading) -> bool:
    """Whether the question is on one topic alone."""
    beside = (other for other in reading.acts if other.act is read.act and other.span == read.span)
    return all(other.topic == read.topic for other in beside)


def _asks_why(read: ReadAct) -> bool:
    """Whether a follow-up wants a reason or a detail and does not just invite to go on: "why?", "and what did he?"."""
    words = {word.strip("?!.,") for word in read.span.text.lower().split()}
    return read.act is Act.FOLLOW_UP and bool(words) and _INVITING_ON.isdisjoint(words)


def _is_on_a_doubt(negotiation: Negotiation, topic: Topic | None) -> bool:
    return any(doubt.topic == topic for doubt in open_objections(negotiation.scenario, negotiation.mood))


def _meant_topic(negotiation: Negotiation, reading: Reading, read: ReadAct) -> Topic | None:
    """What an open question without a topic is about: the doubt just raised or acknowledged, or what it follows up."""
    if read.act is Act.ASK_CLOSED:
        return topic_of_last_line(negotiation, read) if goes_into_it(negotiation, read) else None
    is_of_terms = any(offer.span.start < read.span.start for offer in reading.binding())
    for doubt in () if is_of_terms else open_objections(negotiation.scenario, negotiation.mood):
        is_meant = was_just_raised(negotiation, doubt) and goes_into_a_doubt(negotiation, read)
        if is_meant or reading.has(Act.ACKNOWLEDGE, Act.APOLOGISE):
            return doubt.topic
    told = topic_of_last_line(negotiation, read)
    if told is not None or read.act is not Act.FOLLOW_UP:
        return told
    named = [act.topic for act in reading.acts if act.topic is not None and act.span.start < read.span.start]
    return named[-1] if named else _topic_before(negotiation)


def _topic_before(negotiation: Negotiation) -> Topic | None:
    """What the rep's line before this one was about; None where it was about nothing."""
    earlier = negotiation.earlier_readings
    topics = [act.topic for act in earlier[-1].acts if act.topic is not None] if earlier else []
    return topics[-1] if topics else None
