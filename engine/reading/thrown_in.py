"""A few words thrown in behind a question word, which belong to its clause: "what, then, do you need?"."""

from collections.abc import Sequence

from engine.reading.tokens import Token, words_of

_THROWN_IN = frozenset(
    words_of(
        "then exactly roughly precisely if i may might can ask for instance example by the way anyway you do not mind "
        "though please about in your view say"
    )
)
_LONGEST = 8
"""Tokens of it, its commas with them."""


def is_thrown_in(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Whether the token `at` is of what is thrown in from `start` on, between two commas before the clause goes on."""
    if start >= end or tokens[start].word != ",":
        return False
    places = range(start + 1, min(end, start + _LONGEST))
    stop = next((place for place in places if tokens[place].word == ","), 0)
    is_of_it = start <= at <= stop < end - 1
    return is_of_it and _THROWN_IN.issuperset(token.word for token in tokens[start + 1 : stop])
