"""A line cut into sentences, and those into clauses: the stretch a "not" or an "if" governs."""

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from engine.reading.supposing import (
    MODALS,
    SUPPOSING,
    TURNED_ROUND,
    begins_supposing,
    is_in_passing,
    is_should_you,
    supposes,
)
from engine.reading.thrown_in import is_thrown_in
from engine.reading.tokens import Kind, Token, spelling
from engine.reading.trailing import closes_question
from engine.values import value

_LONGEST = 48
"""Tokens past which a clause is cut wherever it stands, so that judging one takes bounded time."""

_MOST_CLAUSES = 60
"""Clauses of a sentence past which only length cuts."""

_ENDS = frozenset({".", "!", "?", "\n", "…"})
_PAUSES = frozenset({",", ";", ":", "(", ")", '"', "|", "•", "*"})
_TURNS = frozenset({"but", "however", "although", "though", "because", "otherwise", "then"})
_BEFORE_WHETHER = frozenset({"know", "me", "see", "wonder", "wondering", "ask", "check", "tell", "sure"})
_OF_PERSONS = frozenset({"for", "by"})
"""Before a "me" after which an "if" sets a condition: "58 works for me if you sign"."""
_SET_AGAINST = frozenset({"but", "otherwise", "else"})
GIVE_IT = frozenset(
    {
        "throw", "include", "add", "fix", "replace", "leave", "cover", "skip", "lose", "swap", "handle",
        "haul", "collect", "give", "bundle", "double", "arrange", "deliver", "ship", "wire", "strip", "help",
    }
)  # fmt: skip
_BIND_YOURSELF = frozenset({"commit", "sign", "order", "renew", "extend", "finance", "prepay", "subscribe"})
_BIDS = GIVE_IT | _BIND_YOURSELF
_ORDERS = _BIND_YOURSELF | frozenset(
    {
        "take", "buy", "stay", "go", "drop", "keep", "cut", "grab", "pay",
        "bring", "wait", "pick", "move", "lock", "trade", "trim",
    }
)  # fmt: skip
"""Words with which an order begins whose outcome may be a price."""
_PAIR = 2
_OUTCOMES = frozenset(
    {
        ("it", "is"), ("that", "is"), ("price", "is"), ("you", "are"), ("you", "pay"), ("you", "land"),
        ("i", "am"), ("both", "of"), ("you", "both"), ("it", "drops"), ("we", "get"), ("i", "get"), ("it", "goes"),
        ("it", "comes"), ("it", "becomes"), ("price", "drops"), ("i", "drop"), ("we", "drop"), ("i", "come"),
        ("we", "come"), ("we", "go"), ("price", "goes"), ("that", "becomes"), ("we", "are"), ("we", "land"),
        ("they", "are"), ("you", "have"), ("i", "can"), ("we", "can"), ("i", "will"), ("we", "will"), ("i", "go"),
    }
)  # fmt: skip
"""How what an order brings about goes on after its "and"."""
_ASSENT = frozenset({"yes", "ok", "nod", "handshake", "word", "answer", "signature"})
"""What is asked for where nothing but the deal is: "give me a yes and it's 29,950"."""
_OF_MONEY = frozenset({"k", "grand", "dollars", "bucks", "euros", "pounds", "quid", "off", "percent", "hundred"})
_STEPS = frozenset({"off", "less", "minus", "down"})
_TERMS = frozenset(
    {"year", "years", "yr", "yrs", "month", "months", "seats", "users", "units", "licenses", "loads", "-"}
)
_SUBJECTS = frozenset({"i", "we", "you", "it", "that", "they", "he", "she", "this", "let"})
_FRESH_STARTS = _SUBJECTS | {"please", "do"}
_QUESTION_WORDS = frozenset({"who", "what", "when", "where", "why", "how"})
"""After "and" they begin a question of their own in one with such a word: "who does it and how long does it take"."""
_ASKERS = frozenset({"would", "will", "can", "could", "do", "are", "is", "shall", "should", "does"})
_BEGINNING_ANEW = {**dict.fromkeys(("i", "we", "you"), MODALS), **dict.fromkeys(_ASKERS, _SUBJECTS)}
"""Words that, with one of these after them, begin what hangs on a condition: "if you sign now I can do 30"."""
_LEADING_ON = frozenset(
    {
        ("only", "if"), ("when", "you"), ("even", "if"), ("as", "long"), ("so", "long"), ("how", "about"),
        ("what", "about"), ("and", "no"), ("since", "you"), ("since", "i"), ("since", "it"), ("since", "we"),
        ("since", "they"), ("since", "that"), ("since", "this"), ("since", "there"),
    }
)  # fmt: skip


