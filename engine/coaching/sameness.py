"""Whether a line says already what a better line would say: advice that was followed before it is given is none."""

import re

AS_MUCH = 75
"""Percent of the better line's words from which a line says as much."""
SHORTEST = 3
"""Letters of the words that count."""
_WORD = re.compile(r"[a-z]+|\d[\d,.]*\d|\d", re.IGNORECASE)


def says_as_much(line: str, better: str) -> bool:
    """Whether the line has all the figures of the better one and most of its words."""
    said, advised = _words(line), _words(better)
    figures = {word for word in advised if word[0].isdigit()}
    return figures <= said and len(advised & said) * 100 >= AS_MUCH * len(advised)


def _words(text: str) -> set[str]:
    found = (word.lower().replace(",", "") for word in _WORD.findall(text))
    return {word for word in found if len(word) >= SHORTEST or word[0].isdigit()}
