"""What the rep's line asks of the counterpart: topics, each openly or for a yes or no."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import last_choice
from engine.reading.of_the_offer import compares_the_offer, is_of_the_offer
from engine.reading.reading import Act, Modality, ReadAct, Reading, Span
from engine.scenario.manner import Detail
from engine.scenario.scenario import Topic
from engine.strict.absent_asked_after import absent_asked_after, asks_who_that_is
from engine.strict.came_of_it import asks_what_came_of_it
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
from engine.strict.hooks import hooked
from engine.strict.knowledge import knowledge_of
from engine.strict.leave import only_gives_leave
from engine.strict.needs_asked import asks_which_need, is_new_need, need_asked_about
from engine.strict.nothing_tabled import asks_when_to_buy
from engine.strict.open_doubts import open_objections, was_just_raised
from engine.strict.price_asked import is_answered_by_its_price
from engine.strict.reasons import asks_for_a_reason, wants_a_reason
from engine.strict.trying import is_part_of_an_invitation
from engine.strict.unplaced import has_lines

_ASKS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_ANSWERED_AT_THE_TABLE = (
    Act.ASK_SALE, Act.ASK_OFFER, Act.NEXT_STEP, Act.ASK_AFTER, Act.CHAT, Act.REJECT, Act.PRESSURE, Act.INSULT,
    Act.INJECTION, Act.OFF_TOPIC, Act.INVITE_DOUBT, Act.ASK_LEAVE, Act.FINANCE_OFFER, Act.ASK_TIME,
)  # fmt: skip
"""Acts whose question, if they ask one, gets its answer elsewhere."""
_KIND = frozenset({Act.RAPPORT})
_WHOLE = 5
"""Words from which a question beside a kind word is one, and no part of it."""
_INVITING = (Act.INVITE_DOUBT, Act.ASK_OFFER)
_ASKING_BACK = (Act.ASK_AGAIN, Act.ASK_NEED)
_PROPOSING = (Act.NEXT_STEP, Act.ASK_SALE, Act.ASK_OFFER, Act.ASK_LEAVE, Act.INVITE_DOUBT)
CHOOSE = "CHOOSE"
"""The act with which it says which of several packages it would rather have."""


_LEADING_ON = re.compile(r"\W*(?:let(?:'|’)?s|still)\b", re.IGNORECASE)
"""How somebody leads over without asking, or adds to a question: "let's talk about the car", "still 190?"."""
_EITHER = re.compile(r"\W*is (?:it|that)\b[^?]*\bor\b", re.IGNORECASE)
"""How a question for what a yes takes goes on: "what's stopping you, is it the budget or the car?"."""
_WHEN_TO = ("when can", "when could", "when shall", "when would", "when do we", "when might")
"""How a question for a time begins that really proposes a step."""
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
    it names this topic and no other. `text` is its words. `is_guessed` where only likeness tells the
    topic.
    """

    topic: Topic | None
    is_open: bool
    is_named: bool = True
    asks_why: bool = False
    is_plain: bool = True
    is_again: bool = False
    text: str = ""
    is_guessed: bool = False


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
        if read.act not in _ASKS:
            continue
        detail = detail_asked(negotiation, read, reading)
        if detail is not None:
            gone_into = _topic_of(negotiation, detail) if points_back(read) else None
        if _is_answered_otherwise(negotiation, read, reading) or _is_left_out(negotiation, read, reading):
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
            plain = _is_plain(read, reading)
            text = read.span.text
            yield (
                read.span,
                Question(topic, is_open, is_named and not is_half, why, plain, is_again, text, read.guessed),
            )


