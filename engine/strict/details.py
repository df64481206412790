"""What a rep asks of the facts one by one, "how old are they?", and the counterpart's answers."""

import re
from functools import lru_cache

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.known_questions import POINTING
from engine.reading.of_the_offer import compares_the_offer, is_of_the_offer
from engine.reading.phrases import Phrasebook
from engine.reading.reading import Act, Modality, ReadAct, Reading
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import classifier_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.manner import Detail
from engine.scenario.scenario import Examples, Fact, Scenario, Visibility
from engine.strict.answer_type import AnswerType, wanted
from engine.strict.detail_meant import Wording, is_on_another, like, questions_on
from engine.strict.hooks import ASKING, hooked
from engine.strict.knowledge import knowledge_of
from engine.strict.needs_asked import asks_what_speaks_against, is_on_the_topic
from engine.strict.open_doubts import was_said
from engine.strict.open_gates import is_settled_by_a_gate
from engine.strict.part import Part, Place, Step
from engine.strict.price_asked import only_asks_its_price
from engine.strict.reasons import wants_a_reason
from engine.strict.recollection import (
    asks_at_the_table,
    has_more_to_tell,
    is_at_all_like,
    plainly_another,
    surely_recalled,
)
from engine.strict.trying import is_part_of_an_invitation
from engine.strict.types_given import TOLD_BY_WORDS, answers, gives
from engine.terms.money import format_money

MOST_DETAILS = 2
"""How many details one turn tells."""
_SURE = 2
"""Words of a wording from which it asks for its detail whatever topic the question is taken to name."""


_BRIEF = 6
"""Tokens of a question that may say nothing of what it is on."""
_PUT_BY_NOBODY = (Modality.ECHO, Modality.REJECTED)
_PROPOSING = re.compile(
    r"^\W*(?:(?:and|so|ok|well)\W+)*(?:would you (?:like|care) to|do you want (?:me )?to|want (?:me )?to|shall (?:we|i)"
    r"|should (?:we|i)|(?:can|could|may) (?:we|i))\b"
)
"""How a question begins that proposes something, whatever it names."""


