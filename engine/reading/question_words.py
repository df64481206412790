"""What a question is told by: its words without their endings, and its pairs of neighbours."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_ENDINGS = ("ing", "ed", "es", "s", "ly", "e")
_SHORTEST = 3
"""Letters that stay at the least when an ending is taken off."""
_IRREGULAR = {
    "using": "use", "used": "use", "went": "go", "gone": "go", "bought": "buy", "drove": "driv", "driven": "driv",
    "paid": "pay", "sold": "sell", "kept": "keep", "told": "tell", "said": "say", "thought": "think", "broke": "break",
    "broken": "break", "got": "get", "children": "child", "kids": "child", "kid": "child", "felt": "feel",
    "left": "leav",
}  # fmt: skip


def features(found: Sequence[str]) -> list[str]:
    """The stems that were found, then each two neighbours of them."""
    return [*found, *(f"{one} {two}" for one, two in pairwise(found))]


def told_by(words: Sequence[str], kept: Sequence[str] | None = None) -> list[str]:
    """Stems, pairs of neighbours, the first and the last, and words that have an ending as they stand; each once.

    `kept` are the stems where they are known.
    """
    own, kept = [word for word in words if word.isalnum()], stems(words) if kept is None else kept
    ends = [f"^ {kept[0]}", f"{kept[-1]} $"] if kept else []
    ending = [f"={word}" for word in own if word not in kept]
    return list(dict.fromkeys((*features(kept), *ends, *ending)))


def stems(words: Sequence[str]) -> tuple[str, ...]:
    """The words without their endings, marks left out."""
    return tuple([stem(word) for word in words if word.isalnum()])


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """The word without its ending, so that "drive", "drives" and "driving" are one, and "plan" and "planning"."""
    found = _IRREGULAR.get(word, word)
    if found is not word:
        return found
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            found = word.removesuffix(ending)
            break
    if len(found) > _SHORTEST + 1 and found[-1] == found[-2]:
        found = found[:-1]
    return f"{found[:-1]}i" if len(found) > _SHORTEST and found.endswith("y") else found
