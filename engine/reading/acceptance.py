"""When a wording of acceptance or refusal is one: "ok" alone is, "a great deal" and "you agreed to 9" are not."""

from engine.reading.cues import Cue
from engine.reading.lexicon import OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.question_forms import begins_asking
from engine.reading.tokens import words_of

MILD = frozenset(
    {
        "ok",
        "yes",
        "sure",
        "alright",
        "all right",
        "fine",
        "cool",
        "perfect",
        "very well",
        "no problem",
        "great",
        "of course",
    }
)
"""Wordings that may only mean "I hear you", and never accept in passing."""

LOOSE = MILD | frozenset(
    " ".join(words_of(wording))
    for wording in (
        "sounds good", "sounds great", "sounds fair", "sounds reasonable", "sounds perfect", "sounds right",
        "that works", "that will work", "that would work", "it works", "works for me", "that is fine", "is fine",
        "fine by me", "fine with me", "that is good", "is good", "that is ok", "is ok", "is perfect", "i like that",
        "you got it", "granted", "can do that", "i can do that", "i could do that", "we can do that",
        "i will do that", "i will do it", "let us do that", "happy to do that", "agree", "i agree", "we agree",
        "that is acceptable", "is acceptable", "acceptable", "you can have it", "you can have that", "pick it up",
        "come pick it up", "come and get it", "come get it", "done",
    )
)  # fmt: skip
"""Wordings that accept what was put last, and otherwise say no more than that something is all right."""

_CONTEXT_BOUND = MILD | {
    "done",
    "deal",
    "agree",
    "sold",
    "is ok",
    "is good",
    "acceptable",
    "agreed",
    "accepted",
    "that is a deal",
    "it is a deal",
}
_FOLLOWING = frozenset(words_of("thanks thank then with on at i we it that you by to sir for and my done deal agreed"))
_PRECEDING = frozenset(
    words_of(
        "good great a the no this that best big better fair real any your our you they to well almost get not already "
        "formerly previously once was were an amazing terrific what of first"
    )
)
_BEFORE_DEAL = frozenset(words_of("ok yes sure great well then so and alright fine done cool perfect it"))
"""Words after which "deal" agrees; after others it is a thing: "an excellent deal", "last deal"."""
_TAKEN_AWAY = frozenset({"to", "into", "off", "from", "back", "up", "down", "home", "with", "under", "over", "out"})
_LEADING_IN = MILD | {"and", "well", "then", "so", "i", "think", "guess", "believe", "yes", "right", "oh", "deal", "if"}
_UNDER_WAY = frozenset({"am", "are", "is", "be", "been", "get", "getting", "when", "once"})
_AFTER_NO = frozenset(words_of("i we that it you not sir sorry can for to the then way deal thanks"))
_GOOD_TO_KNOW = tuple(("to", verb) for verb in ("know", "hear", "see", "have", "learn"))
"""What only thanks for what was told."""
_WHY_YES = (("yes",), ("sure",), ("of",), ("certainly",), ("thank",), ("thanks",))
"""What follows a "why" that only opens an answer: "why yes, you have yourself a deal"."""
_LIMIT_REACH = 5


def accepts(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether the tokens, a wording of acceptance, accept. A mild one is undone by what comes after it."""
    if setting.is_asked() or setting.sentence.supposes:
        return False
    words = " ".join(line.words(start, end))
    if words in _CONTEXT_BOUND and _is_inside_question(line, setting, start):
        return False
    if words.startswith("i will take") and _TAKEN_AWAY & set(line.words(end, min(end + 1, setting.clause.end))):
        return False
    if line.words(start - 1, start) == ("please",):
        return False
    if words.startswith("that ") and not _opens_clause(line, setting, start):
        return False
    if line.words(end, end + 2) in _GOOD_TO_KNOW:
        return False
    if words not in _CONTEXT_BOUND:
        return True
    before = line.words(max(setting.clause.start, start - 1), start)
    if words == "done" and _UNDER_WAY & set(before):
        return False
    if words == "deal" and not set(before) <= _BEFORE_DEAL:
        return False
    after = line.words(end, min(end + 1, setting.clause.end))
    if _PRECEDING & set(before) or (after and after[0] not in _FOLLOWING and not after[0].isdecimal()):
        return False
    return words not in MILD or line.last_turn < end


def _is_inside_question(line: Line, setting: Setting, start: int) -> bool:
    """Whether the clause begins as a question does: "when can they have it done", "is your wife ok with it"."""
    before = line.words(setting.clause.start, start)
    first = setting.clause.start
    is_exclaimed = before[:1] == ("why",) and line.words(first + 1, first + 2) in _WHY_YES
    return before != () and not is_exclaimed and (before[0] in OPEN_QUESTION or begins_asking(before))


def _opens_clause(line: Line, setting: Setting, at: int) -> bool:
    """Whether nothing but a word of assent stands before it: not "a payment that works"."""
    return set(line.words(setting.clause.start, at)) <= _LEADING_IN


def refuses(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether the tokens, a wording of refusal, refuse: not in a condition, not in "no less than 34"."""
    if setting.clause.supposing or setting.is_asked():
        return False
    if line.words(start, end) == ("never",) and end < setting.clause.end:
        return False
    if line.words(start, end) == ("no",):
        after = line.words(end, min(end + 1, setting.clause.end))
        return not after or after[0] in _AFTER_NO
    limited = any(hit.label is Cue.LIMIT and end <= hit.start <= start + _LIMIT_REACH for hit in setting.cues)
    harmless = any(hit.start <= start < hit.end for hit in setting.cues if hit.label is Cue.HARMLESS)
    return not limited and not harmless
