"""Contractions without their apostrophe that are words of their own: "were at 48", "well take 47", "wed go 46"."""

from collections.abc import Iterator, Sequence

from engine.reading.tokens import Kind, Token, word_at, words_of

_VERBS = frozenset(
    words_of(
        "do take go give pay meet hold match throw split need want accept come say like consider settle sign keep be "
        "happily gladly still never prefer love lose have eat cover drop move"
    )
)
_STATES = frozenset(
    words_of(
        "at still only close almost talking good done asking offering willing looking stuck not too both down up way "
        "happy ready firm far apart prepared able losing getting giving paying"
    )
)
_OPENED = {"were": ("are", _STATES), "well": ("will", _VERBS), "wed": ("would", _VERBS)}
"""What each stands for after a "we", and what follows it then."""
_BEFORE = frozenset(words_of("so and but then if ok because where that since yes no like lol as when think what how"))


def with_apostrophes(tokens: tuple[Token, ...], said: frozenset[str]) -> tuple[Token, ...]:
    """The tokens, such contractions opened; `said` are their words."""
    return tokens if _OPENED.keys().isdisjoint(said) else tuple(_opened(tokens))


def _opened(tokens: Sequence[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        verb, following = _OPENED.get(token.word, ("", frozenset()))
        begins = at == 0 or tokens[at - 1].kind is Kind.MARK or tokens[at - 1].word in _BEFORE
        if verb and begins and word_at(tokens, at + 1) in following:
            yield token._replace(word="we")
            yield token._replace(word=verb)
        else:
            yield token
