"""What is typed in chat, written out: "so how many r in use" is "so how many are in use"."""

from engine.reading.apostrophes import with_apostrophes
from engine.reading.rebus import spelled_out
from engine.reading.text import plain_text
from engine.reading.tokens import spelling, tokenize


def in_full(text: str) -> str:
    """The words and marks of the text as they would be written out, in small letters, a space between them."""
    written = tokenize(plain_text(text))
    said = frozenset(map(spelling, written))
    return " ".join(map(spelling, with_apostrophes(spelled_out(written, said), said)))
