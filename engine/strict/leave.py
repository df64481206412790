"""Whether the rep lets the counterpart do what it said that it must do first: "sure, check with legal"."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Gate, Scenario

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")
_REQUEST = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|great|then|well)\W+)*(?:can|could|will|would|shall|may|should|why don't)"
    r" (?:you|we|i)\b"
)
"""How a question begins that asks for the step."""
_WHETHER_THEY_AGREE = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|great|then|well)\W+)*(?:is|are|has|have|did|when (?:can|could|will|does|do|would))\b"
    r"[^?]*\b(?:on board|agree|agreed|sign|signed|approve|approved|say yes|said yes|sign off"
    r"|(?:ok|okay|fine|happy) with (?:it|that|this|the (?:price|number|terms|deal)))\b"
)
"""A question whether those have agreed who were not asked yet, or when they will."""
_ASKS_FOR = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|great|sure|then|well)\W+)*(?:wh?at|which|who|whom|whose|how|why|where|when|wen)s?\b"
)
"""How a question for something begins, whatever is done with them in it: "what will she look at?"."""
_WITH_THEM = re.compile(
    r"\b(?:check|ask|send|forward|show|run|pass|get|let|have|take|give|talk|speak|call|walk|bring|wait|waiting|hold|hear"
    r"|heard|done|look|tell|sign|signed|signs|through|back|read|loop|share|clear)\b"
)
"""What is done with whoever must be asked."""
_GO_AHEAD = re.compile(
    r"\b(?:take your time|go ahead|do that|do it|please do|pls do|get back to me|come back to me|let me know|no rush"
    r"|(?:i'll|i will|i can|happy to|i'm happy to) wait|wait to hear)\b"
)
"""Words that let it, whatever it was, right after it was named."""
_NOT_SO = re.compile(r"\b(?:don't|do not|no need|without|skip|forget|instead|can't wait|won't|why|never|rather not)\b")
_PRONOUNS = frozenset({"they", "them", "he", "him", "she", "her"})
_WHOM = re.compile(r"\b(?:get|ask|call|my|past|with)\s+(\w+)")
"""Who must be asked, in words that read after "I need to": "get legal to read the paper", "call my dad"."""
_NOBODY = frozenset({"my", "it", "the", "this", "that", "our"})


def gives_leave(negotiation: Negotiation, gate: Gate, said: str = "") -> bool:
    """Whether the line lets it do what the gate names, or waits for that; a question for a person or a time does not.

    Where a piece of the line is given as `said`, whether that does.
    """
    if gate.id not in negotiation.mood.named_gates:
        return False
    line = (said or negotiation.lines[-1].text).lower().replace("’", "'")
    was_just_named = gate.text in negotiation.last_heard
    whom = named_in(gate) | (_PRONOUNS if was_just_named else frozenset())
    return any(_lets(sentence, whom, is_open=was_just_named) for sentence in _SENTENCE.findall(line))


def only_gives_leave(negotiation: Negotiation, question: str) -> bool:
    """Whether what looks like a question lets it do what it must: "let me know when legal has read it"."""
    return any(gives_leave(negotiation, gate, question) for gate in negotiation.scenario.gates)


def names_them(gate: Gate, text: str) -> bool:
    """Whether the text names who must be asked: the Chris of "run it past Chris"."""
    return not named_in(gate).isdisjoint(re.findall(r"\w+", text.lower()))


def names_absent(scenario: Scenario, text: str) -> bool:
    """Whether the text names anybody who must be asked."""
    return any(names_them(gate, text) for gate in scenario.gates)


def named_in(gate: Gate) -> frozenset[str]:
    """Who must be asked, in small letters."""
    return frozenset(_WHOM.findall(gate.text.lower())) - _NOBODY


def _lets(sentence: str, whom: frozenset[str], *, is_open: bool) -> bool:
    if _NOT_SO.search(sentence):
        return False
    is_named = not whom.isdisjoint(re.findall(r"[a-z']+", sentence))
    if is_named and _WHETHER_THEY_AGREE.search(sentence):
        return True
    if ("?" in sentence or _ASKS_FOR.search(sentence)) and not _REQUEST.search(sentence):
        return False
    return bool((is_named and _WITH_THEM.search(sentence)) or (is_open and _GO_AHEAD.search(sentence)))
