"""A line that offers several packages, cut into the stretches that speak of one each and what it says of all."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from engine.reading.line import Line
from engine.reading.option_names import OptionName
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.reading import ReadOffer, Span

APART = frozenset({"or", "versus", "vs", "alternatively"})
"""Words that set one package against the next."""
_STRENGTH = {
    **dict.fromkeys((",", "/", "(", "and", "-"), 1),
    **dict.fromkeys((".", ";", "\n", "?", "!", "|", "•"), 2),
    **dict.fromkeys(APART, 3),
}
"""How surely a word or mark between two prices parts their packages."""
_OF_ALL = """
    both, either way, each, in all, all (of them|two|three|four|options|packages|of these|of those|cases),
    in (any|either|every|both) case, (every|any|whichever) (one|option|package), whichever you, regardless,
    no matter which
"""


class Piece(NamedTuple):
    """A stretch of the message, characters `start` (in) to `end` (out), and the name of the package it speaks of."""

    name: str
    start: int
    end: int

    def holds(self, span: Span) -> bool:
        """Whether the span begins in it."""
        return self.start <= span.start < self.end


@lru_cache(maxsize=1)
def _of_all() -> Phrasebook[str]:
    return Phrasebook([("", listed(_OF_ALL))])


def named_pieces(line: Line, names: Sequence[OptionName], prices: Sequence[ReadOffer]) -> list[Piece]:
    """From each name to the next, or up to each where the names come last; those that hold a number, once a name."""
    spans = [line.span(name.start, name.end) for name in names]
    if prices[0].span.start < spans[0].start and prices[-1].span.start < spans[-1].start:
        bounds = [0, *(span.end for span in spans)]
    else:
        bounds = [*(span.start for span in spans), len(line.source.text)]
    numbers = [line.span(number.start, number.end) for number in line.numbers]
    pieces: dict[str, Piece] = {}
    for name, (start, end) in zip(names, pairwise(bounds), strict=True):
        piece = Piece(name.name, start, end)
        if any(piece.holds(number) for number in numbers):
            pieces.setdefault(name.name, piece)
    return list(pieces.values())


def unnamed_pieces(line: Line, prices: Sequence[ReadOffer]) -> tuple[list[Piece], bool]:
    """From the sentence of the first price on, cut before each further one; and whether an "or" makes any cut."""
    marks = [
        (line.span(at, at + 1).start, strength)
        for at, word in enumerate(line.spelled)
        if (strength := _STRENGTH.get(word, 0))
    ]
    cuts = [_cut_between(marks, one.span.end, other.span.start) for one, other in pairwise(prices)]
    starts = [line.span(sentence.start, sentence.end).start for sentence in line.sentences]
    first = starts[bisect_right(starts, prices[0].span.start) - 1]
    bounds = [first, *(place for place, _ in cuts), len(line.source.text)]
    pieces = [Piece("", start, end) for start, end in pairwise(bounds)]
    return pieces, any(strength == _STRENGTH["or"] for _, strength in cuts)


def _cut_between(marks: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Where the next package begins: at the last of the strongest marks between, with what may stand before a price."""
    between = [(strength, place) for place, strength in marks if start <= place < end]
    strength, place = max(between, default=(0, end))
    return place, strength


def said_of_all(line: Line, pieces: list[Piece], prices: Sequence[ReadOffer]) -> tuple[list[Piece], list[Piece]]:
    """The pieces without what the line says of all packages, before the first or after the last, and that."""
    first, last = prices[0].span.start, max(price.span.end for price in prices)
    hits = _of_all().find(line.spelled)
    head, *middle = pieces
    if any(head.start < line.span(hit.start, hit.end).end <= first for hit in hits):
        clauses = (line.span(one.clause.start, one.clause.end).start for one in line.settings)
        head = head._replace(
            start=max((start for start in clauses if head.start <= start <= first), default=head.start)
        )
    common = [Piece("", 0, head.start)] if head.start else []
    after = next((hit for hit in hits if line.span(hit.start, hit.end).start >= last), None)
    if after is None:
        return [head, *middle], common
    begins = _begins(line, after, last)
    *middle, tail = (head, *middle)
    return [*middle, tail._replace(end=min(tail.end, begins))], [*common, Piece("", begins, len(line.source.text))]


def _begins(line: Line, hit: Hit[str], last: int) -> int:
    """Where what is said of all begins: with its sentence or clause where those come after the last price."""
    setting = next(one for one in line.settings if one.clause.end > hit.start)
    sentence = line.span(setting.sentence.start, setting.sentence.end)
    clause = line.span(setting.clause.start, setting.clause.end)
    place = line.span(hit.start, hit.end).start
    return next((one.start for one in (sentence, clause) if one.start >= last), place)
