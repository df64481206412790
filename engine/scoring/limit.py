"""The rep's own limit for a whole deal, in the price that it comes to."""

from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms


def within_limit(scenario: Scenario, terms: Terms) -> Terms:
    """The terms, with the price moved to the rep's limit, to the next grid step, where they lie beyond it.

    A payment that had been reckoned from the old price is left out.
    """
    return _at_limit(scenario, terms, scenario.currency.grid)


def limit_of(scenario: Scenario, terms: Terms) -> Terms:
    """The terms at the price below which no deal is better for the rep, in whole units of the currency.

    The same terms where they lie within the limit.
    """
    return _at_limit(scenario, terms, scenario.currency.unit)


def price_within_limit(scenario: Scenario, terms: Terms | None) -> int:
    """The price of the terms, moved to the rep's limit where they lie beyond it; 0 without terms."""
    return within_limit(scenario, terms).amount(scenario.price_issue.id) if terms is not None else 0


def _at_limit(scenario: Scenario, terms: Terms, step: int) -> Terms:
    lacking = -scenario.rep.interests.surplus(terms)
    price = scenario.price_issue.id
    slope = scenario.rep.interests.stake(price).slope
    if lacking <= 0 or not slope:
        return terms
    moved = terms.amount(price) + (1 if slope > 0 else -1) * -(-lacking // abs(slope))
    at_limit = terms.put(price, -(-moved // step) * step if slope > 0 else moved // step * step)
    reckoned = {issue for veto in scenario.vetoes if veto.untrue for issue in veto.issues}
    return Terms(tuple((issue, amount) for issue, amount in at_limit.amounts if issue not in reckoned))