LISTED_UNDER = frozenset(
    {"stock", "item", "lot", "part", "serial", "model", "ref", "order", "invoice", "account", "unit"}
)
"""What goes by number."""


_AT_HOME = frozenset({"in", "at", "house", "flat"})
_SHORTENED = frozenset({"incl", "excl", "approx", "rs", "vs", "ca", "est", "inc"})


class Clause(NamedTuple):
    """Tokens `start` (in) to `end` (out) of the line. `supposing`: it begins with "if" or the like.

    `unbound`: no condition of the sentence holds for it, as after "otherwise".
    """

    start: int
    end: int
    supposing: bool
    unbound: bool = False
    wondering: bool = False
    """Whether its "if" only asks: "let me know if you'd take 180"."""


_sets_condition: Callable[[Clause], bool] = attrgetter("supposing")


@value
class Sentence:
    """A sentence's clauses; `question` when it ends in a question mark."""

    clauses: tuple[Clause, ...]
    question: bool
    supposes: bool
    """Whether any of its clauses sets a condition."""

    @property
    def start(self) -> int:
        """The first token."""
        return self.clauses[0].start

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.clauses[-1].end


_LAUGHS = frozenset({"lol", "lmao", "haha"})
_MOST_AFTER_LAUGH = 3
"""Tokens from a laugh on that still are said of what comes before it: "500 lol no way"."""
_MAY_CUT = (
    _LAUGHS
    | _TURNS
    | SUPPOSING
    | _BEGINNING_ANEW.keys()
    | TURNED_ROUND
    | {"only", "when", "even", "as", "how", "what", "and", "so", "or", "long", "since"}
)
"""Words before which a clause may be cut."""


_MAY_CUT_AT = _MAY_CUT | _PAUSES | {"-", "/"}
"""Words and marks before which a clause may be cut."""
_MARK = Kind.MARK


def sentences(tokens: Sequence[Token], closed: frozenset[int] = frozenset()) -> tuple[Sentence, ...]:
    """The sentences of a line, in order. No cut is made before a token in `closed` (the inside of a number)."""
    found: list[Sentence] = []
    start = 0
    for at, word in enumerate(map(spelling, tokens)):
        if word in _ENDS and not _abbreviates(tokens, at):
            if at > start:
                found += _sentence(tokens, start, at, closed, asked=_asked(tokens, at))
            start = at + 1
    if start < len(tokens):
        found += _sentence(tokens, start, len(tokens), closed, asked=False)
    return tuple(found)


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Whether the point ends a shortened word, or a "no." that numbers something: "incl. tax", "stock no. 34120"."""
    if tokens[at].word != "." or not at:
        return False
    if tokens[at - 1].word in _SHORTENED:
        return at + 1 < len(tokens)
    if at < 2 or tokens[at - 1].word != "no":
        return False
    is_house = tokens[at - 2].word in _AT_HOME and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER
    return is_house or tokens[at - 2].word in LISTED_UNDER


def _asked(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].word in {"?", "!"}:
        if tokens[at].word == "?":
            return True
        at += 1
    return False


def _sentence(
    tokens: Sequence[Token], start: int, end: int, closed: frozenset[int], *, asked: bool
) -> tuple[Sentence, ...]:
    """The sentence that these tokens make, if they are more than marks."""
    clauses: list[Clause] = []
    begun, supposing = start, supposes(tokens, start, end) or (not asked and begins_supposing(tokens, start, end))
    for at in _places(tokens, start, end):
        far = at - begun >= _LONGEST
        if at in closed or not (far or _cuts(tokens, begun, at, end, supposing=supposing)):
            continue
        if len(clauses) > _MOST_CLAUSES and not far:
            continue
        if at > begun:
            clauses.append(Clause(begun, at, supposing))
        supposing = supposes(tokens, at, end)
        begun = at if tokens[at].kind is not _MARK else at + 1
        if begun > at:
            supposing = begun < end and supposes(tokens, begun, end)
    if end > begun:
        clauses.append(Clause(begun, end, supposing))
    if not clauses:
        return ()
    if any(map(_sets_condition, clauses)):
        clauses = [_as_meant(tokens, clause) if clause.supposing else clause for clause in clauses]
    if len(clauses) > 1:
        clauses = [*map(_as_traded, repeat(tokens), clauses, clauses[1:]), clauses[-1]]
    conditional = any(map(_sets_condition, clauses))
    asked = asked or (
        conditional
        and tokens[start].word != "only"
        and (_asks(tokens, clauses[-1]) or _asks_what(tokens, clauses[0]) or _asks_whether(tokens, clauses))
    )
    may_be_unbound = conditional and len(clauses) > 1
    return (Sentence(tuple(_with_unbound(tokens, clauses) if may_be_unbound else clauses), asked, conditional),)


def _places(tokens: Sequence[Token], start: int, end: int) -> Sequence[int]:
    """Where a sentence may be cut: at some marks and words, and at any token of one that may be cut for its length."""
    if end - start > _LONGEST:
        return range(start, end)
    return [at for at, word in enumerate(map(spelling, tokens[start:end]), start) if word in _MAY_CUT_AT]


def _asks(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause begins as a question does."""
    words = [token.word for token in tokens[clause.start : min(clause.start + 2, clause.end)]]
    return words[0] in _ASKERS and words[1:] != [] and words[1] in _SUBJECTS


