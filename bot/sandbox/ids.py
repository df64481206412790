"""Ids shaped like Slack's.

Named ids (team, people, first channels, app) come from the seed alone, so that a workspace is the same
after every start. Fresh ids (events, views, triggers) also depend on the moment of the start: an app
that keeps a database across restarts must never take a new event for one it has seen.
"""

import hashlib
import itertools
import string

_ALPHABET = string.digits + string.ascii_uppercase


class Ids:
    """A source of ids for one sandbox."""

    def __init__(self, seed: int, started_at: float) -> None:
        self.seed = seed
        self._start = f"{seed}:{started_at!r}"
        self._count = itertools.count(1)

    def named(self, prefix: str, name: str) -> str:
        """The id of `name`, the same for a seed at every start, such as `U04K2J9Q0XZ`."""
        return prefix + _letters(f"{self.seed}:{prefix}:{name}", 10)

    def fresh(self, prefix: str) -> str:
        """An id never given before."""
        return prefix + _letters(f"{self._start}:{next(self._count)}", 10)

    def secret(self, name: str) -> str:
        """Thirty-two hexadecimal digits that stand for `name`, the same for a seed at every start."""
        return hashlib.sha256(f"{self.seed}:secret:{name}".encode()).hexdigest()[:32]

    def token(self) -> str:
        """Thirty-two hexadecimal digits never given before."""
        return hashlib.sha256(f"{self._start}:{next(self._count)}".encode()).hexdigest()[:32]

    def uuid(self) -> str:
        """A fresh id in the five groups of a UUID."""
        digits = self.token()
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _letters(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:12], "big")
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)
