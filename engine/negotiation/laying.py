"""What amounts that a line puts forward make of the terms on the table."""

from collections.abc import Iterable

from engine.reading.reading import ReadOffer
from engine.scenario.scenario import IssueKind, Scenario
from engine.terms.terms import Terms


def laid_on(scenario: Scenario, terms: Terms, offers: Iterable[ReadOffer]) -> Terms:
    """The terms with these offers; an extra or a count of nothing is left out of them."""
    for offer in offers:
        is_extra = scenario.issue(offer.issue).kind in (IssueKind.FLAG, IssueKind.COUNT)
        terms = terms.without(offer.issue) if is_extra and not offer.amount else terms.put(offer.issue, offer.amount)
    return terms
