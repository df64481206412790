"""What the offers of a line amount to as moves: a quote, a counter-offer, a concession, a package."""

from collections.abc import Iterator

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.reading import Act, Modality, ReadAct, ReadOffer, Span
from engine.scenario.scenario import IssueKind

_STANDING = (Modality.FIRM, Modality.CONDITIONAL)


def acts_of_offers(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> Iterator[ReadAct]:
    """The acts that the offers make; what is refused or merely echoed makes none but a rejection."""
    live = [offer for offer in offers if offer.modality in _STANDING and offer.amount]
    for offer in offers:
        yield from _acts_of(offer, context)
    if len({offer.issue for offer in live}) >= 2 or _gives_options(line, live, context):
        first, last = live[0].span, live[-1].span
        start, end = min(first.start, last.start), max(first.end, last.end)
        yield ReadAct(Act.PACKAGE, Span(start, end, line.source.text[start:end]))


def _acts_of(offer: ReadOffer, context: ReadingContext) -> Iterator[ReadAct]:
    issue = context.issue(offer.issue)
    if offer.modality is Modality.REJECTED:
        yield ReadAct(Act.REJECT, offer.span)
    if issue is None or offer.modality in (Modality.REJECTED, Modality.ECHO):
        return
    if issue.kind is IssueKind.MONEY:
        yield ReadAct(Act.TRADE_OFFER, offer.span)
    elif issue.kind is not IssueKind.PRICE:
        if offer.amount:
            yield ReadAct(Act.ADD_ON, offer.span)
    elif offer.modality in _STANDING:
        yield from _price_acts(offer, context)


def _price_acts(offer: ReadOffer, context: ReadingContext) -> Iterator[ReadAct]:
    if not context.own_price:
        yield ReadAct(Act.QUOTE if not context.other_price else Act.COUNTER, offer.span)
        return
    yield ReadAct(Act.COUNTER, offer.span)
    if context.other_price and abs(offer.amount - context.other_price) < abs(context.own_price - context.other_price):
        yield ReadAct(Act.CONCEDE, offer.span)


def _gives_options(line: Line, live: list[ReadOffer], context: ReadingContext) -> bool:
    """Two prices to choose from: "34,500 as it stands, or 35,200 with the warranty"."""
    prices = {offer.amount for offer in live if offer.issue == context.price.id}
    return len(prices) >= 2 and any(token.word in {"or", "either"} for token in line.tokens)