def go_into(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The details that the line asks for, each after the fact that it belongs to where that is not told yet."""
    if not negotiation.scenario.details:
        return None
    parts: list[Part] = []
    found = ((detail_asked(negotiation, read, reading), read.span.start) for read in reading.acts)
    asked: dict[Detail, int] = {}
    for detail, at in found:
        if detail is not None:
            asked.setdefault(detail, at)
    for detail, at in asked.items():
        if len(parts) >= MOST_DETAILS:
            break
        fact = _fact(negotiation, detail)
        is_settled = is_settled_by_a_gate(negotiation.scenario, mood, fact.topic)
        if not (detail.alone or is_settled or _is_open(negotiation, detail)):
            mood = mood._replace(told=(*mood.told, fact.id))
            parts.append(Part(Place.ANSWER, text=fact.exact, needed=True, at=at))
        parts.append(_said(negotiation, detail.answer)._replace(needed=not parts, at=at))
    return Step(mood, tuple(parts)) if parts else None


def _said(negotiation: Negotiation, answer: str) -> Part:
    if was_said(negotiation, answer):
        return Part(Place.ANSWER, "TELL_AGAIN", (("fact", answer),))
    return Part(Place.ANSWER, text=answer)


def detail_asked(negotiation: Negotiation, read: ReadAct, reading: Reading) -> Detail | None:
    """The detail that the question asks for, of a fact that is told or that it earns; None where there is none."""
    if read.act not in ASKING or not negotiation.scenario.details or not read.span.text:
        return None
    found = _asked(negotiation, read, reading)
    return found if found is None or is_at_all_like(negotiation, read, found) else None


@once_for_each
def _asked(negotiation: Negotiation, read: ReadAct, reading: Reading) -> Detail | None:
    if _is_meant_otherwise(negotiation, read, reading):
        return None
    if _is_for_what_it_takes(negotiation, read, reading):
        surely = surely_recalled(negotiation, read, reading) if read.topic is None else None
        return surely.detail if surely is not None else None
    scenario, known = negotiation.scenario, knowledge_of(negotiation.scenario).details
    worded = _found(scenario.details_asked, read.span.text)
    says_enough = bool(worded) and _says_what_it_is_on(scenario, read)
    fitting = [
        (gives(detail.answer, read.span.text), _was_just_on(negotiation, detail), worded[name].length, detail)
        for name, detail in (known.items() if worded else ())
        if name in worded
        and _may_be_told(negotiation, detail, read, worded[name], reading)
        and (says_enough or _was_just_on(negotiation, detail))
        and _is_of_the_type(scenario, detail, worded[name], read.span.text)
    ]
    _, just_on, _, best = max(fitting, key=lambda one: one[:3], default=(False, False, 0, None))
    another = plainly_another(negotiation, read, best.id) if best is not None else None
    if another is not None and another.detail is not None:
        return another.detail
    if another is not None:
        best, just_on = None, False
    if just_on:
        return best
    if _is_part_of_another(read, reading) or _is_for_the_table(read, reading) or asks_at_the_table(read, reading):
        return None
    surely = surely_recalled(negotiation, read, reading)
    if surely is not None:
        return surely.detail or best
    nearest = like(negotiation, read, worded)
    is_new = nearest is not None and not was_said(negotiation, nearest.answer)
    return nearest if is_new else best


def _is_for_what_it_takes(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question asks what a yes would take, or so names what there is something to tell on."""
    needs = (other.span for other in reading.acts if other.act is Act.ASK_NEED)
    return any(map(read.span.holds, needs)) and (read.topic is None or has_more_to_tell(negotiation, read))


def _is_of_the_type(scenario: Scenario, detail: Detail, wording: Wording, question: str) -> bool:
    """Whether the detail answers what the question wants, or the wording in it asks for just that.

    A wording may reach over "how long": times and sums are told by the words of the answer.
    """
    kind = wanted(question)
    if kind is None or (wording.wants is kind and kind not in TOLD_BY_WORDS):
        return True
    return answers(detail.answer, question, questions_on(scenario, detail.id))


def _says_what_it_is_on(scenario: Scenario, read: ReadAct) -> bool:
    """Whether the question is no short one without a telling word, which is on what was just told: "since when?"."""
    words = words_of(read.span.text.lower())
    return read.topic is not None or len(words) > _BRIEF or bool(classifier_of(scenario.examples).telling(words))


def _is_part_of_another(read: ReadAct, reading: Reading) -> bool:
    """Whether the words stand inside a longer question, which says what is asked."""
    others = (other.span for other in reading.acts if other.act in ASKING)
    return any(span != read.span and span.holds(read.span) and span.end >= read.span.end for span in others)


def _is_for_the_table(read: ReadAct, reading: Reading) -> bool:
    """Whether the question is on no topic by name, and likely asks for something at the table."""
    if read.topic is not None and not read.guessed:
        return False
    likely = (other.span for other in reading.acts if other.guessed and other.act not in ASKING)
    return any(map(read.span.meets, likely))


def _was_just_on(negotiation: Negotiation, detail: Detail) -> bool:
    """Whether the last line told the detail's fact, said yes to it, or told something else that is asked of it."""
    heard, known = negotiation.last_heard.lower(), knowledge_of(negotiation.scenario)
    fact = known.facts[detail.of]
    told = (fact.exact, fact.more, *(one.answer for one in known.of_fact[detail.of]))
    return any(text and text.lower() in heard for text in told) or _was_just_confirmed(negotiation, fact)


def _was_just_confirmed(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether the rep's line before this one got a yes to the fact, and nothing more."""
    if not (fact.yes_or_no and fact.holds and fact.id in negotiation.mood.hinted and negotiation.earlier_readings):
        return False
    return any(
        read.act is Act.ASK_CLOSED and read.topic == fact.topic for read in negotiation.earlier_readings[-1].acts
    )


def _is_meant_otherwise(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question wants a reason for a price, something said again, or what a line of its called for, or
    only proposes something: "would you like to sit in it?"."""
    if wants_a_reason(negotiation, read, reading) or hooked(negotiation, read) is not None:
        return True
    if is_of_the_offer(read, reading) or compares_the_offer(read, reading) or only_asks_its_price(read, reading):
        return True
    if is_part_of_an_invitation(negotiation, read):
        return True
    if read.act is Act.ASK_CLOSED and _PROPOSING.match(read.span.text.lower()):
        return True
    meant = (Act.ASK_AGAIN,) if wanted(read.span.text) is AnswerType.PERSON else (Act.ASK_AGAIN, Act.ASK_SALE)
    others = (other.span for other in reading.acts if other.act in meant)
    is_against = read.act is not Act.ASK_CLOSED and asks_what_speaks_against(read.span.text)
    put_in = () if is_against else [offer.span for offer in reading.offers if offer.modality not in _PUT_BY_NOBODY]
    return any(map(read.span.holds, (*others, *put_in)))


def _may_be_told(negotiation: Negotiation, detail: Detail, read: ReadAct, wording: Wording, reading: Reading) -> bool:
    """Whether the question means that fact, and the fact is told or comes out with its answer.

    "What happens with it?" means what was told last.
    """
    fact, mood = _fact(negotiation, detail), negotiation.mood
    if read.act is Act.ASK_CLOSED and was_said(negotiation, detail.answer):
        return False
    is_on_it = is_on_the_topic(negotiation.scenario, read.topic, fact.topic)
    if _is_open(negotiation, detail):
        just_on = _was_just_on(negotiation, detail)
        is_plain = wording.length >= _SURE and (just_on or not wording.points)
        is_plain = is_plain and (just_on or not is_on_another(negotiation, read, fact.topic))
        if is_on_it or is_plain or (read.topic is None and just_on):
            return True
    if detail.alone:
        is_named = any(other.topic == fact.topic for other in reading.acts)
        return is_on_it or (wording.length >= _SURE and (is_named or not wording.points))
    is_covered = any(fact.id in other.covers for other in negotiation.scenario.facts)
    return is_on_it and mood.trust >= fact.min_trust and not is_covered


def _is_open(negotiation: Negotiation, detail: Detail) -> bool:
    """Whether the detail's fact is known, or the last line told what stands without it and trust is enough for more."""
    fact, mood = _fact(negotiation, detail), negotiation.mood
    if _is_known(mood, fact) or _is_quoted(negotiation, fact):
        return True
    return mood.trust >= fact.min_trust and _was_just_on(negotiation, detail)


def _is_quoted(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether the fact is that of another's quote, which was named beside an offer."""
    rival = negotiation.scenario.rival
    if rival is None or fact.visibility is Visibility.HIDDEN or not was_said(negotiation, rival.text):
        return False
    return format_money(rival.quoted, negotiation.scenario.currency) in fact.exact


def _is_known(mood: Mood, fact: Fact) -> bool:
    """Whether the fact has been told, or a question for a yes or no got a yes."""
    return fact.id in mood.told or (fact.yes_or_no and fact.holds and fact.id in mood.hinted)


def _fact(negotiation: Negotiation, detail: Detail) -> Fact:
    return knowledge_of(negotiation.scenario).facts[detail.of]


@once_for_each
def _found(asked: tuple[Examples, ...], question: str) -> dict[str, Wording]:
    """The details that wordings in the question ask for, each with the longest."""
    words = words_of(question.lower())
    hits = sorted(book_of(asked).find(words), key=lambda hit: hit.end - hit.start)
    return {
        hit.label: Wording(
            hit.end - hit.start,
            not POINTING.isdisjoint(words[hit.start : hit.end]),
            wanted(" ".join(words[hit.start : hit.end])),
        )
        for hit in hits
    }


@once_for_each
def book_of(asked: tuple[Examples, ...]) -> Phrasebook[str]:
    """The wordings of a pack's details, to be looked up in a question."""
    return _made(asked)


@lru_cache(maxsize=16)
def _made(asked: tuple[Examples, ...]) -> Phrasebook[str]:
    """One for equal wordings, as of a pack and of the same pack that a run has pinned."""
    return Phrasebook((examples.topic, examples.wordings) for examples in asked)
