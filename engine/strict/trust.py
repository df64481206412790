"""How the rep's conduct moves the counterpart's trust and patience. The figures are starting values."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.part import Part, Place, Step
from engine.strict.unplaced import has_lines

MOST_TRUST_IN_A_TURN = 5
LAST_INSULT = 2
"""The insult that ends the run."""

WARMTH: Mapping[Act, tuple[int, int]] = MappingProxyType(
    {
        Act.GREET: (1, 1),
        Act.RAPPORT: (2, 3),
        Act.ASK_AFTER: (2, 1),
        Act.CHAT: (1, 1),
        Act.ASK_OPEN: (1, 6),
        Act.FOLLOW_UP: (1, 4),
        Act.ACKNOWLEDGE: (2, 4),
        Act.APOLOGISE: (3, 1),
        Act.SUMMARY: (1, 2),
    }
)
"""Trust earned by an act, and how many times in a run it earns any: charm wears out."""

HARM: Mapping[Act, int] = MappingProxyType(
    {Act.PRESSURE: 5, Act.DENIGRATE: 4, Act.INSULT: 15, Act.INJECTION: 3, Act.OFF_TOPIC: 1}
)
"""Trust lost by an act."""

_KIND = frozenset({Act.RAPPORT, Act.GREET, Act.ACKNOWLEDGE, Act.ASK_CLOSED})
"""Acts of a line that is only kind: "can I get you a coffee?"."""

_NOTED = frozenset({*HARM, Act.APOLOGISE, Act.COMPLAIN, Act.ASK_AFTER, Act.GREET, Act.CHAT, Act.RAPPORT})
"""Acts of manner that the counterpart says something to."""

PATIENCE_LOST: Mapping[Act, int] = MappingProxyType({Act.PRESSURE: 1, Act.INSULT: 4, Act.INJECTION: 1})
_WEIGHED = frozenset({*WARMTH, *HARM, *PATIENCE_LOST})
"""Acts that move trust or patience."""
_HARSH = frozenset({Act.PRESSURE, Act.DENIGRATE, Act.INSULT, Act.INJECTION})


def weigh_conduct(negotiation: Negotiation, reading: Reading) -> Step:
    """The mood after the rep's manner alone, and the counterpart's reaction to it; offers are weighed elsewhere."""
    mood, temper, acts = negotiation.mood, negotiation.scenario.temper, reading.kinds
    if acts.isdisjoint(_WEIGHED):
        return Step(mood, _reactions(negotiation, reading))
    earlier = negotiation.earlier_readings
    earned = sum([_warmth(earlier, act) for act in acts if act in WARMTH])
    lost = sum([HARM.get(act, 0) for act in acts])
    change = min(MOST_TRUST_IN_A_TURN, earned * temper.rapport_gain // 100) - -(-lost * temper.pressure_gain // 100)
    after = mood._replace(
        trust=max(0, min(100, mood.trust + change)),
        patience=mood.patience - sum([PATIENCE_LOST.get(act, 0) for act in acts]),
        insults=mood.insults + reading.has(Act.INSULT),
    )
    return Step(after, _reactions(negotiation, reading))


def is_harsh(reading: Reading) -> bool:
    """Whether the line presses, belittles, insults or tries to trick the counterpart."""
    return not reading.kinds.isdisjoint(_HARSH)


def _warmth(earlier: Sequence[Reading], act: Act) -> int:
    earned, times = WARMTH[act]
    return earned if sum([act in reading.kinds for reading in earlier]) < times else 0


def _reactions(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    if reading.kinds.isdisjoint(_NOTED):
        return ()
    if reading.has(Act.INSULT):
        return (Part(Place.REACTION, "INSULT_WARNING", needed=True),)
    if reading.has(Act.INJECTION):
        return (Part(Place.REACTION, "ODD_INSTRUCTION", needed=True),)
    if reading.has(Act.PRESSURE):
        return (Part(Place.REACTION, "PRESSURE", needed=True),)
    if reading.has(Act.DENIGRATE):
        return (Part(Place.REACTION, "DENIGRATED", needed=True),)
    if reading.has(Act.APOLOGISE):
        return (Part(Place.TAKEN_UP, "APOLOGY_TAKEN", needed=True),)
    if reading.has(Act.COMPLAIN) and has_lines(negotiation.scenario, "COMPLAINT"):
        return (Part(Place.TAKEN_UP, "COMPLAINT", needed=True),)
    return _pleasantries(negotiation.earlier_readings, reading)


def _pleasantries(earlier: Sequence[Reading], reading: Reading) -> tuple[Part, ...]:
    if reading.has(Act.ASK_AFTER):
        return (Part(Place.GREETING, "SMALL_TALK", needed=True),)
    if reading.has(Act.GREET) and not any(Act.GREET in before.kinds for before in earlier):
        return (Part(Place.GREETING, "GREET"),)
    if reading.has(Act.CHAT):
        return (Part(Place.GREETING, "CHAT"),)
    asks_on_topic = bool(reading.topics(Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP))
    if reading.has(Act.RAPPORT) and reading.kinds <= _KIND and not asks_on_topic:
        return (Part(Place.GREETING, "KINDNESS"),)
    if reading.has(Act.OFF_TOPIC):
        return (Part(Place.REACTION, "OFF_TOPIC"),)
    return ()
