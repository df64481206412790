"""Numbers that count things, stand in a ratio or a date: "350 positive reviews", "9/10", "a box of 25", "25 Dec"."""

from collections.abc import Sequence

from engine.reading.quantity import Quantity
from engine.reading.tokens import Kind, Token, words_of

_CONTAINERS = frozenset(
    words_of("box pack packet bag case lot set bundle roll carton pallet stack dozen team group one")
)
_MONTHS = frozenset(
    words_of(
        "jan january feb february mar april apr june jun july jul august aug sept september oct october nov november "
        "dec december"
    )
)
VERBS = frozenset(
    words_of(
        "makes buys takes closes seals gets hurts sounds works seems looks does feels fits suits was is has wins beats "
        "leaves puts brings covers kills helps stands goes comes includes means saves starts pays gives beats says "
        "stays needs wants sits shows lets makes breaks comes ends locks secures clinches settles finishes flies "
        "lands holds rolls exceeds equals turns busts blows sinks scares pushes stretches strains crosses crushes "
        "ruins requires wipes guts destroys undercuts insults ignores reflects misses meets moves lies wrecks strikes"
    )
)
"""What a price does and no plural names: "34 works"."""
_NO_PLURALS = frozenset(
    words_of(
        "less plus this thus unless always perhaps sometimes its yours hers theirs ours boss miss across towards "
        "besides afterwards cus coz guys folks thanks pls us as yes bucks dollars dollers pounds euros grands tops "
        "quid others minus fees taxes regardless"
    )
)
_NO_THINGS = VERBS | _NO_PLURALS
_OBJECTS = frozenset(words_of("my our me us half your you him her them nothing"))
"""What makes a verb of the word before it: "1,850 eats half my pay"."""
_PEOPLE = frozenset(
    words_of(
        "people families owners customers clients drivers buyers users subscribers members companies businesses teams "
        "employees households parents kids children men women couples readers followers fans guests patients students "
        "shops stores cars vehicles homes cities countries towns orders installs downloads reviews"
    )
)
"""Whoever or whatever a seller boasts of in thousands, and a price never stands right before."""
_DESCRIBING = ("ive", "ful", "ous", "al", "er", "ed", "ent", "ppy", "lthy", "ndly", "cky")
_NO_QUALITIES = frozenset(
    words_of(
        "and or but if for is it that then so i you we with on in to at as by from of a an the our your my their what "
        "will would can could may must might do does did are was has have had includes including plus less off out per "
        "because since when unless until while than which who take took pays"
    )
)
TRAVELLING = frozenset(
    words_of(
        "rising drive drives drove driven driving commute ride walk walked turned turns aged seats sleeps weighs "
        "measures jumps jumped tows hauls carries lasts lasted clocks clocked doubles"
    )
)
"""Verbs of what a thing does so many miles, years or people of."""
_ALL_OF = frozenset({"all", "these", "those", "counted"})
_MANY_DO = frozenset({"are", "were", "have", "need"})
_JUDGING = frozenset(words_of("too not way very so a ok fine good enough more less yours all we you i they"))
_MANY = 100
"""Below it what goes on as of several things counts them: "3 are missing"."""
_PRIZES = frozenset({("gift", "card"), ("gift", "certificate"), ("store", "credit"), ("gift", "cards")})
_SORTS = frozenset({"model", "version", "edition", "series", "variant", "trim", "count"})
_TIES = frozenset({"/", "of", "out"})
_SMALL_PART = 31
"""Up to it one side of a slash makes the other no price: "11/25", "9/10"."""
_SHORTEST_PLURAL = 4
_DIGITS = 6


_EVERY, _PERIODS = (
    frozenset({"a", "per", "each", "every"}),
    frozenset({"hour", "day", "week", "month", "quarter", "year"}),
)
"""What makes a count of what comes again: "a thousand tickets a week"."""


def counts_something(tokens: Sequence[Token], quantity: Quantity, before: str, after: Sequence[str]) -> bool:
    """Whether the number, which no sign marks as money, counts things or is part of a ratio or a date."""
    if before == "year" and quantity.value < _SMALL_PART:
        return True
    if before in _MONTHS or after[0] in _MONTHS or (before in TRAVELLING and after[0] != "down") or before in _ALL_OF:
        return True
    if after[0] in _MANY_DO and after[1] not in _JUDGING and not quantity.grouped and quantity.value < _MANY:
        return True
    is_tied = before in _TIES or after[0] in _TIES
    return (
        (is_tied and _is_ratio(tokens, quantity))
        or _is_in_container(tokens, quantity, before, after)
        or _names_people(after)
        or (_is_plural(after[0]) and after[1] in _EVERY and after[2] in _PERIODS)
        or (not quantity.scaled and (after[0] in _SORTS or _names_several(after)))
    )


def is_prize(after: Sequence[str]) -> bool:
    """Whether the sum is that of a card or a credit."""
    return tuple(after[:2]) in _PRIZES


def _names_several(after: Sequence[str]) -> bool:
    """Whether things follow, one word between at most: "350 items", "350 positive reviews"."""
    if _is_plural(after[0]):
        return after[1] not in _OBJECTS
    return after[0].endswith(_DESCRIBING) and _is_plural(after[1])


def _names_people(after: Sequence[str]) -> bool:
    """Whether people or their things follow, a quality or two between: "happy owners", "very happy families"."""
    if _PEOPLE.isdisjoint(after[:3]):
        return False
    at = next(at for at, word in enumerate(after) if word in _PEOPLE)
    return all(word.isalpha() and word not in _NO_QUALITIES for word in after[:at])


def _is_plural(word: str) -> bool:
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends and len(word) >= _SHORTEST_PLURAL and word.isalpha() and word not in _NO_THINGS


def _is_ratio(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a slash or an "of" ties the number to another."""
    after = tokens[quantity.end : quantity.end + 3]
    before = tokens[max(0, quantity.start - 3) : quantity.start]
    return _ties(after, quantity) or _ties(before[::-1], quantity)


def _ties(beside: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the tokens, the nearest first, lead from the number to another it is set against."""
    if not beside or beside[0].word not in _TIES:
        return False
    if len(beside) > 1 and beside[0].word == "/" and beside[1].word.isdecimal():
        return quantity.value <= _SMALL_PART or int(beside[1].word[:_DIGITS]) <= _SMALL_PART
    others = [token.kind is Kind.NUMBER for token in beside]
    is_of = beside[0].word == "of"
    if is_of and others[1:2] == [True]:
        return True
    return others[2:3] == [True] and [token.word for token in beside[:2]] in (["out", "of"], ["of", "out"])


def _is_in_container(tokens: Sequence[Token], quantity: Quantity, before: str, after: Sequence[str]) -> bool:
    """Whether it is said how many go into something: "box of 25", "25 in the box", "there are 25"."""
    second = tokens[quantity.start - 2].word if quantity.start > 1 else ""
    if before == "of" and second in _CONTAINERS:
        return True
    return (after[0] == "in" and after[2] in _CONTAINERS) or (before == "are" and second == "there")
