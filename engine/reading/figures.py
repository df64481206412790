"""The numbers and the names in a text, however they are written."""

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.reading.numbers import quantities
from engine.reading.quantity import Quantity
from engine.reading.text import plain_text
from engine.reading.tokens import Kind, Token, tokenize

SMALL_TALK = 3
"""Up to it a number in words is a manner of speaking: "one thing", "the two of us"."""
THOUSAND = 1_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE_A_SENTENCE = frozenset('.?!…:;"“”(—–-')
_MANNERS = frozenset(["i", "i'm", "i'd", "i've", "i'll", "ok", "mr", "mrs", "ms", "dr"])


def figures(text: str) -> frozenset[Fraction]:
    """Every number in the text; a few small ones in words are none."""
    return frozenset(_figures(text))


def _figures(text: str) -> Iterator[Fraction]:
    tokens = tokenize(plain_text(text))
    end = 0
    for quantity in quantities(tokens):
        yield from _bare(tokens[end : quantity.start])
        if not _is_manner_of_speaking(quantity):
            yield Fraction(quantity.value)
        end = quantity.end
    yield from _bare(tokens[end:])


def _is_manner_of_speaking(quantity: Quantity) -> bool:
    return quantity.spoken and not quantity.scaled and quantity.value <= SMALL_TALK


def _bare(tokens: tuple[Token, ...]) -> Iterator[Fraction]:
    """Digits that are no quantity: too long for one, or a telephone number."""
    for token in tokens:
        if token.kind is Kind.NUMBER:
            yield Fraction("".join(character for character in token.word if character.isdigit()))


def are_known(said: frozenset[Fraction], known: frozenset[Fraction]) -> bool:
    """Whether each of the numbers is known, in full or in thousands ("23.2" for 23,200)."""
    return all(figure in known or figure * THOUSAND in known or figure / THOUSAND in known for figure in said)


def words_in(text: str) -> frozenset[str]:
    """Every word of the text in small letters."""
    return frozenset(match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))


def names_in(text: str) -> frozenset[str]:
    """Words that begin with a capital letter inside a sentence, in small letters."""
    return frozenset(_names(text))


def _names(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'")
        if word[0].isupper() and word.casefold() not in _MANNERS and not _begins_sentence(text, match.start()):
            yield word.casefold()


def _begins_sentence(text: str, at: int) -> bool:
    while at and text[at - 1].isspace():
        at -= 1
    return not at or text[at - 1] in _BEFORE_A_SENTENCE
