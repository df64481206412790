"""What the offers of a line amount to as moves: a quote, a counter-offer, a concession, a package."""

from collections.abc import Iterator

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.options import gives_choice
from engine.reading.reading import BINDING, Act, Modality, ReadAct, ReadOffer, Span
from engine.scenario.scenario import IssueKind


def acts_of_offers(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> Iterator[ReadAct]:
    """The acts that the offers make; what is refused or merely echoed makes none but a rejection."""
    live = [offer for offer in offers if offer.modality in BINDING and offer.amount]
    for offer in offers:
        for act in _acts_of(offer, context):
            yield ReadAct(act, offer.span)
    if len(offers) > 1 and not live and gives_choice(line):
        live = [offer for offer in offers if offer.modality is Modality.PROBE and offer.amount]
    if len({offer.issue for offer in live}) >= 2 or _gives_options(line, live, context):
        first, last = live[0].span, live[-1].span
        start, end = min(first.start, last.start), max(first.end, last.end)
        yield ReadAct(Act.PACKAGE, Span(start, end, line.source.text[start:end]))


def _acts_of(offer: ReadOffer, context: ReadingContext) -> tuple[Act, ...]:
    modality = offer.modality
    if modality is Modality.REJECTED:
        return (Act.REJECT,)
    issue = None if modality is Modality.ECHO else context.issue(offer.issue)
    if issue is None:
        return ()
    if issue.kind is IssueKind.PRICE:
        return _price_acts(offer, context) if modality in BINDING else ()
    if issue.kind is IssueKind.MONEY:
        return (Act.TRADE_OFFER,)
    return (Act.ADD_ON,) if offer.amount else ()


def _price_acts(offer: ReadOffer, context: ReadingContext) -> tuple[Act, ...]:
    own, other = context.own_price, context.other_price
    if not own:
        return (Act.COUNTER,) if other else (Act.QUOTE,)
    concedes = other and abs(offer.amount - other) < abs(own - other)
    return (Act.COUNTER, Act.CONCEDE) if concedes else (Act.COUNTER,)


def _gives_options(line: Line, live: list[ReadOffer], context: ReadingContext) -> bool:
    """Two prices to choose from: "34,500 as it stands, or 35,200 with the warranty"."""
    prices = {offer.amount for offer in live if offer.issue == context.price.id}
    return len(prices) >= 2 and any(token.word in {"or", "either"} for token in line.tokens)
