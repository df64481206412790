"""What the line as a whole makes of its offers, once each is read."""

from engine.reading.closing_terms import as_to_be_signed
from engine.reading.context import ReadingContext
from engine.reading.freezes import with_freeze
from engine.reading.line import Line
from engine.reading.one_year import with_one_year
from engine.reading.options import left_to_choose
from engine.reading.origins import said_back
from engine.reading.packages import as_one_package
from engine.reading.priced_extras import with_extras_priced
from engine.reading.put_forward import as_put_forward
from engine.reading.reading import ReadOffer
from engine.reading.unbinding import without_force


def as_meant(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> tuple[ReadOffer, ...]:
    """The offers of the line, in the order of the text, as they are meant all told."""
    found = with_freeze(line, with_one_year(line, offers, context), context)
    if not found:
        return offers
    found = as_put_forward(line, as_to_be_signed(line, with_extras_priced(line, found, context)), context)
    found = as_one_package(line, said_back(line, found, context), context.price.id)
    return tuple(without_force(line, left_to_choose(line, found)))
