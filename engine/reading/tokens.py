"""A plain message cut into words, numbers and marks, in one pass."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

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
    r"(?P<emoji>:(?:[+-]1|[a-z][a-z0-9_+-]{0,40}):)|(?P<number>[0-9]+(?:[.,'][0-9]+)*|\.[0-9]+)|(?P<word>w/o\b|[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>\n|[^\w\s]|_)"
)
"""Each alternative gives back at most the few characters of what might have been an emoji."""

_EMOJI = {
    ":+1:": ("ok",), ":thumbsup:": ("ok",), ":ok_hand:": ("ok",), ":white_check_mark:": ("ok",),
    ":handshake:": ("deal",), ":-1:": ("no",), ":thumbsdown:": ("no",),
}  # fmt: skip
"""What a few of Slack's emoji say; the others say nothing about a deal."""

_DRAWN_OUT = re.compile(r"(.)\1{2,}")
"""A letter three times or more, as in "heyyy"."""

_SIGNS = frozenset("$€£¥₹₽₩₺₪₴")

_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would", "'s": "is"}

_WRITTEN_SHORT = {
    "cannot": "can not", "cant": "can not", "can't": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "havent": "have not", "im": "i am", "ill": "i will",
    "id": "i would", "ive": "i have", "youre": "you are", "youll": "you will", "thats": "that is", "whats": "what is",
    "wats": "what is", "wut": "what",
    "whos": "who is", "whatcha": "what are you", "lookin": "looking", "thinkin": "thinking", "doin": "doing",
    "drivin": "driving", "goin": "going", "gettin": "getting", "tryin": "trying", "ya": "you", "yall": "you",
    "dunno": "do not know", "w": "with", "w/o": "without", "wheres": "where is", "tmrw": "tomorrow", "tmr": "tomorrow",
    "whens": "when is", "whys": "why is", "shes": "she is", "hes": "he is", "theyre": "they are",
    "thatll": "that will", "itll": "it will", "wasn": "was not", "hows": "how is", "its": "it is",
    "theres": "there is", "lets": "let us", "let's": "let us", "gonna": "going to", "wanna": "want to",
    "gotta": "have to", "gimme": "give me", "lemme": "let me", "u": "you", "ur": "your", "r": "are", "okay": "ok",
    "okey": "ok", "oke": "ok", "k.": "ok", "yea": "yes", "yeah": "yes", "yep": "yes", "yup": "yes", "nope": "no",
    "nah": "no", "pls": "please", "plz": "please", "thx": "thanks", "tho": "though", "thru": "through",
    "wld": "would", "wud": "would", "woud": "would", "cld": "could", "cud": "could", "coud": "could", "shld": "should",
    "werent": "were not", "hadnt": "had not", "bout": "about", "abt": "about", "n": "and", "rn": "right now",
    "prolly": "probably", "cuz": "because", "bc": "because", "wat": "what",
}  # fmt: skip


_WORD = Kind.WORD


MOST_TOKENS = 1_200
"""Words and marks of a message that are read: more than prose needs to fill what is read of it."""


def tokenize(source: PlainText) -> tuple[Token, ...]:
    """The tokens of the message, in order, contractions opened ("can't" is "can" and "not"); about 1,200 at most."""
    tokens: list[Token] = []
    for match in _SCAN.finditer(source.plain):
        if len(tokens) > MOST_TOKENS:
            break
        text, group = match[0], match.lastgroup
        start, end = match.span()
        if group == "word":
            for word in _opened(text):
                tokens.append(Token(_WORD, word, start, end))
        elif group == "number":
            tokens.append(Token(Kind.NUMBER, text, start, end))
        elif group == "mark":
            tokens.append(Token(Kind.SIGN if text in _SIGNS else Kind.MARK, text, start, end))
        else:
            tokens.extend(Token(Kind.WORD, word, start, end) for word in _EMOJI.get(text, ()))
    return tuple(tokens)


@lru_cache(maxsize=4_096)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as `tokenize` would give them, for comparing with a message."""
    plain = PlainText(phrase, phrase.lower(), range(len(phrase)), 0)
    return tuple(token.word for token in tokenize(plain))


@lru_cache(maxsize=8_192)
def _opened(word: str) -> tuple[str, ...]:
    word = _DRAWN_OUT.sub(r"\1", word)
    if written := _WRITTEN_SHORT.get(word):
        return tuple(written.split())
    if word.endswith("n't"):
        return (word[:-3], "not")
    stem, quote, ending = word.rpartition("'")
    if quote and (opened := _ENDINGS.get(quote + ending)):
        return (stem, opened)
    return (word,)
