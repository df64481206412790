"""Claims that the product sheet forbids, found in the rep's own words however they are put."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from engine.scoring.stated import statements

_WORD = re.compile(r"\d[\d,.]*\d|\d|[a-z]+(?:'[a-z]+)?|%", re.IGNORECASE)
_PLAIN_WORDS = frozenset(
    _WORD.findall(
        "a an and any are at be been being by can could do does ever for from get gets got had has have in is it it's"
        " its just more of on or so that the their there there's they this to up very was we will with would you you'll"
        " your kept stored hosted held stays"
    )
)
_DENIALS = frozenset(
    _WORD.findall(
        "no not never zero cannot without nobody none nothing can't don't doesn't isn't won't wouldn't hasn't haven't"
        " aren't wasn't weren't didn't couldn't"
    )
)
_DENIED = "not"
_PERCENT = "percent"
_LIGHT_WORDS = frozenset(_WORD.findall("need needs needed single"))
"""Words between a denial and what it denies: "never needs replacing"."""
_ALIKE = {"%": "percent", "hundred": "100", "eu": "europe"}
_ADVERB = "ally"
_BESIDE = 1
"""How far apart two denials stand, plain words left out, of which one takes back the other."""
LONGEST_STEM = 4
"""Letters by which two words are taken for forms of one, more than half of the shorter: replaced, replacing."""


class Claim(NamedTuple):
    """The words of a claim, and those in which the sheet adds how it really is."""

    words: tuple[str, ...]
    truth: tuple[str, ...]


def forbidden_sentence(text: str, claims: tuple[str, ...]) -> str:
    """The first sentence of the text that makes one of the claims, empty where none does.

    A clause makes a claim when it states all its numbers and three in four of its words, and denies what it denies.
    A claim may end in how it really is, after a semicolon; a clause that says that too is true.
    """
    known = [_claim(claim) for claim in claims]
    for statement in statements(text):
        said = [_words(clause) for clause in (*statement.clauses, " ".join(statement.clauses))]
        if any(_makes(words, claim) for words in said for claim in known):
            return statement.sentence
    return ""


@lru_cache(maxsize=1_000)
def _claim(text: str) -> Claim:
    claimed, _, truth = text.partition(";")
    words = _words(claimed)
    return Claim(words, tuple(word for word in _words(truth) if word not in words))


def _makes(said: tuple[str, ...], claim: Claim) -> bool:
    return _states(said, claim.words) and not (claim.truth and _holds(said, claim.truth))


def _states(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if not _denies_as_much(said, wanted) or not _holds(said, wanted):
        return False
    return len(wanted) > 1 and (_DENIED not in wanted or _denies_one_of(said, wanted))


def _denies_as_much(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether as much is denied; two denials beside one another, "not without", make none."""
    at = [place for place, word in enumerate(said) if word == _DENIED]
    paired = sum(later - first <= _BESIDE for first, later in pairwise(at))
    return len(at) - 2 * min(paired, len(at) // 2) == wanted.count(_DENIED)


def _holds(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether all the numbers and three in four of the words are said."""
    sought = [word for word in wanted if word != _DENIED]
    found = [word for word in sought if any(_same(word, other) for other in said)]
    has_numbers = all(_says_number(said, word, after) for word, after in pairwise((*sought, "")) if word[0].isdigit())
    return has_numbers and 4 * len(found) >= 3 * len(sought)


def _says_number(said: tuple[str, ...], number: str, after: str) -> bool:
    """Whether the number is said, and of percent where the claim is: 100 seats are no 100 percent."""
    places = [at for at, word in enumerate(said) if word == number]
    return bool(places) if after != _PERCENT else any(said[at + 1 : at + 2] == (_PERCENT,) for at in places)


def _denies_one_of(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a denial stands before a word of the claim: no claim is "one previous owner, no accidents"."""
    rest = [word for word in said if word not in _LIGHT_WORDS or word in wanted]
    denied = [after for before, after in pairwise(rest) if before == _DENIED]
    return any(_same(word, other) for word in wanted for other in denied if word != _DENIED)


def _words(text: str) -> tuple[str, ...]:
    found = (word.lower().replace(",", "") for word in _WORD.findall(text.replace("’", "'")))
    kept = (_ALIKE.get(word, word) for word in found if word not in _PLAIN_WORDS)
    return tuple(_DENIED if word in _DENIALS else word for word in kept)


def _same(word: str, other: str) -> bool:
    """Whether two words are forms of one; numbers, denials and adverbs only match their own kind.

    "Accidentally" tells how something is done, and speaks of no accident.
    """
    if word == other:
        return True
    if word[0].isdigit() or other[0].isdigit() or _DENIED in (word, other):
        return False
    if word.endswith(_ADVERB) is not other.endswith(_ADVERB):
        return False
    shorter = min(len(word), len(other))
    stem = max(min(shorter, LONGEST_STEM), shorter // 2 + 1)
    return stem > 2 and word[:stem] == other[:stem]
