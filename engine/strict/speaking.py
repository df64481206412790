"""What the counterpart says to its own move at the table."""

from dataclasses import replace

from engine.negotiation.events import Mood, MoveKind
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.acceptance import utility
from engine.strict.bargaining import Bargain, probed_price
from engine.strict.doubts import closed_gates, obstacle
from engine.strict.part import Part, Place, Step
from engine.strict.trust import is_harsh
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms

TALK_BEFORE_PRICE = 2
"""Rounds of talk after which the counterpart asks for a price itself."""
MOST_PRICE_QUESTIONS = 3


def speak(negotiation: Negotiation, reading: Reading, bargain: Bargain) -> Step:
    """The words of the move, and the mood with the gate that they named."""
    match bargain.move:
        case MoveKind.ACCEPT:
            return Step(bargain.mood, (_with_terms(negotiation, "ACCEPT", bargain.agreed),))
        case MoveKind.ACCEPT_IF:
            return _accept_if(negotiation, bargain)
        case MoveKind.COUNTER:
            return _counter(negotiation, bargain)
        case MoveKind.HOLD:
            return Step(bargain.mood, _hold(negotiation, reading))
        case _:
            return Step(bargain.mood, _talk(negotiation, reading, bargain.mood))


def _with_terms(negotiation: Negotiation, act: str, terms: Terms | None, **slots: str) -> Part:
    words = terms_in_words(negotiation.scenario, terms) if terms is not None else ""
    return Part(Place.MOVE, act, (("terms", words), *slots.items()), needed=True)


def _accept_if(negotiation: Negotiation, bargain: Bargain) -> Step:
    gate = obstacle(negotiation.scenario, bargain.mood) or ""
    part = _with_terms(negotiation, "ACCEPT_IF", bargain.agreed, gate=gate)
    return Step(_naming_gates(negotiation, bargain.mood), (part,))


def _naming_gates(negotiation: Negotiation, mood: Mood) -> Mood:
    return replace(mood, named_gates=tuple(gate.id for gate in closed_gates(negotiation.scenario, mood)))


def _counter(negotiation: Negotiation, bargain: Bargain) -> Step:
    is_first = not negotiation.counterpart_offers
    move = _with_terms(negotiation, "COUNTER_FIRST" if is_first else "COUNTER", bargain.offer)
    parts = [*_reaction_to_price(negotiation), *_rival(negotiation, is_first=is_first), move]
    gates = closed_gates(negotiation.scenario, bargain.mood)
    if is_first or not gates or gates[0].id in bargain.mood.named_gates:
        return Step(bargain.mood, tuple(parts))
    parts.append(Part(Place.CLOSING, "GATE", (("gate", gates[0].text),)))
    return Step(_naming_gates(negotiation, bargain.mood), tuple(parts))


def _reaction_to_price(negotiation: Negotiation) -> tuple[Part, ...]:
    """What it thinks of the rep's new offer: the first one, or against the best one before it."""
    scenario, offers = negotiation.scenario, negotiation.rep_offers
    if not offers:
        return ()
    trust = negotiation.mood.trust
    worth = [utility(scenario, offer.terms, trust) for offer in offers]
    if len(worth) == 1:
        act = "FIRST_PRICE"
    elif worth[-1] > max(worth[:-1]):
        act = "PRICE_CLOSER"
    else:
        act = "PRICE_STUCK" if worth[-1] == worth[-2] else "PRICE_WORSE"
    price = offers[-1].terms.amount(scenario.price_issue.id)
    return (Part(Place.MOVE, act, (("their_price", format_money(price, scenario.currency)),)),)


def _rival(negotiation: Negotiation, *, is_first: bool) -> tuple[Part, ...]:
    rival, terms = negotiation.scenario.rival, negotiation.rep_terms
    if not is_first or rival is None or terms is None:
        return ()
    stake = negotiation.scenario.counterpart.interests.stake(negotiation.scenario.price_issue.id)
    if stake.slope * (rival.quoted - terms.amount(negotiation.scenario.price_issue.id)) <= 0:
        return ()
    return (Part(Place.MOVE, "QUOTE_RIVAL", (("quote", rival.text),)),)


def _hold(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    probed = probed_price(negotiation, reading)
    if probed is not None:
        price = format_money(probed, negotiation.scenario.currency)
        return (Part(Place.MOVE, "PROBE", (("their_price", price),), needed=True),)
    if negotiation.counterpart_terms is None:
        return () if reading.has(Act.PRESSURE) else (Part(Place.MOVE, "ASK_PRICE", needed=True),)
    held = _with_terms(negotiation, "HOLD", negotiation.counterpart_terms)
    return (*_reaction_to_price(negotiation), held) if reading.binding() else (held,)


def _talk(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    if reading.has(Act.ACCEPT):
        return _nothing_to_sign(negotiation, reading, mood)
    if negotiation.rep_offers or is_harsh(reading):
        return ()
    asked = dict(mood.used_phrases).get("ASK_PRICE", 0)
    wants_price = negotiation.round >= TALK_BEFORE_PRICE * (asked + 1) and not _is_asked(reading)
    if wants_price and asked < MOST_PRICE_QUESTIONS:
        return (Part(Place.MOVE, "ASK_PRICE"),)
    return ()


def _nothing_to_sign(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    gate = obstacle(negotiation.scenario, mood) if mood.pending is not None else None
    if gate is not None:
        return (Part(Place.MOVE, "GATE", (("gate", gate),), needed=True),)
    return () if _is_asked(reading) else (Part(Place.MOVE, "NOTHING_LIVE", needed=True),)


def _is_asked(reading: Reading) -> bool:
    return reading.has(Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def plain_answer(negotiation: Negotiation, reading: Reading) -> Part:
    """What to say when nothing else is to be said: that it was heard, where the table stands, or that it is unclear."""
    if reading.has(Act.PRESENT, Act.CLAIM, Act.ACKNOWLEDGE, Act.SUMMARY, Act.ASK_TIME):
        return Part(Place.MOVE, "HEARD", needed=True)
    if not reading.acts:
        return Part(Place.MOVE, "UNSURE", needed=True)
    if negotiation.counterpart_terms is not None:
        return _with_terms(negotiation, "HOLD", negotiation.counterpart_terms)
    return Part(Place.MOVE, "UNSURE" if negotiation.rep_offers else "ASK_PRICE", needed=True)
