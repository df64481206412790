"""Claims that the product sheet forbids, found in the rep's own words however they are put."""

import re

_SENTENCE = re.compile(r"[^.?!\n]+(?:[.](?=\d)[^.?!\n]+)*[.?!]*")
_WORD = re.compile(r"\d[\d,.]*\d|\d|[a-z]+(?:'t)?", re.IGNORECASE)
_PLAIN_WORDS = frozenset(
    _WORD.findall(
        "a an and any are at be been being by can could do does for from get gets got had has have in is it its just"
        " more of on or so that the their there this to up very was will with would you your"
    )
)
_DENIALS = frozenset(
    _WORD.findall("no not never cannot without can't don't doesn't isn't won't wouldn't hasn't aren't")
)
LONGEST_STEM = 4
"""Letters by which two words are taken for forms of one: replaced, replacing."""


def forbidden_sentence(text: str, claims: tuple[str, ...]) -> str:
    """The first sentence of the text that makes one of the claims, empty where none does.

    A sentence makes a claim when it states, and does not ask or deny, all its numbers and three in four of its words.
    """
    for match in _SENTENCE.finditer(text.replace("’", "'")):
        sentence = match.group()
        if not sentence.rstrip().endswith("?") and any(_states(sentence, claim) for claim in claims):
            return text[match.start() : match.end()].strip()
    return ""


def _states(sentence: str, claim: str) -> bool:
    said, wanted = _words(sentence), _words(claim)
    if not wanted or (_DENIALS & set(said)) - set(wanted):
        return False
    numbers = [word for word in wanted if word[0].isdigit()]
    found = [word for word in wanted if any(_same(word, other) for other in said)]
    return set(numbers) <= set(found) and 4 * len(found) >= 3 * len(wanted) and len(found) > 1


def _words(text: str) -> list[str]:
    found = (word.lower().replace(",", "") for word in _WORD.findall(text))
    return [word for word in found if word not in _PLAIN_WORDS]


def _same(word: str, other: str) -> bool:
    """Whether two words are forms of one; numbers and denials only match themselves."""
    if word == other:
        return True
    if word[0].isdigit() or other[0].isdigit() or word in _DENIALS or other in _DENIALS:
        return False
    stem = min(len(word), len(other), LONGEST_STEM)
    return stem > 2 and word[:stem] == other[:stem]
