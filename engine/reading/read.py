"""The way from a message to its reading."""

from engine.reading.acts import read_acts
from engine.reading.affirming import accepted, affirmed, confirmed_beside, without_acceptance, without_denial
from engine.reading.choices import named_again, packages_in, put_below
from engine.reading.context import ReadingContext
from engine.reading.currencies import names_of
from engine.reading.line import Line
from engine.reading.offers import Found, read_offers
from engine.reading.reading import Package, Reading, ReadOffer
from engine.reading.refused_after import as_refused
from engine.reading.said import Said, said_in
from engine.reading.sealed_after import as_sealed
from engine.reading.whole_line import as_meant


def read_message(text: str, context: ReadingContext) -> Reading:
    """Everything understood of a message, in time linear in its length; never raises, whatever the text.

    Slack's entities must have been decoded. Only the first 4,000 characters, and in them the first 24 numbers, are
    read; `Reading.unread` counts the rest. Spans are offsets in `text`.
    """
    said = said_of(text, context)
    line = said.line
    meant = affirmed(line, context.doubted, context) if context.doubted is not None else None
    if meant is not None:
        acts = without_acceptance(read_acts(said, (meant,), context))
        return Reading(acts, (meant,), (), line.source.unread)
    found = read_offers(line, context)
    offers = as_refused(as_meant(line, found.offers, context), said.worded, context)
    found = found._replace(offers=as_sealed(text, offers, said.worded, context))
    acts = read_acts(said, found.offers, context)
    acts = without_denial(text, acts) if context.doubted is not None else acts
    meant = accepted(line, acts, context.doubted, context) if context.doubted is not None and not found.offers else None
    if meant is not None:
        return Reading(without_acceptance(acts), (meant,), (), line.source.unread)
    meant = confirmed_beside(line, found.offers, acts, context.doubted) if context.doubted is not None else None
    if meant is not None:
        return Reading(without_acceptance(acts), (meant, *found.offers), (), line.source.unread)
    packages = _packages(line, found, context)
    told = {offer.span for package in packages for offer in package.offers} if packages else set()
    doubts = tuple(doubt for doubt in found.doubts if doubt.span not in told)
    return Reading(acts, found.offers, doubts, line.source.unread, packages)


def _packages(line: Line, found: Found, context: ReadingContext) -> tuple[Package, ...]:
    """What the line lets the other side choose from, or takes up again; a cheap one beside a dearer is no slip."""
    below = put_below(found.doubts, context) if found.doubts and context.other_price else []
    offers = tuple(sorted((*found.offers, *below), key=lambda offer: offer.span.start)) if below else found.offers
    packages = packages_in(line, offers, context, _offers_of) if len(offers) > 1 else ()
    return packages or (named_again(line, found.offers, context) if context.gave_choice and found.offers else ())


def said_of(text: str, context: ReadingContext) -> Said:
    """What the message says at the table, kept from its reading."""
    return said_in(text, context.vocabulary, names_of(context.currency), decimal_comma=context.decimal_comma)


def _offers_of(text: str, context: ReadingContext) -> tuple[ReadOffer, ...]:
    """The offers of a message that says nothing else."""
    line = said_of(text, context).line
    return as_meant(line, read_offers(line, context).offers, context)
