"""What the counterpart tells when it is asked: open questions earn facts, closed ones a yes or a no. Never a lie.

What it volunteers it tells however it is asked.
"""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.tokens import words_of
from engine.scenario.scenario import Fact, Objection, Scenario, Topic, Visibility
from engine.strict.answered_elsewhere import is_answered_back, wants_an_answer
from engine.strict.caring import cares_for, topic_name
from engine.strict.heard import PRIORITIES, goes_into_last_line
from engine.strict.held_to_likeness import held_to_likeness
from engine.strict.held_to_type import held_to_type
from engine.strict.needs_asked import asks_how_much_it_matters
from engine.strict.open_doubts import is_taken_up, open_objections, taken_up, was_said
from engine.strict.open_gates import is_settled_by_a_gate, said_by_absent, told_of_absent
from engine.strict.part import NO_ANSWERS, UNKNOWNS, Part, Place, Step, again
from engine.strict.price_asked import asks_its_price, has_named_list_price, is_about_the_table, own_terms
from engine.strict.questions import Question, left_over, questions_in
from engine.strict.unplaced import (
    asks_for_more,
    beside_an_answer,
    beyond_what_was_told,
    has_lines,
    is_not_followed,
    left_open,
    unknown,
)

MOST_ANSWERS = 2
"""How many facts one turn tells; a person asked five things at once answers two."""

_RUN = 3
"""Words in a row that two lines share only where one takes up the other."""
_NAMING = 6
"""Words up to which a fact names a need and tells nothing of it."""
_NUMBER = re.compile(r"\d[\d,.]*")

_PRESENTING = frozenset({Act.PRESENT, Act.CLAIM})
_NOT_BESIDE = ("NO_ANSWER", "TELL_AGAIN")
"""What is not said beside another answer."""
ANSWERED = _PRESENTING | {Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.ASK_OFFER, Act.ASK_LEAVE}
"""Acts to which there may be an answer."""


