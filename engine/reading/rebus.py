"""Digits and letters written for the word they sound like, "2 low", "4 it", "y is that", and a word for a digit:
"nothing down"."""

from collections.abc import Iterator, Sequence

from engine.reading.spoken_numbers import TENS
from engine.reading.tokens import Kind, Token, is_glued, words_of

_DIGITS = frozenset({"2", "4"})
_TOO = frozenset(words_of("low high much little steep rich expensive pricey far late"))
_FOR = frozenset(words_of("it the you your me both that this these"))
_TO = frozenset(
    words_of("you me us him her them know be do see get hear ask find go make talk think say tell help keep")
)
_BEFORE_TO = frozenset(
    words_of(
        "need want have like going ready got trying up talk used able happy glad hope love important matters matter "
        "nice good hard easy possible what how where when listen speak made sold back down close next said"
    )
)
"""Words between which and one of those above a "2" is a "to": "need 2 know", "up 2 you"."""
_AFTER_WHY = frozenset(
    words_of("are is would do did does was were not you that this it now though so the will can could should have")
)
"""What follows a "y" that asks why."""
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
    if "y" in said:
        tokens = tuple([_asking_why(tokens, at) if token.word == "y" else token for at, token in enumerate(tokens)])
    return tokens if _DIGITS.isdisjoint(said) else tuple(_spelled(tokens))


def _asking_why(tokens: Sequence[Token], at: int) -> Token:
    """The "y", as a why where a question may follow it: "y would u cancel", "y tho"."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return tokens[at]._replace(word="why") if following in _AFTER_WHY else tokens[at]


def _is_zero(words: Sequence[str], at: int) -> bool:
    """Whether the word says that no cash is put down: "nothing down", "no money down"."""
    after = at + 1 + (words[at + 1 : at + 2] in _CASH)
    return words[at] in _NAUGHT and words[after : after + 1] == ["down"] and words[after + 1 : after + 2] not in _WAY


def _spelled(tokens: Sequence[Token]) -> Iterator[Token]:
    joined = False
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            following is None
            or token.kind is not Kind.NUMBER
            or token.word not in {"2", "4"}
            or _ends_number(tokens, at)
        ):
            yield token._replace(word=_JOINED[token.word]) if joined else token
            joined = False
        elif token.word == "2" and following.start == token.end and following.word in _JOINED:
            joined = True
        else:
            before = tokens[at - 1].word if at else ""
            is_after_verb = before in _BEFORE_FOR and following.kind is Kind.NUMBER
            yield (
                token._replace(kind=Kind.WORD, word="for") if is_after_verb else _sounded(token, before, following.word)
            )


def _ends_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digit is part of the number before it: "twenty4"."""
    return is_glued(tokens, at) and tokens[at - 1].word in TENS


def _sounded(token: Token, before: str, following: str) -> Token:
    """The digit as the word that it sounds like between the one before it and the one that follows."""
    if token.word == "2" and following in _TOO:
        return token._replace(kind=Kind.WORD, word="too")
    if token.word == "2" and before in _BEFORE_TO and following in _TO:
        return token._replace(kind=Kind.WORD, word="to")
    if token.word == "4" and following in _FOR:
        return token._replace(kind=Kind.WORD, word="for")
    return token
