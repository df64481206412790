"""The way from a message to its reading."""

from engine.reading.acts import read_acts
from engine.reading.affirming import accepted, affirmed, without_acceptance
from engine.reading.choices import named_again, packages_in
from engine.reading.context import ReadingContext
from engine.reading.currencies import names_of
from engine.reading.issues import named_issues
from engine.reading.line import Line, line_of
from engine.reading.offers import read_offers
from engine.reading.reading import Reading, ReadOffer
from engine.reading.whole_line import as_meant


def read_message(text: str, context: ReadingContext) -> Reading:
    """Everything understood of a message, in time linear in its length; never raises, whatever the text.

    Slack's entities must have been decoded. Only the first 4,000 characters, and in them the first 60 numbers, are
    read; `Reading.unread` counts the rest. Spans are offsets in `text`.
    """
    line = _line(text, context)
    named = named_issues(line, context)
    meant = affirmed(line, context.doubted) if context.doubted is not None else None
    if meant is not None:
        acts = without_acceptance(read_acts(line, (meant,), context))
        return Reading(acts, (meant,), (), line.source.unread)
    found = read_offers(line, named, context)
    found = found._replace(offers=as_meant(line, found.offers, context))
    acts = read_acts(line, found.offers, context)
    if context.doubted is not None and not found.offers and (meant := accepted(acts, context.doubted)):
        return Reading(without_acceptance(acts), (meant,), (), line.source.unread)
    packages = packages_in(line, found.offers, context, _offers_of) if len(found.offers) > 1 else ()
    if context.gave_choice and found.offers and not packages:
        packages = named_again(line, found.offers, context)
    return Reading(acts, found.offers, found.doubts, line.source.unread, packages)


def _line(text: str, context: ReadingContext) -> Line:
    return line_of(text, context.vocabulary, decimal_comma=context.decimal_comma, money=names_of(context.currency))


def _offers_of(text: str, context: ReadingContext) -> tuple[ReadOffer, ...]:
    """The offers of a message that says nothing else."""
    line = _line(text, context)
    return as_meant(line, read_offers(line, named_issues(line, context), context).offers, context)