def answer_questions(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The mood with what was told, and the answers to the rep's questions in the order they were asked."""
    answers: list[Part] = []
    for question in questions_in(negotiation, reading):
        if sum(part.act not in NO_ANSWERS for part in answers) >= MOST_ANSWERS:
            break
        if _is_told_already(negotiation, mood, question) or _is_of_what_is_put_in(reading, question):
            continue
        answer = held_to_type(negotiation, mood, question, _answer(negotiation, mood, question))
        mood, said = held_to_likeness(negotiation, reading, mood, question, answer, is_first=not answers)
        fitted = (_to_what_was_asked(negotiation.scenario, part, question) for part in said)
        said = tuple([part._replace(at=question.at) for part in fitted])
        answers += [_second(part) for part in said if part.act not in _NOT_BESIDE] if answers else said
    told = [part for part in answers if part.act not in NO_ANSWERS]
    answers = told[:MOST_ANSWERS] if len(told) > 1 else answers
    if len(answers) > 1 and answers[0].act == "NO_ANSWER":
        answers = answers[1:]
    if not answers:
        answers = said_by_absent(negotiation, mood)
    if not answers:
        mood, answers = _put_right(negotiation, reading, mood)
    if not answers and is_answered_back(negotiation, reading):
        return Step(mood)
    if not answers and wants_an_answer(reading) and not is_about_the_table(negotiation, reading):
        answers = [Part(Place.ANSWER, _nothing_known(negotiation, reading), needed=True)]
    if not answers and asks_its_price(negotiation, reading) and not _is_price_named(negotiation, mood):
        answers = [Part(Place.ANSWER, "YOURS_TO_NAME", needed=True)]
    if reading.has(Act.ASK_LEAVE) and not answers:
        answers = [Part(Place.ANSWER, "GO_ON", needed=True)]
    return Step(mood, tuple(answers))


def answer_what_is_left(negotiation: Negotiation, reading: Reading, answers: tuple[Part, ...]) -> tuple[Part, ...]:
    """That it has no answer to another question of the line, beside `answers` to the first."""
    if not any(part.place is Place.ANSWER and part.act not in NO_ANSWERS for part in answers):
        return ()
    if is_about_the_table(negotiation, reading) or any(part.act in NO_ANSWERS for part in answers):
        return ()
    question = left_over(negotiation, reading)
    act = beside_an_answer(negotiation.scenario, question) if question else ""
    return (Part(Place.ANSWER, act),) if act else ()


def _nothing_known(negotiation: Negotiation, reading: Reading) -> str:
    """The act for a question that it has nothing on: that it has told all, where the question goes into its words."""
    asked = left_open(negotiation.scenario, reading)
    if asked in UNKNOWNS - {"UNKNOWN"}:
        return asked
    has_told = bool(negotiation.mood.told) and has_lines(negotiation.scenario, "ALL_TOLD")
    if has_told and goes_into_last_line(negotiation, reading):
        return "ALL_TOLD"
    if is_not_followed(negotiation, reading):
        return "NOT_FOLLOWED"
    return asked


def _is_told_already(negotiation: Negotiation, mood: Mood, question: Question) -> bool:
    """Whether a fact told in this turn tells what the question would get as well."""
    fact = _next_fact(negotiation.scenario, mood, question.topic)
    told = set(mood.told).difference(negotiation.mood.told) if fact is not None else ()
    return fact is not None and any(fact.id in known.covers for known in negotiation.scenario.facts if known.id in told)


def _is_of_what_is_put_in(reading: Reading, question: Question) -> bool:
    """Whether it only asks what the very thing that the line puts in would do: what is said to that is the answer."""
    return not question.is_open and any(str(offer.issue) == question.topic for offer in reading.binding())


def _is_price_named(negotiation: Negotiation, mood: Mood) -> bool:
    is_tabled = own_terms(negotiation, mood) is not None or negotiation.tabled.names(
        negotiation.scenario.price_issue.id
    )
    return is_tabled or has_named_list_price(negotiation)


def _put_right(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Mood, list[Part]]:
    """What to say to a line that takes for granted what is not so: a sum for a trade-in that there is none of.

    Where that was said before, it is said again to whoever still names a sum.
    """
    scenario = negotiation.scenario
    line = negotiation.lines[-1].text
    for read in [read for read in reading.acts if read.act in _PRESENTING]:
        if line[read.span.end : read.span.end + 1] == "?":
            continue
        fact = _untrue(scenario, read)
        if fact is None or (_prices(scenario, reading, read) and not _names_a_sum(reading, read)):
            continue
        if fact.id not in (*mood.told, *mood.hinted):
            mood, said = _tell(negotiation, mood, fact.topic)
            return mood, list(said)
        if _names_a_sum(reading, read):
            known = fact.exact if fact.id in mood.told else fact.vague
            return mood, [again(known)._replace(place=Place.TAKEN_UP)]
    return mood, []


def _prices(scenario: Scenario, reading: Reading, read: ReadAct) -> bool:
    """Whether the words put a price up, and so may be about that: "30,500 is what we want for it"."""
    offers = (offer.span for offer in reading.binding() if offer.issue == scenario.price_issue.id)
    return any(read.span.start <= span.start < read.span.end for span in offers)


def _names_a_sum(reading: Reading, read: ReadAct) -> bool:
    """Whether the words name a number beside those that are offers of the line, such as a price."""
    offered = sum(read.span.start <= offer.span.start < read.span.end for offer in reading.offers)
    return len(_NUMBER.findall(read.span.text)) > offered


def _untrue(scenario: Scenario, read: ReadAct) -> Fact | None:
    """The fact that what is presented is not so, if it is not."""
    return next((fact for fact in scenario.earned_on(read.topic) if fact.yes_or_no and not fact.holds), None)


def _answer(negotiation: Negotiation, mood: Mood, question: Question) -> Step:
    """A doubt that the question takes up is answered with what would help, unless there is a fact to tell instead."""
    scenario = negotiation.scenario
    told = told_of_absent(negotiation, mood, question.topic, question.text)
    if told is not None:
        return Step(mood, (told,))
    if question.asks_why:
        return _explain(negotiation, mood, question.topic)
    doubt = _doubt_on(scenario, mood, question.topic)
    if doubt is not None and question.is_open and not (question.is_named and is_taken_up(mood, doubt)):
        mood = taken_up(mood, doubt)
        if (
            doubt.helps
            and not was_said(negotiation, doubt.helps)
            and not (question.is_named and _next_fact(scenario, mood, question.topic))
        ):
            return Step(mood, (Part(Place.ANSWER, text=doubt.helps, needed=True),))
    if _goes_beyond_the_story(scenario, mood, question):
        return Step(mood, (Part(Place.ANSWER, unknown(scenario, question.text), needed=True),))
    if _would_begin_another_story(scenario, mood, question):
        return Step(mood, (_beyond(scenario, question),))
    if question.is_open:
        return _tell(negotiation, mood, question.topic, goes_on=not question.is_again, asked=question.text)
    return _confirm(negotiation, mood, question)


def _goes_beyond_the_story(scenario: Scenario, mood: Mood, question: Question) -> bool:
    """Whether a question that names nothing wants a person, a time or a number of what was just told.

    What else there is to tell would be no answer to that.
    """
    if question.is_named or not question.is_open or question.topic is None:
        return False
    if _next_fact(scenario, mood, question.topic) is not None:
        return False
    return beyond_what_was_told(scenario, question.text, is_open=True) not in ("", "UNKNOWN_WHY", "UNKNOWN")


def _would_begin_another_story(scenario: Scenario, mood: Mood, question: Question) -> bool:
    """Whether a question that names nothing and goes into what was just told would get a fact not spoken of so far."""
    if question.is_named or not question.is_open or question.topic is None or asks_for_more(question.text):
        return False
    fact = _next_fact(scenario, mood, question.topic)
    return fact is not None and fact.id not in mood.hinted and _has_spoken_of(scenario, mood, question.topic)


def _beyond(scenario: Scenario, question: Question) -> Part:
    """That it has no answer to a question on what it told."""
    act = beyond_what_was_told(scenario, question.text, is_open=True)
    return Part(Place.ANSWER, act or ("ALL_TOLD" if has_lines(scenario, "ALL_TOLD") else "UNKNOWN"), needed=True)


def _explain(negotiation: Negotiation, mood: Mood, topic: Topic | None) -> Step:
    """The answer to a bare "why?": it gets nothing out that was kept back on the topic before."""
    scenario = negotiation.scenario
    fact = _next_fact(scenario, mood, topic) if topic is not None else None
    more = _more(negotiation, mood, topic) if topic is not None else None
    if fact is not None and fact.id not in mood.hinted and more is None:
        return _tell(negotiation, mood, topic)
    if topic is None or not _has_spoken_of(scenario, mood, topic):
        return Step(mood, (Part(Place.ANSWER, "NO_ANSWER", needed=True),))
    return Step(mood, (_more(negotiation, mood, topic) or _no_more(scenario, mood, topic),))


def _to_what_was_asked(scenario: Scenario, part: Part, question: Question) -> Part:
    """The part; of what only says that nothing is left to tell, that the very thing which was asked is not known."""
    if part.act not in ("NOTHING_TO_TELL", "NEED_TOLD"):
        return part
    act = beyond_what_was_told(scenario, question.text, is_open=question.is_open)
    return Part(part.place, act, needed=part.needed) if act else part


def _second(part: Part) -> Part:
    """A further answer in the same breath: the fact as it is, without a new lead-in."""
    return part._replace(act="", slots=(), text=dict(part.slots)["fact"]) if part.act == "TELL" else part


def _tell(negotiation: Negotiation, mood: Mood, topic: Topic | None, *, goes_on: bool = True, asked: str = "") -> Step:
    fact = _next_fact(negotiation.scenario, mood, topic)
    is_new = goes_on and topic is not None and not asks_how_much_it_matters(asked)
    if fact is None and is_new and topic is not None and asked and _only_names_its_first_need(negotiation.scenario):
        reason = _reason(negotiation, topic)
        if reason is not None:
            return Step(mood._replace(heard=(*mood.heard, f"need:{topic}")), (reason,))
    if fact is None and is_new and topic is not None:
        fact = _what_makes_it_first(negotiation.scenario, mood, topic)
        mood = mood._replace(heard=(*mood.heard, f"need:{topic}")) if fact is not None else mood
    if fact is None:
        return _nothing_new(negotiation, mood, topic, goes_on=goes_on, asked=asked)
    if mood.trust >= fact.min_trust or is_settled_by_a_gate(negotiation.scenario, mood, fact.topic):
        return Step(mood._replace(told=(*mood.told, fact.id)), (_told(fact.exact),))
    hinted = mood.hinted if fact.id in mood.hinted else (*mood.hinted, fact.id)
    return Step(mood._replace(hinted=hinted), (_told(fact.vague),))


def _only_names_its_first_need(scenario: Scenario) -> bool:
    """Whether what it tells of that need is too short to say more than its name: "What it costs to run."."""
    told = [fact.exact for fact in scenario.earned_on(PRIORITIES)]
    return bool(told) and len(told[0].split()) <= _NAMING


def _what_makes_it_first(scenario: Scenario, mood: Mood, topic: Topic) -> Fact | None:
    """The fact that tells of the need which weighs most, where the topic is that need and it may be told now."""
    if not scenario.needs or scenario.needs[0][0] != topic or not cares_for(scenario, topic):
        return None
    untold = (fact for fact in scenario.earned_on(PRIORITIES) if fact.id not in mood.told)
    return next((fact for fact in untold if mood.trust >= fact.min_trust), None)


def _told(sentence: str) -> Part:
    return Part(Place.ANSWER, "TELL", (("fact", sentence),), needed=True)


def _doubt_on(scenario: Scenario, mood: Mood, topic: Topic | None) -> Objection | None:
    return next((doubt for doubt in open_objections(scenario, mood) if doubt.topic == topic), None)


def _next_fact(scenario: Scenario, mood: Mood, topic: Topic | None) -> Fact | None:
    """The first fact on the topic not told yet; without a topic, the next one it would volunteer anyway."""
    if topic is None:
        volunteered = (fact for fact in scenario.facts if fact.visibility is Visibility.VOLUNTEERED)
        return next((fact for fact in volunteered if fact.id not in mood.told), None)
    on_topic = [fact for fact in scenario.earned_on(topic) if fact.id not in mood.told]
    tellable = [fact for fact in on_topic if mood.trust >= fact.min_trust]
    unhinted = [fact for fact in on_topic if fact.id not in mood.hinted]
    return next(iter(tellable or unhinted), None)


def _nothing_new(negotiation: Negotiation, mood: Mood, topic: Topic | None, *, goes_on: bool, asked: str = "") -> Step:
    """What to say on a topic without a fact left to tell: more of what was told, how much it matters, or that again."""
    if topic is None:
        return Step(mood)
    scenario, more = negotiation.scenario, _more(negotiation, mood, topic) if goes_on else None
    if more is not None:
        return Step(mood, (more,))
    doubt = _doubt_on(scenario, mood, topic)
    if topic in dict(scenario.needs) and f"need:{topic}" not in mood.heard:
        act = "NEED_MATTERS" if cares_for(scenario, topic) else "NEED_MINOR"
        said = Part(Place.ANSWER, act, (("topic", topic_name(scenario, topic)),), needed=True)
        reason = _reason(negotiation, topic) if goes_on else None
        after = mood._replace(heard=(*mood.heard, f"need:{topic}"))
        if doubt is not None and act == "NEED_MINOR" and not was_said(negotiation, doubt.helps):
            return Step(mood, (Part(Place.ANSWER, text=doubt.helps, needed=True),))
        if reason is not None and asked and not asks_how_much_it_matters(asked):
            return Step(after, (reason,))
        return Step(after, (said,) if reason is None else (said, reason))
    if doubt is not None:
        return Step(mood, (Part(Place.ANSWER, "OBJECTION_STANDS", needed=True),))
    return _said_before(negotiation, mood, topic, goes_on=goes_on)


def _more(negotiation: Negotiation, mood: Mood, topic: Topic) -> Part | None:
    """What goes beyond what it told on the topic; None where it told nothing, or has said that too."""
    for fact in negotiation.scenario.earned_on(topic):
        if fact.more and fact.id in mood.told and not was_said(negotiation, fact.more):
            return Part(Place.ANSWER, text=fact.more, needed=True)
    return _reason(negotiation, topic) if f"need:{topic}" in mood.heard else None


def _reason(negotiation: Negotiation, topic: Topic) -> Part | None:
    """Why it cares for what it needs; None where it cares little, has said so, or has nothing to say of it."""
    scenario = negotiation.scenario
    text = dict(scenario.reasons).get(topic, "")
    if not text or not cares_for(scenario, topic) or was_said(negotiation, text):
        return None
    return Part(Place.ANSWER, text=text, needed=True)


def _said_before(negotiation: Negotiation, mood: Mood, topic: Topic, *, goes_on: bool) -> Step:
    """What it told on the topic, told once again; that it says no more than it did; or that it has no answer."""
    scenario = negotiation.scenario
    known = scenario.earned_on(topic)
    told = [fact for fact in known if fact.id in mood.told and f"again:{fact.id}" not in mood.heard]
    if goes_on:
        told = [fact for fact in told if not (fact.more and was_said(negotiation, fact.more))]
        told = [fact for fact in told if fact.exact not in negotiation.last_heard]
    if told:
        said = again(told[0].exact) if was_said(negotiation, told[0].exact) else _told(told[0].exact)
        return Step(mood._replace(heard=(*mood.heard, f"again:{told[0].id}")), (said,))
    if _has_spoken_of(scenario, mood, topic):
        return Step(mood, (_no_more(scenario, mood, topic),))
    return Step(mood, (Part(Place.ANSWER, "NO_ANSWER", needed=True),))


def _no_more(scenario: Scenario, mood: Mood, topic: Topic) -> Part:
    """That it keeps the rest back, where it has only hinted at something; else that a need is
    told, and what it calls for is the other side's to say; else that there is nothing more to tell."""
    kept_back = any(fact.id in mood.hinted and fact.id not in mood.told for fact in scenario.earned_on(topic))
    is_need = topic in dict(scenario.needs) and cares_for(scenario, topic)
    wanted = [act for act, fits in (("KEEPS_BACK", kept_back), ("NEED_TOLD", is_need)) if fits]
    act = next((act for act in wanted if has_lines(scenario, act)), "NOTHING_TO_TELL")
    return Part(Place.ANSWER, act, (("topic", topic_name(scenario, topic)),), needed=True)


def _has_spoken_of(scenario: Scenario, mood: Mood, topic: Topic) -> bool:
    """Whether it has said how much the topic matters to it, or has told or hinted at anything on it."""
    known = {fact.id for fact in scenario.earned_on(topic)}
    return f"need:{topic}" in mood.heard or not known.isdisjoint((*mood.told, *mood.hinted))


def _confirm(negotiation: Negotiation, mood: Mood, question: Question) -> Step:
    scenario, topic = negotiation.scenario, question.topic
    fact = next(iter(scenario.earned_on(topic)), None)
    if fact is None:
        return _nothing_new(negotiation, mood, topic, goes_on=False)
    if fact.visibility is Visibility.VOLUNTEERED and fact.id not in mood.told:
        return _tell(negotiation, mood, topic)
    known = fact.id in (*mood.hinted, *mood.told)
    if question.is_guessed and not known and mood.told != negotiation.mood.told:
        return Step(mood)
    mood = mood if known else mood._replace(hinted=(*mood.hinted, fact.id))
    if fact.yes_or_no and not fact.holds and _is_said_back(negotiation, question):
        return Step(mood)
    if fact.yes_or_no and (question.is_plain or not fact.holds):
        return Step(mood, (Part(Place.ANSWER, "CONFIRM" if fact.holds else "DENY", needed=True),))
    if known or is_settled_by_a_gate(scenario, mood, topic):
        return _nothing_new(negotiation, mood, topic, goes_on=False)
    return Step(mood, (_told(fact.vague),))


def _is_said_back(negotiation: Negotiation, question: Question) -> bool:
    """Whether the question holds a run of the counterpart's last words: it is not asked for what they sound like."""
    asked, heard = words_of(question.text.lower()), f" {' '.join(words_of(negotiation.last_heard.lower()))} "
    return any(f" {' '.join(asked[at : at + _RUN])} " in heard for at in range(len(asked) - _RUN + 1))
