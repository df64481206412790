"""What the counterpart says to a question it has no answer to, and to a statement on nothing its pack knows of."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import is_on_the_trade
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Scenario
from engine.strict.answer_type import AnswerType, wanted

_ASKS = (Act.ASK_OPEN, Act.FOLLOW_UP)
_UNKNOWN = {
    AnswerType.PERSON: ("UNKNOWN_WHO",),
    AnswerType.DATE: ("UNKNOWN_WHEN",),
    AnswerType.DURATION: ("UNKNOWN_DURATION", "UNKNOWN_WHEN"),
    AnswerType.FREQUENCY: ("UNKNOWN_FREQUENCY", "UNKNOWN_WHEN"),
    AnswerType.MONEY: ("UNKNOWN_MONEY", "UNKNOWN_COUNT"),
    AnswerType.COUNT: ("UNKNOWN_COUNT",),
    AnswerType.REASON: ("UNKNOWN_WHY",),
    AnswerType.EVENT: ("UNKNOWN_EVENT",),
    AnswerType.WAY: ("UNKNOWN",),
}
"""The acts with which it says that it has no answer of a type; a pack without lines for the first has them for the
second."""
_FOR_MORE = re.compile(
    r"\b(?:else|more|further|other|others|anything|go on|expand|elaborate|tell me|walk me|talk me|describe|about)\b"
)
"""Words of a question that takes whatever there is to tell."""
_IS_A_THING = re.compile(
    r"^\W*(?:(?:and|so|but|also) )?(?:what|whats|what's|which)\b"
    r"(?!.{0,24}\b(?:can|could|shall|should|may|do) (?:i|we)\b)"
    r"(?!.{0,24}\b(?:would|do) you (?:say|think|rather|prefer|like|want|need)\b)(?!.{0,12}\bit you\b)(?:\W+[\w'-]+){3,}"
)
"""How a question for a thing begins that says enough to be one, and proposes nothing."""
_OURS = frozenset({"we", "our", "us", "i", "this", "these", "customers", "clients"})
"""Words of a statement of the rep's own, about its house or what it sells."""
_WISH = re.compile(
    r"\b(want|wish|hope|hoping|would like|i'd like|would love|i'd love|we'd like|prefer|trying to|need)\b"
)
_PLAN = re.compile(r"^\W*((so|well|ok|okay|then|now),? )?(let's|let us|lets|why don't we)\b")


def left_open(scenario: Scenario, reading: Reading) -> str:
    """The act with which it says that it has nothing on a question; neither yes nor no to one that wants either.

    A pack without lines for what is asked, a person, a time, a number, a reason, has them for any of those.
    """
    asked = next((read for read in reading.acts if read.act in _ASKS), None)
    closed = next((read for read in reading.acts if read.act is Act.ASK_CLOSED), None)
    question = asked or closed
    act = unknown(scenario, question.span.text) if question is not None else ""
    plain = "UNKNOWN" if asked is not None else "DEPENDS"
    return act or (plain if has_lines(scenario, plain) else "NO_ANSWER")


def unknown(scenario: Scenario, question: str) -> str:
    """The act with which it has no answer of the type that the question wants; empty where it wants none of its own, or
    the pack has no lines for it."""
    kind = wanted(question)
    acts = _UNKNOWN.get(kind, ()) if kind is not None else ()
    return next((act for act in acts if has_lines(scenario, act)), "")


def beside_an_answer(scenario: Scenario, question: str) -> str:
    """The act for a question that it has nothing on, beside the answer to another; empty where it best says nothing."""
    if _IS_A_THING.match(question.lower()) is not None:
        return unknown(scenario, question) or ("UNKNOWN_THING" if has_lines(scenario, "UNKNOWN_THING") else "")
    return unknown(scenario, question)


def beyond_what_was_told(scenario: Scenario, question: str, *, is_open: bool) -> str:
    """The act for a question that goes beyond all it told on a topic; empty where it only asks for more of that."""
    if asks_for_more(question):
        return ""
    act = unknown(scenario, question)
    return act if act or is_open or not has_lines(scenario, "ALL_TOLD") else "ALL_TOLD"


def asks_for_more(question: str) -> bool:
    """Whether the question takes whatever there is to tell: "what else?", "tell me about that"."""
    return _FOR_MORE.search(question.lower()) is not None


def is_not_followed(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether a question sounds like one on the trade and cannot be placed: it asks back, but not twice running."""
    scenario = negotiation.scenario
    lines = scenario.phrases.of("NOT_FOLLOWED", scenario.temper.style)
    if not lines or any(line in negotiation.last_heard for line in lines):
        return False
    asked = next((read for read in reading.acts if read.act in _ASKS and read.topic is None), None)
    return asked is not None and is_on_the_trade(asked.span.text, scenario.examples)


def to_statement(scenario: Scenario, line: str) -> str:
    """The act that takes up a statement of the rep's own; empty where it is none, or the pack has no lines for it."""
    text = line.lower().replace("’", "'")
    words = set(re.findall(r"[a-z]+", text))
    if _PLAN.search(text):
        return "PLAN"
    act = "WISHED" if _WISH.search(text) and words & {"i", "we"} else "NOTED"
    return act if words & _OURS and has_lines(scenario, act) else ""


def has_lines(scenario: Scenario, act: str) -> bool:
    """Whether the pack has lines for the act in the counterpart's style."""
    return bool(scenario.phrases.of(act, scenario.temper.style))
