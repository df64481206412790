"""A message made plain for reading: one alphabet of quotes, dashes and spaces, lower case, offsets kept."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from engine.reading.reading import Span

READ_LIMIT = 4_000
"""Characters of a message that are read, as written and in plain form."""

_ALIKE = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "👍": " ok ", "👌": " ok ", "🤝": " deal ", "👎": " no ",
        "½": ".5", "¼": ".25", "¾": ".75", "×": "x", "✕": "x", "⁄": "/", "∕": "/", "٫": ".", "٬": ",",
    }
)  # fmt: skip

_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?=\S)[^.?!\n]*)*[.?!]*")
_UNSEEN = frozenset({"Cf", "Mn", "Cc"})
"""Unicode categories that take no part in words: format marks (zero width, direction), accents apart, controls."""


class PlainText(NamedTuple):
    """The plain form of a message. `origin[i]` is where the character `plain[i]` stands in `text`."""

    text: str
    plain: str
    origin: Sequence[int]
    unread: int

    def span(self, start: int, end: int) -> Span:
        """The stretch of the message that `plain[start:end]` (not empty) came from."""
        first, last = self.origin[start], self.origin[end - 1] + 1
        return Span(first, last, self.text[first:last])


def plain_text(text: str) -> PlainText:
    """The message in plain form. Past `READ_LIMIT` characters it is cut at a space, and `unread` counts the rest."""
    end = len(text) if len(text) <= READ_LIMIT else _cut(text)
    kept, unread = text[:end], len(text) - end
    if kept.isascii() and kept.replace("\n", " ").isprintable():
        return PlainText(text, kept.lower(), range(end), unread)
    pieces = list(map(_plain, kept))
    fitting = bisect_right(list(accumulate(map(len, pieces))), READ_LIMIT)
    origin = tuple([index for index, piece in enumerate(pieces[:fitting]) for _ in piece])
    unread = unread if fitting == len(pieces) else len(text) - fitting
    return PlainText(text, "".join(pieces[:fitting]), origin, unread)


def _cut(text: str) -> int:
    """Where a long message is cut."""
    space = text.rfind(" ", READ_LIMIT - 200, READ_LIMIT)
    return space if space > 0 else READ_LIMIT


@lru_cache(maxsize=4_096)
def _plain(character: str) -> str:
    if character.isascii():
        return character.lower() if character >= " " else "\n" if character == "\n" else " "
    folded = unicodedata.normalize("NFKC", character.translate(_ALIKE)).translate(_ALIKE).lower()
    if character in "\u2028\u2029\u0085":
        return "\n"
    return "".join(part for part in folded if unicodedata.category(part) not in _UNSEEN)


def sentence_around(text: str, span: Span) -> str:
    """The sentence of the text in which the span begins, to the end of that in which it ends."""
    sentences = [*_SENTENCE.finditer(text)]
    begun = next((each.start() for each in sentences if each.start() <= span.start < each.end()), None)
    if begun is None:
        return text
    return text[begun : next(each.end() for each in sentences if each.end() >= max(span.end, span.start + 1))]
