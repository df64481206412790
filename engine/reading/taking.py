"""The other side's live price in the speaker's mouth: taken by "it is" or "deal?", or the ground of a package."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.reading.clauses import Sentence
from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.reading import BINDING, Act, Modality, ReadAct, ReadOffer, Span

_IT_IS = ("it", "is")
_NO_DEALS = frozenset({"no", "a", "the", "not", "good", "great", "this", "that", "better", "best", "fair"})


def takings(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> Iterator[ReadAct]:
    """The acts of clauses that take the other side's price: "17,800 with the mats it is", "17,800, deal?"."""
    theirs = [
        offer for offer in offers if offer.issue == context.price.id and context.is_theirs(offer.issue, offer.amount)
    ]
    for setting in line.settings if theirs else ():
        sentence, clause = setting.sentence, setting.clause
        if not any(_is_in(line.span(sentence.start, clause.end), offer) for offer in theirs):
            continue
        last = line.words(max(clause.start, clause.end - len(_IT_IS)), clause.end)
        if last == _IT_IS and not setting.is_asked():
            yield ReadAct(Act.ACCEPT, line.span(clause.end - len(_IT_IS), clause.end))
        elif last[-1:] == ("deal",) and _NO_DEALS.isdisjoint(last[:-1]):
            yield ReadAct(Act.ASK_SALE, line.span(clause.end - 1, clause.end))


def with_packages_at_theirs(
    line: Line, prices: list[ReadOffer], flags: list[ReadOffer], context: ReadingContext
) -> list[ReadOffer]:
    """The offers; where an add-on joins the other side's price, both are put, or both echoed if that is its offer."""
    found = [*prices, *flags]
    for sentence in line.sentences if flags else ():
        found = _packed(line, sentence, found, context)
    return found


def _packed(line: Line, sentence: Sentence, offers: list[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    here = [offer for offer in offers if _is_in(line.span(sentence.start, sentence.end), offer)]
    named = [offer for offer in here if _echoes_theirs(offer, context)]
    given = [offer for offer in here if offer.issue != context.price.id and offer.modality is Modality.FIRM]
    is_priced = any(offer.issue == context.price.id and offer.modality in BINDING for offer in here)
    if not named or not given or is_priced or not all(offer.amount for offer in given):
        return offers
    is_theirs = all(context.is_theirs(offer.issue, offer.amount) for offer in given)
    changed, modality = (given, Modality.ECHO) if is_theirs else (named, Modality.FIRM)
    return [replace(offer, modality=modality) if offer in changed else offer for offer in offers]


def _echoes_theirs(offer: ReadOffer, context: ReadingContext) -> bool:
    is_price = offer.issue == context.price.id and offer.modality is Modality.ECHO
    return is_price and context.is_theirs(offer.issue, offer.amount)


def _is_in(span: Span, offer: ReadOffer) -> bool:
    return span.start <= offer.span.start < span.end
