"""What the line as a whole makes of its offers, once each is read."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.reading import ReadOffer
from engine.reading.unbinding import without_force


def as_meant(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> tuple[ReadOffer, ...]:
    """The offers of the line, in the order of the text, as they are meant all told."""
    if not offers:
        return offers
    return tuple(without_force(line, list(offers)))