def _is_part_of_one_on_a_topic(read: ReadAct, reading: Reading) -> bool:
    """Whether the words stand in a question that says what it is on: the "what else" of "what else must be right?"."""
    named = (other.span for other in reading.acts if other.act in _ASKS and other.topic is not None)
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
    if read.topic is not None and not (read.guessed and points_back(read)):
        has_facts = bool(negotiation.scenario.earned_on(read.topic)) or is_new_need(negotiation, read.topic)
        return read.topic if has_facts else topic_of_shared_words(negotiation, read) or read.topic
    if absent is not None:
        return absent
    meant = _meant_topic(negotiation, reading, read)
    return meant or (None if negotiation.mood.told else read.topic)


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
    holding = (other.span for other in reading.acts if other.act in _ASKS and other.span.holds(read.span))
    text = max((span.text for span in holding), key=len, default=read.span.text)
    beside = _BESIDE.search(text)
    after = _AFTER.search(text) if beside is None else None
    left_out = beside[0] if beside is not None else after[1] if after is not None else ""
    if not left_out:
        return False
    words = dict(negotiation.scenario.topics).get(read.topic, ())
    rest = text.replace(left_out, " ").lower()
    return any(word in left_out.lower() for word in words) and not any(word in rest for word in words)


def _is_answered_otherwise(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    return (
        _is_only_the_form(negotiation, read, reading)
        or is_part_of_an_invitation(negotiation, read)
        or compares_the_offer(read, reading)
        or (read.guessed and (_LEADING_ON.match(read.span.text) is not None or _is_beside_the_greeting(read, reading)))
        or (reading.has(Act.ASK_NEED) and _EITHER.match(read.span.text) is not None)
        or (is_of_the_offer(read, reading) and (read.topic is None or read.guessed))
        or _is_answered_back(negotiation, read, reading)
        or _only_probes(negotiation, read, reading)
        or _only_names_the_deal(negotiation, read, reading)
        or is_answered_by_its_price(negotiation, read, reading)
        or _asks_to_choose(negotiation, read, reading)
        or only_gives_leave(negotiation, read.span.text)
        or (read.guessed and read.act is Act.ASK_CLOSED and asks_for_a_reason(negotiation, reading))
    )


def _asks_to_choose(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question puts packages to choose from, or only asks which of them it would be."""
    if any(read.span.holds(offer.span) for package in reading.packages for offer in package.offers):
        return True
    asked = any(other.act is Act.ASK_CHOICE and read.span.holds(other.span) for other in reading.acts)
    return asked and (bool(reading.packages) or (read.topic is None and asks_which(negotiation, reading)))


def asks_what_it_takes(reading: Reading) -> bool:
    """Whether the line asks what a yes would take, and not for something that it names."""
    return _asks(reading, Act.ASK_NEED)


def asks_which(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether all that the line asks is which of the packages offered before the counterpart would rather have."""
    if reading.offers or not _asks(reading, Act.ASK_CHOICE) or not has_lines(negotiation.scenario, CHOOSE):
        return False
    return last_choice(negotiation) is not None


def _asks(reading: Reading, act: Act) -> bool:
    """Whether the line asks so, and not for something that it names."""
    asked = [read.span for read in reading.acts if read.act is act]
    named = [read.span for read in reading.acts if read.act in _ASKS and read.topic is not None] if asked else []
    return any(not any(other.holds(span) for other in named) for span in asked)


def is_answered_back(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line asks to hear something again, for a reason, what a yes takes, or what a line called for."""
    if reading.has(*_ASKING_BACK) or asks_for_a_reason(negotiation, reading) or asks_which(negotiation, reading):
        return True
    if asks_what_came_of_it(negotiation, reading):
        return True
    return any(
        read.act in _ASKS
        and (
            is_part_of_an_invitation(negotiation, read)
            or hooked(negotiation, read)
            or detail_asked(negotiation, read, reading)
        )
        for read in reading.acts
    )


def _is_answered_back(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether that question of the line is of such a kind, or the same words on the same topic are."""
    if detail_asked(negotiation, read, reading) is not None:
        return True
    same = (other for other in reading.acts if other.act in _ASKS and other.span == read.span)
    if any(other.topic == read.topic and hooked(negotiation, other) is not None for other in same):
        return True
    if reading.kinds.isdisjoint(_ASKING_BACK):
        return wants_a_reason(negotiation, read, reading) or hooked(negotiation, read) is not None
    back = [other.act for other in reading.acts if other.act in _ASKING_BACK and read.span.holds(other.span)]
    if Act.ASK_AGAIN in back or (back and read.topic is None):
        return True
    return wants_a_reason(negotiation, read, reading) or hooked(negotiation, read) is not None


def _is_plain(read: ReadAct, reading: Reading) -> bool:
    """Whether the question is on one topic alone."""
    beside = (other for other in reading.acts if other.act is read.act and other.span == read.span)
    return all(other.topic == read.topic for other in beside)


def _only_probes(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a closed question asks what something put into the deal would do: "would a 2 year term help?".

    One that sounds like a question on a topic may also only put up a price: "61,500 for 94 seats?".
    """
    price = negotiation.scenario.price_issue.id
    probed = (offer for offer in reading.offers if offer.modality is Modality.PROBE)
    probes = [offer.span for offer in probed if offer.issue != price or read.guessed]
    return read.act is Act.ASK_CLOSED and any(read.span.holds(span) for span in probes)


def _only_names_the_deal(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a yes or no is wanted to a deal of which the topic is only a part: "shall I write it up with mats?"."""
    is_closed = any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts)
    if not is_closed or read.topic not in {str(issue.id) for issue in negotiation.scenario.issues}:
        return False
    price = negotiation.scenario.price_issue.id
    spans = [offer.span for offer in reading.offers if offer.issue == price]
    spans += [other.span for other in reading.acts if other.act is Act.ASK_SALE]
    return any(map(read.span.holds, spans))


def _asks_why(read: ReadAct) -> bool:
    """Whether a follow-up wants a reason or a detail and does not just invite to go on: "why?", "and what did he?"."""
    words = {word.strip("?!.,") for word in read.span.text.lower().split()}
    return read.act is Act.FOLLOW_UP and bool(words) and _INVITING_ON.isdisjoint(words)


def _is_on_a_doubt(negotiation: Negotiation, topic: Topic | None) -> bool:
    return any(doubt.topic == topic for doubt in open_objections(negotiation.scenario, negotiation.mood))


def _is_beside_the_greeting(read: ReadAct, reading: Reading) -> bool:
    """Whether what only sounds like a question goes on from one after the way here or how things are, or is that."""
    after = [other.span for other in reading.acts if other.act is Act.ASK_AFTER]
    return bool(after) and (read.act is Act.ASK_CLOSED or any(map(read.span.holds, after)))


def _is_only_the_form(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a question really proposes or invites: "shall we call her?", "what worries you most?"."""
    if asks_when_to_buy(negotiation, read, reading):
        return False
    wanted = (*_PROPOSING, Act.ASK_AFTER) if read.act is Act.ASK_CLOSED else _INVITING if read.topic is None else ()
    if read.act is Act.FOLLOW_UP and read.topic is None and reading.has(Act.INVITE_DOUBT):
        return True
    if read.act is Act.ASK_OPEN and read.span.text.lower().startswith(_WHEN_TO):
        wanted = (*wanted, Act.NEXT_STEP)
    proposals = [other.span for other in reading.acts if other.act in wanted]
    return any(read.span.start <= span.start < read.span.end and span.text for span in proposals)


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


def wants_an_answer(reading: Reading) -> bool:
    """Whether the line asks something that the counterpart has nothing on, and says nothing else to react to.

    A kind word before it is not what it asks.
    """
    if reading.offers or reading.has(*_ANSWERED_AT_THE_TABLE):
        return False
    kind = [read.span for read in reading.acts if read.act in _KIND]
    asked = [read.span for read in reading.acts if read.act in _ASKS]
    if not kind:
        return bool(asked)
    return any(len(span.text.split()) >= _WHOLE and not any(map(span.holds, kind)) for span in asked)
