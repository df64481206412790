"""Which questions are open ones: no yes or no would do for an answer, and they ask for more than a word on an offer."""

import re

from engine.reading.in_full import in_full
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.text import sentence_around
from engine.scoring.asking import OPEN, is_closed_too
from engine.scoring.content import content
from engine.scoring.record import Turn

_YES_OR_NO = re.compile(
    r"\W*(?:(?:and|so|but|ok|okay|then|well)\W+)*(?:is|isn't|are|aren't|was|were|do|does|did|don't|has|have|had|any(?:thing|one|body)?)\b",
    re.IGNORECASE,
)
"""How a question begins that yes or no would answer."""
_ASKS_MORE = re.compile(r"\b(?:what|how|why|who|whose|where|when|which)\b", re.IGNORECASE)
"""Words that make an open question of it all the same: "do you know how they pay?"."""
_CHOICE = re.compile(
    r"\b(?:is|are|was|were|do|does|did|will|would)\s+(?:it|that|this|they|these|those|you|the \w+)\s+"
    r"(?!(?:also|ever|even|already|really|currently)\b)[^.?!]*\bor\b(?! (?:not|so|something|anything)\b)",
    re.IGNORECASE,
)
"""A choice, to which yes is no answer: "is it the price or the term?"; "has it been down or slow?" is none."""
_UNMARKED = re.compile(
    r"(?:^|[.,;!] |\b(?:so|and|but|then|ok|anything) )"
    r"(?:(?:what|how(?! are you\b)|who|whose|where|when|which) (?:else )?(?:is|are|was|were|do|does|did|would|will|go"
    r"|going|goin|happened|happend|kind|far|many|much|long|often|soon|made|makes|needs|has|decides|signs)\b|why )"
    r"|\b(?:need|want|like|love) to know (?:what|how|why|who|where|when|which)\b"
)
"""A question without its mark, written out: "what is your situation", "so how many are in use"."""
_CLOSED_UNMARKED = re.compile(
    r"(?:^|[.,;!] |\b(?:so|and|but|then|ok) )(?:do|did|is|are|have|will|would) (?:you|it|that|they|she|he)\b"
    r"|\byou got (?:a|an|any)\b.* in mind\b"
)
"""One for a yes or no without its mark: "do you need it soon", "you got a number in mind"."""
_ANY = re.compile(r"\bany(?:thing|one|body)?\b", re.IGNORECASE)
_HOW_ARE_YOU = re.compile(r"\bhow\s+(?:are|r)\s+(?:you|u|ya)(?:\s+(?:doing|today|all))*\W*$", re.IGNORECASE)
_INVITES = re.compile(
    r"\W*(?:(?:and|so|but|ok|okay|then|well)\W+)*(?:would you (?:like|care|want)"
    r"|(?:do (?:you|u|ya) )?(?:want|wanna|fancy)|shall we|should we|care)\b",
    re.IGNORECASE,
)
"""How a question begins that invites them to something, whatever they are to see there."""
_SIGN = re.compile(
    r"\W*(?:(?:so|then|can|could|shall|will|do|we|you|u|i)\s+)*(?:sign|deal|done|agreed|shake|settle)"
    r"(?:\s+(?:it|this|that|here|now|today|tonight|on it|up|then))*\W*",
    re.IGNORECASE,
)
"""A question that only asks for the decision: "sign now?"."""
_BARE = frozenset(("how", "how'"))
_ON_AN_OFFER = (Act.ASK_SALE, Act.CONDITIONAL_TODAY)


def asks_openly(turn: Turn, reading: Reading) -> bool:
    """Whether one of these acts of the turn, or a question in it that has no mark, asks openly."""
    if any(read.act in OPEN and _is_open(turn, read, reading) for read in reading.acts):
        return True
    return _UNMARKED.search(_unmarked(turn)) is not None


def asks_in_yes_or_no_form(turn: Turn) -> bool:
    """Whether a question of the turn that is on a topic could be answered with yes or no, though it invites more."""
    return _CLOSED_UNMARKED.search(_unmarked(turn)) is not None or any(
        read.act in OPEN and read.topic is not None and _wants_yes_or_no(turn, read) and _is_asked(turn, read)
        for read in turn.reading.acts
        if read.span.end > read.span.start
    )


def _is_asked(turn: Turn, read: ReadAct) -> bool:
    """Whether its sentence asks, as far as the marks of the line tell."""
    return "?" not in turn.said.text or "?" in sentence_around(turn.said.text, read.span)


def _unmarked(turn: Turn) -> str:
    """The line written out, where it marks no question and offers nothing; else empty."""
    text = turn.new_words
    return "" if "?" in text or turn.offer is not None else in_full(text)


def _wants_yes_or_no(turn: Turn, read: ReadAct) -> bool:
    if not _YES_OR_NO.match(read.span.text):
        return False
    sentence = sentence_around(turn.said.text, read.span)
    asked = sentence[max(0, sentence.find(read.span.text)) :]
    return bool(_ANY.search(asked)) or not (_ASKS_MORE.search(asked) or gives_a_choice(asked))


def gives_a_choice(question: str) -> bool:
    """Whether the question leaves a choice between two things, to which neither yes nor no is an answer."""
    return _CHOICE.search(question) is not None


def _is_open(turn: Turn, read: ReadAct, reading: Reading) -> bool:
    if is_closed_too(read, reading):
        return False
    if read.span.end <= read.span.start:
        return True
    if _only_asks_after_them(read, reading) or _invites(turn, read):
        return False
    return not (_wants_yes_or_no(turn, read) or _asks_what_they_say_to_it(turn, read, reading))


def _only_asks_after_them(read: ReadAct, reading: Reading) -> bool:
    """Whether it is a greeting that has the form of a question: "how are you?"."""
    polite = any(other.act is Act.ASK_AFTER and read.span.holds(other.span) for other in reading.acts)
    return polite and read.topic is None and _HOW_ARE_YOU.search(read.span.text) is not None


def _invites(turn: Turn, read: ReadAct) -> bool:
    """Whether it only says what an invitation is for: "would you like to drive it, see how your back feels?"."""
    beginnings = (sentence_around(turn.said.text, read.span).strip(), read.span.text)
    asks_on = _ASKS_MORE.match(read.span.text.removeprefix("and ").strip())
    return asks_on is None and any(map(_INVITES.match, beginnings))


def _asks_what_they_say_to_it(turn: Turn, read: ReadAct, reading: Reading) -> bool:
    """Whether all that it wants is a word on the offer: "how's that?", "sign today?"."""
    if read.guessed and any(other.act in _ON_AN_OFFER and _overlap(other, read) for other in reading.acts):
        return True
    if turn.offer is not None and _SIGN.fullmatch(read.span.text):
        return True
    return turn.offer is not None and read.topic is None and content(read.span.text) <= _BARE


def _overlap(one: ReadAct, other: ReadAct) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
