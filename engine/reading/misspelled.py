"""Words of the add-ons on the table, one slip of a letter away: "the premuim support", "a longer waranty"."""

from collections.abc import Iterable
from functools import lru_cache

from engine.reading.tokens import Token, spelling, words_of

_SHORTEST = 7
"""Letters from which a word with one slip is taken for it; shorter ones are too often words of their own."""
_KEPT = 8_192
_CHOICES = str.maketrans("(|),~", "     ")
"""What sets off the choices of a wording."""


def long_words(names: Iterable[str]) -> frozenset[str]:
    """The words of the names that are long enough to be known with a slip in them."""
    words = (word for name in names for word in words_of(name.translate(_CHOICES)))
    return frozenset(word for word in words if len(word) >= _SHORTEST - 1 and word.isalpha())


def put_right(tokens: tuple[Token, ...], known: frozenset[str], others: frozenset[str]) -> tuple[Token, ...]:
    """The tokens, each word that is one slip from a known one, and none of the others, read as that one."""
    long = [word for word in map(spelling, tokens) if len(word) >= _SHORTEST - 1 and word[0].isalpha()]
    if others.issuperset(long):
        return tokens
    meant = {word: _nearest(word, known) for word in long if word not in known and word not in others}
    if not any(meant.values()):
        return tokens
    return tuple([token._replace(word=meant.get(token.word) or token.word) for token in tokens])


@lru_cache(maxsize=_KEPT)
def _nearest(word: str, known: frozenset[str]) -> str:
    """The known word that the word is one slip from, its first and last letter in place; empty for none."""
    ends = (word[0], word[-1])
    near = (one for one in sorted(known) if len(one) >= _SHORTEST and (one[0], one[-1]) == ends)
    return next((one for one in near if is_slip(word, one)), "")


def is_slip(word: str, meant: str) -> bool:
    """Whether one letter is left out, doubled, put in, swapped with the next or another than in the word meant."""
    if abs(len(word) - len(meant)) > 1:
        return False
    at = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), 0)
    rest, wanted = word[at:], meant[at:]
    is_swapped = rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:]
    return is_swapped or rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]
