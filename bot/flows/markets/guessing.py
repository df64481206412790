"""Which name somebody meant who wrote one that there is not."""

from collections.abc import Sequence
from difflib import get_close_matches

SHORTEST = 2
"""Letters from which a beginning says which name is meant."""


def nearest(written: str, names: Sequence[str], cutoff: float = 0.6) -> str:
    """The first name that begins so, else one of which a word does, else one that is spelt alike; empty for none."""
    word = written.casefold()[:40]
    if len(word) >= SHORTEST:
        whole = (name for name in names if name.startswith(word))
        part = (name for name in names if any(each.startswith(word) for each in name.split("_")))
        if found := next(whole, "") or next(part, ""):
            return found
    return next(iter(get_close_matches(word, names, n=1, cutoff=cutoff)), "")
