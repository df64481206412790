"""What the counterpart says to a question it has no answer to, and to a statement on nothing its pack knows of."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.asked_about import is_on_the_trade
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Scenario

_ASKS = (Act.ASK_OPEN, Act.FOLLOW_UP)
_ASKING = "(?:do|does|did|is|are|was|were|will|would|can|could|shall|should|have|has|had|might)"
"""Words that follow a "when" which asks; after any other it only says under what condition."""
_KINDS = (
    ("UNKNOWN_WHO", re.compile(r"^\W*(\w+\W+){0,2}(who|whose|whom)\b")),
    (
        "UNKNOWN_WHEN",
        re.compile(
            rf"\bwhen(?= {_ASKING}\b| exactly\b|\W*$)"
            r"|\b(how (soon|long|fast|quickly|often|late)(?! (?:they|you|we|it|he|she)\b)|what (time|date|day|month))\b"
        ),
    ),
    ("UNKNOWN_COUNT", re.compile(r"\b(how (many|much|big|far|high)|what (percentage|percent|share|number|size))\b")),
    ("UNKNOWN_WHY", re.compile(r"\b(why|how come|what (made|makes))\b")),
)  # fmt: skip
"""What is wanted to be known, by how it is asked."""
_MEANWHILE = re.compile(rf"^\W*when (?!{_ASKING}\b)[^,?]*, ")
"""What sets the scene of a question, and asks for no time: "when people went back to e-mail, did that …"."""
_FOR_MORE = re.compile(
    r"\b(?:else|more|further|other|others|anything|go on|expand|elaborate|tell me|walk me|talk me|describe|about)\b"
)
"""Words of a question that takes whatever there is to tell."""
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
    wanted = (kind_of(asked.span.text), "UNKNOWN") if asked is not None else ("DEPENDS",)
    return next((act for act in wanted if has_lines(scenario, act)), "NO_ANSWER")


def beyond_what_was_told(scenario: Scenario, question: str, *, is_open: bool) -> str:
    """The act for a question that goes beyond all it told on a topic; empty where it only asks for more of that."""
    if _FOR_MORE.search(question.lower()):
        return ""
    wanted = kind_of(question) if is_open else "ALL_TOLD"
    return wanted if wanted != "UNKNOWN" and has_lines(scenario, wanted) else ""


def is_not_followed(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether a question sounds like one on the trade and cannot be placed: it asks back, but not twice running."""
    scenario = negotiation.scenario
    lines = scenario.phrases.of("NOT_FOLLOWED", scenario.temper.style)
    if not lines or any(line in negotiation.last_heard for line in lines):
        return False
    asked = next((read for read in reading.acts if read.act in _ASKS and read.topic is None), None)
    return asked is not None and is_on_the_trade(asked.span.text, scenario.examples)


def kind_of(question: str) -> str:
    """The act for what is wanted to be known: a person, a time, a number, a reason, or something else (`UNKNOWN`)."""
    text = _MEANWHILE.sub("", question.lower())
    found = ((match.start(), act) for act, words in _KINDS if (match := words.search(text)))
    return min(found, default=(0, "UNKNOWN"))[1]


def to_statement(scenario: Scenario, line: str) -> str:
    """The act that takes up a statement of the rep's own; empty where it is none, or the pack has no lines for it."""
    text = line.lower().replace("’", "'")
    words = set(re.findall(r"[a-z]+", text))
    if _PLAN.search(text):
        return "PLAN"
    wanted = "WISHED" if _WISH.search(text) and words & {"i", "we"} else "NOTED"
    return wanted if words & _OURS and has_lines(scenario, wanted) else ""


def has_lines(scenario: Scenario, act: str) -> bool:
    """Whether the pack has lines for the act in the counterpart's style."""
    return bool(scenario.phrases.of(act, scenario.temper.style))
