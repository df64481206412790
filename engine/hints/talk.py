"""What the talk leaves open: things to ask, doubts, people who are missing, manners."""

import re
from collections.abc import Iterator, Sequence

from engine.hints.found import Found
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Inquiry, Objection, Scenario, Topic
from engine.scoring.answering import gave_way
from engine.scoring.inquiry import first_speaking_to
from engine.scoring.picking_up import LISTENING, picks_up
from engine.scoring.record import Turn, turns_of
from engine.strict.deal_breakers import sets_off
from engine.strict.gates import closed_gates
from engine.strict.open_doubts import is_taken_up, open_objections, was_said
from engine.strict.trust import is_harsh

WORTH_A_HINT = 3
"""The weight in the discovery check from which a topic is worth pointing at."""
ENOUGH_TOLD = 5
"""Things learnt after which the price is more useful than the next question."""
LISTENED_WITHIN = 4
"""Lines of the rep within which it should have picked something up."""
TALK_BEFORE_DOUBTS = 2
"""Rounds after which one may ask for doubts."""

_ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_SENTENCE = re.compile(r"[^.?!…]+[.?!…]+")


def clarify(negotiation: Negotiation) -> Iterator[Found]:
    """An amount that the counterpart asked about."""
    if negotiation.mood.clarified:
        yield Found("clarify")


def warned(negotiation: Negotiation) -> Iterator[Found]:
    """A deal-breaker that the last line set off, and that the counterpart named."""
    reading = negotiation.readings[-1].reading if negotiation.readings else Reading()
    for breaker in negotiation.scenario.deal_breakers:
        if breaker.id in negotiation.mood.crossed and sets_off(breaker, reading):
            yield Found("warned", breaker.id, (("what", breaker.named),))


def apologise(negotiation: Negotiation) -> Iterator[Found]:
    """A last line that pressed, belittled or insulted."""
    if negotiation.readings and is_harsh(negotiation.readings[-1].reading):
        yield Found("apologise")


def gate(negotiation: Negotiation) -> Iterator[Found]:
    """Something that the counterpart said it has to do before it can sign."""
    for closed in closed_gates(negotiation.scenario, negotiation.mood):
        if closed.id in negotiation.mood.named_gates and closed.id not in negotiation.mood.arranged:
            yield Found("gate", closed.id, (("gate", closed.text),))


def doubt(negotiation: Negotiation) -> Iterator[Found]:
    """Doubts that were raised and stand: to be taken up first, then answered."""
    standing = open_objections(negotiation.scenario, negotiation.mood)
    turns = turns_of(negotiation) if standing else ()
    for raised in standing:
        if gave_way(negotiation.scenario, raised, turns) is not None:
            continue
        said = (("doubt", raised.raised),)
        fact = _answer(negotiation.scenario, raised)
        if not (is_taken_up(negotiation.mood, raised) and _took_up(negotiation.scenario, raised, turns)):
            yield _not_taken_up(negotiation, raised, fact)
            continue
        yield Found("answer_doubt", raised.id, (*said, ("fact", fact))) if fact else Found("ease", raised.id, said)


def _not_taken_up(negotiation: Negotiation, raised: Objection, fact: str) -> Found:
    """The hint on a doubt that no line of the rep has been on; where they told what would ease it, that is known."""
    said = (("doubt", raised.raised),)
    if not (raised.helps and was_said(negotiation, raised.helps)):
        return Found("doubt", raised.id, said)
    brief = f" Your brief has an answer: “{fact}”" if fact else ""
    return Found("doubt_eased", raised.id, (*said, ("helps", raised.helps), ("brief", brief)))


def _took_up(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether a line of the rep after the doubt acknowledged it or spoke to it.

    To ask what stands in the way, before it came or after, is on no doubt in particular.
    """
    if first_speaking_to(scenario, doubt, turns) is not None:
        return True
    return any(turn.reading.has(*LISTENING) and doubt.raised in turn.heard for turn in turns)


def _answer(scenario: Scenario, raised: Objection) -> str:
    """What the rep's own sheet has to say to the doubt, empty where it has nothing."""
    sheet = dict(scenario.product.facts)
    return next((sheet[topic] for topic in raised.answered_by if topic in sheet), "")


def explore_before_the_price(negotiation: Negotiation) -> Iterator[Found]:
    """Topics not touched while no price is named: what is learnt then counts whole."""
    if not negotiation.rep_offers and len(negotiation.mood.told) < ENOUGH_TOLD:
        yield from explore(negotiation)


def explore(negotiation: Negotiation) -> Iterator[Found]:
    """Topics not touched that are worth asking anybody about."""
    touched = _touched(negotiation)
    for inquiry in negotiation.scenario.inquiries:
        if inquiry.weight >= WORTH_A_HINT and inquiry.topic not in touched:
            yield Found("explore", inquiry.topic, (("topic", _lower(inquiry.label)), ("ask", inquiry.ask)))


def _touched(negotiation: Negotiation) -> set[Topic]:
    """Topics that the rep asked about or was told of."""
    mood = negotiation.mood
    heard = {fact.topic for fact in negotiation.scenario.facts if fact.id in (*mood.told, *mood.hinted)}
    return heard.union(*(read.reading.topics(*_ASKING) for read in negotiation.readings))


def come_back(negotiation: Negotiation) -> Iterator[Found]:
    """Topics on which the counterpart was vague, and would say more by now."""
    mood, labels = negotiation.mood, {inquiry.topic: inquiry for inquiry in negotiation.scenario.inquiries}
    for fact in negotiation.scenario.facts:
        is_ripe = fact.id in mood.hinted and fact.id not in mood.told and mood.trust >= fact.min_trust
        if is_ripe and fact.weight and fact.topic in labels:
            yield Found("come_back", fact.topic, _slots(labels[fact.topic]))


def _slots(inquiry: Inquiry) -> tuple[tuple[str, str], ...]:
    return (("topic", _lower(inquiry.label)), ("ask", inquiry.ask))


def _lower(label: str) -> str:
    """The label as it reads within a sentence."""
    return label[:1].lower() + label[1:]


def question(negotiation: Negotiation) -> Iterator[Found]:
    """The last question that the counterpart asked in its last line. Once in a run; then the rep knows to look."""
    asked = [sentence.strip() for sentence in _SENTENCE.findall(negotiation.last_heard) if sentence.endswith("?")]
    if asked and not negotiation.mood.clarified:
        yield Found("question", "", (("question", asked[-1]),))


def say_back(negotiation: Negotiation) -> Iterator[Found]:
    """Things told, and nothing picked up for a while."""
    turns = turns_of(negotiation)
    lately = turns[-LISTENED_WITHIN:]
    listened = any(picks_up(negotiation.scenario, turns, turn) for turn in lately)
    if negotiation.mood.told and len(lately) > 1 and not listened:
        yield Found("say_back")


def invite_doubt(negotiation: Negotiation) -> Iterator[Found]:
    """Nobody asked yet what stands in the way."""
    asked = any(read.reading.has(Act.INVITE_DOUBT) for read in negotiation.readings)
    if negotiation.round >= TALK_BEFORE_DOUBTS and not asked:
        yield Found("invite_doubt")
