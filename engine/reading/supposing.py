"""Where a condition begins: "if", "as long as", "sign today and", "on a three-year term"; and what only looks so."""

from collections.abc import Sequence

from engine.reading.tokens import Kind, Token

_OPENINGS = [
    opening.split()
    for opening in (
        "only if", "but if", "and if", "when you", "even if", "or if", "on condition", "subject to", "but then you",
        "long as", "as long as", "so long as",
    )
]  # fmt: skip
_COUNTING = [["once", *after] for after in ([], ["at"], ["and"], ["more"], ["again"], [","], ["."])]
"""Where "once" sets no condition: "going once at 145"."""
_IMPERATIVES = frozenset({"sign", "buy", "pay", "close", "decide", "commit", "settle", "order", "pick", "come", "grab"})
_IN_PASSING = (
    "it helps", "that helps", "need be", "you ask", "i may", "anything", "possible", "that is possible",
    "it is possible", "at all possible", "that is ok", "that is fine",
    "that is alright", "it is alright", "that is cool", "it is ok", "you are interested",
    "you want it", "you want one", "you are still interested", "that works", "you like",
)  # fmt: skip
"""What an "if" that asks for nothing goes on with."""
_PASSING = tuple(tuple(wording.split()) for wording in _IN_PASSING)
_BEGINNING_TO_PASS = frozenset(words[0] for words in _PASSING)
_LONGEST_IN_PASSING = max(map(len, _PASSING))
_AT_ONCE = frozenset({"today", "tonight", "now", "this", "tomorrow", "by", "before", "in", "cash"})
"""What follows an imperative that sets a condition: "sign today and it's yours"."""
_IMPERATIVE_REACH = 4
_TIED_TO = frozenset({"with", "when", "on", "via", "through", "after"})
"""After "but only" they set a condition: "30,750 but only with our financing"."""
_WANTING = frozenset({"want", "need", "expect", "get", "keep", "require"})
_WANTING_REACH = 5
_OBLIGED = frozenset({"have", "need", "got"})
_MOVING = frozenset({"come", "go", "move", "meet", "understand", "know", "see", "do", "give", "be", "realize", "admit"})
"""What nobody who sets a condition asks for."""
_BY_TERM, _CONTRACTS = frozenset({"on", "for", "with"}), frozenset({"term", "contract", "lease", "agreement"})
_TERM_REACH = 6
_WHO = frozenset({"you", "the", "your", "my", "they", "he", "she"})
TURNED_ROUND = frozenset({"should", "were"})
_ASKING = frozenset({"what", "how", "who", "why", "when", "where", "which"})
SUPPOSING = frozenset({"if", "unless", "provided", "assuming", "providing", "once", "contingent", "pending"})
MODALS = frozenset(
    {"can", "could", "will", "would", "am", "are", "do", "have", "is", "may", "might", "should", "shall"}
)
_MAY_SUPPOSE = (
    SUPPOSING
    | TURNED_ROUND
    | _IMPERATIVES
    | {"so", "subject", "on", "only", "but", "and", "when", "even", "or", "as", "long"}
)


def supposes(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the words from token `at` on, up to `end`, begin a condition."""
    if at >= end or tokens[at].word not in _MAY_SUPPOSE:
        return False
    words = [token.word for token in tokens[at : min(at + _IMPERATIVE_REACH, end)]]
    return (
        (at > 0 and _may_turn_round_after(tokens[at - 1]) and is_should_you(tokens, at, end))
        or (words[0] in SUPPOSING and words[:2] not in _COUNTING)
        or (words[0] in _IMPERATIVES and not _AT_ONCE.isdisjoint(words[1:]))
        or any(words[: len(opening)] == opening for opening in _OPENINGS)
        or (words[:2] == ["but", "only"] and words[2:3] != [] and words[2] in _TIED_TO)
        or (words[0] == "but" and _wants_more(tokens, at, end))
        or (words[:2] == ["but", "you"] and _obliges([token.word for token in tokens[at + 2 : min(at + 6, end)]]))
    )


def _may_turn_round_after(before: Token) -> bool:
    """Whether a verb turned round right after it would set a condition, and does not ask: "what should they do"."""
    return before.kind is not Kind.MARK and before.word not in _ASKING


def begins_supposing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the sentence begins with what its price hangs on: "should you sign", "on a three-year term I could"."""
    if tokens[start].word in _BY_TERM and tokens[start + 1 : start + 2] and tokens[start + 1].word in {"a", "an"}:
        words = [token.word for token in tokens[start + 2 : min(start + 2 + _TERM_REACH, end)]]
        return not _CONTRACTS.isdisjoint(words) and words[-1] not in _CONTRACTS
    return is_should_you(tokens, start, end)


def is_should_you(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a verb turned round sets a condition: "should you sign on Saturday", "were we to agree"."""
    if start >= end or tokens[start].word not in TURNED_ROUND:
        return False
    words = [token.word for token in tokens[start : min(start + 3, end)]]
    return (words[:1] == ["should"] and words[1:2] != [] and words[1] in _WHO) or words in (
        ["were", "we", "to"],
        ["were", "you", "to"],
    )


def is_in_passing(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "if" at a token asks for nothing: "if possible", "if you're interested"."""
    words = tuple([token.word for token in tokens[at + 1 : at + 1 + _LONGEST_IN_PASSING]])
    return words[:1] != () and words[0] in _BEGINNING_TO_PASS and any(words[: len(one)] == one for one in _PASSING)


def _wants_more(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a "but" sets what the speaker wants in return: "28k, but then I want the report in two weeks"."""
    following = [token.word for token in tokens[at + 1 : min(at + 1 + _WANTING_REACH, end)]]
    if following[:1] != ["then"]:
        return False
    following = [word for word in following[1:] if word not in MODALS]
    is_wanted = following[:1] in (["i"], ["we"]) and following[1:2] != [] and following[1] in _WANTING
    return is_wanted and all(token.kind is not Kind.NUMBER for token in tokens[at:end])


def _obliges(words: Sequence[str]) -> bool:
    """Whether the words after a "but you" set a condition: "2,700, but you'd have to team it", not "… to come up"."""
    verb = next((at + 2 for at, word in enumerate(words) if word in _OBLIGED and words[at + 1 : at + 2] == ["to"]), 0)
    return 0 < verb < len(words) and words[verb] not in _MOVING
