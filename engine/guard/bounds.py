"""What a line of the counterpart may say at this point of a run: what has been said, and what it says now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from engine.negotiation.events import Moved, MoveKind
from engine.negotiation.negotiation import Negotiation
from engine.reading.context import ReadingContext, context_of
from engine.reading.figures import figures, words_in
from engine.reading.read import read_message
from engine.reading.reading import Reading
from engine.scenario.scenario import Role
from engine.terms.money import format_money
from engine.terms.terms import Terms


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of one line. `stock` is the line that the rules have given, and `meant` how it is read; `context` is
    the table as the counterpart sees it. `told` are the facts in it. `figures` and `words` are all that have been
    said or can be seen by both."""

    stock: str
    meant: Reading
    context: ReadingContext
    move: MoveKind
    offer: Terms | None
    standing: Terms | None
    role: Role
    name: str
    told: tuple[str, ...]
    figures: frozenset[Fraction]
    words: frozenset[str]

    def read(self, line: str) -> Reading:
        """The line as the other side would understand it."""
        return read_message(line, self.context)


def bounds_of(before: Negotiation, after: Negotiation) -> Bounds:
    """The bounds of the counterpart's last line; `before` is the run without the turn that it ends.

    ValueError where the counterpart has said nothing in the turn.
    """
    moved = next((event for event in reversed(after.events) if isinstance(event, Moved)), None)
    if moved is None or len(after.lines) == len(before.lines):
        raise ValueError("the counterpart has said nothing in this turn")
    scenario, stock = after.scenario, after.last_heard
    context = _seen_by_counterpart(before, after)
    known = "\n".join(_known(after))
    return Bounds(
        stock=stock,
        meant=read_message(stock, context),
        context=context,
        move=moved.move,
        offer=_new_offer(before, after),
        standing=before.counterpart_terms,
        role=scenario.counterpart.role,
        name=scenario.counterpart.name,
        told=tuple(fact for fact in _told(before, after) if fact in stock),
        figures=figures(known),
        words=words_in(known),
    )


def _seen_by_counterpart(before: Negotiation, after: Negotiation) -> ReadingContext:
    context = context_of(
        after.scenario,
        own_offer=before.counterpart_terms,
        other_offer=after.rep_terms,
        last_issue=after.last_issue,
        last_topic=after.last_topic,
    )
    return replace(context, price_slope=-context.price_slope)


def _told(before: Negotiation, after: Negotiation) -> Iterator[str]:
    """The facts that were told or touched in the turn, as the counterpart puts them."""
    for fact in after.scenario.facts:
        if fact.id in after.mood.told and fact.id not in before.mood.told:
            yield fact.exact
        elif fact.id in after.mood.hinted and fact.id not in before.mood.hinted:
            yield fact.vague


def _new_offer(before: Negotiation, after: Negotiation) -> Terms | None:
    """The terms that the turn put up or agreed to."""
    if len(after.counterpart_offers) > len(before.counterpart_offers):
        return after.counterpart_terms
    return after.agreed or after.mood.pending


def _known(run: Negotiation) -> Iterator[str]:
    """Every text that both sides have before them."""
    scenario = run.scenario
    product = scenario.product
    yield from (line.text for line in run.lines)
    yield from (product.name, product.summary, format_money(product.list_price, scenario.currency))
    yield from (text for _, text in product.facts)
    yield from (text for pair in scenario.visible for text in pair)
    yield from (text for party in (scenario.rep, scenario.counterpart) for text in (party.name, party.public))
    yield from (issue.phrase for issue in scenario.issues)
