"""Numbers of the other side said back to it: "So ten percent off every vendor. Why ten?" offers nothing."""

from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.numbers import quantities
from engine.reading.quantity import Number, Quantity, Sense
from engine.reading.reading import Act
from engine.reading.text import plain_text
from engine.reading.tokens import tokenize, word_at, words_of

PERCENT = frozenset({"%", "percent", "pct"})
_OWN = frozenset(words_of("i we my our us"))
_THEIRS = frozenset({"so", "hence", "thus", "you"})
"""Words before a number that sum up what the other side said, or name it."""
_LET_ME = ("let", "me")
"""How somebody leads in what it does itself: "let me meet you there: 30,700"."""
_ASSENTS = frozenset(words_of("fine ok deal sure alright agreed yes done"))
_JOINING = frozenset(words_of("with for if and plus at including over on"))
_NEEDING = frozenset(words_of("need want wanted require expect after asked wish seek needed hoping looking"))
_CLOSING = (("for", "you"), ("it", "is"), ("then", "sign"))
_CLOSERS = (Act.ACCEPT, Act.ASK_SALE)
_FEW_WORDS = 5
_NEED_REACH = 4
_MANNER_OF_SPEAKING = 1
"""Up to it a number in words counts nothing: "there is one thing left"."""
_KEPT = 1_024

_Named: TypeAlias = tuple[Number, bool]
"""A number's value, and whether it is a percentage."""


def is_said_back(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the other side just named the number, and nothing makes it an offer of the speaker's own."""
    if not context.other_words or context.doubted is not None or _is_made_its_own(line, number, setting):
        return False
    heard = _heard(context.other_words, context.decimal_comma)
    is_percent = number.sense is Sense.PERCENT
    is_short = not is_percent and line.words(number.end, number.end + 1) == ("off",)
    return (number.value, is_percent) in heard or (is_short and (number.value, True) in heard)


def is_ascribed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number is what the other side is said to need: "you need ten percent off"."""
    lead = line.words(max(setting.clause.start, number.start - _NEED_REACH), number.start)
    return "you" in lead and "to" not in lead and not _NEEDING.isdisjoint(lead)


@lru_cache(maxsize=_KEPT)
def _heard(said: str, decimal_comma: bool) -> frozenset[_Named]:
    """The numbers in the other side's last lines, each of which stays in mind for a few turns."""
    return frozenset[_Named]().union(*(_heard_in(line, decimal_comma) for line in said.split("\n")))


@lru_cache(maxsize=_KEPT)
def _heard_in(said: str, decimal_comma: bool) -> frozenset[_Named]:
    """The numbers in one of those lines."""
    tokens = tokenize(plain_text(said))
    return frozenset(
        (one.value, word_at(tokens, one.end) in PERCENT)
        for one in quantities(tokens, decimal_comma)
        if not (one.spoken and not one.scaled and one.value <= _MANNER_OF_SPEAKING)
    )


def _is_made_its_own(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the speaker puts the number forward itself: on a condition, in a package, giving in, or bare."""
    sentence, clause = setting.sentence, setting.clause
    if sentence.supposes or not _OWN.isdisjoint(line.words(clause.start, number.start)):
        return True
    if _closes(line, setting) or _LET_ME in pairwise(line.words(sentence.start, number.start)):
        return True
    if not _THEIRS.isdisjoint(line.words(sentence.start, number.start)):
        return False
    return _is_given_in(line, setting) or _is_packed(line, number, setting) or len(line.spelled) <= _FEW_WORDS


def _closes(line: Line, setting: Setting) -> bool:
    """Whether the line seals the deal at what the sentence names."""
    words = line.words(setting.sentence.start, setting.sentence.end)
    acts = (hit.label for one in line.settings for hit in one.acts if hit.start >= setting.clause.start)
    return any(act in _CLOSERS for act in acts) or any(pair in _CLOSING for pair in pairwise(words))


def _is_given_in(line: Line, setting: Setting) -> bool:
    return line.spelled[setting.sentence.start] in _ASSENTS


def _is_packed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether other terms are joined to it, and none of them is the other side's: "10 % off for three years"."""
    after = line.words(number.end, setting.sentence.end)
    others = any(one.start > number.end for one in setting.numbers)
    return "your" not in after and others and not _JOINING.isdisjoint(after)
