"""Which of the parts of a turn stand in the reply, so that it reads as one person's single answer to the line.

What a part does decides what it gives way to. A reply takes up one thing, answers, and then comes to the table; it is
not pleased twice, nor with what it then bids far below, and comes to the price in words where it speaks of
something else first.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.strict.bargaining import Bargain
from engine.strict.part import NO_ANSWERS, UNKNOWNS, Part, Place
from engine.strict.speaking import is_far_off
from engine.strict.speech_acts import Does, act_of, acts_that
from engine.strict.wording import lines_left

_ASKING = (Act.ASK_OPEN, Act.FOLLOW_UP, Act.ASK_AGAIN)
_SEVERAL = 2


class Line(NamedTuple):
    """What of the rep's line a reply hangs on: whether it asks for something to be told, plainly, whether it asks two
    things, and whether the counterpart's price is far from the one on the table."""

    asks: bool = False
    asks_twice: bool = False
    is_far: bool = False


class _Rule(NamedTuple):
    """Acts that are left out beside others, always or only where the line is of a kind."""

    gives_way: frozenset[str]
    beside: frozenset[str]
    unless: str = ""
    """The field of the line that lets them stand."""
    only: str = ""
    """The field of the line without which they stand."""


_UNKNOWING = acts_that(Does.UNKNOWING)
_OF_A_TYPE = UNKNOWNS - {"UNKNOWN", "UNKNOWN_WHO", "UNKNOWN_WHY"}
"""That just what one question wants is not known; persons and reasons have many names, and may be in the answer."""
_BRUSH_OFFS = acts_that(Does.BRUSH_OFF, Does.REPEAT) | {"DEPENDS"}
_TO_PROBES = frozenset({"WOULD_HELP", "TOO_FEW", "WOULD_DO", "NOT_NEEDED", "RULED_OUT", "DOUBTS_SUM"})
_TELLING = acts_that(Does.ANSWER, Does.VERDICT, Does.ARRANGING) | _TO_PROBES
_ANSWERS = _TELLING | _UNKNOWING | acts_that(Does.BRUSH_OFF, Does.RESERVE, Does.REPEAT, Does.REMINDER)
_OFFERS = acts_that(Does.OFFER)
_TERMS = _OFFERS | acts_that(Does.AGREEMENT)
_SETTLING = acts_that(Does.SETTLING)
_ARRANGING = acts_that(Does.ARRANGING)
_VERDICTS = frozenset({"CONFIRM", "DENY"})

_RULES: tuple[_Rule, ...] = (
    _Rule(acts_that(Does.NOD), _ANSWERS | _OFFERS),
    _Rule(_UNKNOWING - _OF_A_TYPE, _ANSWERS - _UNKNOWING),
    _Rule(_OF_A_TYPE, _ANSWERS - _UNKNOWING, unless="asks_twice"),
    _Rule(_BRUSH_OFFS, _ANSWERS - _BRUSH_OFFS),
    _Rule(_BRUSH_OFFS - acts_that(Does.REPEAT), _TERMS),
    _Rule(acts_that(Does.REPEAT), _TERMS, unless="asks"),
    _Rule(acts_that(Does.REMINDER), _ANSWERS - NO_ANSWERS - {"REMIND"}),
    _Rule(acts_that(Does.LEADING_BACK), _TELLING),
    _Rule(frozenset({"HEARD_NEED"}), NO_ANSWERS | {"NEED_MATTERS", "TRY_OUT"}),
    _Rule(frozenset({"HEARD", "ASK_PRICE"}), frozenset({"TRY_OUT"})),
    _Rule(acts_that(Does.PRAISE, Does.NOD), _SETTLING | acts_that(Does.APPRAISAL)),
    _Rule(acts_that(Does.PRAISE), _OFFERS, only="is_far"),
    _Rule(frozenset({"DEPENDS"}), _SETTLING),
    _Rule(_UNKNOWING | _BRUSH_OFFS, _SETTLING, unless="asks"),
    _Rule(frozenset({"PRESSURE", "GATE"}), _ARRANGING),
    _Rule(frozenset({"GO_ON"}), acts_that(Does.COURTESY)),
)
"""What gives way to what, each judged on all the parts there are."""
_GIVING_WAY = frozenset[str]().union(*(rule.gives_way for rule in _RULES))
"""Acts that give way to anything."""
_HANGING = frozenset[str]().union(*(rule.gives_way for rule in _RULES if rule.unless or rule.only))
"""Acts of which the line decides whether they give way."""
_LED_OVER_FROM = _SETTLING | _ARRANGING
"""What is led over from before terms of its own."""


