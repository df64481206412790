"""A message taken apart once, for everything that reads it."""

from dataclasses import dataclass

from engine.reading.clauses import Sentence, sentences
from engine.reading.modality import Setting, setting_of
from engine.reading.numbers import Quantity, quantities
from engine.reading.reading import Span
from engine.reading.text import PlainText, plain_text
from engine.reading.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Line:
    """A message's tokens, numbers and sentences, and each clause with its cues, all in order."""

    source: PlainText
    tokens: tuple[Token, ...]
    numbers: tuple[Quantity, ...]
    sentences: tuple[Sentence, ...]
    settings: tuple[Setting, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the tokens `start` (in) to `end` (out) stand in the message."""
        return self.source.span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The words of these tokens."""
        return tuple(token.word for token in self.tokens[start:end])


def line_of(text: str, *, decimal_comma: bool = False) -> Line:
    """The message taken apart."""
    source = plain_text(text)
    tokens = tokenize(source)
    numbers = tuple(quantities(tokens, decimal_comma))
    inside = frozenset(at for number in numbers for at in range(number.start + 1, number.end))
    found = sentences(tokens, inside)
    settings = tuple(setting_of(tokens, sentence, clause) for sentence in found for clause in sentence.clauses)
    return Line(source, tokens, numbers, found, settings)