def _asks_what(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause begins as an open question does: "what do I get if I pay 26"."""
    words = [token.word for token in tokens[clause.start : min(clause.start + 2, clause.end)]]
    return words[0] in {"what", "how"} and words[1:] != [] and words[1] in _ASKERS


def _asks_whether(tokens: Sequence[Token], clauses: Sequence[Clause]) -> bool:
    """Whether a question ends in its condition: "would it help if I threw the mats in"."""
    return len(clauses) == _PAIR and clauses[1].supposing and _asks(tokens, clauses[0])


def _as_traded(tokens: Sequence[Token], clause: Clause, following: Clause) -> Clause:
    """The clause; one that bids the other side give something sets a condition: "throw in the mats and I'll pay 32"."""
    bid = tokens[clause.start].word
    if bid == "give" and not _ASSENT.isdisjoint([token.word for token in tokens[clause.start : clause.end]]):
        return clause
    is_order = bid in _ORDERS or (bid in GIVE_IT and not _names_sum(tokens, clause))
    if is_order and _leads_to_sum(tokens, clause, following):
        return clause._replace(supposing=True)
    if bid not in _BIDS or _names_sum(tokens, clause):
        return clause
    lead = [token.word for token in tokens[following.start : min(following.start + 2, following.end)]]
    goes_on = lead[:1] == ["and"] and (lead[1:] in (["i"], ["we"]) or (bid in _BIND_YOURSELF and lead[1:] == ["you"]))
    return clause._replace(supposing=True) if goes_on else clause


def _leads_to_sum(tokens: Sequence[Token], clause: Clause, following: Clause) -> bool:
    """Whether what an order brings about is a price: "stay at 195 and it's 48,100", not "take 500 off and it's 34"."""
    lead = [token.word for token in tokens[following.start : min(following.start + 3, following.end)]]
    is_outcome = lead[:1] == ["and"] and tuple(lead[1:]) in _OUTCOMES
    is_outcome = is_outcome or (
        lead[:1] == ["then"] and any(tokens[at].kind is Kind.NUMBER for at in range(clause.start, clause.end))
    )
    is_step = any(token.word in _STEPS for token in tokens[clause.start : clause.end])
    return (
        is_outcome
        and not is_step
        and any(tokens[at].kind is Kind.NUMBER for at in range(following.start, following.end))
    )


def _names_sum(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a number in the clause is not just how long or how many: "commit to 3 years" names none."""
    numbers = [at for at in range(clause.start, clause.end) if tokens[at].kind is Kind.NUMBER]
    return any(not _says_how_many(tokens, at, clause.end) for at in numbers)


def _says_how_many(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number says how long or how many: "3 years", "the 2 parking spots"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.word in _TERMS:
        return following is not None
    is_small = tokens[at].word.isdecimal() and len(tokens[at].word) == 1
    return is_small and at + 1 < end and following.kind is Kind.WORD and following.word not in _OF_MONEY


def _as_meant(tokens: Sequence[Token], clause: Clause) -> Clause:
    """A supposing clause; an "if" after "let me know" or the like, or one such as "if it helps", sets no condition."""
    if tokens[clause.start].word != "if":
        return clause
    if is_in_passing(tokens, clause.start):
        return clause._replace(supposing=False)
    if not clause.start:
        return clause
    before, second = tokens[clause.start - 1].word, tokens[clause.start - 2].word if clause.start > 1 else ""
    is_asked = before in _BEFORE_WHETHER and second not in _OF_PERSONS
    return clause._replace(supposing=False, wondering=True) if is_asked else clause


def _with_unbound(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses; what an "otherwise" or, as the last, a "but" sets against a condition is not bound by it."""
    turn_at = _set_against_later(tokens, clauses)
    for at, (clause, following) in enumerate(zip(clauses, (*clauses[1:], None), strict=True)):
        turn = tokens[clause.start].word
        is_last = following is None or not following.supposing
        is_set_against = is_last and (turn in _SET_AGAINST or _is_other_choice(tokens, clauses[:at], clause))
        is_free = is_set_against or at < turn_at
        yield clause._replace(unbound=not clause.supposing and is_free)


def _set_against_later(tokens: Sequence[Token], clauses: Sequence[Clause]) -> int:
    """Where a "but" leads to a condition that has a number of its own, as in "650, but if you paint it, 600"; or 0."""
    first = next((at for at, clause in enumerate(clauses) if clause.supposing), 0)
    turn = next((at for at, clause in enumerate(clauses[:first]) if tokens[clause.start].word == "but"), 0)
    is_led_to = turn and clauses[turn].end - clauses[turn].start > 1
    has_own = any(tokens[at].kind is Kind.NUMBER for at in range(clauses[turn].start, clauses[-1].end))
    return turn if is_led_to and has_own else 0


def _is_other_choice(tokens: Sequence[Token], before: Sequence[Clause], clause: Clause) -> bool:
    """Whether a number begins the clause and the one before the condition: "4.8 if it's new, 4.6 as it is"."""
    if len(before) < _PAIR or not before[-1].supposing or before[-2].supposing:
        return False
    return all(tokens[one.start].kind in (Kind.NUMBER, Kind.SIGN) for one in (before[-2], clause))


def _cuts(tokens: Sequence[Token], begun: int, at: int, end: int, *, supposing: bool) -> bool:
    kind, word, _, _ = tokens[at]
    if tokens[begun].word in _QUESTION_WORDS and is_thrown_in(tokens, begun + 1, at, end):
        return False
    if kind is _MARK:
        if word == ":" and _is_of_clock(tokens, at, end):
            return False
        return word in _PAUSES or (word in "-/" and _stands_apart(tokens, at, end))
    if word in TURNED_ROUND and at > begun and is_should_you(tokens, at, end):
        return True
    if word in _LAUGHS:
        return at > begun and end - at > _MOST_AFTER_LAUGH
    if word in _BEGINNING_ANEW:
        return supposing and at - begun >= 3 and at + 1 < end and tokens[at + 1].word in _BEGINNING_ANEW[word]
    if (word in _TURNS and not closes_question(tokens, begun, at, end)) or (
        word in SUPPOSING and at > begun and tokens[at - 1].word not in {"what", "only"}
    ):
        return True
    following = tokens[at + 1].word if at + 1 < end else ""
    if word == "long" and following == "as" and tokens[at - 1].word not in {"as", "so"}:
        return True
    if (word, following) == ("so", "long") and (at + 2 >= end or tokens[at + 2].word != "as"):
        return False
    if word == "and" and following in _QUESTION_WORDS:
        return any(token.word in _QUESTION_WORDS for token in tokens[begun:at])
    return (word, following) in _LEADING_ON or (word in {"and", "so", "or"} and following in _FRESH_STARTS)


def _is_of_clock(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the colon ties two numbers: "coming at 3:30"."""
    if not 0 < at < end - 1 or tokens[at - 1].end != tokens[at + 1].start - 1:
        return False
    return tokens[at - 1].kind is tokens[at + 1].kind is Kind.NUMBER


def _stands_apart(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a dash has room on both sides, or is one of several."""
    return 0 < at < end - 1 and tokens[at].start > tokens[at - 1].end and tokens[at + 1].start > tokens[at].end
