"""What the counterpart tells when it is asked: open questions earn facts, closed ones a yes or a no. Never a lie.

What it volunteers it tells however it is asked.
"""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Fact, Objection, Scenario, Topic, Visibility
from engine.strict.open_doubts import is_taken_up, open_objections, taken_up
from engine.strict.part import Part, Place, Step
from engine.strict.questions import Question, questions_in, wants_an_answer

MOST_ANSWERS = 2
"""How many facts one turn tells; a person asked five things at once answers two."""
CARED_FOR = 15
"""Percent of the counterpart's needs from which a topic matters to it."""

EARNED = (Visibility.VISIBLE, Visibility.VOLUNTEERED, Visibility.ASKED)


def answer_questions(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The mood with what was told, and the answers to the rep's questions in the order they were asked."""
    answers: list[Part] = []
    for question in questions_in(negotiation, reading):
        if len(answers) == MOST_ANSWERS:
            break
        mood, said = _answer(negotiation.scenario, mood, question)
        answers += [_second(part) for part in said] if answers else said
    if not answers:
        mood, answers = _put_right(negotiation.scenario, reading, mood)
    if not answers and wants_an_answer(reading):
        answers = [Part(Place.ANSWER, "NO_ANSWER", needed=True)]
    if reading.has(Act.ASK_LEAVE) and not answers:
        answers = [Part(Place.ANSWER, "GO_ON", needed=True)]
    return Step(mood, tuple(answers))


def _put_right(scenario: Scenario, reading: Reading, mood: Mood) -> tuple[Mood, list[Part]]:
    """What to say to a line that takes for granted what is not so: a sum for a trade-in that there is none of."""
    for topic in reading.topics(Act.PRESENT, Act.CLAIM):
        fact = _next_fact(scenario, mood, topic)
        if fact is not None and fact.yes_or_no and not fact.holds and fact.id not in mood.hinted:
            mood, said = _tell(scenario, mood, topic)
            return mood, list(said)
    return mood, []


def _answer(scenario: Scenario, mood: Mood, question: Question) -> Step:
    """A doubt that the question takes up is answered with what would help, unless there is a fact to tell instead."""
    doubt = _doubt_on(scenario, mood, question.topic)
    if doubt is not None and question.is_open and not is_taken_up(mood, doubt):
        mood = taken_up(mood, doubt)
        if doubt.helps and not (question.is_named and _next_fact(scenario, mood, question.topic)):
            return Step(mood, (Part(Place.ANSWER, text=doubt.helps, needed=True),))
    return (_tell if question.is_open else _confirm)(scenario, mood, question.topic)


def _second(part: Part) -> Part:
    """A further answer in the same breath: the fact as it is, without a new lead-in."""
    return part._replace(act="", slots=(), text=dict(part.slots)["fact"]) if part.act == "TELL" else part


def _tell(scenario: Scenario, mood: Mood, topic: Topic | None) -> Step:
    fact = _next_fact(scenario, mood, topic)
    if fact is None:
        return _nothing_new(scenario, mood, topic)
    if mood.trust >= fact.min_trust:
        return Step(mood._replace(told=(*mood.told, fact.id)), (_told(fact.exact),))
    hinted = mood.hinted if fact.id in mood.hinted else (*mood.hinted, fact.id)
    return Step(mood._replace(hinted=hinted), (_told(fact.vague),))


def _told(sentence: str) -> Part:
    return Part(Place.ANSWER, "TELL", (("fact", sentence),), needed=True)


def _doubt_on(scenario: Scenario, mood: Mood, topic: Topic | None) -> Objection | None:
    return next((doubt for doubt in open_objections(scenario, mood) if doubt.topic == topic), None)


def _next_fact(scenario: Scenario, mood: Mood, topic: Topic | None) -> Fact | None:
    """The first fact on the topic not told yet; without a topic, the next one it would volunteer anyway."""
    open_facts = [fact for fact in scenario.facts if fact.visibility in EARNED and fact.id not in mood.told]
    if topic is None:
        return next((fact for fact in open_facts if fact.visibility is Visibility.VOLUNTEERED), None)
    on_topic = [fact for fact in open_facts if fact.topic == topic]
    tellable = [fact for fact in on_topic if mood.trust >= fact.min_trust]
    unhinted = [fact for fact in on_topic if fact.id not in mood.hinted]
    return next(iter(tellable or unhinted), None)


def _nothing_new(scenario: Scenario, mood: Mood, topic: Topic | None) -> Step:
    """What to say on a topic without a fact that is left to tell."""
    if topic is None:
        return Step(mood)
    name = (("topic", topic_name(scenario, topic)),)
    if f"need:{topic}" not in mood.heard and topic in dict(scenario.needs):
        matters = dict(scenario.needs)[topic] >= CARED_FOR
        act = "NEED_MATTERS" if matters else "NEED_MINOR"
        return Step(mood._replace(heard=(*mood.heard, f"need:{topic}")), (Part(Place.ANSWER, act, name, needed=True),))
    if _doubt_on(scenario, mood, topic) is not None:
        return Step(mood, (Part(Place.ANSWER, "OBJECTION_STANDS", needed=True),))
    return Step(mood, (Part(Place.ANSWER, "NOTHING_TO_TELL", name, needed=True),))


def _confirm(scenario: Scenario, mood: Mood, topic: Topic | None) -> Step:
    fact = next((fact for fact in scenario.facts if fact.topic == topic and fact.visibility in EARNED), None)
    if fact is None:
        return _nothing_new(scenario, mood, topic)
    if fact.visibility is Visibility.VOLUNTEERED and fact.id not in mood.told:
        return _tell(scenario, mood, topic)
    known = fact.id in (*mood.hinted, *mood.told)
    mood = mood if known else mood._replace(hinted=(*mood.hinted, fact.id))
    if fact.yes_or_no:
        return Step(mood, (Part(Place.ANSWER, "CONFIRM" if fact.holds else "DENY", needed=True),))
    return _nothing_new(scenario, mood, topic) if known else Step(mood, (_told(fact.vague),))


def topic_name(scenario: Scenario, topic: Topic) -> str:
    """How the counterpart calls a topic: the first of its words."""
    words = dict(scenario.topics).get(topic, ())
    return words[0] if words else topic.replace("_", " ")
