"""What the counterpart tells when it is asked: open questions earn facts, closed ones a yes or a no. Never a lie."""

from dataclasses import replace

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Fact, Objection, Scenario, Topic, Visibility
from engine.strict.part import Part, Place, Step

MOST_ANSWERS = 2
"""How many facts one turn tells; a person asked five things at once answers two."""

EARNED = (Visibility.VISIBLE, Visibility.VOLUNTEERED, Visibility.ASKED)


def answer_questions(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The mood with what was told, and the answers to the rep's questions in the order they were asked."""
    answers: list[Part] = []
    for topic, is_open in _questions(negotiation, reading):
        if len(answers) == MOST_ANSWERS:
            break
        answer = _tell if is_open else _confirm
        mood, said = answer(negotiation.scenario, mood, topic)
        answers += said
    return Step(mood, tuple(answers))


def _questions(negotiation: Negotiation, reading: Reading) -> tuple[tuple[Topic | None, bool], ...]:
    """Topic and openness of each question; small talk without a topic asks for nothing."""
    asked: dict[Topic | None, bool] = {}
    is_chat = reading.has(Act.RAPPORT, Act.OFF_TOPIC)
    for read in reading.acts:
        if read.act in (Act.ASK_OPEN, Act.FOLLOW_UP):
            topic = read.topic or _meant_topic(negotiation, reading, read.act)
            if topic is not None or not is_chat:
                asked[topic] = True
        elif read.act is Act.ASK_CLOSED and read.topic is not None:
            asked.setdefault(read.topic, False)
    return tuple(asked.items())


def _meant_topic(negotiation: Negotiation, reading: Reading, act: Act) -> Topic | None:
    """What a question without a topic is about: the doubt just raised or acknowledged, or what it follows up."""
    heard_last = next((said.text for said in reversed(negotiation.lines) if said.side == "counterpart"), "")
    for doubt in open_objections(negotiation.scenario, negotiation.mood):
        if reading.has(Act.ACKNOWLEDGE, Act.APOLOGISE) or doubt.raised in heard_last:
            return doubt.topic
    return negotiation.last_topic if act is Act.FOLLOW_UP else None


def _tell(scenario: Scenario, mood: Mood, topic: Topic | None) -> Step:
    fact = _next_fact(scenario, mood, topic)
    if fact is None:
        return Step(mood, _nothing_new(scenario, mood, topic))
    if mood.trust >= fact.min_trust:
        return Step(replace(mood, told=(*mood.told, fact.id)), (_told(fact.exact),))
    hinted = mood.hinted if fact.id in mood.hinted else (*mood.hinted, fact.id)
    return Step(replace(mood, hinted=hinted), (_told(fact.vague),))


def _told(sentence: str) -> Part:
    return Part(Place.ANSWER, "TELL", (("fact", sentence),), needed=True)


def _next_fact(scenario: Scenario, mood: Mood, topic: Topic | None) -> Fact | None:
    """The first fact on the topic not told yet; without a topic, the next one it would volunteer anyway."""
    open_facts = [fact for fact in scenario.facts if fact.visibility in EARNED and fact.id not in mood.told]
    if topic is None:
        return next((fact for fact in open_facts if fact.visibility is Visibility.VOLUNTEERED), None)
    on_topic = [fact for fact in open_facts if fact.topic == topic]
    tellable = [fact for fact in on_topic if mood.trust >= fact.min_trust]
    unhinted = [fact for fact in on_topic if fact.id not in mood.hinted]
    return next(iter(tellable or unhinted), None)


def _nothing_new(scenario: Scenario, mood: Mood, topic: Topic | None) -> tuple[Part, ...]:
    if topic is None:
        return ()
    if any(doubt.topic == topic for doubt in open_objections(scenario, mood)):
        return (Part(Place.ANSWER, "OBJECTION_STANDS", needed=True),)
    return (Part(Place.ANSWER, "NOTHING_TO_TELL", (("topic", topic_name(scenario, topic)),), needed=True),)


def _confirm(scenario: Scenario, mood: Mood, topic: Topic | None) -> Step:
    fact = next((fact for fact in scenario.facts if fact.topic == topic and fact.visibility in EARNED), None)
    if fact is None:
        return Step(mood, _nothing_new(scenario, mood, topic))
    hinted = mood.hinted if fact.id in (*mood.hinted, *mood.told) else (*mood.hinted, fact.id)
    return Step(replace(mood, hinted=hinted), (Part(Place.ANSWER, "CONFIRM" if fact.holds else "DENY", needed=True),))


def topic_name(scenario: Scenario, topic: Topic) -> str:
    """How people call the topic: its first word in the pack, or its id in plain words."""
    words = dict(scenario.topics).get(topic, ())
    return words[0] if words else topic.replace("_", " ")


def open_objections(scenario: Scenario, mood: Mood) -> tuple[Objection, ...]:
    """The objections raised and not settled yet."""
    return tuple(doubt for doubt in scenario.objections if doubt.id in mood.raised and doubt.id not in mood.settled)
