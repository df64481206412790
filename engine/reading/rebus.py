"""Digits written for the word they sound like, "2 low", "4 it", and a word for a digit: "nothing down"."""

from collections.abc import Iterator, Sequence

from engine.reading.tokens import Kind, Token, words_of

_DIGITS = frozenset({"2", "4"})
_TOO = frozenset(words_of("low high much little steep rich expensive pricey far late"))
_FOR = frozenset(words_of("it the you your me both that this these"))
_BEFORE_FOR = frozenset(words_of("goes go sold sells listed it them"))
_JOINED = {"nite": "tonight", "night": "tonight", "day": "today", "morrow": "tomorrow"}
"""What a "2" makes of the word that it stands right before."""
_NAUGHT = frozenset({"nothing", "no", "none", "zip"})
_CASH = (["money"], ["cash"])
_WAY = (["to"], ["from"], ["the"], ["by"], ["time"])
"""What follows a "down" that is no payment."""


def spelled_out(tokens: tuple[Token, ...], said: frozenset[str]) -> tuple[Token, ...]:
    """The tokens, such digits as words, and a "nothing" that is paid down as a number; `said` are their words."""
    if "down" in said and not _NAUGHT.isdisjoint(said):
        words = [token.word for token in tokens]
        tokens = tuple(
            token._replace(kind=Kind.NUMBER, word="0") if _is_zero(words, at) else token
            for at, token in enumerate(tokens)
        )
    return tokens if _DIGITS.isdisjoint(said) else tuple(_spelled(tokens))


def _is_zero(words: Sequence[str], at: int) -> bool:
    """Whether the word says that no cash is put down: "nothing down", "no money down"."""
    after = at + 1 + (words[at + 1 : at + 2] in _CASH)
    return words[at] in _NAUGHT and words[after : after + 1] == ["down"] and words[after + 1 : after + 2] not in _WAY


def _spelled(tokens: Sequence[Token]) -> Iterator[Token]:
    joined = False
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or token.kind is not Kind.NUMBER or token.word not in {"2", "4"}:
            yield token._replace(word=_JOINED[token.word]) if joined else token
            joined = False
        elif token.word == "2" and following.start == token.end and following.word in _JOINED:
            joined = True
        else:
            is_after_verb = at > 0 and tokens[at - 1].word in _BEFORE_FOR and following.kind is Kind.NUMBER
            yield token._replace(kind=Kind.WORD, word="for") if is_after_verb else _sounded(token, following.word)


def _sounded(token: Token, following: str) -> Token:
    """The digit as the word that it sounds like before the one that follows."""
    if token.word == "2" and following in _TOO:
        return token._replace(kind=Kind.WORD, word="too")
    if token.word == "4" and following in _FOR:
        return token._replace(kind=Kind.WORD, word="for")
    return token