def composed(
    negotiation: Negotiation, reading: Reading, bargain: Bargain, mood: Mood, parts: Sequence[Part]
) -> tuple[Part, ...]:
    """The parts that go together as the answer to the line, with what leads over to the price where that is needed."""
    if len(parts) < _SEVERAL:
        return tuple(parts)
    hangs_on_line = any(part.act in _HANGING for part in parts)
    line = _line(negotiation, reading, bargain) if hangs_on_line else None
    return _led_over(negotiation, mood, of_one_mind(parts, line))


def _line(negotiation: Negotiation, reading: Reading, bargain: Bargain) -> Line:
    return Line(
        asks=reading.has(*_ASKING) or any(read.act is Act.ASK_CLOSED and _is_sure(read) for read in reading.acts),
        asks_twice=len({read.span.end for read in reading.acts if read.act is Act.ASK_OPEN}) >= _SEVERAL,
        is_far=is_far_off(negotiation, bargain.offer or negotiation.counterpart_terms),
    )


def _is_sure(read: ReadAct) -> bool:
    """Whether the question names its topic, and does not only sound like one on it."""
    return read.topic is not None and not read.guessed


def of_one_mind(parts: Sequence[Part], line: Line | None = None) -> list[Part]:
    """The parts without those that do not go with the rest of the reply, as one person would say it.

    What is refused is not part of what is offered in the same breath, and no thanks are said for what is left out.
    """
    line = line or Line()
    names = {act_of(part) for part in parts}
    kept = list(parts)
    if not names.isdisjoint(_GIVING_WAY):
        left_out = [rule.gives_way for rule in _RULES if not names.isdisjoint(rule.beside) and _applies(rule, line)]
        kept = [part for part in parts if _is_put_right(part) or not any(act_of(part) in acts for acts in left_out)]
    verdicts = [part for part in kept if part.act in _VERDICTS] if names >= _VERDICTS else []
    kept = [part for part in kept if part not in verdicts[1:]] if verdicts else kept
    terms = [dict(part.slots)["terms"] for part in kept if part.act in _TERMS]
    return [part for part in kept if not _is_taken_back(part, terms)] if terms else kept


def _applies(rule: _Rule, line: Line) -> bool:
    if rule.only:
        return bool(getattr(line, rule.only))
    return not (rule.unless and getattr(line, rule.unless))


def _is_put_right(part: Part) -> bool:
    """Whether the part says again what the line took for granted and is not so."""
    return part.act == "TELL_AGAIN" and part.place is Place.TAKEN_UP


def _is_taken_back(part: Part, terms: Iterable[str]) -> bool:
    """Whether the part refuses what terms of the same reply hold, or is pleased with what they leave out."""
    if part.act not in ("BURDEN", "MORE_THAN_NEEDED", "TRADE_LOW", "THANKS_ADD_ON"):
        return False
    named = " ".join(value for _, value in part.slots).replace(" and ", ", ").split(", ")
    at = 2 if part.act == "THANKS_ADD_ON" else 0
    return any(name and name in offered.partition(" without ")[at] for offered in terms for name in named)


def _led_over(negotiation: Negotiation, mood: Mood, parts: list[Part]) -> tuple[Part, ...]:
    """The parts with words that lead over to the price where a promise or a settled doubt stands before an offer.

    They stand for what else would be said of the rep's price.
    """
    names = {act_of(part) for part in parts}
    if names.isdisjoint(_LED_OVER_FROM) or names.isdisjoint(_OFFERS):
        return tuple(parts)
    if not lines_left(negotiation.scenario, mood, "TO_PRICE"):
        return tuple(parts)
    kept = [part for part in parts if part.act not in ("FIRST_PRICE", "PRICE_CLOSER", "PRICE_FAR")]
    at = next(index for index, part in enumerate(kept) if part.place is Place.MOVE)
    is_needed = not names.isdisjoint(_ARRANGING)
    return (*kept[:at], Part(Place.MOVE, "TO_PRICE", needed=is_needed), *kept[at:])
