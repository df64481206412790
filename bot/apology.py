"""What a person is told when something of ours broke: plain words and a short id that the log has too."""

import secrets
from typing import NamedTuple


class Apology(NamedTuple):
    """`ref` stands in the log beside the error."""

    ref: str
    text: str


def apologise() -> Apology:
    """A fresh apology."""
    ref = secrets.token_hex(2)
    return Apology(ref, f"Something broke on Haggle's side, and nothing was changed. Please try again. (ref {ref})")
