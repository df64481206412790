"""Whether a line asks for the decision, in whatever plain words: "Deal?", "You in?", "29 flat and it's yours"."""

import re
from collections.abc import Sequence

from engine.reading.reading import Act, ReadAct, Span
from engine.reading.text import sentence_around
from engine.scenario.scenario import Gate, Scenario
from engine.scoring.record import Turn, quote_around, quote_of
from engine.strict.gates import closed_gates

DECIDING = (Act.ASK_SALE, Act.ACCEPT, Act.CONDITIONAL_TODAY)

_ASKED = re.compile(
    r"\b(?:(?:are )?you (?:in|with me|on board)|(?:are )?we (?:good|agreed|set|on)"
    r"|deal|done|agreed|yes or no|is (?:that|it) a (?:yes|deal)"
    r"|(?:do|have) we (?:have|got) (?:a|ourselves a) deal|what do you (?:say|think)"
    r"|do you take (?:it|that|this)|shall we"
    r"|(?:shall|can|could|should) we (?:sign|settle|close|shake|do (?:it|this|that)|wrap|write|call it"
    r"|go ahead|say|make it)[^.?!]{0,40}"
    r"|(?:can|could|will|would) you (?:sign|say yes|commit|take (?:it|that|this)|go (?:for|with) (?:it|that|this)"
    r"|live with (?:it|that|this)|do (?:it|that|this))[^.?!]{0,40}|ready to (?:sign|go|buy|shake|renew)[^.?!]{0,20}"
    r"|(?:does|would|will|can) (?:that|this|it) (?:work|do)(?: for (?:you|both of us|us))?"
    r"|(?<![a-z] )works(?: for (?:you|u|both of us|us))?"
    r"|would (?:that|this|it) be (?:easier|better|closer|enough|something|more like it)[^.?!]{0,40}"
    r"|want (?:it|me to write it up)"
    r"|(?<!\bsay )(?<!\bsays )(?<!\bsaid )(?:is (?:that|it|this) )?(?:ok(?:ay)?|alright|all right|fair|yes)"
    r"(?: (?:for|with|by) (?:you|both of us|us))?|can you live with \$?[\d,.]+k?)"
    r"\s*(?:then|now|today|or not)?\s*(?:,\s*[a-z]{2,20})?\s*\?",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|tonight|this (?:afternoon|evening)|next week)\b"
    r"|\bat (?:\d{1,2}\b|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\b\d{1,2} ?[ap]\.?m\b",
    re.IGNORECASE,
)
_ON_THE_SPOT = re.compile(r"\b(?:now|today|right away|straight away|from here|on the spot)\b[^.?!]*\?", re.IGNORECASE)
"""A step that is asked for at once: "could you call him from here?"."""
_TRIES_IT_OUT = re.compile(r"\b(?:drive|spin|ride|wheel|sit|seat|try|test)\b", re.IGNORECASE)
"""A step that needs nobody's leave: "take it for a drive now"."""
_SAYS_BACK = re.compile(
    r"\W*(?:(?:but|and|so|well|hey|come on|look)\W+)*"
    r"you(?:['’]ve| had| have| just| yourself)* (?:just )?(?:said|say|told|promised|wrote|mentioned)\b",
    re.IGNORECASE,
)
"""How a sentence begins that holds them to what they had said, and asks for nothing unless it is a question."""
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_SAID = re.compile(
    r"\b(?:(?:and|then|so) (?:it['’]?s|its|it is|she['’]?s|the (?:car|truck|thing) is) yours|yours (?:for|at) \$?\d"
    r"|wdyt|let['’]?s (?:do (?:it|this)|shake|sign|write it up|close (?:it|this)|settle (?:it|this)"
    r"|make it official))\b",
    re.IGNORECASE,
)


def decision_sought(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> str:
    """The words of the line that ask for the decision or take it; empty where none do.

    What asks anything else of that form, "you in?", does so with terms on the table, and nothing is taken before they
    put up any. Where somebody has to say yes first, a next step with them, with its day or hour, is how one asks.
    """
    if acts := [act for act in DECIDING if turn.reading.has(act) and _may_be(act, turns, turn)]:
        return quote_of(turn, *([act for act in acts if act is not Act.ACCEPT] or acts))
    if not any(each.offer or each.answer for each in turns[: turn.number]) and turn.offer is None:
        return ""
    text = turn.said.text
    if found := _ASKED.search(text) or _SAID.search(text):
        return quote_around(text, Span(found.start(), found.end(), found.group()))
    return _next_step_with_them(closed_gates(scenario, turn.before), turn)


def _next_step_with_them(gates: Sequence[Gate], turn: Turn) -> str:
    """The words that propose a step with whoever has to say yes first, and when; empty where none do."""
    text = turn.said.text
    for dated in (*_DATED.finditer(text), *_ON_THE_SPOT.finditer(text)) if gates else ():
        words = quote_around(text, Span(dated.start(), dated.end(), dated.group()))
        steps = [read.span.text for read in turn.reading.acts if read.act is Act.NEXT_STEP]
        is_step = any(step and step in words and not _TRIES_IT_OUT.search(step) for step in steps)
        if is_step or any(_names_its_person(gate, words) for gate in gates):
            return words
    return ""


def _may_be(act: Act, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the act is what it seems: "it's good that you can sign" takes nothing where nothing of theirs is there to
    take, "yea, what number works?" asks for another, "by Friday or else" asks nobody, and what they said is theirs."""
    if act is Act.ACCEPT and turn.reading.has(Act.ASK_OFFER):
        return False
    if act is Act.ASK_SALE and all(_is_said_back(turn, read) for read in turn.reading.acts if read.act is act):
        return False
    if act is Act.CONDITIONAL_TODAY:
        return not turn.reading.has(Act.PRESSURE)
    return act is not Act.ACCEPT or any(each.answer is not None for each in turns[: turn.number])


def _is_said_back(turn: Turn, read: ReadAct) -> bool:
    """Whether the sentence only says what they had promised: "you said a straight total and then it's a yes"."""
    if read.span.end <= read.span.start:
        return False
    sentence = sentence_around(turn.said.text, read.span)
    return "?" not in sentence and _SAYS_BACK.match(sentence) is not None


def _names_its_person(gate: Gate, text: str) -> bool:
    """Whether the text names who has to say yes: Tom of "clear it with Tom"."""
    return not set(_NAME.findall(gate.text)).isdisjoint(_NAME.findall(text))


def only_takes(turn: Turn) -> bool:
    """Whether the line takes what was offered, and asks for nothing."""
    if turn.reading.has(Act.ASK_SALE, Act.CONDITIONAL_TODAY) or _ASKED.search(turn.said.text):
        return False
    return turn.reading.has(Act.ACCEPT)
