"""What a yes would take: the answer to "what would have to be true for you to sign?"."""

from collections.abc import Iterator

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.answered_elsewhere import asks_what_it_takes
from engine.strict.caring import topic_name
from engine.strict.details import detail_asked
from engine.strict.doubts import next_doubt, what_helps
from engine.strict.gates import closed_gates
from engine.strict.hooks import ASKING, hooked
from engine.strict.open_doubts import open_objections, taken_up
from engine.strict.part import Part, Place, Step
from engine.strict.price_asked import own_terms
from engine.strict.speaking import may_ask_price, with_terms
from engine.strict.unplaced import has_lines

MOST_NAMED = 2


def say_what_it_takes(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """What stands in the way, what weighs most first; without that a doubt not raised yet, else what counts.

    The second thing is named where there is room for it.
    """
    if not asks_what_it_takes(reading) or _asks_for_a_detail(negotiation, reading):
        return None
    standing = list(_in_the_way(negotiation, reading, mood))
    if standing:
        for asked in open_objections(negotiation.scenario, mood):
            mood = taken_up(mood, asked)
        first, *others = standing[:MOST_NAMED]
        return Step(mood, (first, *(other._replace(needed=False) for other in others)))
    doubt = next_doubt(negotiation, mood)
    if doubt is not None:
        after = taken_up(mood._replace(raised=(*mood.raised, doubt.id)), doubt)
        return Step(after, (Part(Place.ANSWER, text=doubt.raised, needed=True),))
    return Step(mood, tuple(_wishes(negotiation, mood)))


def _asks_for_a_detail(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the very question has an answer of its own: "what's the one thing you want in your next car?"."""
    asked = [read.span for read in reading.acts if read.act is Act.ASK_NEED]
    holding = (read for read in reading.acts if read.act in ASKING and any(map(read.span.holds, asked)))
    return any(hooked(negotiation, read) or detail_asked(negotiation, read, reading) for read in holding)


def _in_the_way(negotiation: Negotiation, reading: Reading, mood: Mood) -> Iterator[Part]:
    scenario = negotiation.scenario
    for doubt in open_objections(scenario, mood):
        yield what_helps(negotiation, doubt)
    if negotiation.rep_offers and mood.pending is None:
        yield _dearer(negotiation, mood)
    for gate in () if reading.has(Act.NEXT_STEP) else closed_gates(scenario, mood):
        if mood.pending is not None or gate.id in mood.named_gates:
            yield Part(Place.ANSWER, "GATE", (("gate", gate.text),), needed=True)


def _dearer(negotiation: Negotiation, mood: Mood) -> Part:
    """Which way the price would have to go, without a number; where the pack has no words for it, where it stands."""
    terms = own_terms(negotiation, mood)
    if terms is not None and not has_lines(negotiation.scenario, "NEEDS_PRICE"):
        return with_terms(negotiation, "HOLD", terms)._replace(place=Place.ANSWER)
    return Part(Place.ANSWER, "NEEDS_PRICE" if terms is not None else "BECAUSE", needed=True)


def _wishes(negotiation: Negotiation, mood: Mood) -> Iterator[Part]:
    scenario = negotiation.scenario
    for topic, _ in scenario.needs[:1]:
        yield Part(Place.ANSWER, "NEED_MATTERS", (("topic", topic_name(scenario, topic)),), needed=True)
    if may_ask_price(negotiation, mood):
        yield Part(Place.MOVE, "ASK_PRICE", needed=True)
