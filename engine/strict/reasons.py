"""Why the counterpart stands where it does: the reasons for a price of its own."""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.scenario.scenario import Fact, Topic
from engine.strict.leave import names_absent
from engine.strict.part import Part, Place, Step
from engine.strict.price_asked import own_terms
from engine.terms.money import format_money
from engine.terms.terms import Terms

FIGURE = Topic("figure")
"""The topic of the facts that are reasons for a price of the counterpart's."""
FAR_OFF = 15
"""Percent of a quote beyond which a price can't be said to follow from it."""
_WHY_THE_NUMBER = re.compile(r"\bwhy\b[^.?!]{0,24}\d", re.IGNORECASE)
_WHY = (
    "why", "how come", "how do you get", "how did you get", "how did you come up", "how did you arrive",
    "where did you get", "what makes you",
)  # fmt: skip
_BARE = frozenset({"why", "and why", "why is that", "how come", "how so", "but why", "so why"})
_ASKS = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP})


def asks_for_a_reason(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line asks how the counterpart came to the price that it has named."""
    if own_terms(negotiation, negotiation.mood) is None:
        return False
    return reading.has(Act.ASK_REASON) or any(wants_a_reason(negotiation, read, reading) for read in reading.acts)


def wants_a_reason(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether that question asks for it: in so many words, by its number, or as a bare "why?" right after it."""
    terms = own_terms(negotiation, negotiation.mood)
    if terms is None or read.act not in _ASKS:
        return False
    if any(one.act is Act.ASK_REASON and read.span.start <= one.span.start < read.span.end for one in reading.acts):
        return True
    text = read.span.text.strip(" ?!.,").lower()
    if text in _BARE:
        goes_on = any(one is not read and one.act in _ASKS and _begins_longer(one, read) for one in reading.acts)
        return not goes_on and _was_just_on_it(negotiation, terms)
    if _WHY_THE_NUMBER.search(text):
        return True
    if not (read.act is Act.ASK_OPEN and read.topic is None and text.startswith(_WHY)):
        return False
    return not names_absent(negotiation.scenario, text)


def _begins_longer(question: ReadAct, bare: ReadAct) -> bool:
    """Whether the bare words only begin the question: the "and why" of "and why isn't Jordan here?"."""
    return question.span.start <= bare.span.start and bare.span.end < question.span.end


def _was_just_on_it(negotiation: Negotiation, terms: Terms) -> bool:
    """Whether the last line named the price, or a reason for it."""
    scenario, heard = negotiation.scenario, negotiation.last_heard
    if format_money(terms.amount(scenario.price_issue.id), scenario.currency) in heard:
        return True
    return any(fact.exact in heard for fact in scenario.earned_on(FIGURE))


def give_reason(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The next reason that it has not given yet, else that it stands by the price."""
    if not asks_for_a_reason(negotiation, reading):
        return None
    for fact in negotiation.scenario.earned_on(FIGURE):
        if fact.id not in mood.told and mood.trust >= fact.min_trust and not _is_far_off(negotiation, fact):
            after = mood._replace(told=(*mood.told, fact.id, *fact.covers))
            return Step(after, (Part(Place.ANSWER, text=fact.exact, needed=True),))
    return Step(mood, (Part(Place.ANSWER, "BECAUSE", needed=True),))


def _is_far_off(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether the reason is another's quote that is nowhere near the counterpart's own price."""
    scenario, terms = negotiation.scenario, own_terms(negotiation, negotiation.mood)
    rival = scenario.rival
    if rival is None or terms is None or format_money(rival.quoted, scenario.currency) not in fact.exact:
        return False
    gap = abs(rival.quoted - terms.amount(scenario.price_issue.id))
    return gap * 100 > rival.quoted * FAR_OFF
