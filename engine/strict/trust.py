"""How the rep's conduct moves the counterpart's trust and patience. The figures are starting values."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.strict.hospitality import offers_a_drink
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

_KIND = frozenset({Act.RAPPORT, Act.APOLOGISE, Act.GREET, Act.ACKNOWLEDGE, Act.ASK_CLOSED})
"""Acts of a line that is only kind: "can I get you a coffee?"."""

_OWN_DOING = re.compile(
    r"\b(?:my (?:bad|mistake|fault|error)|apologi[sz]e|apologies|forgive"
    r"|(?:for|about) (?:pushing|pressing|rushing|asking|the mix|that)"
    r"|i (?:was|did|didn't|shouldn't|pushed|meant|misspoke|misread|misunderstood|got|went|came|said))\b"
)
"""Words of a rep who is sorry for what it did."""
_THE_WAY = re.compile(r"\bfind\b")
"""A word of a rep who asks whether somebody found the way."""
_SMALL_TALK = _KIND | {Act.CHAT, Act.ASK_OPEN}
"""Acts of a line in which the weather is talked about, and not the cars that stop by themselves in traffic."""
_SMALL_TALK_ALONE = _SMALL_TALK | {Act.ASK_AFTER}
"""Acts of a line in which nothing of the matter is spoken of."""
_NOTED = frozenset({*HARM, Act.APOLOGISE, Act.COMPLAIN, Act.ASK_AFTER, Act.GREET, Act.CHAT, Act.RAPPORT})
"""Acts of manner that the counterpart says something to."""

PATIENCE_LOST: Mapping[Act, int] = MappingProxyType({Act.PRESSURE: 1, Act.INSULT: 4, Act.INJECTION: 1})
_FOR_A_DRINK = ("KINDNESS", "CHAT")
"""What the answer to an offer of a drink stands for."""
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


def is_small_talk(reading: Reading) -> bool:
    """Whether the line only chats, or asks how somebody is."""
    return reading.has(Act.CHAT, Act.ASK_AFTER) and reading.kinds <= _SMALL_TALK_ALONE and not _names_a_thing(reading)


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
    if reading.has(Act.APOLOGISE) and _has_something_to_forgive(negotiation):
        return (Part(Place.TAKEN_UP, "APOLOGY_TAKEN", needed=True),)
    if reading.has(Act.COMPLAIN) and has_lines(negotiation.scenario, "COMPLAINT"):
        return (Part(Place.TAKEN_UP, "COMPLAINT", needed=True),)
    return _pleasantries(negotiation, reading)


def _has_something_to_forgive(negotiation: Negotiation) -> bool:
    """Whether the rep has been harsh since it last said sorry, or speaks of what it did itself; "sorry" over what
    happened to the counterpart is sympathy."""
    if _OWN_DOING.search(negotiation.lines[-1].text.lower()):
        return True
    for before in reversed(negotiation.earlier_readings):
        if is_harsh(before) or before.has(Act.APOLOGISE):
            return is_harsh(before)
    return False


def _names_a_thing(reading: Reading) -> bool:
    return bool(reading.offers) or any(read.topic is not None for read in reading.acts)


def _pleasantries(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    said = _to_pleasantries(negotiation, reading)
    if has_lines(negotiation.scenario, "DRINK") and offers_a_drink(negotiation.lines[-1].text):
        return (*(part for part in said if part.act not in _FOR_A_DRINK), Part(Place.GREETING, "DRINK"))
    return said


def _to_pleasantries(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    earlier = negotiation.earlier_readings
    if reading.has(Act.ASK_AFTER):
        is_on_the_way = any(
            _THE_WAY.search(read.span.text.lower()) for read in reading.acts if read.act is Act.ASK_AFTER
        )
        act = "FOUND_YOU" if is_on_the_way and has_lines(negotiation.scenario, "FOUND_YOU") else "SMALL_TALK"
        return (Part(Place.GREETING, act, needed=True),)
    if reading.has(Act.GREET) and not any(Act.GREET in before.kinds for before in earlier):
        return (Part(Place.GREETING, "GREET"),)
    if reading.has(Act.CHAT) and reading.kinds <= _SMALL_TALK and not _names_a_thing(reading):
        return (Part(Place.GREETING, "CHAT"),)
    if reading.has(Act.RAPPORT, Act.APOLOGISE) and reading.kinds <= _KIND and not _names_a_thing(reading):
        return (Part(Place.GREETING, "KINDNESS"),)
    if reading.has(Act.OFF_TOPIC):
        return (Part(Place.REACTION, "OFF_TOPIC"),)
    return ()
