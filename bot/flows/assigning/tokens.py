"""A line cut into what it is made of: words, quoted texts, and the people, groups and channels that Slack marks."""

import re
from typing import Literal, NamedTuple

Kind = Literal["word", "quoted", "person", "group", "channel", "everyone", "link"]

LONGEST_WORD = 60
MOST_TOKENS = 400
_LIST_SEEN = 30
"""So much of a list is kept to say where in it a word stands."""
_SMART = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "’": "'", "‘": "'", "–": "-"})
_PIECE = re.compile(r'"([^"]*)"|<([^<>]*)>|([^\s"<]+)|["<]')
_MARKS = re.compile(r"([@#!])(?:(subteam)\^)?([A-Za-z0-9]+)(?:\|.*)?")
_BETWEEN = re.compile(r"[,=]")
_SIGNS: dict[str, Kind] = {"@": "person", "#": "channel", "!": "everyone"}
_EDGES = ".,;:!?()[]{}*_~`"


class Token(NamedTuple):
    """A piece of a line. `text` is the word in lower case, the quoted text, or the id; `shown` how it was written.

    `whole` holds the list in which it stands, as far as it is written by then: `18422,abc`.
    """

    kind: Kind
    text: str
    shown: str
    whole: str


def tokens_of(line: str) -> tuple[Token, ...]:
    """The line's tokens in order, without punctuation that says nothing."""
    tokens: list[Token] = []
    before = ""
    for found in _PIECE.finditer(line.translate(_SMART)):
        words = found.group(3) or ""
        is_list = before.endswith(",") or words.startswith(",")
        before = f"{before[-_LIST_SEEN:]}{words}" if is_list else words
        tokens += _tokens(found, before)
    return tuple(tokens)


def _tokens(found: re.Match[str], whole: str) -> tuple[Token, ...]:
    quoted, marked, words = found.groups()
    if quoted is not None:
        text = " ".join(quoted.split())
        return (Token("quoted", text, f"“{text}”", text),) if text else ()
    if marked is not None:
        return (_marked(marked),)
    return tuple(_word(part, whole) for part in _BETWEEN.split(words or "") if part.strip(_EDGES))


def _marked(text: str) -> Token:
    """`@U1|ana`, `#C1|practice`, `!subteam^S1|@closers`, `!channel`; anything else is a link."""
    found = _MARKS.fullmatch(text)
    shown = text.partition("|")[2] or text
    if found is None:
        return Token("link", text, shown.strip() or f"<{text}>", text)
    sign, subteam, name = found.groups()
    kind: Kind = "group" if subteam else _SIGNS[sign]
    return Token(kind, name if kind != "everyone" else name.lower(), _signed(kind, shown), text)


def _signed(kind: Kind, shown: str) -> str:
    sign = {"person": "@", "group": "@", "channel": "#", "everyone": "@"}[kind]
    return f"{sign}{shown.lstrip('@#!')}"


def _word(part: str, whole: str) -> Token:
    text = part.strip(_EDGES)
    shown = text if len(text) <= LONGEST_WORD else f"{text[: LONGEST_WORD - 1]}…"
    kept = whole if len(whole) <= LONGEST_WORD else f"{whole[: LONGEST_WORD - 1]}…"
    return Token("word", text[: LONGEST_WORD + 1].lower(), shown, kept.strip(",;"))
