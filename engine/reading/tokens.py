"""A plain message cut into words, numbers and marks, in one pass."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from engine.reading.shorthand import COUNTS
from engine.reading.spellings import WRITTEN_OUT
from engine.reading.text import PlainText


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"
    MARK = "mark"


class Token(NamedTuple):
    """A word, number, currency sign or mark. `start` and `end` are offsets in the plain text.

    A contraction gives several tokens that share their place ("can't": "can", "not").
    """

    kind: Kind
    word: str
    start: int
    end: int


_SCAN = re.compile(
    r"(?P<emoji>:(?:[+-]1|[a-z][a-z0-9_+-]{0,40}):)"
    r"|(?P<number>[0-9]+(?:(?:[.,']|(?:,[.,]|\.,)(?=[0-9]{3}(?![0-9])))[0-9]+)*"
    r"(?:e[+-]?[0-9]+(?![^\W_])|[.,]-+(?![0-9]))?|\.[0-9]+)"
    r"|(?P<word>w/o\b|[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>\n|[^\w\s]|_)"
)
"""Each alternative gives back at most the few characters of what might have been an emoji, or a power of ten."""

_DOUBLED = re.compile(r"[.,]{2}")
"""A mark between thousands typed twice: "24,,900"."""

_EMOJI = {
    ":+1:": ("ok",), ":thumbsup:": ("ok",), ":ok_hand:": ("ok",), ":white_check_mark:": ("ok",),
    ":handshake:": ("deal",), ":-1:": ("no",), ":thumbsdown:": ("no",),
}  # fmt: skip
"""What a few of Slack's emoji say; the others say nothing about a deal."""

_DRAWN_OUT = re.compile(r"(.)\1{2,}")
"""A letter three times or more, as in "heyyy"."""

SIGNS = frozenset("$€£¥₹₽₩₺₪₴")

_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would", "'s": "is"}


spelling: Callable[[Token], str] = itemgetter(1)
"""The word of a token."""
_token: Callable[[type[Token], tuple[Kind, str, int, int]], Token] = tuple.__new__
"""Makes a token in half the time that `Token._make` takes."""
_SHORT = 24
"""Characters of a stretch without spaces that is kept once it has been read."""
MOST_TOKENS = 1_000
"""Words and marks of a message that are read: more than prose needs to fill what is read of it."""
_ENOUGH = MOST_TOKENS + 16
"""So many are sought: one piece of a message may be several of them."""


def tokenize(source: PlainText) -> tuple[Token, ...]:
    """The tokens of the message, in order, contractions opened ("can't" is "can" and "not"); about 1,000 at most.

    A power of ten, "1e9", is a word: nobody bargains in those.
    """
    tokens: list[Token] = []
    start = 0
    for stretch in source.plain.split(" "):
        for kind, word, first, last in _known(stretch) if len(stretch) <= _SHORT else _within(stretch):
            tokens.append(_token(Token, (kind, word, start + first, start + last)))
        if len(tokens) > _ENOUGH:
            break
        start += len(stretch) + 1
    return tuple(tokens if len(tokens) <= MOST_TOKENS else tokens[: _read(tokens)])


def _within(stretch: str) -> tuple[tuple[Kind, str, int, int], ...]:
    """The tokens of a stretch without spaces, at their places in it."""
    found = (said + match.span() for match in _SCAN.finditer(stretch) for said in _said(match[0]))
    return tuple(islice(found, _ENOUGH + 1))


_known = lru_cache(maxsize=3_072)(_within)
"""The same for short stretches, which most words are: they come again and again."""


def _read(tokens: Sequence[Token]) -> int:
    """How many of the tokens are read: so many that the piece of the message which passes the limit is whole."""
    end = MOST_TOKENS + 1
    while end < len(tokens) and tokens[end].start == tokens[end - 1].start:
        end += 1
    return end


@lru_cache(maxsize=4_096)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as `tokenize` would give them, for comparing with a message."""
    return words_once(phrase)


def words_once(phrase: str) -> tuple[str, ...]:
    """The same of a phrase that is looked at once, as those of a pack are: no other makes room for it."""
    if len(phrase) > MOST_TOKENS:
        plain = PlainText(phrase, phrase.lower(), range(len(phrase)), 0)
        return tuple(token.word for token in tokenize(plain))
    return tuple([word for stretch in phrase.lower().split(" ") for word in _words_within(stretch)])


@lru_cache(maxsize=32_768)
def _words_within(stretch: str) -> tuple[str, ...]:
    return tuple([word for _, word, _, _ in _within(stretch)])


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The word of the token there, empty where there is none."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token stands there with no room before it: the "k" of "34k"."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


@lru_cache(maxsize=3_072)
def _said(text: str) -> tuple[tuple[Kind, str], ...]:
    """What a piece of the message says: the kind and the word of each of its tokens."""
    match _SCAN.fullmatch(text):
        case re.Match(lastgroup="word"):
            return tuple((Kind.WORD, word) for word in _opened(text))
        case re.Match(lastgroup="number"):
            return ((Kind.WORD, text) if "e" in text else (Kind.NUMBER, _DOUBLED.sub(",", text.rstrip(",.-"))),)
        case re.Match(lastgroup="mark"):
            return ((Kind.SIGN if text in SIGNS else Kind.MARK, text),)
        case _:
            return tuple((Kind.WORD, word) for word in _EMOJI.get(text, ()))


def _opened(word: str) -> tuple[str, ...]:
    word = _DRAWN_OUT.sub(r"\1", word)
    if written := WRITTEN_OUT.get(word):
        return tuple(written.split())
    if word.endswith("n't"):
        return (word[:-3], "not")
    for scale in ("hundred", "thousand"):
        if word.endswith(scale) and word[: -len(scale)] in COUNTS:
            return (word[: -len(scale)], scale)
    stem, quote, ending = word.rpartition("'")
    if quote and (opened := _ENDINGS.get(quote + ending)):
        return (stem, opened)
    return (word,)
