"""The last thing that the counterpart said, in other words, for a rep who did not follow."""

from collections.abc import Iterator

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Fact, Topic, Visibility
from engine.strict.caring import cares_for, topic_name
from engine.strict.gates import obstacle
from engine.strict.open_doubts import open_objections
from engine.strict.part import Part, Place, Step, again
from engine.strict.price_asked import own_terms
from engine.strict.speaking import may_ask_price, with_terms
from engine.terms.money import format_money


def say_again(negotiation: Negotiation, _reading: Reading, mood: Mood) -> Step:
    """The last point of the counterpart's last line, put differently."""
    return Step(mood, (last_point(negotiation, mood),))


def last_point(negotiation: Negotiation, mood: Mood) -> Part:
    """What stood last in its last line and can be put differently, else where the talk stands."""
    points = list(_points(negotiation, mood))
    if points:
        return max(points, key=lambda point: point[0])[1]._replace(place=Place.ANSWER)
    return _where_it_stands(negotiation, mood)


def _points(negotiation: Negotiation, mood: Mood) -> Iterator[tuple[int, Part]]:
    """Each point of the last line, by where it stood."""
    scenario, heard = negotiation.scenario, negotiation.last_heard
    for fact in scenario.facts:
        if fact.visibility is not Visibility.HIDDEN:
            yield from _fact(fact, heard, mood)
    for doubt in open_objections(scenario, mood):
        at = heard.find(doubt.raised)
        if at >= 0 and doubt.helps:
            yield at, Part(Place.ANSWER, text=doubt.helps, needed=True)
        elif doubt.helps and doubt.helps in heard:
            yield heard.find(doubt.helps), Part(Place.ANSWER, text=doubt.raised, needed=True)
    for answer in (*(hook.answer for hook in scenario.hooks), *(detail.answer for detail in scenario.details)):
        if answer in heard:
            yield heard.find(answer), again(answer)
    for gate in scenario.gates:
        if gate.text in heard:
            yield heard.find(gate.text), Part(Place.ANSWER, "GATE", (("gate", gate.text),), needed=True)
    for topic, _ in scenario.needs if f"need:{negotiation.last_topic}" in mood.heard else ():
        named = topic_name(scenario, topic)
        if named.lower() in heard.lower():
            yield heard.lower().find(named.lower()), _on_need(negotiation, topic, named)
    terms = own_terms(negotiation, mood)
    price = format_money(terms.amount(scenario.price_issue.id), scenario.currency) if terms is not None else ""
    if terms is not None and price in heard:
        gate_text = obstacle(scenario, mood) if mood.pending is not None else None
        slots = {"gate": gate_text} if gate_text is not None else {}
        yield heard.rfind(price), with_terms(negotiation, "ACCEPT_IF" if slots else "HOLD", terms, **slots)


def _fact(fact: Fact, heard: str, mood: Mood) -> Iterator[tuple[int, Part]]:
    at = heard.find(fact.exact)
    if at >= 0 and fact.id in mood.told:
        yield (
            at,
            Part(Place.ANSWER, text=fact.in_other_words, needed=True) if fact.in_other_words else again(fact.exact),
        )
    elif fact.in_other_words and fact.in_other_words in heard:
        yield heard.find(fact.in_other_words), again(fact.exact)
    elif fact.vague in heard and fact.id in mood.hinted:
        yield heard.find(fact.vague), again(fact.vague)


def _on_need(negotiation: Negotiation, topic: Topic, named: str) -> Part:
    act = "NEED_MATTERS" if cares_for(negotiation.scenario, topic) else "NEED_MINOR"
    return Part(Place.ANSWER, act, (("topic", named),), needed=True)


def _where_it_stands(negotiation: Negotiation, mood: Mood) -> Part:
    scenario = negotiation.scenario
    terms = own_terms(negotiation, mood)
    if terms is not None:
        return with_terms(negotiation, "HOLD", terms)._replace(place=Place.ANSWER)
    for doubt in open_objections(scenario, mood):
        named = (("topic", topic_name(scenario, doubt.topic)),)
        return Part(Place.ANSWER, "REMIND", named, needed=True)
    if len(negotiation.readings) < 2:
        return Part(Place.ANSWER, "OPENING", (("product", scenario.product.name),), needed=True)
    if negotiation.earlier_readings[-1].has(Act.ASK_OPEN, Act.ASK_CLOSED):
        return Part(Place.ANSWER, "NO_ANSWER", needed=True)
    return Part(Place.ANSWER, "ASK_PRICE" if may_ask_price(negotiation, mood) else "GO_ON", needed=True)
